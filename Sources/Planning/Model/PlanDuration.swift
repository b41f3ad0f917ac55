/// A duration or a lag as a plan states it: an amount and its unit.
public struct PlanDuration: Hashable, Sendable {
  /// The units of the plan format.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case minutes = "m"
    case hours = "h"
    case days = "d"
    case weeks = "w"
    case months = "mo"
    case elapsedMinutes = "em"
    case elapsedHours = "eh"
    case elapsedDays = "ed"
    case elapsedWeeks = "ew"
    /// Months of the calendar, written `P3M` or `P1Y6M`.
    case calendarMonths = "P"

    /// Whether the unit is counted on the clock, nights and holidays included.
    public var isElapsed: Bool {
      switch self {
      case .elapsedMinutes, .elapsedHours, .elapsedDays, .elapsedWeeks: true
      default: false
      }
    }
  }

  /// The amount in thousandths of the unit; negative only for leads.
  public var thousandths: Int64
  /// The unit.
  public var unit: Unit

  /// Makes a duration of a whole amount.
  public init(_ amount: Int, _ unit: Unit) {
    thousandths = Int64(amount) * 1000
    self.unit = unit
  }

  /// Makes a duration from thousandths of a unit.
  public init(thousandths: Int64, _ unit: Unit) {
    self.thousandths = thousandths
    self.unit = unit
  }

  /// No time at all.
  public static let zero = PlanDuration(0, .days)
}

/// What the units of working time mean in a plan.
public struct WorkUnits: Hashable, Sendable {
  /// Minutes in "1d".
  public var minutesPerDay: Int
  /// Days in "1w".
  public var daysPerWeek: Int
  /// Days in "1mo".
  public var daysPerMonth: Int

  /// Makes units; the defaults are those of the plan format.
  public init(minutesPerDay: Int = 480, daysPerWeek: Int = 5, daysPerMonth: Int = 20) {
    self.minutesPerDay = minutesPerDay
    self.daysPerWeek = daysPerWeek
    self.daysPerMonth = daysPerMonth
  }

  /// The length in minutes (of work or of the clock, by the unit), rounded to the nearest minute,
  /// halves away from zero; nil for calendar months and for more than 200 years.
  public func minutes(of duration: PlanDuration) -> Int32? {
    let perUnit: Int64 =
      switch duration.unit {
      case .minutes, .elapsedMinutes: 1
      case .hours, .elapsedHours: 60
      case .days: Int64(minutesPerDay)
      case .weeks: Int64(minutesPerDay * daysPerWeek)
      case .months: Int64(minutesPerDay * daysPerMonth)
      case .elapsedDays: 1440
      case .elapsedWeeks: 7 * 1440
      case .calendarMonths: 0
      }
    guard perUnit > 0 else { return nil }
    let (product, overflow) = duration.thousandths.multipliedReportingOverflow(by: perUnit)
    guard !overflow, abs(product) <= WorkUnits.longestMinutes * 1000 else { return nil }
    return Int32((product + (product < 0 ? -500 : 500)) / 1000)
  }

  /// The longest duration or lag a plan may state, in minutes (190 years of clock time).
  public static let longestMinutes: Int64 = 100_000_000
}
