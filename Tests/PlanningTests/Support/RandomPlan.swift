import Planning
import Scheduling
import SharedSystem

/// Seeded random numbers (G. L. Steele, D. Lea, C. H. Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Random plans for explanations.
enum RandomPlan {
  /// Work in days on one calendar, finish to start, with a few lags: what a day off does can be
  /// tried in full. The last task waits for all others.
  static func ofDays(count: Int, using random: inout SplitMix64) -> Plan {
    var plan = smallPlan()
    for index in 0..<count {
      let days = Int.random(in: 0..<4, using: &random) == 0 ? 3 : 2
      var after: [String] = []
      for other in 0..<index where index == count - 1 || Int.random(in: 0..<4, using: &random) == 0
      {
        let lag = Int.random(in: 0..<6, using: &random) == 0 ? " FS+2d" : ""
        after.append("t\(other)\(lag)")
      }
      plan.tasks.append(task("t\(index)", "\(days)d", after: after))
    }
    return plan
  }

  /// Holidays, weekends, windows, all link types, lags, summaries, constraints, progress.
  static func ofEverything(count: Int, using random: inout SplitMix64) -> Plan {
    var plan = smallPlan()
    var office = WorkCalendar.standard
    office.holidayRules = [.japan]
    office.closed = [.init(CivilDate(dayNumber: 20_612), CivilDate(dayNumber: 20_614))]
    var nights = WorkCalendar(week: Array(repeating: [.init(start: 60, end: 360)], count: 7))
    nights.windows = stride(from: 20_605, to: 21_700, by: 30).map { day in
      .init(
        start: Instant(CivilDate(dayNumber: day)), end: Instant(CivilDate(dayNumber: day + 12)))
    }
    plan.calendars = [
      .init(id: "office", name: LocalizedText("office"), calendar: office),
      .init(id: "nights", name: LocalizedText("nights"), calendar: nights),
    ]
    plan.calendar = "office"
    var holder: Int?
    for index in 0..<count {
      if Int.random(in: 0..<6, using: &random) == 0 {
        plan.tasks.append(summary("s\(index)"))
        holder = plan.tasks.count - 1
      }
      let durations = ["1d", "2d", "5d", "0.5d", "3ed", "P1M", "0d"]
      var new = task(
        "t\(index)", durations.randomElement(using: &random) ?? "1d", parent: holder)
      new.after = links(to: plan, holder: holder, using: &random)
      if Int.random(in: 0..<4, using: &random) == 0 { new.calendar = "nights" }
      if Int.random(in: 0..<8, using: &random) == 0 {
        let kinds: [TaskConstraint.Kind] = [
          .startNoEarlierThan, .mustStartOn, .finishNoEarlierThan, .startNoLaterThan,
        ]
        let day = 20_605 + Int.random(in: 0..<60, using: &random)
        new.constraints = [
          TaskConstraint(
            kinds.randomElement(using: &random) ?? .mustStartOn,
            Instant(CivilDate(dayNumber: day), minuteOfDay: 540))
        ]
      }
      plan.tasks.append(new)
    }
    // Every summary holds something, or it would not be one.
    for index in plan.tasks.indices where plan.tasks[index].isSummary {
      if !plan.tasks.contains(where: { $0.parent == index }) { plan.tasks[index].isSummary = false }
    }
    for index in plan.tasks.indices
    where !plan.tasks[index].isSummary && plan.tasks[index].duration == nil {
      plan.tasks[index].duration = PlanDuration(1, .days)
    }
    return plan
  }

  private static func links(
    to plan: Plan, holder: Int?, using random: inout SplitMix64
  ) -> [PlanTask.Dependency] {
    var known: Set<String> = []
    return (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
      guard let other = plan.tasks.indices.randomElement(using: &random), other != holder,
        known.insert(plan.tasks[other].id).inserted
      else { return nil }
      let types = ["", "", "", " FS+3d", " FS-1d", " SS+1d", " FF+2d", " SF+4d", " FS+2ed", " SS"]
      return PlanTask.Dependency(
        plan.tasks[other].id + (types.randomElement(using: &random) ?? ""))
    }
  }
}
