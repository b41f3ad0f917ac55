import Planning
import Reports
import Scheduling
import SharedSystem
import Testing

@testable import ProjectXML

@Suite("Charts as SVG")
struct ChartTests {
  private func plan(names: [String]) -> Plan {
    var plan = Plan(start: Instant(minutes: 29_586_240))
    plan.name = LocalizedText("分離 <計画> & \"図\"")
    for (index, name) in names.enumerated() {
      var task = PlanTask(id: "t\(index)", name: LocalizedText(name))
      task.duration = PlanDuration(10, .days)
      if index > 0 { task.after = [.init(task: "t\(index - 1)")] }
      plan.tasks.append(task)
    }
    return plan
  }

  private func chart(_ plan: Plan, rows: Int = 150) throws -> GanttChart {
    var options = GanttOptions()
    options.rowsPerPage = rows
    return try GanttChart(try plan.scheduled(), options, ReportContext(language: .ja))
  }

  private let texts = "//*[local-name()='text']"

  @Test("well-formed whatever the names are; texts are found by a search")
  func names() throws {
    let names = [
      "要件定義", "<&\"'>]]>", "\u{0}\u{1}\u{FFFE}\u{FFFF}\n\t", "\u{202E}שלום",
      String(repeating: "長", count: 500), "",
    ]
    let read = try ReadBack(try SVG.bytes(of: try chart(plan(names: names)).pages[0]))
    let found = read.all(texts)
    for text in ["分離 <計画> & \"図\"", "要件定義", "<&\"'>]]>", "2026年度", "t5"] {
      #expect(found.contains(text), "\(text)")
    }
    #expect(found.contains { $0.hasPrefix("長長長") && $0.hasSuffix("…") })
    #expect(read.all("//*[local-name()='g']/*[local-name()='title']").count == names.count)
    #expect(read.one("/*/@width") == "420mm")
    #expect(read.one("/*/@viewBox")?.hasPrefix("0 0 42000 ") == true)
  }

  @Test("pages below each other are one document with all tasks")
  func sheet() throws {
    let chart = try chart(plan(names: (0..<25).map { "作業\($0)" }), rows: 10)
    #expect(chart.pages.count == 3)
    let read = try ReadBack(try SVG.bytes(of: chart.sheet))
    #expect(read.one("/*/@height") == "891mm")
    #expect(
      read.all("/*/*[local-name()='g']/@transform") == [
        "translate(0 29700)", "translate(0 59400)",
      ])
    for number in 0..<25 { #expect(read.all(texts).contains("作業\(number)")) }
  }

  @Test("equal input, equal bytes")
  func determinism() throws {
    let plan = plan(names: ["a", "b", "c"])
    #expect(
      try SVG.bytes(of: try chart(plan).pages[0]) == SVG.bytes(of: try chart(plan).pages[0]))
  }

  @Test("every role of a chart has a colour for light and for dark backgrounds")
  func colours() {
    let halves = SVGStyle.chartSheet.split(separator: "@media")
    #expect(halves.count == 2)
    for half in halves {
      for role in Picture.ChartRole.allCases {
        #expect(half.contains(".\(SVGStyle.name(of: role)) { "))
      }
      for owner in 0..<9 { #expect(half.contains(".\(SVGStyle.name(of: .holder(owner))) { ")) }
    }
    #expect(SVGStyle.name(of: .chart(.drivingLinkHead)) == "driving-link-head")
  }
}
