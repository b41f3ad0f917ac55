import Foundation
import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// Files whose values were changed at random, or are absurd: the import ends with a plan or with an
/// error that has a line, and what becomes a plan can be scheduled, written and read again.
@Suite struct DamagedFileTests {
  private static let values = [
    "", "0", "1", "-1", "2", "7", "65535", "2147483647", "-2147483648", "99999999999999999999",
    "1e30", "0000-01-01T00:00:00", "0001-01-01T00:00:00", "1900-01-01T00:00:00",
    "2999-12-31T23:59:00", "99999-01-01T00:00:00", "2025-02-30T09:00:00", "2025-04-08T09:00:00",
    "PT0H0M0S", "PT8H0M0S", "-PT8H0M0S", "PT99999999H0M0S", "PT999999999999999H0M0S", "P99Y",
    "00:00:00", "24:00:00", "23:59:00", "true", "false", "\u{FFFD}", "名前", "&#xFFFE;", "&#55296;",
    "name~0=x;.", "a,b", "t1", "!", "-", "188743731", "188743997", "205520904", "owner", "team",
  ]

  /// The file with one to five of its values replaced, or elements taken away or doubled.
  private func damaged(_ text: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var lines = text.split(separator: UInt8(ascii: "\n")).map(Array.init)
    for _ in 0...random.below(5) {
      let index = random.below(lines.count)
      let line = lines[index]
      switch random.below(8) {
      case 0: lines.insert(lines[index], at: random.below(lines.count))
      case 1 where line.contains(UInt8(ascii: "/")): lines.remove(at: index)
      case 2:
        let other = random.below(lines.count)
        lines.swapAt(index, other)
      default:
        guard let open = line.firstIndex(of: UInt8(ascii: ">")),
          let close = line.lastIndex(of: UInt8(ascii: "<")), open < close
        else { continue }
        let value = DamagedFileTests.values[random.below(DamagedFileTests.values.count)]
        lines[index] = Array(line[...open]) + Array(value.utf8) + Array(line[close...])
      }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Imports, schedules, writes and reads again.
  private func check(_ bytes: [UInt8]) throws {
    let imported = MSPDIImport(bytes: bytes)
    guard let plan = imported.plan else {
      #expect(imported.problems.contains { $0.severity == .error })
      return
    }
    guard let schedule = try? plan.scheduled() else { return }
    let written = try MSPDI.bytes(of: schedule)
    let again = MSPDIImport(bytes: written.bytes)
    #expect(again.plan?.tasks.count == plan.tasks.count, "\(again.problems)")
    #expect(again.plan?.tasks.map(\.id) == plan.tasks.map(\.id))
    _ = try? again.plan?.scheduled()
  }

  private static let count =
    60 * (ProcessInfo.processInfo.environment["BUNRI_SEEDS"].flatMap { Int($0) } ?? 1)

  @Test(arguments: 0..<6)
  func ourOwnFiles(_ seed: UInt64) throws {
    var random = SplitMix64(seed: 900 + seed)
    var plan = richPlan(seed)
    // Far windows make long files.
    plan.calendars.removeAll { $0.id == "windows" }
    guard let schedule = try? plan.scheduled() else { return }
    let bytes = try MSPDI.bytes(of: schedule).bytes
    for _ in 0..<DamagedFileTests.count { try check(damaged(bytes, &random)) }
  }

  @Test(arguments: SampleFiles.conformance.filter { $0.contains("small") || $0.contains("sample") })
  func filesOfProject(_ path: String) throws {
    var random = SplitMix64(seed: 77)
    let bytes = try SampleFiles.bytes(path)
    for _ in 0..<DamagedFileTests.count { try check(damaged(bytes, &random)) }
  }

  // MARK: Chosen damage

  private func problem(_ bytes: [UInt8]) throws -> MSPDIProblem {
    let imported = MSPDIImport(bytes: bytes)
    #expect(imported.plan == nil)
    return try #require(imported.problems.first { $0.severity == .error })
  }

  @Test func aDeepOutlineIsAnErrorWithItsLine() throws {
    let tasks = (1...600).map { projectTask($0, level: $0) }.joined(separator: "\n")
    let problem = try problem(projectFile(tasks))
    #expect(problem.id == "outline-depth" && problem.line > 1000)
    #expect(problem.advice?.text(in: .en).hasPrefix("Maybe") == true)
  }

  @Test func aThousandLongExceptionsAreAnError() throws {
    let exception = """
      <Exception><TimePeriod><FromDate>1950-01-01T00:00:00</FromDate>
      <ToDate>2030-01-01T00:00:00</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking>
      </Exception>
      """
    let all = String(repeating: exception, count: 1000)
    let calendar = """
      <Calendar><UID>2</UID><Name>closed</Name><IsBaseCalendar>1</IsBaseCalendar>
      <Exceptions>\(all)</Exceptions></Calendar>
      """
    #expect(try problem(projectFile(projectTask(1), calendars: calendar)).id == "too-many-days")
  }

  @Test(arguments: [
    "0000-05-01T08:00:00", "99999-05-01T08:00:00", "-0044-03-15", "6000-01-01",
    "123456789012345678901-01-01T00:00:00",
  ])
  func aDateOfAYearThatNoCalendarHasIsAnError(_ date: String) throws {
    for field in ["Deadline", "ConstraintDate", "Start", "Finish", "ActualStart"] {
      let wrong = try problem(
        projectFile(
          projectTask(1) + "\n" + projectTask(2, "PT8H0M0S", "<\(field)>\(date)</\(field)>")))
      #expect(wrong.id == "date-range")
      #expect(wrong.line > 8)
      #expect(wrong.message.text(in: .en).contains("\"\(date)\" in Project/Tasks/Task/\(field)"))
      #expect(wrong.message.text(in: .ja).contains("1900〜2999 年"))
    }
  }

  @Test(arguments: ["NA", "soon", "2025-13-01T08:00:00"])
  func aDateThatIsNoneIsLeftOutWithItsLine(_ date: String) throws {
    let imported = MSPDIImport(
      bytes: projectFile(
        projectTask(1, "PT8H0M0S") + "\n"
          + projectTask(2, "PT8H0M0S", "<Deadline>\(date)</Deadline>")))
    #expect(imported.plan?.tasks[1].deadline == nil)
    let warning = try #require(imported.problems.first { $0.id == "not-a-date" })
    #expect(warning.line > 8)
  }

  /// A plan file would not state them, whether or not the task takes part in the schedule.
  @Test(arguments: [
    ("<Duration>PT1666667H0M0S</Duration>", "a duration of task 2"),
    ("<Duration>PT64H0M21474836470S</Duration><Active>0</Active>", "a duration of task 2"),
    (
      "<Baseline><Number>0</Number><Duration>PT9000000H</Duration></Baseline>",
      "a duration of task 2"
    ),
    (
      "<ActualStart>2025-05-01T09:00:00</ActualStart><RemainingDuration>PT9000000H</RemainingDuration>",
      "a duration of task 2"
    ),
    (
      "<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>1000000010</LinkLag></PredecessorLink>",
      "1 → 2: the lag"
    ),
    (
      "<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>-1000000010</LinkLag></PredecessorLink>",
      "1 → 2: the lag"
    ),
  ])
  func lengthsBeyondAllPlansAreErrors(_ fields: String, _ words: String) throws {
    let wrong = try problem(
      projectFile(projectTask(1, "PT8H0M0S") + "\n" + projectTask(2, "PT8H0M0S", fields)))
    #expect(wrong.id == "duration" && wrong.line > 8)
    #expect(wrong.message.text(in: .en) == "\(words) is more than 190 years")
    #expect(wrong.message.text(in: .ja).contains("190 年を超えています"))
  }

  @Test func theLongestDurationAndLagAreRead() throws {
    let imported = MSPDIImport(
      bytes: projectFile(
        projectTask(1, "PT8H0M0S")
          + projectTask(
            2, "PT1666666H0M0S",
            "<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>1000000000</LinkLag></PredecessorLink>"
          )))
    let plan = try #require(imported.plan)
    #expect(plan.tasks[1].duration.flatMap(plan.units.minutes) == 99_999_960)
  }

  @Test func twoTasksWithOneUIDAreAnError() throws {
    #expect(try problem(projectFile(projectTask(1) + projectTask(1))).id == "duplicate-uid")
  }

  @Test func manyProblemsOfAKindAreCounted() throws {
    let tasks = String(repeating: projectTask(1), count: 50)
    let problems = MSPDIImport(bytes: projectFile(tasks)).problems.filter { $0.severity == .error }
    #expect(problems.count == 21)
    #expect(problems.last?.message.text(in: .en) == "29 more problems of this kind")
  }

  // MARK: Circles

  private func link(_ predecessor: Int, _ more: String = "") -> String {
    "<PredecessorLink>\n<PredecessorUID>\(predecessor)</PredecessorUID>\(more)</PredecessorLink>"
  }

  @Test(arguments: ["", "<Active>0</Active>"])
  func aTaskThatWaitsForItselfIsAnError(_ more: String) throws {
    let tasks =
      projectTask(1) + "\n" + projectTask(2, "PT8H0M0S", more + "\n" + link(2) + "\n" + link(1))
    let problem = try problem(projectFile(tasks))
    #expect(problem.id == "cycle")
    #expect(problem.message.text(in: .en) == "2 → 2: the task waits for itself")
    #expect(problem.message.text(in: .ja).hasPrefix("2 → 2："))
    #expect(problem.line == 13)
  }

  @Test func tasksThatWaitForEachOtherAreAnError() throws {
    let tasks = [
      projectTask(1, "PT8H0M0S", link(3)), projectTask(2, "PT8H0M0S", link(1)),
      projectTask(3, "PT8H0M0S", link(2)), projectTask(4, "PT8H0M0S", link(3)),
    ].joined(separator: "\n")
    let problem = try problem(projectFile(tasks))
    #expect(problem.id == "cycle")
    #expect(problem.message.text(in: .en) == "1 → 2 → 3 → 1: the tasks wait for each other")
    #expect(
      problem.advice?.text(in: .en) == "Maybe one of the links at lines 9, 13, 17 is wrong.")
    #expect(problem.line == 9)
  }

  /// Also with a lag that nothing can be a share of, for which such a plan cannot be scheduled either.
  @Test(arguments: ["", "<LinkLag>50</LinkLag><LagFormat>19</LagFormat>"])
  func aTaskThatWaitsForItsOwnSummaryIsAnError(_ lag: String) throws {
    let tasks =
      projectTask(1, "PT8H0M0S") + "\n" + projectTask(2, "PT8H0M0S", level: 2, link(1, lag)) + "\n"
      + projectTask(3, "PT8H0M0S", level: 2)
    let problem = try problem(projectFile(tasks))
    #expect(problem.id == "cycle" && problem.line == 12)
    #expect(problem.message.text(in: .en) == "2 waits for 1, of which it is a part")
  }

  @Test func aSummaryThatWaitsForItsOwnPartIsAnError() throws {
    let tasks =
      projectTask(1, "PT8H0M0S", link(2)) + "\n" + projectTask(2, "PT8H0M0S", level: 2)
    let problem = try problem(projectFile(tasks))
    #expect(problem.id == "cycle" && problem.line == 9)
    #expect(problem.message.text(in: .en) == "the summary 1 waits for its own part 2")
  }

  /// Links may lead back in the order of the file without forming a circle.
  @Test func linksThatLeadBackAreRead() throws {
    let tasks =
      projectTask(1, "PT8H0M0S", link(3)) + projectTask(2, "PT8H0M0S", link(3))
      + projectTask(3, "PT8H0M0S")
    #expect(MSPDIImport(bytes: projectFile(tasks)).problems.isEmpty)
    try check(projectFile(tasks))
  }

  @Test func aCalendarThatFollowsItselfIsRead() throws {
    let calendars = """
      <Calendar><UID>2</UID><BaseCalendarUID>3</BaseCalendarUID></Calendar>
      <Calendar><UID>3</UID><BaseCalendarUID>2</BaseCalendarUID></Calendar>
      """
    try check(
      projectFile(projectTask(1, "PT8H0M0S", "<CalendarUID>2</CalendarUID>"), calendars: calendars))
  }

  /// An inactive task may state any share of another's duration.
  @Test func anAbsurdLagOfAnInactiveTaskIsWritten() throws {
    let link = """
      <Active>0</Active><PredecessorLink><PredecessorUID>1</PredecessorUID>
      <LinkLag>2000000000</LinkLag><LagFormat>19</LagFormat></PredecessorLink>
      """
    try check(projectFile(projectTask(1, "PT80000H0M0S") + projectTask(2, "PT8H0M0S", link)))
    let before = "<Active>0</Active>"
    let after = """
      <PredecessorLink><PredecessorUID>1</PredecessorUID>
      <LinkLag>2000000000</LinkLag><LagFormat>19</LagFormat></PredecessorLink>
      """
    try check(
      projectFile(
        projectTask(1, "PT900000H0M0S", before) + projectTask(2, "PT8H0M0S", after)))
  }

  /// Many assignments of one task, and much work in tiny units.
  @Test func absurdAssignmentsAreRead() throws {
    let resources = (1...3000).map {
      "<Resource><UID>\($0)</UID><Name>r\($0)</Name><Type>1</Type></Resource>"
    }.joined()
    let assignments = (1...3000).map {
      """
      <Assignment><UID>\($0)</UID><TaskUID>1</TaskUID><ResourceUID>\($0)</ResourceUID>
      <Units>0.000001</Units><Work>PT9999999H0M0S</Work><Delay>\($0 % 2 == 0 ? -5 : 2147483647)</Delay>
      </Assignment>
      """
    }.joined()
    try check(projectFile(projectTask(1), resources: resources, assignments: assignments))
  }
}
