import Inventory
import PlanFile
import Planning
import ProjectXML
import SharedSystem

/// A reader of bytes from anywhere, and what has to hold of every input.
///
/// That it neither traps nor runs out of time or memory is libFuzzer's to see.
enum FuzzTarget: String, CaseIterable {
  case mspdi, gantt, plan, csv, matrix, cmdb, dot, graphml, archimate, json

  /// Gives an input to the reader and checks what comes of it.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .mspdi: FuzzTarget.checkSchedule(bytes)
    case .gantt: FuzzTarget.checkChart(bytes)
    case .plan: FuzzTarget.checkPlan(bytes)
    case .csv: FuzzInventory.check(bytes, as: .csv)
    case .matrix: FuzzInventory.check(bytes, as: .matrix)
    case .cmdb: FuzzInventory.check(bytes, as: .cmdb)
    case .dot: FuzzInventory.check(bytes, as: .dot)
    case .graphml: FuzzInventory.check(bytes, as: .graphml)
    case .archimate: FuzzInventory.check(bytes, as: .archimate)
    case .json: FuzzInventory.check(bytes, as: .json)
    }
  }

  /// A plan that was read can be written, reads again, and is then written in the same way; if it
  /// can be scheduled, it can be exported.
  private static func checkPlan(_ bytes: [UInt8]) {
    let reading = PlanReader.read(bytes: bytes, name: "fuzz.yaml", folder: nil)
    let hasError = reading.diagnostics.contains { $0.severity == .error }
    require((reading.plan == nil) == hasError, "a plan is missing exactly when there is an error")
    for diagnostic in reading.diagnostics { FuzzText.check(diagnostic) }
    guard let plan = reading.plan else { return }
    checkWriting(plan)
    if let schedule = schedule(of: plan) { FuzzExports.check(schedule) }
  }

  /// A schedule that was imported is written and read as a plan; if it can be scheduled again, it
  /// can be exported.
  private static func checkSchedule(_ bytes: [UInt8]) {
    let done = MSPDIImport(bytes: bytes, name: "fuzz.xml")
    let hasError = done.problems.contains { $0.severity == .error }
    require((done.plan == nil) == hasError, "a plan is missing exactly when there is an error")
    for problem in done.problems { FuzzText.check(problem) }
    for remark in done.report.remarks { FuzzText.check(remark.text(in:)) }
    guard let plan = done.plan else { return }
    checkWriting(plan)
    if let schedule = schedule(of: plan) { FuzzExports.check(schedule) }
  }

  /// Either a document whose tasks can be told apart, or an error.
  private static func checkChart(_ bytes: [UInt8]) {
    let reading = GanttXML.read(bytes)
    let hasError = reading.problems.contains { $0.severity == .error }
    require((reading.file == nil) == hasError, "a file is missing exactly when there is an error")
    for problem in reading.problems { FuzzText.check(problem) }
    guard let file = reading.file else { return }
    require(file.tasks.allSatisfy { !$0.id.isEmpty }, "each task has an id")
    require(Set(file.tasks.map(\.id)).count == file.tasks.count, "each task has its own id")
  }

  private static func checkWriting(_ plan: Plan) {
    let text = PlanWriter.text(of: plan)
    let again = PlanReader.read(text: text, name: "written.yaml", folder: nil)
    guard let plan = again.plan else {
      let words = again.diagnostics.prefix(3).map { $0.text(in: .en) }.joined(separator: "\n")
      fatalError("what was written does not read:\n\(words)\n\(text)")
    }
    let second = PlanWriter.text(of: plan)
    require(second == text, "what was written changes when read:\n\(text)\n----\n\(second)")
  }

  /// The schedule of a plan; nil when an error says why there is none.
  private static func schedule(of plan: Plan) -> PlanSchedule? {
    do throws(PlanError) {
      let schedule = try plan.scheduled()
      require(
        schedule.plan.tasks.count >= plan.tasks.count, "scheduling keeps the tasks of the plan")
      return schedule
    } catch {
      FuzzText.check(Diagnostic(error, plan: plan))
      return nil
    }
  }
}
