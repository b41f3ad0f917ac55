import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// The instant that `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` means as a start.
func at(_ text: String) -> Instant { stated(text)?.asStart ?? Instant(minutes: 0) }

/// The instant that a date means as a finish: the end of the day.
func end(_ text: String) -> Instant { stated(text)?.asFinish ?? Instant(minutes: 0) }

private func stated(_ text: String) -> PlanDate? {
  do {
    return try PlanDate(text)
  } catch {
    Issue.record("not a date: \(text)")
    return nil
  }
}

/// The day that `YYYY-MM-DD` means.
func day(_ text: String) -> CivilDate { at(text).date }

/// A task with a duration (`5d`), or a milestone without one.
func task(
  _ id: String, _ duration: String? = nil, after: String..., in parent: Int? = nil,
  change: (inout PlanTask) -> Void = { _ in }
) -> PlanTask {
  var task = PlanTask(id: id, name: LocalizedText(id))
  task.duration = duration.flatMap { PlanDuration($0) }
  task.isMilestone = duration == nil
  task.after = after.compactMap { PlanTask.Dependency($0) }
  task.parent = parent
  change(&task)
  return task
}

/// A summary.
func summary(_ id: String, after: String..., in parent: Int? = nil) -> PlanTask {
  var task = PlanTask(id: id, name: LocalizedText(id))
  task.isSummary = true
  task.after = after.compactMap { PlanTask.Dependency($0) }
  task.parent = parent
  return task
}

/// A plan that starts on Monday 2025-04-07 on the standard calendar.
func plan(_ tasks: PlanTask..., change: (inout Plan) -> Void = { _ in }) -> Plan {
  var plan = Plan(start: at("2025-04-07"))
  plan.name = LocalizedText("plan")
  plan.tasks = tasks
  change(&plan)
  return plan
}

/// A schedule's file, read back, with its report.
struct Written {
  let schedule: PlanSchedule
  let bytes: [UInt8]
  let report: ExportReport
  let document: ReadBack

  init(_ plan: Plan, _ options: MSPDI.Options = .init(language: .en)) throws {
    try self.init(try plan.scheduled(), options)
  }

  init(_ schedule: PlanSchedule, _ options: MSPDI.Options = .init(language: .en)) throws {
    self.schedule = schedule
    (bytes, report) = try MSPDI.bytes(of: schedule, options: options)
    document = try ReadBack(bytes)
  }

  /// How often the report notes a kind.
  func count(_ kind: ExportReport.Kind) -> Int {
    report.remarks.first { $0.kind == kind }?.count ?? 0
  }
}
