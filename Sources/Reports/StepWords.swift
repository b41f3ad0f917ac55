import Planning
import Scheduling

/// One step of an explanation as a sentence.
struct StepWords: Sendable {
  private let schedule: PlanSchedule
  private let context: ReportContext

  init(_ schedule: PlanSchedule, _ context: ReportContext) {
    self.schedule = schedule
    self.context = context
  }

  /// The sentence about a step of a chain.
  func text(_ steps: [Explanation.Step], _ index: Int) -> String {
    let name = context.name(schedule.plan.tasks[steps[index].task])
    let previous = index > 0 ? steps[index - 1].task : nil
    return context.words.step(
      name, reason(steps[index], after: previous, number: index), work(steps[index]))
  }

  /// How long a task takes, with its unit: `45 days`, `92 elapsed days`, `1 calendar month`.
  func amount(_ task: Int) -> String {
    let stated = schedule.plan.tasks[task]
    if let duration = stated.duration, duration.isOnTheClock {
      return context.words.amount(duration)
    }
    return context.words.floatDays(
      Figures.days(schedule.tasks[task].duration, schedule.plan.units))
  }

  private func reason(
    _ step: Explanation.Step, after previous: Int?, number: Int
  ) -> String {
    let words = context.words
    let plain = Because(.init(task: step.task, reason: step.reason), in: schedule, context)
    switch step.reason {
    case .projectStart: return words.startsProject(schedule.plan.start.dayAsStart)
    case .actual:
      guard let done = schedule.plan.tasks[step.task].progress else { return plain.text }
      return words.begun(
        done.started.dayAsStart, finished: done.finished?.dayAsFinish,
        remaining: done.remaining.map(words.amount))
    case .link(let waiting): return after(waiting, step, previous, number)
    case .calendar(let waiting, let wait, let window):
      let after = waiting.map { self.after($0, step, previous, number) }
      guard let ready = step.ready, window != nil || wait >= 3 * 1440 else {
        return after ?? plain.text
      }
      let could = words.couldStart(ready.dayAsFinish, plain.text)
      return after.map { $0 + words.pick(", ", "、") + could } ?? could
    case .statusDate, .constraint: return plain.text
    }
  }

  /// The link to the step before, whose number is known, in words.
  private func after(
    _ waiting: PlanSchedule.Reason.Waiting, _ step: Explanation.Step, _ previous: Int?,
    _ number: Int
  ) -> String {
    let isPlain =
      waiting.type == .finishToStart && waiting.lag.isZero && waiting.viaSummary == nil
    if isPlain && waiting.predecessor == previous { return context.words.follows(number) }
    return Because(.init(task: step.task, reason: .link(waiting)), in: schedule, context).text
  }

  private func work(_ step: Explanation.Step) -> String {
    let words = context.words
    let (start, finish) = (schedule.startDay(of: step.task), schedule.finishDay(of: step.task))
    if schedule.tasks[step.task].start == schedule.tasks[step.task].finish {
      return "\(start)"
    }
    return words.work(amount(step.task), start, finish)
      + (step.daysOff.isEmpty ? "" : words.daysOff(step.daysOff))
  }
}
