import Planning
import Scheduling
import SharedSystem

/// The counter-based generator "SplitMix64" (Steele, Lea, Flood, OOPSLA 2014).
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

/// A plan with a bit of everything: summaries, all link types and lags, calendars, constraints,
/// progress. It may be impossible to schedule (a cycle through a summary).
func randomPlan(_ seed: UInt64) -> Plan {
  var random = SplitMix64(seed: seed)
  var plan = Plan(start: at("2025-04-01"))
  plan.name = LocalizedText("random \(seed)")
  plan.calendars = [japaneseOffice, roundTheClock, nights]
  plan.calendar = "office"
  plan.lagCalendar = LagCalendar.allCases[random.below(4)]
  if random.chance(30) { plan.statusDate = at("2025-04-10T18:00") }
  let durations = ["1d", "7h", "45m", "2w", "3ed", "30eh", "P1M", "2.5d"]
  var open: [Int] = []
  for index in 0..<(5 + random.below(30)) {
    while !open.isEmpty, random.chance(30) { open.removeLast() }
    var task = PlanTask(id: "t\(index)", name: LocalizedText("作業 \(index)"))
    task.parent = open.last
    if random.chance(15) {
      task.isSummary = true
      open.append(index)
    } else if random.chance(15) {
      task.isMilestone = true
    } else {
      task.duration = PlanDuration(durations[random.below(durations.count)])
      if random.chance(30) { task.calendar = ["clock", "nights", "office"][random.below(3)] }
    }
    addRules(&task, index, &random, plan)
    plan.tasks.append(task)
  }
  return plan
}

private func addRules(
  _ task: inout PlanTask, _ index: Int, _ random: inout SplitMix64, _ plan: Plan
) {
  let lags = ["", "+2d", "-1d", "+3ed", "+50%", "+12.5%", "-4h"]
  for _ in 0..<random.below(3) where index > 0 {
    let before = random.below(index)
    let type = LinkType.allCases[random.below(4)].code
    let lag = plan.tasks[before].duration.map { $0.unit != .calendarMonths } ?? false
    let text = "t\(before) \(type)\(lag ? lags[random.below(lags.count)] : "")"
    if let dependency = PlanTask.Dependency(text) { task.after.append(dependency) }
  }
  if random.chance(25) {
    let kind = TaskConstraint.Kind.allCases[random.below(9)]
    let date = day("2025-04-10").adding(days: random.below(60))
    task.constraints = [.init(kind, Instant(date, minuteOfDay: kind.concernsFinish ? 1440 : 0))]
  }
  if random.chance(15) { task.deadline = end("2025-05-30") }
  if !task.isSummary, task.after.isEmpty, random.chance(20) {
    task.progress = .init(
      started: at("2025-04-02T09:00"), finished: random.chance(50) ? at("2025-04-09T18:00") : nil)
  }
}
