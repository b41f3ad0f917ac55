import Foundation
import Scheduling
import Testing

/// The holidays of Japan against published lists, and against the act read day by day.
struct JapaneseHolidaysTests {
  @Test func `2023 to 2029 are the published days and names`() throws {
    struct Published: Decodable { var holidays: [String: String] }
    let file = try JSONDecoder().decode(
      Published.self, from: Data(contentsOf: caseFile("cpm/japanese-holidays-2023-2029.json")))
    let wording = ["休日 (振替)": "振替休日", "休日 (国民の休日)": "国民の休日"]
    let computed = (2023...2029).flatMap(JapaneseHolidays.holidays(of:))
      .map { "\($0.date) \($0.name)" }
    let published = file.holidays.map { "\($0.key) \(wording[$0.value] ?? $0.value)" }
    #expect(computed == published.sorted())
  }

  @Test func `1955 to 2099 are the days of an independent package`() throws {
    let lines = try goldenLines().filter { $0.first?.isNumber == true }
    #expect(lines.count == 2099 - 1955 + 1)
    for (year, line) in zip(1955...2099, lines) {
      let days = JapaneseHolidays.holidays(of: year).map { monthAndDay($0.date) }
      #expect("\(year) \(days.joined(separator: " "))" == line)
    }
  }

  @Test func `2100 to 2150 have the equinoxes of an ephemeris`() throws {
    let lines = try goldenLines().filter { $0.hasPrefix("equinox") }
    #expect(lines.count == 2150 - 2100 + 1)
    for (year, line) in zip(2100...2150, lines) {
      let days = JapaneseHolidays.holidays(of: year)
        .filter { ["春分の日", "秋分の日"].contains($0.name) }.map { monthAndDay($0.date) }
      #expect("equinox \(year) \(days.joined(separator: " "))" == line)
    }
  }

  @Test(arguments: JapaneseHolidays.years)
  func `a year is sorted, without duplicates, of plausible size and spring and autumn`(
    year: Int
  ) {
    let holidays = JapaneseHolidays.holidays(of: year)
    #expect(zip(holidays, holidays.dropFirst()).allSatisfy { $0.date < $1.date })
    #expect(holidays.allSatisfy { $0.date.year == year })
    #expect(holidays.allSatisfy { !$0.name.isEmpty && !$0.englishName.isEmpty })
    #expect((9...22).contains(holidays.count))
    let spring = holidays.filter { $0.name == "春分の日" }.map(\.date)
    #expect(spring.count == 1 && spring.allSatisfy { $0.month == 3 && (19...22) ~= $0.day })
    let autumn = holidays.filter { $0.name == "秋分の日" }.map(\.date)
    #expect(autumn.count == 1 && autumn.allSatisfy { $0.month == 9 && (21...24) ~= $0.day })
  }

  /// Asks of every single day what article 3 asks of it, from the day back to the Sunday; the code
  /// goes the other way, from the Sunday forward.
  @Test(arguments: JapaneseHolidays.years)
  func `derived holidays are those of article 3 and no others`(year: Int) throws {
    let holidays = JapaneseHolidays.holidays(of: year)
    let derivedNames = ["振替休日", "国民の休日"]
    let national = Set(holidays.filter { !derivedNames.contains($0.name) }.map(\.date))
    let first = try #require(CivilDate(year: year, month: 1, day: 1))
    var expected: [String] = []
    for offset in 0..<(CivilDate.isLeap(year) ? 366 : 365) {
      let day = first.adding(days: offset)
      let name = articleThree(day, national: national)
      if let name { expected.append("\(day) \(name)") }
    }
    let derived = holidays.filter { derivedNames.contains($0.name) }
      .map { "\($0.date) \($0.name)" }
    #expect(derived == expected)
  }

  @Test func `until 2006 every substitute is a Monday after a national holiday`() {
    let mondays = (1955...2006).flatMap(JapaneseHolidays.holidays(of:))
      .filter { $0.name == "振替休日" }
    #expect(mondays.first?.date.description == "1973-04-30")
    #expect(mondays.allSatisfy { $0.date.isoWeekday == 1 })
  }

