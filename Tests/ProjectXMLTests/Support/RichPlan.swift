import Planning
import Scheduling
import SharedSystem

/// Texts that a program could cut, normalise or take for something else.
private let texts = [
  "営業オンライン", "Sales online", "", " ", " a", "a ", "two\nlines", "\r\n", "\ta", "a;b=c~d%e,f", "[a]",
  "e\u{301}", "é", "\u{FEFF}", "\u{A0}", "\u{3000}", "\u{0}", "\u{B}", "\u{FFFE}", "😀", "ﬁ", "%",
  "100%41",
  "<&>\"'", "]]>", String(repeating: "長い名前 ", count: 60), ".", ";.", "\u{2028}", "-", "!",
]

/// `randomPlan` with all that the format, our fields and facts hold beside it: owners, teams, needs,
/// parts, baselines, notes, drivers, modules, texts in languages. It may be impossible to schedule.
func richPlan(_ seed: UInt64) -> Plan {
  var plan = randomPlan(seed)
  var random = SplitMix64(seed: seed ^ 0x5EED)
  func text(_ random: inout SplitMix64) -> LocalizedText {
    if random.chance(60) { return LocalizedText(texts[random.below(texts.count)]) }
    var byLanguage: [String: String] = [:]
    for code in ["ja", "en", "zh-Hans"] where random.chance(60) {
      byLanguage[code] = texts[random.below(texts.count)]
    }
    return LocalizedText(byLanguage: byLanguage)
  }
  plan.name = text(&random)
  if random.chance(30) { plan.illustrative = text(&random) }
  if random.chance(50) { plan.target = end("2025-12-26") }
  plan.constraintRule = ConstraintRule.allCases[random.below(3)]
  plan.progressRule = random.chance(30) ? .override : .retainedLogic
  if random.chance(20) { plan.criticalPaths = .eachEnd }
  if random.chance(40) {
    plan.units = WorkUnits(
      minutesPerDay: [450, 465, 480][random.below(3)], daysPerWeek: 4 + random.below(3),
      daysPerMonth: 18 + random.below(4))
  }
  if random.chance(30) { plan.currency = "EUR" }
  plan.calendars.append(windows)
  addWorkWeeks(&plan.calendars, &random)
  if random.chance(20) { plan.calendar = [nil, "clock", "nights"][random.below(3)] }
  plan.owners = ["net", "retail"].map { id in
    Owner(
      id: id, name: text(&random), calendar: [nil, "office", "nights", "clock"][random.below(4)])
  }
  plan.teams = ["cobol", "test.environment", "3"].map { id in
    var capacity = [Team.Step(from: nil, thousandths: Int64(random.below(20_000)))]
    if random.chance(20) { capacity = [] }
    for day in ["2025-05-01", "2025-07-01T12:30"] where random.chance(40) {
      capacity.append(.init(from: at(day), thousandths: Int64(random.below(9000))))
    }
    return Team(id: id, name: text(&random), capacity: capacity)
  }
  plan.generation.isEnabled = false
  plan.modules = ["sales", "billing"].map { id in
    var module = Module(id: id, name: text(&random))
    if random.chance(60) { module.strategy = Module.Strategy.allCases[random.below(8)] }
    module.both = 40_000
    return module
  }
  for index in plan.tasks.indices { enrich(&plan.tasks[index], &random, plan, text) }
  dropLinksToHolders(&plan)
  if random.chance(50) { plan.cutover = plan.tasks[random.below(plan.tasks.count)].id }
  return plan
}

/// Takes away links from tasks to the summaries that hold them: no file may have them.
private func dropLinksToHolders(_ plan: inout Plan) {
  for index in plan.tasks.indices {
    var holder = plan.tasks[index].parent
    while let summary = holder {
      let id = plan.tasks[summary].id
      plan.tasks[index].after.removeAll { $0.task == id }
      holder = plan.tasks[summary].parent
    }
  }
}

private func addWorkWeeks(_ calendars: inout [PlanCalendar], _ random: inout SplitMix64) {
  for index in calendars.indices where random.chance(30) {
    let first = day("2025-05-12").adding(days: random.below(30))
    let morning = [WorkCalendar.Hours(start: 540, end: 720)]
    calendars[index].calendar.workWeeks = [
      .init(.init(first, first.adding(days: 13)), week: Array(repeating: morning, count: 7))
    ]
    if random.chance(40) {
      // One that overlaps the first.
      calendars[index].calendar.workWeeks.append(
        .init(
          .init(first.adding(days: 7), first.adding(days: 20)),
          week: Array(repeating: morning, count: 3) + Array(repeating: [], count: 4)))
    }
  }
}

