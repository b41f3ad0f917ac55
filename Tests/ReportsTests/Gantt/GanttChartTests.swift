import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Gantt chart")
struct GanttChartTests {
  private static let work: Set<Picture.ChartRole> = [
    .bar, .criticalBar, .drivingBar, .inactiveBar, .done, .baseline, .summary, .milestone,
    .criticalMilestone, .drivingMilestone, .float, .link, .drivingLink,
  ]

  private func chart(
    _ plan: Plan, _ options: GanttOptions = GanttOptions(),
    _ language: LocalizedText.Language = .ja
  ) throws -> GanttChart {
    try GanttChart(try plan.scheduled(), options, ReportContext(language: language))
  }

  /// What holds for every page of every chart.
  private func check(_ chart: GanttChart) throws {
    for page in chart.pages {
      let texts = page.texts
      #expect(!texts.isEmpty)
      for text in texts {
        #expect(
          text.left >= 0 && text.right <= page.width && text.top >= 0
            && text.bottom <= page.height, "\(text)")
      }
      // From top to bottom, so that only neighbours are compared.
      let sorted = texts.filter { !$0.text.isEmpty }.sorted { $0.top < $1.top }
      for (number, text) in sorted.enumerated() {
        for other in sorted[(number + 1)...] {
          if other.top >= text.bottom { break }
          #expect(!text.meets(other), "\(text) / \(other)")
        }
      }
      // No line of a day that matters strikes the text of another.
      for line in Picture.extents(page.flat, of: [.statusLine, .cutoverLine, .targetLine]) {
        for text in texts
        where [.statusText, .cutoverText, .targetText].contains(text.role)
          && text.bottom > line.top
        {
          #expect(line.right <= text.left || text.right <= line.left, "\(text) / \(line)")
        }
      }
      let axis = try #require(Picture.extents(page.flat, of: [.axis]).first)
      // Below the last line the legend begins.
      let foot = Picture.extents(page.flat, of: [.yearGrid]).map(\.bottom).max() ?? 0
      for extent in Picture.extents(page.flat, of: GanttChartTests.work)
      where extent.top < foot {
        #expect(
          extent.left >= axis.left && extent.right <= axis.right && extent.top > axis.bottom
            && extent.bottom <= foot, "\(extent)")
      }
      for group in page.taskGroups {
        let bars = Picture.extents(
          group.shapes, of: GanttChartTests.work.subtracting([.link, .drivingLink]))
        for mark in Picture.texts(group.shapes) where mark.role == .mark {
          for bar in bars {
            #expect(mark.right <= bar.left || bar.right <= mark.left, "\(mark) / \(bar)")
          }
        }
      }
    }
  }

  @Test("texts stay on the page and apart, bars below their axis", arguments: 0..<24)
  func properties(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...190, using: &random)
    let plan = try ChartPlans.random(seed, tasks: count, hostile: seed % 2 == 1)
    var options = GanttOptions()
    options.grouping = GanttOptions.Grouping.allCases[Int(seed) % 3]
    if seed % 5 == 1 { options.rowsPerPage = Int.random(in: 1...40, using: &random) }
    if seed % 4 == 2 { options.from = try SamplePlan.day("2026-05-10").date }
    if seed % 4 >= 2 { options.to = try SamplePlan.day("2026-09-09").date }
    let language: LocalizedText.Language = seed % 3 == 0 ? .en : .ja
    let chart = try chart(plan, options, language)
    try check(chart)
    let again = try self.chart(plan, options, language)
    #expect(chart.pages == again.pages)
  }

  @Test(
    "every task is on one page, once", arguments: GanttOptions.Grouping.allCases, [7, 50, 165])
  func once(grouping: GanttOptions.Grouping, most: Int) throws {
    let plan = try ChartPlans.random(3, tasks: 400)
    var options = GanttOptions()
    options.grouping = grouping
    options.rowsPerPage = most
    let chart = try chart(plan, options)
    let ids = chart.pages.flatMap(\.taskGroups).map(\.id)
    let expected = plan.tasks.filter { grouping == .outline || !$0.isSummary }.map(\.id)
    #expect(ids.sorted() == expected.sorted())
    #expect(chart.pages.count >= (expected.count + most - 1) / most)
    #expect(chart.sheet.height == chart.pages.reduce(0) { $0 + $1.height })
    #expect(chart.sheet.taskGroups.map(\.id) == ids)
    #expect(chart.taskCount == plan.tasks.count { !$0.isSummary })
  }

  @Test("a part of the time shows the tasks that lie in it", arguments: 0..<12)
  func clipping(seed: UInt64) throws {
    let plan = try ChartPlans.random(seed, tasks: 120)
    let schedule = try plan.scheduled()
    var options = GanttOptions()
    options.from = schedule.start.date.adding(days: 30 + Int(seed))
    options.to = schedule.start.date.adding(days: 60 + 3 * Int(seed))
    let chart = try GanttChart(schedule, options, ReportContext(language: .en))
    let ids = Set(chart.pages.flatMap(\.taskGroups).map(\.id))
    let (first, last) = (try #require(options.from), try #require(options.to))
    for (index, task) in plan.tasks.enumerated() where !task.isSummary {
      // Days of work and of milestones, as people read them in the table.
      let isInside = schedule.finishDay(of: index) >= first && schedule.startDay(of: index) <= last
      #expect(ids.contains(task.id) == isInside, "\(task.id) \(schedule.tasks[index])")
    }
    try check(chart)
  }

  @Test("filters of one kind are alternatives, different kinds must all hold")
  func filters() throws {
    let plan = try ChartPlans.random(5, tasks: 150)
    let schedule = try plan.scheduled()
    func shown(_ only: [GanttOptions.Filter]) throws -> [String] {
      var options = GanttOptions()
      options.only = only
      return try GanttChart(schedule, options, ReportContext(language: .ja)).pages
        .flatMap(\.taskGroups).map(\.id)
        .filter { id in plan.tasks.contains { $0.id == id && !$0.isSummary } }
    }
    func expected(_ holds: (PlanTask, PlanSchedule.TaskDates) -> Bool) -> [String] {
      zip(plan.tasks, schedule.tasks).filter { !$0.isSummary && holds($0, $1) }.map(\.0.id)
    }
    let critical = expected { $1.isCritical || $1.isDriving }
    #expect(!critical.isEmpty)
    #expect(try shown([.critical]) == critical)
    #expect(try Set(shown([.near])).isSuperset(of: critical))
    #expect(try shown([.owner("retail")]) == expected { task, _ in task.owner == "retail" })
    #expect(
      try shown([.owner("retail"), .owner("network")]) == expected { task, _ in task.owner != nil })
    #expect(
      try shown([.owner("retail"), .module("m1"), .critical])
        == expected { $0.owner == "retail" && $0.module == "m1" && ($1.isCritical || $1.isDriving) }
    )
    #expect(try shown([.owner("nobody")]).isEmpty)
  }

  @Test("near tasks would take over after two weeks; those before them come with them")
  func near() throws {
    var plan = try ChartPlans.plan([
      ChartPlans.task("start", days: 5), ChartPlans.task("long", days: 50, after: ["start"]),
      ChartPlans.task("near", days: 41, after: ["start"]),
      ChartPlans.task("joins", days: 20, after: ["start"]),
      ChartPlans.task("short", days: 39, after: ["start"]),
      ChartPlans.task("after", days: 12, after: ["joins"]),
      ChartPlans.milestone("end", after: ["long", "near", "short", "after"]),
    ])
    plan.cutover = "end"
    var options = GanttOptions()
    options.only = [.near]
    #expect(
      try chart(plan, options).pages[0].taskGroups.map(\.id) == ["start", "long", "near", "end"])
    options.only = [.critical]
    #expect(try chart(plan, options).pages[0].taskGroups.map(\.id) == ["start", "long", "end"])
  }

  @Test("what waits for a window has float, and is near when little behind what comes last")
  func nearBeforeWindow() throws {
    var windows = WorkCalendar.continuous
    windows.windows = [try SamplePlan.window("2026-12-29/2027-01-03")]
    var cut = ChartPlans.task("cut", days: 1, after: ["long", "near", "short"])
    cut.calendar = "window"
    var plan = try ChartPlans.plan([
      ChartPlans.task("start", days: 5), ChartPlans.task("long", days: 50, after: ["start"]),
      ChartPlans.task("near", days: 41, after: ["start"]),
      ChartPlans.task("short", days: 39, after: ["start"]), cut,
    ])
    plan.calendars = [
      PlanCalendar(id: "window", name: LocalizedText("window"), calendar: windows)
    ]
    plan.cutover = "cut"
    var options = GanttOptions()
    options.only = [.near]
    #expect(
      try chart(plan, options).pages[0].taskGroups.map(\.id) == ["start", "long", "near", "cut"])
  }

  @Test("filters are read from their names")
  func filterNames() {
    typealias Filter = GanttOptions.Filter
    #expect(Filter("critical") == .critical && Filter("near") == .near)
    #expect(Filter("owner=a=b") == .owner("a=b") && Filter("module=m") == .module("m"))
    for text in ["", "owner", "owner=", "team=a", "Critical", "=a"] { #expect(Filter(text) == nil) }
  }

  @Test("no tasks, one task, milestones alone, tasks without any time")
  func small() throws {
    let plans = [
      try ChartPlans.plan([]), try ChartPlans.plan([ChartPlans.task("a", days: 1)]),
      try ChartPlans.plan([ChartPlans.milestone("a"), ChartPlans.milestone("b", after: ["a"])]),
      try ChartPlans.plan([
        ChartPlans.task("a", days: 0), ChartPlans.task("b", days: 0, after: ["a"]),
      ]),
    ]
    for plan in plans {
      for language in LocalizedText.Language.allCases {
        let chart = try chart(plan, GanttOptions(), language)
        #expect(chart.pages.count == 1 && chart.taskCount == plan.tasks.count)
        #expect(chart.pages[0].taskGroups.map(\.id) == plan.tasks.map(\.id))
        try check(chart)
      }
    }
    #expect(
      try chart(plans[0], GanttOptions(), .en).pages[0].texts.map(\.text).contains(
        "the plan has no tasks"))
    #expect(Picture.extents(try chart(plans[2]).pages[0].flat, of: [.drivingMilestone]).count == 2)
  }

  @Test("a plan of 20,000 tasks has all of them")
  func large() throws {
    let tasks = (0..<20_000).map { index in
      ChartPlans.task("t\(index)", days: 3, after: index % 100 == 0 ? [] : ["t\(index - 1)"])
    }
    let chart = try chart(try ChartPlans.plan(tasks))
    #expect(chart.pages.count == 182)
    #expect(chart.pages.reduce(0) { $0 + $1.taskGroups.count } == 20_000)
  }
}
