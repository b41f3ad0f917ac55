/// One line of the holiday acts: a name, the day it falls on, and the years in which it does.
///
/// A day that was renamed or moved has one rule per wording. The day after a holiday, or between
/// two, is no rule of this kind; see ``JapaneseHolidays``.
struct HolidayRule: Sendable {
  /// How a year's date is found.
  enum Day: Sendable {
    /// The same day every year: month 1 to 12, day of the month.
    case fixed(Int, Int)
    /// The `ordinal`-th Monday of a month.
    case monday(Int, of: Int)
    /// The day of an equinox.
    case equinox(Equinox)
  }

  /// The Japanese name in the act.
  let name: String
  /// The customary English name.
  let englishName: String
  /// When it is.
  let dates: Dates

  /// The dates of a rule: what finding them needs, without names.
  struct Dates: Sendable {
    /// How the date is found.
    let day: Day
    /// The years the wording is in force.
    let first: Int, last: Int

    /// The day of the rule in a year, in days since 1970-01-01, or nil when it is not in force.
    ///
    /// - Complexity: O(1) time and space.
    func dayNumber(in year: Int) -> Int? {
      guard first <= year, year <= last else { return nil }
      switch day {
      case .fixed(let month, let day):
        return CivilDate(year: year, month: month, day: day)?.dayNumber
      case .monday(let ordinal, let month):
        guard let first = CivilDate(year: year, month: month, day: 1)?.dayNumber else {
          return nil
        }
        return first + (8 - CivilDate.isoWeekday(ofDay: first)) % 7 + 7 * (ordinal - 1)
      case .equinox(let equinox):
        return equinox.dayNumber(in: year)
      }
    }
  }

  /// Makes a rule that holds in the given years, both included; in all years by default.
  init(
    _ name: String, _ englishName: String, _ day: Day, from first: Int = .min,
    until last: Int = .max
  ) {
    self.name = name
    self.englishName = englishName
    dates = Dates(day: day, first: first, last: last)
  }

  /// Makes a rule for a single year.
  init(_ name: String, _ englishName: String, _ day: Day, in year: Int) {
    self.init(name, englishName, day, from: year, until: year)
  }
}

extension HolidayRule {
  /// The dates of all rules.
  static let allDates = all.map(\.dates)

  /// Article 2 of the Act on National Holidays (国民の祝日に関する法律) in all its wordings since
  /// 1955; the Olympic special measures acts, which moved three days in 2020 and again in 2021;
  /// and the acts that declared a day of a single year a holiday.
  static let all: [HolidayRule] = [
    HolidayRule("元日", "New Year's Day", .fixed(1, 1)),
    HolidayRule("成人の日", "Coming of Age Day", .fixed(1, 15), until: 1999),
    HolidayRule("成人の日", "Coming of Age Day", .monday(2, of: 1), from: 2000),
    HolidayRule("建国記念の日", "National Foundation Day", .fixed(2, 11), from: 1967),
    HolidayRule("天皇誕生日", "Emperor's Birthday", .fixed(2, 23), from: 2020),
    HolidayRule(
      "昭和天皇の大喪の礼の行われる日", "State Funeral of Emperor Showa", .fixed(2, 24), in: 1989),
    HolidayRule("春分の日", "Vernal Equinox Day", .equinox(.vernal)),
    HolidayRule(
      "皇太子明仁親王の結婚の儀の行われる日", "Wedding of Crown Prince Akihito", .fixed(4, 10), in: 1959),
    HolidayRule("天皇誕生日", "Emperor's Birthday", .fixed(4, 29), until: 1988),
    HolidayRule("みどりの日", "Greenery Day", .fixed(4, 29), from: 1989, until: 2006),
    HolidayRule("昭和の日", "Showa Day", .fixed(4, 29), from: 2007),
    HolidayRule("天皇の即位の日", "Accession of the Emperor", .fixed(5, 1), in: 2019),
    HolidayRule("憲法記念日", "Constitution Memorial Day", .fixed(5, 3)),
    HolidayRule("みどりの日", "Greenery Day", .fixed(5, 4), from: 2007),
    HolidayRule("こどもの日", "Children's Day", .fixed(5, 5)),
    HolidayRule(
      "皇太子徳仁親王の結婚の儀の行われる日", "Wedding of Crown Prince Naruhito", .fixed(6, 9), in: 1993),
    HolidayRule("海の日", "Marine Day", .fixed(7, 20), from: 1996, until: 2002),
    HolidayRule("海の日", "Marine Day", .monday(3, of: 7), from: 2003, until: 2019),
    HolidayRule("海の日", "Marine Day", .fixed(7, 23), in: 2020),
    HolidayRule("海の日", "Marine Day", .fixed(7, 22), in: 2021),
    HolidayRule("海の日", "Marine Day", .monday(3, of: 7), from: 2022),
    HolidayRule("山の日", "Mountain Day", .fixed(8, 11), from: 2016, until: 2019),
    HolidayRule("山の日", "Mountain Day", .fixed(8, 10), in: 2020),
    HolidayRule("山の日", "Mountain Day", .fixed(8, 8), in: 2021),
    HolidayRule("山の日", "Mountain Day", .fixed(8, 11), from: 2022),
    HolidayRule("敬老の日", "Respect for the Aged Day", .fixed(9, 15), from: 1966, until: 2002),
    HolidayRule("敬老の日", "Respect for the Aged Day", .monday(3, of: 9), from: 2003),
    HolidayRule("秋分の日", "Autumnal Equinox Day", .equinox(.autumnal)),
    HolidayRule("体育の日", "Health and Sports Day", .fixed(10, 10), from: 1966, until: 1999),
    HolidayRule("体育の日", "Health and Sports Day", .monday(2, of: 10), from: 2000, until: 2019),
    HolidayRule("スポーツの日", "Sports Day", .fixed(7, 24), in: 2020),
    HolidayRule("スポーツの日", "Sports Day", .fixed(7, 23), in: 2021),
    HolidayRule("スポーツの日", "Sports Day", .monday(2, of: 10), from: 2022),
    HolidayRule("即位礼正殿の儀の行われる日", "Enthronement Ceremony", .fixed(10, 22), in: 2019),
    HolidayRule("文化の日", "Culture Day", .fixed(11, 3)),
    HolidayRule("即位礼正殿の儀の行われる日", "Enthronement Ceremony", .fixed(11, 12), in: 1990),
    HolidayRule("勤労感謝の日", "Labor Thanksgiving Day", .fixed(11, 23)),
    HolidayRule("天皇誕生日", "Emperor's Birthday", .fixed(12, 23), from: 1989, until: 2018),
  ]
}
