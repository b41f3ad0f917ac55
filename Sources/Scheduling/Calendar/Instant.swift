/// A point in time: whole minutes since 1970-01-01T00:00 of the plan's own civil time.
///
/// There is no time zone: a plan is read and scheduled in the time its people live in. `Int32`
/// minutes reach from the year −2113 to the year 6053.
public struct Instant: Hashable, Comparable, Sendable {
  /// Minutes since 1970-01-01T00:00.
  public let minutes: Int32

  /// Makes an instant from minutes since 1970-01-01T00:00.
  public init(minutes: Int32) { self.minutes = minutes }

  /// Makes the instant `minuteOfDay` minutes (0 to 1440) after the beginning of `date`.
  ///
  /// - Precondition: the date lies between the years −2113 and 6053.
  public init(_ date: CivilDate, minuteOfDay: Int = 0) {
    self.minutes = Int32(date.dayNumber * 1440 + minuteOfDay)
  }

  /// The day the instant lies in; midnight belongs to the day it begins.
  public var date: CivilDate { CivilDate(dayNumber: Instant.day(of: minutes)) }

  /// Minutes since the beginning of that day, 0 to 1439.
  public var minuteOfDay: Int { Int(minutes) - Instant.day(of: minutes) * 1440 }

  /// The day number (days since 1970-01-01) of an instant in minutes, rounded down.
  package static func day(of minutes: Int32) -> Int {
    minutes >= 0 ? Int(minutes) / 1440 : (Int(minutes) - 1439) / 1440
  }

  /// Earlier instants are smaller.
  public static func < (left: Instant, right: Instant) -> Bool { left.minutes < right.minutes }
}

extension Instant: CustomStringConvertible {
  /// The instant as `YYYY-MM-DDTHH:MM`.
  public var description: String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(date)T\(padded(minuteOfDay / 60)):\(padded(minuteOfDay % 60))"
  }
}
