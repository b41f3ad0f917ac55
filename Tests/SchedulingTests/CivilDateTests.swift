import Scheduling
import Testing

/// Civil dates against a calendar that only knows how to turn one page.
struct CivilDateTests {
  @Test func `day numbers follow every page of the calendar from 1900 to 2200`() throws {
    var (year, month, day) = (1900, 1, 1)
    var number = -25_567
    var weekday = 1
    while year <= 2200 {
      let date = try #require(CivilDate(year: year, month: month, day: day))
      try #require(date.dayNumber == number)
      try #require(CivilDate(dayNumber: number) == date)
      try #require(date.isoWeekday == weekday)
      number += 1
      weekday = weekday % 7 + 1
      (year, month, day) = pageAfter(year, month, day)
    }
    #expect(number == 84_371)
  }

  @Test func `the ends of months convert both ways in the years -400 to 9999`() throws {
    var previous = -865_625 - 1
    for year in -400...9999 {
      for month in 1...12 {
        let first = try #require(CivilDate(year: year, month: month, day: 1))
        try #require(first.dayNumber == previous + 1)
        try #require(CivilDate(dayNumber: first.dayNumber) == first)
        let length = naiveLength(of: month, year)
        let last = try #require(CivilDate(year: year, month: month, day: length))
        try #require(first.adding(days: length - 1) == last)
        try #require(CivilDate(year: year, month: month, day: length + 1) == nil)
        previous = last.dayNumber
      }
    }
    #expect(previous == 2_932_896)
  }

  @Test(arguments: [
    (-400, 3, 1, -865_565, 3), (0, 3, 1, -719_468, 3), (1, 1, 1, -719_162, 1),
    (1582, 10, 15, -141_427, 5), (1868, 1, 25, -37_231, 6), (1900, 2, 28, -25_509, 3),
    (1955, 1, 1, -5479, 6), (1969, 12, 31, -1, 3), (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2),
    (2026, 3, 20, 20_532, 5), (2150, 12, 31, 66_108, 4), (9999, 12, 31, 2_932_896, 5),
  ])
  func `a known day has its number and weekday`(
    year: Int, month: Int, day: Int, number: Int, weekday: Int
  ) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.dayNumber == number)
    #expect(date.isoWeekday == weekday)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test(arguments: [
    (2027, 2, 29), (2027, 2, 30), (1900, 2, 29), (2100, 2, 29), (2000, 2, 30), (2027, 4, 31),
    (2027, 6, 31), (2027, 9, 31), (2027, 11, 31), (2027, 1, 32), (2027, 12, 32), (2027, 0, 1),
    (2027, 13, 1), (2027, -1, 1), (2027, 1, 0), (2027, 1, -1), (10_000, 1, 1), (-10_000, 1, 1),
    (Int.max, 1, 1), (Int.min, 1, 1), (2027, Int.max, 1), (2027, 1, Int.max), (2027, 1, Int.min),
  ])
  func `an impossible date is rejected`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("2027-01-31", 1, "2027-02-28"), ("2028-01-31", 1, "2028-02-29"),
    ("2028-02-29", 12, "2029-02-28"), ("2028-02-29", 48, "2032-02-29"),
    ("2027-03-31", -1, "2027-02-28"), ("2027-05-31", 1, "2027-06-30"),
    ("2027-05-31", 2, "2027-07-31"), ("2027-12-15", 1, "2028-01-15"),
    ("2027-01-15", -1, "2026-12-15"), ("2027-01-15", -13, "2025-12-15"),
    ("2027-06-15", 0, "2027-06-15"), ("2100-01-30", 1, "2100-02-28"),
    ("0001-01-31", -1, "0000-12-31"), ("0001-01-31", -11, "0000-02-29"),
    ("0000-01-31", -1, "-0001-12-31"), ("0000-01-31", -12, "-0001-01-31"),
    ("0000-03-31", -13, "-0001-02-28"),
  ])
  func `adding months clamps to the end of the month`(
    start: String, months: Int, end: String
  ) throws {
    #expect(try date(start).adding(months: months).description == end)
  }

  @Test func `dates are ordered as their day numbers`() throws {
    let texts = ["-0001-12-31", "0000-01-01", "2026-12-31", "2027-01-01", "2027-02-01"]
    let dates = try texts.map(date)
    #expect(dates.shuffled().sorted() == dates)
    #expect(dates.map(\.dayNumber) == dates.map(\.dayNumber).sorted())
    #expect(dates.map(\.description) == texts)
  }
}

/// Instants before and after the beginning of 1970.
struct InstantTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00", 0), (1, "1970-01-01T00:01", 1), (1439, "1970-01-01T23:59", 1439),
    (1440, "1970-01-02T00:00", 0), (-1, "1969-12-31T23:59", 1439),
    (-1439, "1969-12-31T00:01", 1), (-1440, "1969-12-31T00:00", 0),
    (-1441, "1969-12-30T23:59", 1439), (-2880, "1969-12-30T00:00", 0),
    (29_566_770, "2026-03-20T11:30", 690), (Int32.max, "6053-01-23T02:07", 127),
    (Int32.min, "-2114-12-08T21:52", 1312),
  ])
  func `minutes are a day and a time of that day`(
    minutes: Int32, description: String, minuteOfDay: Int
  ) {
    let instant = Instant(minutes: minutes)
    #expect(instant.description == description)
    #expect(instant.minuteOfDay == minuteOfDay)
    #expect(Instant(instant.date, minuteOfDay: minuteOfDay) == instant)
  }

  @Test func `the end of a day is the beginning of the next`() throws {
    let day = try date("1969-12-31")
    #expect(Instant(day, minuteOfDay: 1440) == Instant(day.adding(days: 1)))
    #expect(Instant(day, minuteOfDay: 1439) < Instant(day.adding(days: 1)))
  }
}

/// The date written as `YYYY-MM-DD`, with a minus sign before year 0.
private func date(_ text: String) throws -> CivilDate {
  let numbers = text.split(separator: "-").compactMap { Int($0) }
  try #require(numbers.count == 3)
  let year = text.hasPrefix("-") ? -numbers[0] : numbers[0]
  return try #require(CivilDate(year: year, month: numbers[1], day: numbers[2]))
}

private func pageAfter(_ year: Int, _ month: Int, _ day: Int) -> (Int, Int, Int) {
  if day < naiveLength(of: month, year) { return (year, month, day + 1) }
  return month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1)
}

private func naiveLength(of month: Int, _ year: Int) -> Int {
  if month == 2, year.isMultiple(of: 400) { return 29 }
  if month == 2, year.isMultiple(of: 4), !year.isMultiple(of: 100) { return 29 }
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}
