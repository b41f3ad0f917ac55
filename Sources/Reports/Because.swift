import Planning
import Scheduling

/// The reason for a task's dates, as a cell of a table.
struct Because: Sendable {
  private let schedule: PlanSchedule
  private let step: PlanSchedule.PathStep
  private let context: ReportContext

  /// Clock minutes: a night or a weekend without work is not worth a word.
  private static let remarkableWait: Int32 = 3 * 1440

  init(_ step: PlanSchedule.PathStep, in schedule: PlanSchedule, _ context: ReportContext) {
    self.step = step
    self.schedule = schedule
    self.context = context
  }

  /// The whole reason.
  var text: String { text(nameWidth: nil) }

  /// The reason with the names in it cut so far that it takes one line of this width. Names keep at
  /// least eight columns: a reason that needs more goes on below.
  func text(fitting width: Int) -> String {
    let full = text
    guard full.displayWidth > width else { return full }
    let shortest = 8
    let room = (width - text(nameWidth: 0).displayWidth) / numberOfNames
    return text(nameWidth: room >= shortest ? room : max(shortest, width - 2))
  }

  private var numberOfNames: Int {
    switch step.reason {
    case .link(let waiting), .calendar(let waiting?, _, _): waiting.viaSummary == nil ? 1 : 2
    default: 1
    }
  }

  private func text(nameWidth: Int?) -> String {
    let words = context.words
    switch step.reason {
    case .projectStart: return words.atProjectStart()
    case .statusDate: return words.atStatusDate(schedule.plan.statusDate?.dayAsStart)
    case .actual: return words.actually()
    case .constraint(let constraint): return words.constraint(constraint)
    case .calendar(_, let wait, let window?): return words.waits(wait, window: window)
    case .calendar(let waiting?, let wait, nil) where wait < Because.remarkableWait:
      return after(waiting, nameWidth)
    case .calendar(_, let wait, nil):
      return words.waits(wait, until: schedule.tasks[step.task].start.dayAsStart)
    case .link(let waiting): return after(waiting, nameWidth)
    }
  }

  private func after(_ waiting: PlanSchedule.Reason.Waiting, _ nameWidth: Int?) -> String {
    func name(_ index: Int) -> String {
      let name = context.name(schedule.plan.tasks[index])
      return nameWidth.map { name.truncated(toWidth: $0) } ?? name
    }
    return context.words.after(
      name(waiting.predecessor), waiting.type, waiting.lag, summary: waiting.viaSummary.map(name))
  }
}
