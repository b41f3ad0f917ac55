import ArgumentParser
import PlanFile
import Planning
import Reports
import SharedSystem

/// `bunri explain`: why a task has its dates.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a task starts (or finishes) when it does, and what would make it earlier.",
    discussion: """
      The reasons are told in order, from the project's start or another fixed date to the task. \
      Then come its float, whether it is critical, and the changes that would make it a day \
      earlier: a day off each task or lag on the way, other constraints, links, calendars and \
      windows, each tried by scheduling the changed plan.

      Of a module the derivation of its effort is told: size, rule, drivers, each strategy, and what \
      each choice of holders costs, with the origin of every figure.

      Of a summary the tasks that give it its start and its finish are explained.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Argument(help: "The id of a task, of a summary, or of a module.")
  var task: String

  @Flag(name: .long, help: "Ask for an earlier finish instead of an earlier start.")
  var finish = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.plan()
    if let module = plan.modules.firstIndex(where: { $0.id == task }),
      !plan.tasks.contains(where: { $0.id == task })
    {
      return try explain(module: module, of: plan, session)
    }
    guard let index = plan.tasks.firstIndex(where: { $0.id == task }) else {
      let ids = plan.tasks.map(\.id) + plan.modules.map(\.id)
      let maybe = NearestSpelling.of(task, among: ids)
      throw session.fail([Diagnostic(.unknown(kind: "task", id: task, maybe: maybe))])
    }
    let schedule = try session.schedule(plan)
    let explanation = schedule.explanation(of: index, aim: finish ? .finish : .start)
    let report = ExplainReport(explanation, of: schedule, session.context)
    try session.answer(text: report.text, json: report.json)
  }

  private func explain(module: Int, of plan: Plan, _ session: Session) throws {
    do {
      let estimate = try plan.generated?.estimate ?? plan.estimated()
      let report = ModuleReport(
        estimate, module: module,
        ownerNames: Dictionary(
          plan.owners.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
        session.context)
      try session.answer(text: report.text, json: report.json)
    } catch let error as PlanError {
      throw session.fail([Diagnostic(error, plan: plan)])
    }
  }
}
