/// Adding calendar months to instants, and the two inverses the passes need.
///
/// Adding keeps the time of day and clamps the day to the last of the month (31 January 10:00 plus
/// one month is 28 February 10:00), so it never decreases, but it is not one to one.
enum MonthArithmetic {
  /// The instant `months` later.
  static func adding(months: Int32, to instant: Int32) -> Int32 {
    let start = Instant(minutes: instant)
    return Instant(start.date.adding(months: Int(months)), minuteOfDay: start.minuteOfDay).minutes
  }

  /// The earliest instant that, `months` later, is not before `finish`.
  static func earliestStart(months: Int32, finishingFrom finish: Int32) -> Int32 {
    let candidate = adding(months: -months, to: finish)
    if adding(months: months, to: candidate) >= finish { return candidate }
    // The day was clamped away: only the first of the following month comes late enough.
    let date = Instant(minutes: candidate).date
    return Instant(date.adding(days: 1)).minutes
  }

  /// The latest instant that, `months` later, is not after `finish`.
  static func latestStart(months: Int32, finishingBy finish: Int32) -> Int32 {
    let end = Instant(minutes: finish)
    let candidate = Instant(minutes: adding(months: -months, to: finish))
    let length = CivilDate.daysInMonth(candidate.date.month, of: candidate.date.year)
    if end.date.day > candidate.date.day {
      // Clamped: every minute of the month's last day ends in time.
      return Instant(candidate.date, minuteOfDay: 1439).minutes
    }
    let endsMonth =
      end.date.day == CivilDate.daysInMonth(end.date.month, of: end.date.year)
    if endsMonth, length > end.date.day {
      let last = CivilDate(year: candidate.date.year, month: candidate.date.month, day: length)
      return Instant(last ?? candidate.date, minuteOfDay: end.minuteOfDay).minutes
    }
    return candidate.minutes
  }
}
