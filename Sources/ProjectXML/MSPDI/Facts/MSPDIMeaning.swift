internal import Planning
internal import Scheduling
internal import SharedSystem

/// What the values of a file mean in a plan.
///
/// The import reads with it; the writer asks it what a reader will make of what is written, and
/// states in the facts what would be lost.
struct MSPDIMeaning {
  /// What days, weeks and months are.
  var units: WorkUnits

  /// A duration in the largest unit in which it is exact to the thousandth.
  func duration(seconds: Int, format: Int) -> PlanDuration {
    // Beyond all plans, whatever the unit.
    let seconds = min(max(0, seconds), 1_000_000_000_000)
    return duration(minutes: (seconds + 30) / 60, format: format)
  }

  /// The same of minutes.
  func duration(minutes: Int, format: Int) -> PlanDuration {
    let code = format >= 32 ? format - 32 : format
    let (length, unit) = unit(of: code)
    let fallback: PlanDuration.Unit = unit.isElapsed ? .elapsedMinutes : .minutes
    if minutes == 0 { return PlanDuration(0, unit) }
    return minutes * 1000 % length == 0
      ? PlanDuration(thousandths: Int64(minutes * 1000 / length), unit)
      : PlanDuration(minutes, fallback)
  }

  /// The minutes of a unit, and the unit.
  private func unit(of code: Int) -> (Int, PlanDuration.Unit) {
    let day = units.minutesPerDay
    return switch code {
    case 3: (1, .minutes)
    case 4: (1, .elapsedMinutes)
    case 5: (60, .hours)
    case 6: (60, .elapsedHours)
    case 8: (1440, .elapsedDays)
    case 9: (day * units.daysPerWeek, .weeks)
    case 10: (7 * 1440, .elapsedWeeks)
    case 11: (day * units.daysPerMonth, .months)
    case 12: (1440, .elapsedDays)
    default: (day, .days)
    }
  }

  /// The lag of a link, and whose calendar counts it when that is not the successor's.
  func lag(_ lag: Int, format: Int) -> (PlanTask.Lag, LagCalendar?) {
    guard lag != 0 else { return (.none, nil) }
    switch format {
    case 19, 51: return (.percent(thousandths: Int64(lag) * 1000), nil)
    case 20, 52: return (.percent(thousandths: Int64(lag) * 1000), .elapsed)
    default:
      // Tenths of minutes, rounded to whole ones; halves away from zero.
      var duration = duration(minutes: (abs(lag) + 5) / 10, format: format)
      if lag < 0 { duration.thousandths.negate() }
      return (duration.thousandths == 0 ? .none : .time(duration), nil)
    }
  }

  /// The type of a link.
  static func linkType(_ code: Int?) -> LinkType {
    switch code {
    case 0: .finishToFinish
    case 2: .startToFinish
    case 3: .startToStart
    default: .finishToStart
    }
  }

  /// The constraint of a task scheduled by the program.
  static func constraints(_ code: Int?, _ date: Instant?, start: Instant) -> [TaskConstraint] {
    if code == 1 { return [TaskConstraint(.asLateAsPossible, start)] }
    guard let date, let kind = kind(code) else { return [] }
    return [TaskConstraint(kind, date)]
  }

  private static func kind(_ code: Int?) -> TaskConstraint.Kind? {
    switch code {
    case 2: .mustStartOn
    case 3: .mustFinishOn
    case 4: .startNoEarlierThan
    case 5: .startNoLaterThan
    case 6: .finishNoEarlierThan
    case 7: .finishNoLaterThan
    default: nil
    }
  }

  /// A cost in whole units of the currency; nil for one that a plan cannot state.
  static func money(_ hundredths: Int) -> Int64? {
    guard hundredths >= 0 else { return nil }
    let units = Int64(hundredths / 100 + (hundredths % 100 >= 50 ? 1 : 0))
    return units <= 1_000_000_000_000_000 ? units : nil
  }

  /// What has happened to a task.
  func progress(of row: MSPDIStatement) -> PlanTask.Progress? {
    let percent = row.percentComplete ?? 0
    if percent >= 100 || row.actualFinish != nil, let finished = row.actualFinish ?? row.finish {
      let started = row.actualStart ?? row.start ?? finished
      return .init(started: min(started, finished), finished: finished)
    }
    guard let started = row.actualStart ?? (percent > 0 ? row.start : nil) else { return nil }
    let format = row.durationFormat ?? 7
    let whole = row.duration ?? 0
    let done = row.actualDuration ?? whole / 100 * percent + whole % 100 * percent / 100
    let left = row.remainingDuration ?? max(0, whole - done)
    let resumed = done > 0 ? row.resume ?? row.stop : started
    // Work does not go on before it began, whatever the file says; a plan would not read back.
    return .init(
      started: started, remaining: duration(seconds: left, format: format),
      resumed: resumed.map { max($0, started) })
  }

  /// The baselines of a task, each number once.
  func baselines(_ stated: some Sequence<MSPDIFile.Baseline>, format: Int) -> [PlanTask.Baseline] {
    var result: [PlanTask.Baseline] = []
    for row in stated {
      let number = row.number ?? 0
      guard (0...10).contains(number), !result.contains(where: { $0.number == number }) else {
        continue
      }
      var baseline = PlanTask.Baseline(number: number)
      baseline.start = row.start.flatMap { MSPDIMeaning.isInRange($0) ? $0 : nil }
      baseline.finish = row.finish.flatMap { MSPDIMeaning.isInRange($0) ? $0 : nil }
      baseline.duration = row.duration.map {
        duration(seconds: $0, format: row.durationFormat ?? format)
      }
      baseline.cost = row.cost.flatMap(MSPDIMeaning.money)
      result.append(baseline)
    }
    return result
  }

  /// Whether a plan can state a date.
  static func isInRange(_ date: Instant) -> Bool { (1900...2999).contains(date.date.year) }
}
