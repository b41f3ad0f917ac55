import Scheduling
import SharedSystem

@testable import Planning

/// Random plans with random levers of every kind, helpful and harmful.
enum RandomLevers {
  /// - Parameter kinds: which kinds of change there are: 0..<9.
  static func plan(
    tasks: Int, levers: Int, kinds: [Int] = Array(0..<11), using random: inout SplitMix64
  ) -> Plan {
    var plan = RandomPlan.ofEverything(count: tasks, using: &random)
    finish(&plan, levers, kinds, using: &random)
    return plan
  }

  /// Work in days on one calendar: levers act on each other less.
  static func plain(tasks: Int, levers: Int, using random: inout SplitMix64) -> Plan {
    var plan = RandomPlan.ofDays(count: tasks, using: &random)
    plan.cutover = plan.tasks.last?.id
    finish(&plan, levers, [0, 0, 1, 2, 9], using: &random)
    return plan
  }

  private static func finish(
    _ plan: inout Plan, _ levers: Int, _ kinds: [Int], using random: inout SplitMix64
  ) {
    plan.owners = [
      Owner(id: "one", name: LocalizedText("one")),
      Owner(
        id: "two", name: LocalizedText("two"),
        calendar: plan.calendars.count > 1 ? plan.calendars[1].id : nil),
    ]
    let leaves = plan.tasks.indices.filter { !plan.tasks[$0].isSummary }
    for task in leaves {
      if Int.random(in: 0..<5, using: &random) == 0 { plan.tasks[task].owner = "one" }
      if Int.random(in: 0..<3, using: &random) == 0 { plan.tasks[task].cost = 7 }
    }
    if Int.random(in: 0..<2, using: &random) == 0 {
      plan.cutover = leaves.last.map { plan.tasks[$0].id }
    }
    for number in 0..<levers {
      let count = Int.random(in: 1...2, using: &random)
      var lever = Lever(
        id: "l\(number)", name: LocalizedText("l\(number)"),
        cost: Int64(Int.random(in: 0..<12, using: &random)),
        changes: (0..<count).map { _ in change(plan, leaves, kinds, using: &random) })
      if number > 0, Int.random(in: 0..<8, using: &random) == 0 {
        lever.requires = ["l\(Int.random(in: 0..<number, using: &random))"]
      }
      if number > 0, Int.random(in: 0..<8, using: &random) == 0 {
        lever.excludes = ["l\(Int.random(in: 0..<number, using: &random))"]
      }
      plan.levers.append(lever)
    }
  }

  private static func change(
    _ plan: Plan, _ leaves: [Int], _ kinds: [Int], using random: inout SplitMix64
  ) -> Change {
    let position = Int.random(in: 0..<leaves.count, using: &random)
    let task = plan.tasks[leaves[position]]
    switch kinds.randomElement(using: &random) ?? 0 {
    case 0:
      let share = [-50_000, -25_000, -20_000, 30_000].randomElement(using: &random) ?? -50_000
      return .duration(.init(id: task.id), .percent(thousandths: Int64(share)))
    case 1:
      let share = [-30_000, -10_000].randomElement(using: &random) ?? -30_000
      return .duration(.init(owner: "one"), .percent(thousandths: Int64(share)))
    case 2:
      guard let link = task.after.first else {
        return .duration(.init(id: task.id), .set(PlanDuration(1, .days)))
      }
      let type = LinkType.allCases.randomElement(using: &random)
      let lag = PlanDuration(Int.random(in: -1...2, using: &random), .days)
      return .link(
        from: link.task, to: task.id, type: type,
        lag: Bool.random(using: &random) ? .time(lag) : .percent(thousandths: 50_000))
    case 3: return .remove(task: task.id)
    case 4:
      let day = 20_605 + Int.random(in: 0..<40, using: &random)
      return .open(
        calendar: plan.calendars.first?.id ?? "",
        [.init(date: CivilDate(dayNumber: day), hours: WorkCalendar.officeHours)])
    case 5:
      let day = 20_605 + Int.random(in: 0..<60, using: &random)
      return .windows(
        calendar: "nights",
        [
          .init(
            start: Instant(CivilDate(dayNumber: day)), end: Instant(CivilDate(dayNumber: day + 3)))
        ])
    case 6:
      let owner = ["one", "two"].randomElement(using: &random)
      return .assign(Assignment(task: task.id, value: .owner(owner), text: "owner"))
    case 7:
      return .assign(
        Assignment(
          task: task.id, value: .cost(Int64(Int.random(in: 0..<15, using: &random))), text: "cost"))
    case 8:
      let kinds: [TaskConstraint.Kind] = [
        .startNoEarlierThan, .mustStartOn, .finishNoLaterThan, .asLateAsPossible,
        .startNoLaterThan,
      ]
      let day = 20_605 + Int.random(in: 0..<40, using: &random)
      let constraint = kinds.randomElement(using: &random).map {
        TaskConstraint($0, Instant(CivilDate(dayNumber: day), minuteOfDay: 600))
      }
      return .assign(
        Assignment(
          task: task.id, value: .constraint(Bool.random(using: &random) ? nil : constraint),
          text: "constraint"))
    case 9:
      guard let link = task.after.randomElement(using: &random) else {
        return .duration(.init(id: task.id), .percent(thousandths: -50_000))
      }
      return .unlink(from: link.task, to: task.id)
    default:
      return .assign(
        Assignment(
          task: task.id, value: .calendar(Bool.random(using: &random) ? "nights" : nil),
          text: "calendar"))
    }
  }
}

/// All subsets of a plan's levers, applied and scheduled one by one.
struct EverySubset {
  private(set) var all: [(ids: Set<String>, cost: Int64, finish: Instant)] = []

  init(_ plan: Plan, calendars: CalendarCache) throws {
    let base = try plan.withGeneratedWork()
    let count = plan.levers.count
    for bits in 0..<(1 << count) {
      let ids = plan.levers.indices.filter { bits & (1 << $0) != 0 }.map { plan.levers[$0].id }
      guard
        let result = try? WhatIfResult.compare(
          base, applying: ids.map { .lever($0) }, calendars: calendars)
      else { continue }
      all.append((Set(ids), result.cost, result.after.cutoverFinish))
    }
  }

  /// The front of cost against the day: (cost, day), the cheapest first.
  var front: [[Int64]] {
    var result: [[Int64]] = []
    for entry in all.sorted(by: { ($0.cost, $0.finish) < ($1.cost, $1.finish) }) {
      let day = Int64(entry.finish.startOfItsDay.minutes)
      if let last = result.last, last[1] <= day { continue }
      result.append([entry.cost, day])
    }
    return result
  }
}
