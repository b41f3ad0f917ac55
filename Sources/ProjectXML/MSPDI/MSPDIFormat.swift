internal import Planning
internal import Scheduling

/// How MSPDI writes dates, durations and codes.
extension MSPDI {
  /// The years whose dates Project can hold.
  static let years = 1984...2149

  /// A minute of the day as `HH:MM:SS`; the day's end is `00:00:00`.
  static func timeOfDay(_ minute: Int) -> String {
    let minute = minute % 1440
    return "\(twoDigits(minute / 60)):\(twoDigits(minute % 60)):00"
  }

  /// An instant as `YYYY-MM-DDTHH:MM:SS`, local time.
  static func date(_ instant: Instant) -> String {
    "\(instant.date)T\(timeOfDay(instant.minuteOfDay))"
  }

  /// Minutes as `PT..H..M0S`, always with all three parts.
  static func duration(_ minutes: Int32) -> String {
    let minutes = max(0, minutes)
    return "PT\(minutes / 60)H\(minutes % 60)M0S"
  }

  /// The type of a task whose duration is fixed, and of one whose units are.
  static let fixedDuration = 1, fixedUnits = 0

  /// The number of a link type.
  static func code(_ type: LinkType) -> Int {
    switch type {
    case .finishToFinish: 0
    case .finishToStart: 1
    case .startToFinish: 2
    case .startToStart: 3
    }
  }

  /// The number of a unit, for durations and lags. Calendar months are shown in elapsed days.
  static func code(_ unit: PlanDuration.Unit) -> Int {
    switch unit {
    case .minutes: 3
    case .elapsedMinutes: 4
    case .hours: 5
    case .elapsedHours: 6
    case .days: 7
    case .elapsedDays, .calendarMonths: 8
    case .weeks: 9
    case .elapsedWeeks: 10
    case .months: 11
    }
  }

  /// The number of a lag in per cent.
  static let percentCode = 19

  /// The number of a constraint.
  static func code(_ kind: TaskConstraint.Kind) -> Int {
    switch kind {
    case .asLateAsPossible: 1
    case .mustStartOn, .mandatoryStart: 2
    case .mustFinishOn, .mandatoryFinish: 3
    case .startNoEarlierThan: 4
    case .startNoLaterThan: 5
    case .finishNoEarlierThan: 6
    case .finishNoLaterThan: 7
    case .manualStart: 0
    }
  }

  private static func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }
}
