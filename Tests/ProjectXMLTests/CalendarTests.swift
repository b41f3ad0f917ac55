import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

@Suite struct CalendarTests {
  private static let all = [japaneseOffice, roundTheClock, nights, windows]

  private func written(
    project: String? = "office", _ language: LocalizedText.Language = .ja
  ) throws -> Written {
    try Written(
      plan(task("a", "100d")) {
        $0.calendars = Self.all
        $0.calendar = project
      }, .init(language: language))
  }

  @Test func projectsCalendarIsTheFirst() throws {
    let named = try written(project: "nights").document
    #expect(named.all("//p:Calendar/p:UID") == ["1", "2", "3", "4"])
    #expect(
      named.all("//p:Calendar/p:Name") == ["Standard", "標準", "Round the clock", "Windows"])
    #expect(Set(named.all("//p:Calendar/p:IsBaseCalendar")) == ["1"])
    let builtIn = try written(project: nil).document
    #expect(builtIn.count("//p:Calendar") == 5)
    #expect(builtIn.count("//p:Calendar[p:UID=1]/p:Exceptions") == 0)
    #expect(builtIn.one("//p:Calendar[p:UID=2]/p:Name") == "標準")
  }

  @Test func namesAreUnique() throws {
    let document = try Written(
      plan(task("a", "1d")) {
        $0.calendars = ["x", "y", "z"].map {
          PlanCalendar(
            id: $0, name: LocalizedText($0 == "x" ? "STANDARD" : "Same"), calendar: .standard)
        }
      }
    ).document
    #expect(
      document.all("//p:Calendar/p:Name") == ["Standard", "STANDARD (x)", "Same", "Same (z)"])
  }

  /// Every day of the years stated has the hours in the file that it has in the plan.
  @Test(arguments: [(1, 0), (2, 1), (3, 2), (4, 3)])
  func everyDayHasItsHours(_ uid: Int, _ index: Int) throws {
    let written = try written()
    let calendar = CalendarReadBack(written.document, uid: uid)
    let years = written.report.calendarYears
    #expect(years == 2024...2027)
    var date = day("\(years.lowerBound)-01-01")
    while date.year <= years.upperBound {
      let expected = Self.all[index].calendar.hours(on: date).map { "\($0.start)-\($0.end)" }
      #expect(calendar.hours(on: date) == expected, "\(date)")
      date = date.adding(days: 1)
    }
  }

  @Test func exceptionsDoNotOverlapAndAreInOrder() throws {
    let document = try written().document
    for uid in 1...4 {
      let path = "//p:Calendar[p:UID=\(uid)]/p:Exceptions/p:Exception/p:TimePeriod"
      let first = document.all("\(path)/p:FromDate")
      let last = document.all("\(path)/p:ToDate")
      #expect(zip(first, last).allSatisfy { $0 < $1 })
      #expect(zip(last, first.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func exceptionsAreNamed() throws {
    func names(_ written: Written, from: String) -> [String] {
      written.document.all("//p:Exception[starts-with(p:TimePeriod/p:FromDate, '\(from)')]/p:Name")
    }
    let japanese = try written()
    #expect(names(japanese, from: "2025-07-21") == ["海の日"])
    #expect(names(japanese, from: "2025-08-12") == ["休業"])
    #expect(names(japanese, from: "2025-10-25") == ["営業日"])
    #expect(names(japanese, from: "2025-12-29T") == ["休業", "作業可能期間"])
    let english = try written(.en)
    #expect(names(english, from: "2025-07-21") == ["Marine Day"])
    #expect(names(english, from: "2025-08-12") == ["Closed"])
    #expect(names(english, from: "2025-10-25") == ["Working day"])
  }

  private func written(_ language: LocalizedText.Language) throws -> Written {
    try written(project: "office", language)
  }

  @Test func closureIsOneExceptionOverAWeekend() throws {
    let document = try written().document
    let path = "//p:Calendar[p:UID=1]//p:Exception[p:TimePeriod/p:FromDate='2025-08-12T00:00:00']"
    #expect(document.one("\(path)/p:TimePeriod/p:ToDate") == "2025-08-16T23:59:00")
    #expect(document.one("\(path)/p:Occurrences") == "5")
    #expect(document.one("\(path)/p:DayWorking") == "0")
    #expect(document.one("\(path)/p:Type") == "1")
  }

  @Test func windowsReachBeyondTheYearsOfTheProject() throws {
    let written = try written()
    let week = written.document.all("//p:Calendar[p:UID=4]/p:WeekDays/p:WeekDay/p:DayWorking")
    #expect(week == Array(repeating: "0", count: 7))
    let last = "//p:Calendar[p:UID=4]//p:Exception[last()]/p:TimePeriod/p:FromDate"
    #expect(written.document.one(last) == "2035-05-03T00:00:00")
    #expect(written.count(.windows) == 1)
    #expect(written.report.remarks.first { $0.kind == .windows }?.examples == ["windows"])
  }

  @Test func tasksNameTheirCalendarWhereItIsNotTheProjects() throws {
    let written = try Written(
      plan(
        task("own", "1d") { $0.calendar = "nights" },
        task("owners", "1d") { $0.owner = "net" },
        task("both", "1d") {
          $0.owner = "net"
          $0.calendar = "office"
        }, task("none", "1d"), task("plain", "1d") { $0.owner = "retail" }
      ) {
        $0.calendars = Self.all
        $0.calendar = "office"
        $0.owners = [
          Owner(id: "net", name: LocalizedText("Network"), calendar: "clock"),
          Owner(id: "retail", name: LocalizedText("Retail")),
        ]
      })
    for (id, uid, ignores) in [
      ("own", "3", "1"), ("owners", "2", "1"), ("both", "1", "1"), ("none", "-1", "0"),
      ("plain", "-1", "0"),
    ] {
      #expect(written.document.task(id, "CalendarUID") == uid, "\(id)")
      #expect(written.document.task(id, "IgnoreResourceCalendar") == ignores, "\(id)")
    }
  }

  /// A milestone after work of another calendar lies where that work ends: on a Saturday at noon.
  @Test(arguments: [(true, "2", 2), (false, "3", 3)])
  func milestoneOutsideWorkHasEveryMinute(
    _ isOnClock: Bool, uid: String, calendars: Int
  ) throws {
    let written = try Written(
      plan(
        task("move", "132h") { $0.calendar = "other" }, task("done", after: "move"),
        task("lagged", after: "move SS+1d", "move"), task("office", after: "work"),
        task("work", "5d"), task("start")
      ) {
        var other = roundTheClock
        other.id = "other"
        // Not quite every minute, so that a calendar with every minute has to be added.
        if !isOnClock { other.calendar.closed = [.init(day("2030-01-01"), day("2030-01-01"))] }
        $0.calendars = [other]
      })
    #expect(written.document.task("done", "Start") == "2025-04-12T12:00:00")
    #expect(written.document.task("done", "CalendarUID") == uid)
    #expect(written.document.task("lagged", "CalendarUID") == uid)
    #expect(written.document.task("office", "CalendarUID") == "-1")
    #expect(written.document.task("start", "CalendarUID") == "-1")
    #expect(written.report.calendars == calendars)
    #expect(written.count(.milestoneCalendar) == 2)
    // One day of office hours from Monday 00:00 reaches to 18:00; the other link governs.
    #expect(written.count(.lagCalendar) == 1)
    #expect(written.document.all("\(ReadBack.task("lagged"))//p:LinkLag") == ["0", "10800"])
    let added = written.document.one("//p:Calendar[p:UID=3]/p:Name")
    #expect(added == (isOnClock ? nil : "24 Hours"))
  }

  @Test func sixPiecesOfADayAreReported() throws {
    let pieces = (0..<6).map { WorkCalendar.Hours(start: $0 * 120, end: $0 * 120 + 60) }
    let written = try Written(
      plan(task("a", "1d")) {
        $0.calendars = [
          PlanCalendar(
            id: "x", name: LocalizedText("x"),
            calendar: WorkCalendar(week: [pieces] + Array(repeating: [], count: 6)))
        ]
        $0.calendar = "x"
      })
    #expect(written.count(.piecesOfDay) == 1)
  }

  @Test func yearsStayWithinWhatProjectKnows() throws {
    func years(from start: String) throws -> ClosedRange<Int> {
      var short = plan(task("a", "1d"))
      short.start = at(start)
      return try Written(short).report.calendarYears
    }
    #expect(try years(from: "1984-03-01") == 1984...1986)
    #expect(try years(from: "2149-03-01") == 2148...2149)
    let outside = try Written(plan(task("a", "1d")) { $0.start = at("2160-03-01") })
    #expect(outside.report.calendarYears == 2159...2162)
    #expect(outside.count(.yearOutOfRange) > 0)
  }
}

