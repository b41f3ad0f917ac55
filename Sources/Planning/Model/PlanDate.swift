public import Scheduling

/// A date or a date-time as a plan states it.
///
/// A date as a start means the beginning of that day; as a finish, deadline or target its end.
public enum PlanDate: Hashable, Sendable {
  /// A day.
  case day(CivilDate)
  /// A minute.
  case minute(Instant)

  /// Why a text is not a date.
  public enum Failure: Error, Hashable, Sendable {
    /// Not of the form `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    case malformed
    /// Of that form, but there is no such day (2027-02-30) or time.
    case impossible
    /// Outside the years 1900–2999.
    case outOfRange
  }

  /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS` (also with a space for T).
  /// Seconds must be zero; `24:00` is the end of the day.
  ///
  /// - Throws: what is wrong with the text.
  public init(_ text: some StringProtocol) throws(Failure) {
    let characters = Array(text.utf8)
    func number(_ range: Range<Int>) throws(Failure) -> Int {
      var value = 0
      for index in range {
        guard index < characters.count, (48...57).contains(characters[index]) else {
          throw .malformed
        }
        value = value * 10 + Int(characters[index]) - 48
      }
      return value
    }
    func expect(_ allowed: [UInt8], at index: Int) throws(Failure) {
      guard index < characters.count, allowed.contains(characters[index]) else { throw .malformed }
    }
    let dash = UInt8(ascii: "-")
    let colon = UInt8(ascii: ":")
    let year = try number(0..<4)
    try expect([dash], at: 4)
    let month = try number(5..<7)
    try expect([dash], at: 7)
    let day = try number(8..<10)
    var minute: Int?
    if characters.count > 10 {
      try expect([UInt8(ascii: "T"), UInt8(ascii: " ")], at: 10)
      let hours = try number(11..<13)
      try expect([colon], at: 13)
      let minutes = try number(14..<16)
      if characters.count > 16 {
        try expect([colon], at: 16)
        guard try number(17..<19) == 0, characters.count == 19 else { throw .malformed }
      }
      guard minutes < 60, hours * 60 + minutes <= 1440 else { throw .impossible }
      minute = hours * 60 + minutes
    }
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .impossible }
    guard (1900...2999).contains(year) else { throw .outOfRange }
    if let minute {
      self = .minute(Instant(date, minuteOfDay: minute))
    } else {
      self = .day(date)
    }
  }

  /// The instant it means as a start.
  public var asStart: Instant {
    switch self {
    case .day(let date): Instant(date)
    case .minute(let instant): instant
    }
  }

  /// The instant it means as a finish, deadline or target.
  public var asFinish: Instant {
    switch self {
    case .day(let date): Instant(date, minuteOfDay: 1440)
    case .minute(let instant): instant
    }
  }
}
