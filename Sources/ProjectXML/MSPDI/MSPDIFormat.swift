internal import Planning
internal import Scheduling

/// How MSPDI writes dates, durations and codes.
extension MSPDI {
  /// The years whose dates Project can hold.
  static let years = 1984...2149

  /// A minute of the day as `HH:MM:SS`; the day's end is `00:00:00`.
  static func timeOfDay(_ minute: Int) -> String {
    written(8) { put(timeOfDay: minute % 1440, at: 0, in: $0) }
  }

  /// An instant as `YYYY-MM-DDTHH:MM:SS`, local time.
  static func date(_ instant: Instant) -> String {
    let date = instant.date
    guard (0...9999).contains(date.year) else {
      return "\(date)T\(timeOfDay(instant.minuteOfDay))"
    }
    return written(19) { bytes in
      put(date.year / 100, at: 0, in: bytes)
      put(date.year % 100, at: 2, in: bytes)
      bytes[4] = 0x2D
      put(date.month, at: 5, in: bytes)
      bytes[7] = 0x2D
      put(date.day, at: 8, in: bytes)
      bytes[10] = 0x54
      put(timeOfDay: instant.minuteOfDay, at: 11, in: bytes)
    }
  }

  private typealias Bytes = UnsafeMutableBufferPointer<UInt8>

  /// A text of so many bytes.
  private static func written(_ count: Int, _ write: (Bytes) -> Void) -> String {
    String(unsafeUninitializedCapacity: count) {
      write($0)
      return count
    }
  }

  private static func put(timeOfDay minute: Int, at place: Int, in bytes: Bytes) {
    put(minute / 60, at: place, in: bytes)
    bytes[place + 2] = 0x3A
    put(minute % 60, at: place + 3, in: bytes)
    bytes[place + 5] = 0x3A
    put(0, at: place + 6, in: bytes)
  }

  /// Two digits.
  private static func put(_ number: Int, at place: Int, in bytes: Bytes) {
    bytes[place] = 0x30 + UInt8(number / 10)
    bytes[place + 1] = 0x30 + UInt8(number % 10)
  }

  /// Minutes as `PT..H..M0S`, always with all three parts.
  static func duration(_ minutes: Int32) -> String {
    let minutes = max(0, minutes)
    return "PT" + String(minutes / 60) + "H" + String(minutes % 60) + "M0S"
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
}
