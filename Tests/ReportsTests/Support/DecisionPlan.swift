import Planning
import Scheduling
import SharedSystem

/// The sample plan with levers of every kind, and figures about it that share no code with reports.
enum DecisionPlan {
  /// - Parameter workHasCosts: whether a lever changes the cost of the work.
  static func plan(workHasCosts: Bool = true) throws -> Plan {
    var plan = try SamplePlan.plan()
    // A window that only several levers together reach.
    plan.calendars[1].calendar.windows?.insert(
      try SamplePlan.window("2027-03-10/2027-03-14"), at: 1)
    plan.levers = [
      lever(
        "new-team", 10_000_000, [.duration(.init(id: "metering"), .percent(thousandths: -80_000))]),
      lever("short-test", 24_000_000, [shorter("test", by: 12)]),
      lever("quick-contract", 3_000_000, [shorter("contract", by: 10)]),
      lever("slow", 1_000_000, [.duration(.init(id: "metering"), .add(PlanDuration(90, .days)))]),
      lever("more-tests", 7_000_000, [shorter("test", by: 30)], requires: ["short-test"]),
    ]
    if workHasCosts {
      plan.tasks[4].cost = 300_000_000
      plan.levers[0].changes.append(
        .assign(Assignment(task: "metering", value: .cost(295_000_000), text: "")))
    }
    plan.scenarios = [
      Scenario(
        id: "all-of-it", name: LocalizedText("all"),
        apply: [
          .lever("new-team"), .lever("short-test"),
          .assign(try Assignment("rehearsal.duration=3d")),
        ]),
      Scenario(
        id: "worse", name: LocalizedText("worse"),
        apply: [.assign(try Assignment("metering.duration=240d"))]),
    ]
    return plan
  }

  private static func lever(
    _ id: String, _ cost: Int64, _ changes: [Change], requires: [String] = []
  ) -> Lever {
    Lever(
      id: id, name: LocalizedText(id), cost: cost, changes: changes, requires: requires)
  }

  private static func shorter(_ task: String, by days: Int) -> Change {
    .duration(.init(id: task), .add(PlanDuration(-days, .days)))
  }

  /// The plan with levers and those they require.
  static func applying(_ ids: [String], to plan: Plan) throws -> Plan {
    try plan.applying(ids.map { .lever($0) })
  }

  /// The sum of the tasks' own costs.
  static func workCost(_ plan: Plan) -> Int64 {
    plan.tasks.map { $0.cost ?? 0 }.reduce(0, +)
  }

  /// When a task finishes, in a schedule of its own.
  static func finish(of id: String, _ plan: Plan) throws -> Instant {
    let schedule = try plan.scheduled()
    guard let index = schedule.index(of: id) else { return plan.start }
    return schedule.tasks[index].finish
  }

  /// Working minutes of the project's calendar between two instants, counted day by day; negative
  /// backwards.
  static func workingMinutes(_ plan: Plan, from start: Instant, to end: Instant) -> Int {
    if end < start { return -workingMinutes(plan, from: end, to: start) }
    let calendar = plan.calendars.first { $0.id == plan.calendar }?.calendar ?? .standard
    var sum = 0
    for day in Instant.day(of: start.minutes)...Instant.day(of: end.minutes) {
      for hours in calendar.hours(on: CivilDate(dayNumber: day)) {
        let first = max(Int(start.minutes), day * 1440 + hours.start)
        let last = min(Int(end.minutes), day * 1440 + hours.end)
        sum += max(0, last - first)
      }
    }
    return sum
  }

  /// Working days as the reports write them, for whole days.
  static func days(_ minutes: Int) -> String {
    minutes % 480 == 0
      ? "\(minutes / 480)" : "\((minutes * 10 + 240) / 480 / 10).\((minutes * 10 + 240) / 480 % 10)"
  }

  /// A number with commas as a value.
  static func number(_ text: Substring) -> Int64? { Int64(text.filter { $0 != "," && $0 != "+" }) }
}

/// The text of a report, line by line.
struct ReportLines {
  let lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The cells of a line: what stands between two spaces or more.
  static func cells(_ line: String) -> [Substring] {
    var cells: [Substring] = []
    var rest = Substring(line)
    while let start = rest.firstIndex(where: { $0 != " " }) {
      rest = rest[start...]
      let end = rest.indices.first { index in
        rest[index] == " " && rest.index(after: index) < rest.endIndex
          && rest[rest.index(after: index)] == " "
      }
      cells.append(rest[..<(end ?? rest.endIndex)])
      rest = end.map { rest[$0...] } ?? ""
    }
    return cells
  }

  /// The row of a table that begins with a text, with the lines below it that are further in.
  func row(_ beginning: String) -> (cells: [Substring], below: String)? {
    guard let index = lines.firstIndex(where: { $0.hasPrefix("  " + beginning + " ") }) else {
      return nil
    }
    let below = lines[(index + 1)...].prefix { $0.hasPrefix("      ") }
    return (
      ReportLines.cells(lines[index]),
      below.map { $0.drop { $0 == " " } }.joined(separator: " ")
    )
  }
}