/// The hours of a calendar in a document, day by day.
private struct CalendarReadBack {
  private var week: [Int: [String]] = [:]
  private var exceptions: [(first: String, last: String, hours: [String])] = []

  init(_ document: ReadBack, uid: Int) {
    let calendar = "//p:Calendar[p:UID=\(uid)]"
    for type in 1...7 {
      week[type] = Self.hours(document, "\(calendar)/p:WeekDays/p:WeekDay[p:DayType=\(type)]")
    }
    for index in 0..<document.count("\(calendar)/p:Exceptions/p:Exception") {
      let path = "\(calendar)/p:Exceptions/p:Exception[\(index + 1)]"
      exceptions.append(
        (
          document.one("\(path)/p:TimePeriod/p:FromDate") ?? "",
          document.one("\(path)/p:TimePeriod/p:ToDate") ?? "", Self.hours(document, path)
        ))
    }
  }

  func hours(on date: CivilDate) -> [String] {
    let noon = "\(date)T12:00:00"
    if let exception = exceptions.first(where: { $0.first <= noon && noon <= $0.last }) {
      return exception.hours
    }
    return week[date.isoWeekday % 7 + 1] ?? []
  }

  private static func hours(_ document: ReadBack, _ path: String) -> [String] {
    let from = document.all("\(path)//p:FromTime").map(minutes)
    let to = document.all("\(path)//p:ToTime").map(minutes)
    if document.one("\(path)/p:DayWorking") != (from.isEmpty ? "0" : "1") { return ["DayWorking"] }
    return zip(from, to).map { "\($0)-\($1 == 0 ? 1440 : $1)" }
  }

  private static func minutes(_ text: String) -> Int {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    return parts.count == 3 && parts[2] == 0 ? parts[0] * 60 + parts[1] : -1
  }
}
