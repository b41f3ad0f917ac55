import Planning
import Scheduling

extension Instant {
  /// The day a piece of work that begins now begins on.
  var dayAsStart: CivilDate { date }

  /// The day a piece of work that ends now ends on: midnight belongs to the day it ends.
  var dayAsFinish: CivilDate { minuteOfDay == 0 ? date.adding(days: -1) : date }
}

extension CivilDate {
  /// The year of the Japanese fiscal calendar (April to March) the day lies in.
  var fiscalYear: Int { month >= 4 ? year : year - 1 }
}

extension PlanSchedule {
  /// The day a task starts on, for people.
  ///
  /// A milestone at midnight lies between two days: it belongs to the new one where the plan itself
  /// put it (its start, a constraint, the status date), and to the old one where it follows work
  /// that ended the day before.
  func startDay(of index: Int) -> CivilDate {
    let dates = tasks[index]
    guard dates.start == dates.finish, dates.start.minuteOfDay == 0 else {
      return dates.start.dayAsStart
    }
    return isPlacedAtMidnight(index) ? dates.start.date : dates.start.dayAsFinish
  }

  /// The day a task finishes on, for people.
  func finishDay(of index: Int) -> CivilDate {
    let dates = tasks[index]
    return dates.start == dates.finish ? startDay(of: index) : dates.finish.dayAsFinish
  }

  /// The day of the cutover.
  var cutoverDay: CivilDate { cutover.map(finishDay) ?? cutoverFinish.dayAsFinish }

  private func isPlacedAtMidnight(_ index: Int) -> Bool {
    let start = tasks[index].start
    return start == plan.start || start == plan.statusDate
      || plan.tasks[index].constraints.contains { !$0.kind.concernsFinish && $0.date == start }
  }

  /// Calendar months from the project's start to an instant, in tenths, rounded: whole months, and
  /// the rest as a share of the month it lies in. 2023-07-01 to 2029-01-01 are 660.
  func tenthsOfMonths(until instant: Instant) -> Int {
    let first = plan.start
    func after(_ months: Int) -> Int {
      Int(Instant(first.date.adding(months: months), minuteOfDay: first.minuteOfDay).minutes)
    }
    let end = instant.date
    var months = (end.year - first.date.year) * 12 + end.month - first.date.month
    let target = Int(instant.minutes)
    while after(months) > target { months -= 1 }
    let length = after(months + 1) - after(months)
    return months * 10 + ((target - after(months)) * 20 + length) / (2 * length)
  }
}
