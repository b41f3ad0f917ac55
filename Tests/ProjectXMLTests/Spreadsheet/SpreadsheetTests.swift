import Foundation
import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

@Suite struct SpreadsheetTests {
  /// The rows of a table, read by the rules of RFC 4180.
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    try #require(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let text = Array(String(decoding: bytes.dropFirst(3), as: UTF8.self).unicodeScalars)
    var (rows, row, cell): ([[String]], [String], String.UnicodeScalarView) = ([], [], .init())
    var (position, isQuoted) = (0, false)
    while position < text.count {
      let scalar = text[position]
      let next = position + 1 < text.count ? text[position + 1] : nil
      if isQuoted {
        if scalar == "\"", next == "\"" {
          cell.append(scalar)
          position += 1
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          cell.append(scalar)
        }
      } else if scalar == "\"" {
        #expect(cell.isEmpty)
        isQuoted = true
      } else if scalar == "," || (scalar == "\r" && next == "\n") {
        row.append(String(cell))
        cell = .init()
        if scalar == "\r" {
          rows.append(row)
          row = []
          position += 1
        }
      } else {
        #expect(scalar != "\n" && scalar != "\r")
        cell.append(scalar)
      }
      position += 1
    }
    #expect(row.isEmpty && cell.isEmpty && !isQuoted, "the last line is not ended")
    return rows
  }

  /// The rows of a table as maps from titles to cells.
  private func table(
    _ table: Spreadsheet.Table, _ plan: Plan, _ language: LocalizedText.Language = .en
  ) throws -> [[String: String]] {
    let bytes = Spreadsheet.bytes(of: table, try plan.scheduled(), language: language).bytes
    let rows = try rows(bytes)
    let titles = try #require(rows.first)
    #expect(Set(titles).count == titles.count)
    return rows.dropFirst().map { row in
      #expect(row.count == titles.count)
      return Dictionary(zip(titles, row), uniquingKeysWith: { first, _ in first })
    }
  }

  @Test func tasks() throws {
    let rows = try table(.tasks, formatSample())
    #expect(rows.map { $0["Id"] } == ["prepare", "survey", "design", "soak", "build", "cutover"])
    let survey = rows[1]
    #expect(survey["Number"] == "1.1" && survey["Parent"] == "prepare" && survey["Kind"] == "task")
    #expect(survey["Owner name"] == "East & Co." && survey["Module name"] == "料金")
    #expect(survey["Start"] == "2025-04-07 09:00" && survey["Finish"] == "2025-04-11 18:00")
    #expect(survey["Duration (days)"] == "5" && survey["Duration (minutes)"] == "2400")
    #expect(survey["Drivers"] == "D1 D3" && survey["Complete (%)"] == "100")
    #expect(rows[2]["Notes"] == "Note\nline two" && rows[2]["Cost"] == "1200000")
    // Elapsed days are days of the clock.
    #expect(rows[3]["Duration (days)"] == "3" && rows[3]["Duration (minutes)"] == "4320")
    #expect(rows[4]["Deadline"] == "2025-07-01 00:00")
    #expect(rows[5]["Kind"] == "milestone" && rows[5]["Driving"] == "1")
    // A negative number stays a number.
    #expect(rows[5]["Margin (minutes)"].flatMap { Int($0) }.map { $0 < 0 } == true)
    #expect(rows[5]["Margin (days)"]?.first == "-")
  }

  @Test func links() throws {
    let rows = try table(.links, formatSample())
    #expect(rows.count == 5)
    #expect(rows[0]["Predecessor"] == "survey" && rows[0]["Successor"] == "design")
    #expect(rows[0]["Lag"] == "2d" && rows[0]["Lag (minutes)"] == "960")
    #expect(rows[1]["Lag"] == "50%" && rows[1]["Type"] == "SS")
    #expect(rows[3]["Lag"] == "1d lead" && rows[3]["Lag (minutes)"] == "-480")
    #expect(rows[0]["Driving"] == "1")
  }

  @Test func titlesFollowTheLanguage() throws {
    let rows = try table(.tasks, formatSample(), .ja)
    #expect(rows[1]["名称"] == "survey" && rows[1]["種類"] == "タスク" && rows[1]["期間（日）"] == "5")
    #expect(try table(.links, formatSample(), .ja)[3]["ラグ"] == "1d リード")
  }

  @Test(arguments: hostileNames)
  func textsSurviveAndAreNoFormulas(_ name: String) throws {
    let plan = plan(task("a", "1d") { $0.name = LocalizedText(name) })
    let cell = try #require(try table(.tasks, plan)[0]["Name"])
    let isGuarded = cell != name
    #expect(cell == (isGuarded ? "'" + name : name))
    let start = name.unicodeScalars.drop { $0 == "'" }.first {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
    let isFormula = start.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    #expect(isGuarded == (isFormula || "\t\r\n".contains(name.first ?? "x")))
    let report = Spreadsheet.bytes(of: .tasks, try plan.scheduled()).report
    #expect(counts(report)[.guardedCell] == (isGuarded ? 1 : nil))
  }

  @Test(arguments: 0..<30)
  func randomPlans(_ seed: Int) throws {
    let plan = randomPlan(UInt64(seed))
    guard let schedule = try? plan.scheduled() else { return }
    let rows = try table(.tasks, plan)
    #expect(rows.count == plan.tasks.count)
    for row in rows {
      let index = try #require(schedule.index(of: row["Id"] ?? ""))
      let dates = schedule.tasks[index]
      #expect(row["Start"] == dates.start.description.replacing("T", with: " "))
      #expect(row["Late finish"] == dates.lateFinish.description.replacing("T", with: " "))
      #expect(row["Total float (minutes)"] == "\(dates.totalFloat)")
    }
    #expect(try table(.links, plan).count == plan.tasks.reduce(0) { $0 + $1.after.count })
  }

  @Test func twoFilesBesideEachOther() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("csv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let schedule = try formatSample().scheduled()
    for (name, stem) in [("plan.csv", "plan"), ("Plan.CSV", "Plan"), ("other", "other")] {
      let path = folder.appendingPathComponent(name).path
      let report = try Spreadsheet.write(schedule, toFile: path, language: .en)
      #expect(report.tasks == 6 && report.links == 5)
      for table in Spreadsheet.Table.allCases {
        let file = folder.appendingPathComponent("\(stem)-\(table.rawValue).csv").path
        #expect(table.path(for: path) == file)
        let bytes = Spreadsheet.bytes(of: table, schedule, language: .en).bytes
        #expect(FileManager.default.contents(atPath: file) == Data(bytes))
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 6)
    // When the second table has no place, the first is not written.
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("x-links.csv"), withIntermediateDirectories: false)
    let path = folder.appendingPathComponent("x.csv").path
    #expect(throws: XMLWriteError.self) { try Spreadsheet.write(schedule, toFile: path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 7)
  }
}
