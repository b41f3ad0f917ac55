import Planning
import Scheduling

/// The first line of every report: when the cutover is, and whether that is in time.
struct Verdict: Sendable {
  let schedule: PlanSchedule
  let context: ReportContext

  init(_ schedule: PlanSchedule, _ context: ReportContext) {
    self.schedule = schedule
    self.context = context
  }

  var line: LabelledLine {
    let words = context.words
    let day = schedule.cutoverDay
    var facts: [Table.Cell] = []
    if let cutover = schedule.cutover { facts.append(.init(schedule.plan.tasks[cutover].id)) }
    facts.append(.init(words.weekday(day), .strong))
    facts.append(.init(words.month(day)))
    if let target = schedule.plan.target {
      facts.append(.init(words.target(target.dayAsFinish)))
      facts.append(marginFact)
    }
    let tenths = schedule.tenthsOfMonths(until: schedule.cutoverFinish)
    facts.append(.init(words.monthsAfterStart(tenths: tenths)))
    return LabelledLine(schedule.cutover == nil ? words.finish : words.cutover, facts)
  }

  private var marginFact: Table.Cell {
    guard let margin = schedule.margin else { return .init("") }
    let days = Figures.days(margin, schedule.plan.units)
    return .init(
      context.words.margin(days: days, late: schedule.lateDays.map(Figures.grouped)),
      schedule.isLate ? .alarm : .relief)
  }
}

extension PlanSchedule {
  /// The days of the calendar by which the target is missed, rounded up; nil when it is kept.
  ///
  /// A margin of zero working days may still be late: by days on which nobody works.
  var lateDays: Int? {
    guard let target = plan.target, isLate else { return nil }
    return (Int(cutoverFinish.minutes) - Int(target.minutes) + 1439) / 1440
  }
}
