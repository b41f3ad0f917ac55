import PlanFile
import Planning
import SharedSystem

/// A small program on bunri's libraries: it reads a plan, schedules it, walks the driving path and
/// tries an acceleration. Run it with `swift run LibraryTour Examples/regional-bank.yaml`.
@main
enum LibraryTour {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "Examples/regional-bank.yaml"
    let reading = PlanReader.read(path: path)
    for diagnostic in reading.diagnostics { print(diagnostic.text(in: .en)) }
    guard let plan = reading.plan else { return }

    let schedule = try plan.scheduled()
    print("\(plan.tasks.count) tasks, cutover finishes \(schedule.cutoverFinish)")
    for step in schedule.path {
      let task = plan.tasks[step.task]
      print("  \(schedule.tasks[step.task].start)  \(task.id)")
    }

    // A what-if is a function from one plan to another: the first plan is unchanged.
    let levers = plan.levers.map { Scenario.Step.lever($0.id) }
    let result = try WhatIfResult.compare(plan, applying: levers)
    print("with \(levers.count) levers: \(result.after.cutoverFinish)")
    print("gained \(result.gainedMinutes / 480) working days for \(result.cost) \(plan.currency)")
  }
}
