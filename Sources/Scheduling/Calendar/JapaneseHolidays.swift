/// A public holiday: its day and what it is called.
public struct Holiday: Hashable, Sendable {
  /// The day.
  public let date: CivilDate
  /// The Japanese name: that of the act, or the customary one of a day the act leaves unnamed.
  public let name: String
  /// The English name.
  public let englishName: String
}

/// The public holidays of Japan, computed from the acts that set them.
///
/// A year's holidays are the national holidays (国民の祝日) that article 2 of the Act on National
/// Holidays and a few acts for a single day name, and two kinds of days that article 3 derives:
///
/// - The *substitute holiday* (振替休日), for a national holiday on a Sunday from 1973-04-12 on: the
///   next day that is not itself a national holiday. Until 2006 the act said "the following day";
///   no two national holidays then followed each other from a Sunday, so one rule covers both.
/// - The *citizens' holiday* (国民の休日), from 1985-12-27 on: a day between two national holidays
///   that is neither one itself, nor a substitute holiday, nor a Sunday. The wording since 2007
///   no longer exempts Sundays, but no Sunday lies between two national holidays since.
///
/// The act names neither; their names here are the customary ones. The acts for a single day before
/// 2019 made "holidays", not "national holidays"; none of their days is a Sunday or two days away
/// from another holiday, so article 3 gives the same with them.
///
/// The equinox days of a year become law when the gazette prints them in February of the year
/// before; until then they are the astronomers' forecast. The Act on National Holidays, last
/// amended in 2018, is taken to stay as it is. Bank holidays and the customary closure from
/// 29 December to 3 January are not public holidays and not listed.
///
/// Source: 国民の祝日に関する法律 (act 178 of 1948) with its amendments by acts 86 of 1966, 10 of
/// 1973, 103 of 1985, 5 of 1989, 22 of 1995, 141 of 1998, 59 of 2001, 43 of 2005, 43 of 2014, 63 of
/// 2017 and 57 of 2018; act 99 of 2018 for the accession in 2019.
public enum JapaneseHolidays {
  /// The years whose holidays are known here; the equinox formula is checked for these.
  public static let years: ClosedRange<Int> = 1955...2150

  /// The holidays of a year, in the order of their dates, each day once.
  ///
  /// - Parameter year: a year of the Gregorian calendar.
  /// - Returns: the holidays, 9 to 22 of them; none when the year is not one of ``years``.
  /// - Complexity: O(1) time and space: some forty rules and fewer than 25 days.
  public static func holidays(of year: Int) -> [Holiday] {
    let days = days(of: year)
    func holiday(_ day: Int, _ name: String, _ englishName: String) -> Holiday {
      Holiday(date: CivilDate(dayNumber: day), name: name, englishName: englishName)
    }
    let national = zip(days.national, days.rules).map { day, index in
      holiday(day, HolidayRule.all[index].name, HolidayRule.all[index].englishName)
    }
    let derived =
      days.substitutes.map { holiday($0, "振替休日", "Substitute Holiday") }
      + days.between.map { holiday($0, "国民の休日", "Citizens' Holiday") }
    return (national + derived).sorted { $0.date < $1.date }
  }

  /// The day numbers of a year's holidays, in no particular order.
  ///
  /// - Complexity: O(1) time and space.
  static func dayNumbers(of year: Int) -> [Int] {
    let days = days(of: year)
    return days.national + days.substitutes + days.between
  }

  /// A year's holidays as day numbers.
  private struct Days {
    /// National holidays, and the rule of each as an index into `HolidayRule.all`.
    var national: [Int] = []
    var rules: [Int] = []
    var substitutes: [Int] = []
    var between: [Int] = []
  }

  private static func days(of year: Int) -> Days {
    var days = Days()
    guard years.contains(year) else { return days }
    days.national.reserveCapacity(24)
    days.rules.reserveCapacity(24)
    let rules = HolidayRule.allDates
    for index in rules.indices {
      guard let day = rules[index].dayNumber(in: year) else { continue }
      days.national.append(day)
      days.rules.append(index)
    }
    for day in days.national {
      if let substitute = substitute(for: day, among: days.national) {
        days.substitutes.append(substitute)
      }
    }
    for day in days.national {
      if let between = citizensHoliday(after: day, among: days.national),
        !days.substitutes.contains(between), !days.between.contains(between)
      {
        days.between.append(between)
      }
    }
    return days
  }

  /// The day that replaces a national holiday on a Sunday (article 3, paragraph 2), if it is due.
  private static func substitute(for day: Int, among national: [Int]) -> Int? {
    guard isSunday(day), day >= firstSubstitute else { return nil }
    var next = day + 1
    while national.contains(next) { next += 1 }
    return next
  }

  /// The day after a national holiday when the day after that is one too (article 3, paragraph 3).
  private static func citizensHoliday(after day: Int, among national: [Int]) -> Int? {
    let next = day + 1
    guard next >= firstCitizensHoliday, !isSunday(next), !national.contains(next),
      national.contains(day + 2)
    else { return nil }
    return next
  }

  private static func isSunday(_ day: Int) -> Bool { CivilDate.isoWeekday(ofDay: day) == 7 }

  /// 1973-04-12, when substitute holidays came into force.
  private static let firstSubstitute = 1197
  /// 1985-12-27, when citizens' holidays came into force.
  private static let firstCitizensHoliday = 5839
}
