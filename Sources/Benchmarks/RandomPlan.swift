import Planning
import ProjectXML
import Scheduling
import SharedSystem

/// A random project as a plan, to be written as a large file: with owners, teams, what tasks need of
/// them, and baselines.
enum RandomPlan {
  /// The tasks and links of `RandomProject.network`, a hundred tasks to a summary.
  static func plan(tasks: Int, seed: UInt64) -> Plan {
    let network = RandomProject.network(tasks: tasks, seed: seed)
    var plan = Plan(start: network.start)
    plan.name = LocalizedText("大規模分離計画")
    plan.calendars = [
      PlanCalendar(
        id: "office", name: LocalizedText("標準"), calendar: RandomProject.japaneseOffice)
    ]
    plan.owners = ["network", "retail"].map { Owner(id: $0, name: LocalizedText($0)) }
    plan.teams = ["cobol", "test", "data"].map {
      Team(id: $0, name: LocalizedText($0), capacity: [.init(from: nil, thousandths: 12_000)])
    }
    var links: [[Int32]] = Array(repeating: [], count: tasks)
    for number in 0..<Int32(network.linkCount) {
      links[Int(network.link(number).target)].append(number)
    }
    for task in 0..<tasks {
      if task % 100 == 0 {
        var summary = PlanTask(
          id: "s\(task / 100)", name: LocalizedText("システム \(task / 100) の分離"))
        summary.isSummary = true
        plan.tasks.append(summary)
      }
      var row = PlanTask(id: "t\(task)", name: LocalizedText("作業 \(task)（移行・検証）"))
      if case .work(let minutes) = network.duration(of: Int32(task)) {
        row.duration = PlanDuration(Int(minutes) / 480, .days)
      }
      row.parent = task / 100 * 101
      row.owner = plan.owners[task % 2].id
      if task % 3 == 0 {
        row.needs = [.init(team: plan.teams[task / 3 % 3].id, thousandths: 1500)]
      }
      if task % 2 == 0 {
        var baseline = PlanTask.Baseline(number: 0)
        baseline.start = network.start
        baseline.duration = row.duration
        row.baselines = [baseline]
      }
      row.after = links[task].map { dependency(network.link($0)) }
      plan.tasks.append(row)
    }
    return plan
  }

  private static func dependency(_ link: Network.Link) -> PlanTask.Dependency {
    PlanTask.Dependency(
      task: "t\(link.source)", type: link.type,
      lag: .time(PlanDuration(Int(link.lag) / 480, .days)))
  }

  /// Schedules the plan and writes it as Microsoft Project XML.
  static func write(tasks: Int, to path: String) throws {
    try MSPDI.write(try plan(tasks: tasks, seed: 2029).scheduled(), toFile: path)
  }
}