private func enrich(
  _ task: inout PlanTask, _ random: inout SplitMix64, _ plan: Plan,
  _ text: (inout SplitMix64) -> LocalizedText
) {
  if random.chance(50) { task.name = text(&random) }
  if random.chance(40) { task.owner = ["net", "retail"][random.below(2)] }
  if random.chance(40) { task.module = ["sales", "billing"][random.below(2)] }
  if random.chance(30) { task.drivers = ["D1", "D2", "D4"].filter { _ in random.chance(50) } }
  if random.chance(30) { task.notes = text(&random) }
  if random.chance(30) { task.source = texts[random.below(texts.count)] }
  if random.chance(30) { task.illustrative = random.chance(50) }
  if random.chance(30) {
    task.cost = [0, 5, -3, 1_200_000, 9_000_000_000_000_000_000][random.below(5)]
  }
  if random.chance(10) { task.isActive = false }
  if random.chance(40) {
    task.needs = plan.teams.filter { _ in random.chance(50) }.map {
      .init(team: $0.id, thousandths: Int64(random.below(5000)))
    }
  }
  task.baselines = (0...10).filter { _ in random.chance(6) }.map { number in
    var baseline = PlanTask.Baseline(number: number)
    if random.chance(70) { baseline.start = at("2025-04-07T09:01") }
    if random.chance(70) { baseline.finish = end("2025-05-07") }
    let durations = ["3d", "0.001mo", "7ed", "P3M", "2w", "90m"]
    if random.chance(70) { baseline.duration = PlanDuration(durations[random.below(6)]) }
    if random.chance(70) { baseline.cost = [0, 77, -1, 2_000_000_000_000_000][random.below(4)] }
    return baseline
  }
  if task.isSummary { return }
  if random.chance(10) {
    task.constraints = [.init(.manualStart, at("2025-04-21T10:00"))]
  } else if random.chance(10) {
    task.constraints.append(.init(.startNoEarlierThan, at("2025-05-02")))
  }
  if let duration = task.duration, random.chance(15) {
    task.duration =
      [
        PlanDuration(0, .days), PlanDuration(thousandths: 1, .months),
        PlanDuration(thousandths: 333, .days), duration,
      ][random.below(4)]
  }
  if task.duration != nil, random.chance(20) {
    task.parts = (0...random.below(3)).map { _ in
      PlanTask.Part(
        duration: PlanDuration(1 + random.below(9), random.chance(50) ? .days : .hours),
        delay: random.chance(50) ? .zero : PlanDuration(1 + random.below(3), .days),
        calendar: [nil, "office", "nights", "clock"][random.below(4)])
    }
  }
  if task.progress == nil, task.after.isEmpty, random.chance(10) {
    task.progress = .init(
      started: at("2025-04-02T09:00"), remaining: PlanDuration("1.5d"),
      resumed: random.chance(50) ? at("2025-04-04T13:00") : nil)
  }
}

extension Plan {
  /// The plan without what the format does not hold: crash points, modes, estimates, levers,
  /// scenarios, couplings, and of the modules all but id, name and strategy of those that tasks name.
  /// A constraint "as late as possible" has no date of its own.
  var asTheFormatHoldsIt: Plan {
    var plan = self
    plan.levers = []
    plan.scenarios = []
    plan.couplings = []
    plan.information = []
    plan.defaults = [:]
    plan.generated = nil
    for index in plan.owners.indices {
      plan.owners[index].short = nil
      plan.owners[index].holds = nil
    }
    let used = Set(tasks.compactMap(\.module))
    plan.modules = modules.filter { used.contains($0.id) }.map { stated in
      var module = Module(id: stated.id, name: stated.name)
      module.strategy = stated.strategy
      return module
    }
    plan.generation = GenerationSettings()
    // The file has the work already that follows from its modules.
    if !plan.modules.isEmpty { plan.generation.isEnabled = false }
    for index in plan.tasks.indices {
      plan.tasks[index].work = nil
      plan.tasks[index].replacesGenerated = false
      plan.tasks[index].crash = []
      plan.tasks[index].modes = []
      plan.tasks[index].estimate = nil
      for number in tasks[index].constraints.indices
      where tasks[index].constraints[number].kind == .asLateAsPossible {
        plan.tasks[index].constraints[number].date = start
      }
    }
    return plan
  }
}