  @Test(arguments: [
    ("1959-04-10", "皇太子明仁親王の結婚の儀の行われる日", "Wedding of Crown Prince Akihito"),
    ("1988-04-29", "天皇誕生日", "Emperor's Birthday"),
    ("1988-05-04", "国民の休日", "Citizens' Holiday"),
    ("1989-02-24", "昭和天皇の大喪の礼の行われる日", "State Funeral of Emperor Showa"),
    ("1989-04-29", "みどりの日", "Greenery Day"),
    ("1989-12-23", "天皇誕生日", "Emperor's Birthday"),
    ("1990-11-12", "即位礼正殿の儀の行われる日", "Enthronement Ceremony"),
    ("1993-06-09", "皇太子徳仁親王の結婚の儀の行われる日", "Wedding of Crown Prince Naruhito"),
    ("1999-10-10", "体育の日", "Health and Sports Day"),
    ("2007-04-29", "昭和の日", "Showa Day"),
    ("2007-05-04", "みどりの日", "Greenery Day"),
    ("2008-05-06", "振替休日", "Substitute Holiday"),
    ("2009-09-22", "国民の休日", "Citizens' Holiday"),
    ("2019-04-30", "国民の休日", "Citizens' Holiday"),
    ("2019-05-01", "天皇の即位の日", "Accession of the Emperor"),
    ("2019-05-02", "国民の休日", "Citizens' Holiday"),
    ("2019-10-14", "体育の日", "Health and Sports Day"),
    ("2019-10-22", "即位礼正殿の儀の行われる日", "Enthronement Ceremony"),
    ("2020-02-23", "天皇誕生日", "Emperor's Birthday"),
    ("2020-07-23", "海の日", "Marine Day"),
    ("2020-07-24", "スポーツの日", "Sports Day"),
    ("2020-08-10", "山の日", "Mountain Day"),
    ("2021-07-22", "海の日", "Marine Day"),
    ("2021-07-23", "スポーツの日", "Sports Day"),
    ("2021-08-08", "山の日", "Mountain Day"),
    ("2021-08-09", "振替休日", "Substitute Holiday"),
    ("2150-11-23", "勤労感謝の日", "Labor Thanksgiving Day"),
  ])
  func `a day has its name`(date: String, name: String, englishName: String) throws {
    let year = try #require(Int(date.prefix(4)))
    let holiday = JapaneseHolidays.holidays(of: year).first { $0.date.description == date }
    #expect(holiday?.name == name)
    #expect(holiday?.englishName == englishName)
  }

  @Test(arguments: [
    "1966-02-11", "1973-02-12", "1985-05-04", "1986-05-04", "1989-01-08", "2000-01-15",
    "2003-07-20", "2019-02-23", "2019-12-23", "2020-10-12", "2021-08-11", "2026-12-29",
  ])
  func `a day is no holiday`(date: String) throws {
    let year = try #require(Int(date.prefix(4)))
    #expect(!JapaneseHolidays.holidays(of: year).contains { $0.date.description == date })
  }

  @Test(arguments: [Int.min, 1954, 2151, Int.max])
  func `a year outside the range has none`(year: Int) {
    #expect(JapaneseHolidays.holidays(of: year).isEmpty)
  }
}

/// What article 3 makes of a day that is no national holiday itself, with the dates the wordings
/// came into force.
private func articleThree(_ day: CivilDate, national: Set<CivilDate>) -> String? {
  guard !national.contains(day) else { return nil }
  let text = day.description
  var earlier = day.adding(days: -1)
  if text >= "2007-01-01" {
    while national.contains(earlier), earlier.isoWeekday != 7 {
      earlier = earlier.adding(days: -1)
    }
  }
  if text >= "1973-04-13", national.contains(earlier), earlier.isoWeekday == 7 {
    return "振替休日"
  }
  let between =
    national.contains(day.adding(days: -1)) && national.contains(day.adding(days: 1))
  let exempt = text < "2007-01-01" && day.isoWeekday == 7
  return between && !exempt && text >= "1985-12-27" ? "国民の休日" : nil
}

private func goldenLines() throws -> [Substring] {
  let text = try String(
    contentsOf: caseFile("japanese-holidays-1955-2099.txt"), encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
}

private func caseFile(_ path: String) throws -> URL {
  let folder = try #require(Bundle.module.url(forResource: "Cases", withExtension: nil))
  return folder.appending(path: path)
}

private func monthAndDay(_ date: CivilDate) -> String {
  String(date.description.dropFirst(5)).replacing("-", with: "")
}
