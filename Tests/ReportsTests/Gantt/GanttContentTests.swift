import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("What a Gantt chart shows")
struct GanttContentTests {
  private func page(
    _ plan: Plan, _ options: GanttOptions = GanttOptions(),
    _ language: LocalizedText.Language = .ja
  ) throws -> Picture {
    try GanttChart(try plan.scheduled(), options, ReportContext(language: language)).pages[0]
  }

  private func count(_ page: Picture, _ roles: Picture.ChartRole...) -> Int {
    Picture.extents(page.taskGroups.flatMap(\.shapes), of: Set(roles)).count
  }

  @Test("the verdict, the invented figures and what is left out stand above the chart")
  func head() throws {
    let japanese = try page(try SamplePlan.plan()).texts.map(\.text)
    #expect(japanese.contains("分離"))
    #expect(
      japanese.contains { $0.hasPrefix("切替　go-live　2028-01-01") && $0.contains("目標 2028-01-31") })
    #expect(japanese.contains("例示：期間8件のうち7件は作例。 すべて作例"))
    #expect(japanese.contains("全9タスク"))
    var options = GanttOptions()
    options.only = [.owner("retail")]
    options.to = try SamplePlan.day("2027-12-31").date
    options.grouping = .owner
    let english = try page(try SamplePlan.plan(), options, .en).texts.map(\.text)
    #expect(english.contains("2 of 9 tasks, by owner, owner Retail, to 2027-12-31"))
    #expect(english.contains("Retail") && !english.contains("Network"))
  }

  @Test("driving work, floats, summaries, windows and days that matter have their shapes")
  func shapes() throws {
    var plan = try SamplePlan.plan()
    plan.statusDate = try SamplePlan.day("2026-07-31")
    let chart = try page(plan)
    #expect(count(chart, .drivingBar) == 6)
    #expect(count(chart, .summary) == 1)
    let all = chart.flat
    #expect(Picture.extents(all, of: [.cutoverLine, .targetLine, .statusLine]).count == 3)
    #expect(chart.texts.map(\.text).contains("基準日 2026-07-31"))
    #expect(chart.texts.map(\.text).contains("目標 2028-01-31"))
    // The calendar's windows of which the chart has the time, and their place in the legend.
    #expect(Picture.extents(all, of: [.window]).count == 4 + 1)
    #expect(Picture.extents(all, of: [.drivingLink]).count == 5 + 1)
  }

  @Test("days that lie close together have texts that no line strikes", arguments: [0, 3])
  func closeDays(later: Int) throws {
    for (target, status) in [(2, 1), (1, 2), (9, 4), (-2, 3), (0, 0), (3, -3), (-1, -2)] {
      var plan = try ChartPlans.plan([
        ChartPlans.task("first", days: 60), ChartPlans.milestone("open", after: ["first"]),
      ])
      plan.cutover = "open"
      if later > 0 {
        plan.tasks.append(ChartPlans.task("last", days: 40 * later, after: ["open"]))
      }
      let cutover = try plan.scheduled().cutoverDay
      plan.target = Instant(cutover.adding(days: target))
      plan.statusDate = Instant(cutover.adding(days: status))
      let chart = try page(plan)
      let texts = chart.texts.filter {
        [.statusText, .cutoverText, .targetText].contains($0.role)
      }
      #expect(texts.count == 3)
      for line in Picture.extents(chart.flat, of: [.statusLine, .cutoverLine, .targetLine]) {
        for text in texts where text.bottom > line.top {
          #expect(line.right <= text.left || text.right <= line.left, "\(text) / \(line)")
        }
      }
    }
  }

  @Test("a milestone's day stands where neither a link nor the target passes")
  func marks() throws {
    var plan = try ChartPlans.plan([
      ChartPlans.task("first", days: 60), ChartPlans.milestone("open", after: ["first"]),
      ChartPlans.task("last", days: 40, after: ["open"]),
    ])
    plan.cutover = "open"
    let cutover = try plan.scheduled().cutoverDay
    for days in [3, 9, 60] {
      plan.target = Instant(cutover.adding(days: days))
      let chart = try page(plan)
      let mark = try #require(chart.texts.first { $0.role == .mark })
      let lines = chart.flat.flatMap { shape -> [(left: Int, right: Int)] in
        switch shape {
        case .polyline(let points, .chart(.drivingLink)), .polyline(let points, .chart(.link)):
          zip(points, points.dropFirst()).filter {
            min($0.y, $1.y) < mark.bottom && mark.top < max($0.y, $1.y) + 1
          }.map { (min($0.x, $1.x), max($0.x, $1.x)) }
        case .line(let x, _, _, _, .chart(.targetLine)),
          .line(let x, _, _, _, .chart(.cutoverLine)):
          [(x, x)]
        default: []
        }
      }
      #expect(lines.count > 3)
      for line in lines {
        #expect(line.right <= mark.left || mark.right <= line.left, "\(days): \(mark) / \(line)")
      }
    }
  }

  @Test("baselines, progress and inactive tasks")
  func states() throws {
    var done = ChartPlans.task("done", days: 10)
    done.progress = .init(
      started: try SamplePlan.day("2026-04-01"), finished: try SamplePlan.end("2026-04-14"))
    var begun = ChartPlans.task("begun", days: 20, after: ["done"])
    begun.progress = .init(
      started: try SamplePlan.day("2026-04-15"), remaining: PlanDuration(15, .days))
    begun.baselines = [.init(number: 0)]
    begun.baselines[0].start = try SamplePlan.day("2026-04-13")
    begun.baselines[0].finish = try SamplePlan.end("2026-05-08")
    var inactive = ChartPlans.task("inactive", days: 5)
    inactive.isActive = false
    var plan = try ChartPlans.plan([done, begun, inactive])
    plan.statusDate = try SamplePlan.end("2026-04-21")
    let page = try page(plan)
    let shapes = Dictionary(
      page.taskGroups.map { ($0.id, $0.shapes) }, uniquingKeysWith: { first, _ in first })
    func width(_ id: String, _ role: Picture.ChartRole) -> Int? {
      Picture.extents(shapes[id] ?? [], of: [role]).first.map { $0.right - $0.left }
    }
    #expect(width("done", .done) == (width("done", .bar) ?? width("done", .drivingBar)))
    let (bar, filled) = (try #require(width("begun", .drivingBar)), width("begun", .done))
    #expect(filled == bar / 4 || filled == bar / 4 + 1)
    #expect(width("begun", .baseline) != nil && width("done", .baseline) == nil)
    #expect(width("inactive", .inactiveBar) != nil && width("inactive", .float) == nil)
    #expect(page.taskGroups[1].tooltip.contains("当初計画 2026-04-13 → 2026-05-08"))
  }

  @Test("a finished milestone is a point, though its actual dates are a day apart")
  func milestone() throws {
    var milestone = ChartPlans.milestone("m")
    milestone.progress = .init(
      started: try SamplePlan.day("2026-04-06"), finished: try SamplePlan.end("2026-04-06"))
    let plan = try ChartPlans.plan([milestone, ChartPlans.task("a", days: 9, after: ["m"])])
    let shapes = try page(plan).taskGroups[0].shapes
    #expect(
      Picture.extents(shapes, of: [.milestone, .drivingMilestone, .criticalMilestone]).count == 1)
    #expect(Picture.extents(shapes, of: [.bar, .drivingBar, .done]).isEmpty)
    #expect(Picture.texts(shapes).map(\.text).contains("4/6"))
  }

  @Test("a tooltip tells id, name, dates, floats, owner")
  func tooltip() throws {
    let groups = try page(try SamplePlan.plan(), GanttOptions(), .en).taskGroups
    let contract = try #require(groups.first { $0.id == "contract" })
    let lines = contract.tooltip.split(separator: "\n").map(String.init)
    #expect(lines[0] == "contract  Interface contract")
    #expect(lines[1] == "2026-04-30 → 2026-06-15  30 days")
    #expect(lines.contains { $0.hasPrefix("float: total ") })
    #expect(lines.contains("owner retail"))
  }

  @Test("weekends are shown where there is room, else long breaks alone")
  func rest() throws {
    let plan = try SamplePlan.plan()
    func stretches(_ first: String, _ last: String) throws -> [Range<Int>] {
      GanttGround.rest(
        plan,
        TimeScale(try SamplePlan.day(first), try SamplePlan.day(last), left: 0, right: 28_000))
    }
    // Four weekends; 29 April 2026 is a holiday.
    #expect(try stretches("2026-04-06", "2026-05-02").count == 4)
    // Nine months at 101 a day: every weekend. Six years: the year ends, and holidays in May.
    #expect(try stretches("2026-04-01", "2027-01-01").count > 39)
    let long = try stretches("2026-04-01", "2032-04-01")
    #expect((6...20).contains(long.count))
    #expect(long.allSatisfy { $0.count >= 4 * 28_000 / 2192 })
    #expect(try stretches("1990-04-01", "2090-04-01").isEmpty)
  }

  @Test("the windows are those of the cutover, or of the work before it that waits for one")
  func windows() throws {
    var plan = try SamplePlan.plan()
    #expect(GanttGround.windows(try plan.scheduled()).count == 4)
    plan.tasks[7].calendar = nil
    #expect(GanttGround.windows(try plan.scheduled()).isEmpty)
    plan.tasks[6].calendar = "window"
    #expect(GanttGround.windows(try plan.scheduled()).count == 4)
  }

  @Test("a day far from the tasks does not press them together")
  func far() throws {
    var plan = try ChartPlans.plan([ChartPlans.task("a", days: 40)])
    plan.target = try SamplePlan.end("2099-12-31")
    let time = GanttTime(
      try plan.scheduled(), [GanttRow(content: .task(0), depth: 0, isHead: false)],
      GanttOptions())
    #expect(time.last < (try SamplePlan.day("2026-08-01")))
  }
}
