public import Planning
import Scheduling
import SharedSystem

extension PlanSchedule {
  /// What the schedule says otherwise than was probably meant, with the places in the plan's files:
  /// work that is broken over several windows.
  ///
  /// - Complexity: O(tasks + windows · log windows).
  public var warnings: [Diagnostic] {
    brokenWindows().map { broken in
      let task = plan.tasks[broken.task]
      let message = Message.brokenWindows(
        task.id, calendar: broken.calendar, minutes: broken.minutes,
        windows: broken.windows.map { Message.days($0) }, longest: broken.longest,
        long: broken.sufficient.map { "\($0.start.date)" },
        isMigration: task.location == nil && task.work?.kind.isMigration == true)
      // A generated task has no place of its own: what generates it has.
      let place = task.location ?? (task.work == nil ? nil : plan.generation.location)
      return Diagnostic(message, .warning, at: place, plan)
    }
  }
}

extension GeneratedWork.Kind {
  /// Whether its hours follow from the amount of data and the speed of moving it.
  fileprivate var isMigration: Bool { self == .cutover || self == .rehearsal }
}
