import PlanFile
import Planning
import Scheduling
import SharedSystem

/// Decisions about `Plans/wheeling-2029`: its own levers, and fourteen more.
enum LeverBenchmarks {
  static let folder = "Plans/wheeling-2029"

  static var all: [(name: String, make: () throws -> Benchmark?)] {
    [
      ("front of 30 levers", { try front() }),
      ("levers and shorter tasks for a date", { try accelerated() }),
    ]
  }

  private static var plan: Plan? { PlanReader.read(path: folder).plan }

  /// The plan with thirty levers: a tenth off every task of fourteen modules of its path, each.
  private static func planWithMoreLevers() throws -> Plan? {
    guard var plan else { return nil }
    let schedule = try plan.scheduled()
    var modules: [String] = []
    for step in schedule.path {
      if let module = schedule.plan.tasks[step.task].module, !modules.contains(module) {
        modules.append(module)
      }
    }
    for task in schedule.plan.tasks {
      if let module = task.module, !modules.contains(module) { modules.append(module) }
    }
    for (number, module) in modules.prefix(30 - plan.levers.count).enumerated() {
      plan.levers.append(
        Lever(
          id: "tenth-\(number)", name: LocalizedText("tenth-\(number)"),
          cost: Int64(20_000_000 + number * 1_700_000),
          changes: [.duration(.init(module: module), .percent(thousandths: -10_000))]))
    }
    return plan
  }

  private static func front() throws -> Benchmark? {
    guard let plan = try planWithMoreLevers() else { return nil }
    return Benchmark(
      limit: 5_000, repetitions: 2,
      check: {
        guard plan.levers.count == 30 else { return "\(plan.levers.count) levers" }
        let front = try plan.leverFront()
        if front.gap != nil { return "the front is not proved" }
        for point in front.points {
          let result = try WhatIfResult.compare(plan, applying: point.levers.map { .lever($0) })
          guard result.after.cutoverFinish == point.finish, result.cost == point.cost else {
            return "\(point) is not what its levers do"
          }
        }
        return try fault(of: front, in: plan)
      },
      body: { _ in _ = try plan.leverFront() })
  }

  /// Sets that are not on the front must not beat it: all of one and of two levers.
  private static func fault(of front: LeverFront, in plan: Plan) throws -> String? {
    let calendars = CalendarCache()
    let ids = plan.levers.map(\.id)
    for first in ids.indices {
      for second in first..<ids.count {
        let set = Array(Set([ids[first], ids[second]])).sorted {
          (ids.firstIndex(of: $0) ?? 0) < (ids.firstIndex(of: $1) ?? 0)
        }
        guard
          let result = try? WhatIfResult.compare(
            plan, applying: set.map { .lever($0) }, calendars: calendars)
        else { continue }
        let isBeaten = front.points.contains { point in
          point.cost <= result.cost
            && point.finish.minutes < result.after.cutoverFinish.minutes + 1440
        }
        if !isBeaten { return "\(set) is better than the front" }
      }
    }
    return nil
  }

  private static func accelerated() throws -> Benchmark? {
    guard let plan else { return nil }
    let date = try PlanDate("2028-05-31").asFinish
    return Benchmark(
      limit: 5_000, repetitions: 2,
      check: {
        let front = try plan.accelerated(to: .date(date), derives: true)
        guard front.gap == nil, let point = front.points.first, point.lowerBound == nil else {
          return "not proved"
        }
        var changed = try plan.withGeneratedWork().applying(point.levers.map { .lever($0) })
        for item in point.shorter {
          guard let index = changed.tasks.firstIndex(where: { $0.id == item.task }) else {
            return "no task \(item.task)"
          }
          changed.tasks[index].duration = item.to
        }
        let finish = try changed.scheduled().cutoverFinish
        guard finish == point.finish, finish <= date else { return "it ends at \(finish)" }
        let alone = try plan.compressed(to: .date(date), derives: true).chosen?.cost
        if let alone, alone < point.cost { return "shorter tasks alone cost \(alone)" }
        return nil
      },
      body: { _ in _ = try plan.accelerated(to: .date(date), derives: true) })
  }
}
