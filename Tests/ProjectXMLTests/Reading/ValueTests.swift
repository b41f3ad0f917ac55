import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    ("2029-04-02T09:30:00", "2029-04-02T09:30", 0, 0),
    ("2029-04-02T09:30", "2029-04-02T09:30", 0, 0),
    ("2029-04-02", "2029-04-02T00:00", 0, 0),
    ("2029-04-02 09:30:00", "2029-04-02T09:30", 0, 0),
    ("\n 2029-04-02T09:30:00\t", "2029-04-02T09:30", 0, 0),
    ("2029-04-02T24:00:00", "2029-04-03T00:00", 0, 0),
    ("1984-01-01T00:00:00", "1984-01-01T00:00", 0, 0),
    ("0001-01-01T00:00:00", "0001-01-01T00:00", 0, 0),
    ("2149-12-31T23:59:00", "2149-12-31T23:59", 0, 0),
    ("5999-12-31T23:59:00", "5999-12-31T23:59", 0, 0),
    ("2028-02-29T00:00:00", "2028-02-29T00:00", 0, 0),
    ("2029-04-02T09:30:29", "2029-04-02T09:30", 1, 0),
    ("2029-04-02T09:30:30", "2029-04-02T09:31", 1, 0),
    ("2029-12-31T23:59:59", "2030-01-01T00:00", 1, 0),
    ("2029-04-02T09:30:00.000", "2029-04-02T09:30", 0, 0),
    ("2029-04-02T09:30:00.25", "2029-04-02T09:30", 1, 0),
    ("2029-04-02T09:30:00Z", "2029-04-02T09:30", 0, 1),
    ("2029-04-02T09:30:00+09:00", "2029-04-02T09:30", 0, 1),
    ("2029-04-02T09:30:00.5-0500", "2029-04-02T09:30", 1, 1),
  ])
  func datesAreWholeMinutes(_ text: String, _ date: String, rounded: Int, offsets: Int) throws {
    let file = try file("<Tasks><Task><UID>1</UID><Start>\(text)</Start></Task></Tasks>")
    #expect(file.tasks[0].start.map(String.init(describing:)) == date)
    #expect(file.roundings.dates == rounded)
    #expect(file.roundings.offsets == offsets)
  }

  @Test(arguments: [
    "0000-00-01T00:00:00", "99999-01-32T00:00:00", "6000-1-1", "6000-01-01x",
    "-29-04-02T00:00:00", "2029-02-29", "2029-13-01", "2029-00-10", "2029-4-2", "2029/04/02",
    "20290402",
    "2029-04-02T25:00:00", "2029-04-02T24:00:01", "2029-04-02T09:60", "2029-04-02T09:30:60",
    "2029-04-02T9:30", "2029-04-02T", "2029-04-02T09:30:00.", "2029-04-02T09:30:00+9",
    "2029-04-02T09:30:00Zulu", "2029-04-02T09:30:00+15:00", "NA", "2029-04-02x", "２０２９-04-02",
  ])
  func whatIsNotADateIsLeftOut(_ text: String) throws {
    let reading = read(taskXML("\n<Start>\(text)</Start>"))
    #expect(reading.ids == ["warning not-a-date"])
    #expect(reading.problems.first?.line == 3)
    let message = reading.problems.first?.text(in: .en) ?? ""
    #expect(message.contains("\"\(text)\" in Project/Tasks/Task/Start is not a date"))
    #expect(message.contains("\n  Maybe it should be like 2029-04-02T09:00:00."))
    #expect(reading.file?.tasks.first?.start == nil)
  }

  @Test(arguments: [
    "0000-01-01T00:00:00", "99999-01-01T00:00:00", "6000-01-01", "-2029-04-02T00:00:00",
    "00000-01-01", "99999999999999999999999-12-31 00:00",
  ])
  func aYearThatNoCalendarHasIsAnError(_ text: String) throws {
    let reading = read(taskXML("\n<Start>\(text)</Start>"))
    #expect(reading.ids == ["error date-range"])
    #expect(reading.problems.first?.line == 3)
    #expect(reading.file == nil)
  }

  @Test(arguments: [
    ("PT8H0M0S", 28_800, 0), ("P1DT2H", 93_600, 0), ("PT480M", 28_800, 0), ("PT8.5H", 30_600, 0),
    ("PT8,5H", 30_600, 0), ("PT0S", 0, 0), ("PT6H14M24S", 22_464, 0), ("P2W", 1_209_600, 0),
    ("P0Y0M1D", 86_400, 0), ("-PT1H", -3600, 0), (" PT1H ", 3600, 0), ("PT0.5S", 1, 1),
    ("PT0.4S", 0, 1), ("PT1.5M", 90, 0), ("PT1.9S", 2, 1), ("PT0.1H", 360, 0),
    ("PT0.3333333333H", 1200, 1), ("P0.5D", 43_200, 0), ("PT1H0.000000000M", 3600, 0),
    ("PT10000000H", 36_000_000_000, 0), ("P1D", 86_400, 0),
  ])
  func durationsAreWholeSeconds(_ text: String, _ seconds: Int, rounded: Int) throws {
    let file = try file("<Tasks><Task><UID>1</UID><Duration>\(text)</Duration></Task></Tasks>")
    #expect(file.tasks[0].duration == seconds)
    #expect(file.roundings.durations == rounded)
  }

  @Test(arguments: [
    "8h", "PT", "P", "P1Y", "P2M", "PT8", "PTH", "P8H", "PT1D", "PT1H2", "P1DT2H3D", "PT-8H",
    "PTNaNHNaNM0S", "PT99999999999999999999H", "PT99999999999999999H", "pt8h", "PT8H 0M",
  ])
  func whatIsNotADurationIsLeftOut(_ text: String) {
    let reading = read(taskXML("<Duration>\(text)</Duration>"))
    #expect(reading.ids == ["warning not-a-duration"])
    #expect(reading.file?.tasks.first?.duration == nil)
  }

  @Test(arguments: [
    ("1", 1, 0), ("1.00", 1, 0), ("-4800", -4800, 0), ("+7", 7, 0), ("1.5", 2, 1), ("-1.5", -2, 1),
    ("0.4", 0, 1), ("1E2", 100, 0), ("1.5e+1", 15, 0), ("120e-1", 12, 0), (" 3\n", 3, 0),
    ("007", 7, 0), ("5.", 5, 0), (".5", 1, 1), ("2147483647", 2_147_483_647, 0),
    ("0.00000000000000000000001", 0, 1), ("1e-99", 0, 1), ("0E99", 0, 0),
  ])
  func numbersAreWhole(_ text: String, _ number: Int, rounded: Int) throws {
    let file = try file("<Tasks><Task><UID>1</UID><TotalSlack>\(text)</TotalSlack></Task></Tasks>")
    #expect(file.tasks[0].totalSlack == number)
    #expect(file.roundings.numbers == rounded)
  }

  @Test(arguments: [
    "x", "1x", "--1", "1-", "1e", "1e+", "1e999", "1e99", "NaN", "2147483648", "-2147483648",
    "99999999999999999999999", "1 2", "e5", ".", "１",
  ])
  func whatIsNotANumberIsLeftOut(_ text: String) {
    let reading = read(taskXML("<TotalSlack>\(text)</TotalSlack>"))
    #expect(reading.ids == ["warning not-a-number"])
    #expect(reading.file?.tasks.first?.totalSlack == nil)
  }

  @Test(arguments: [
    ("1", true), ("0", false), ("true", true), ("false", false), ("True", true), ("FALSE", false),
    (" 1 ", true), ("-1", true),
  ])
  func truthValues(_ text: String, _ value: Bool) throws {
    #expect(try task(reading: "<Milestone>\(text)</Milestone>").isMilestone == value)
  }

  @Test(arguments: ["2", "yes", "truE1", "fals", "tru", "wahr", "-0", "\u{FF11}"])
  func whatIsNoTruthValueIsLeftOut(_ text: String) {
    let reading = read(taskXML("<Milestone>\(text)</Milestone>"))
    #expect(reading.ids == ["warning not-a-boolean"])
    #expect(reading.file?.tasks.first?.isMilestone == nil)
  }

  @Test(arguments: ["<E/>", "<E></E>", "<E> \n </E>", "<E><!-- none --></E>"])
  func emptyElementsAreAbsent(_ element: String) throws {
    let names = [
      "Start", "Duration", "TotalSlack", "Milestone", "OutlineLevel", "Cost", "ConstraintType",
    ]
    let inner = names.map {
      element.replacing("E>", with: "\($0)>").replacing("E/>", with: "\($0)/>")
    }
    #expect(try task(reading: inner.joined()) == task(reading: ""))
  }

  @Test func amountsAndUnitsKeepTheirDecimals() throws {
    let file = try file(
      """
      <Tasks><Task><UID>1</UID><Cost>123456789012345.00</Cost><FixedCost>-0.5</FixedCost></Task></Tasks>
      <Assignments><Assignment><UID>1</UID><Units>0.333333</Units></Assignment>
      <Assignment><UID>2</UID><Units>1.0</Units></Assignment>
      <Assignment><UID>3</UID><Units>0.1234567</Units></Assignment></Assignments>
      """)
    #expect(file.tasks[0].cost == 123_456_789_012_345)
    #expect(file.tasks[0].fixedCost == -1)
    #expect(file.assignments.map(\.units) == [333_333, 1_000_000, 123_457])
    #expect(file.roundings.numbers == 2)
  }

  /// Text may come in pieces: references, CDATA sections, comments between them.
  @Test func textIsJoinedFromItsPieces() throws {
    let task = try task(
      reading: """
        <Name>A &amp; B&#x20;&lt;<![CDATA[<C> & ]]>D<!-- not this -->E</Name>
        <Start>2029-<![CDATA[04]]>-02T0<!-- -->9:30:00</Start>
        """)
    #expect(task.name == "A & B <<C> & DE")
    #expect(task.start == at("2029-04-02T09:30"))
  }

  @Test func longTextsAreCutBetweenCharacters() throws {
    let notes = String(repeating: "あ", count: MSPDIReader.longestText)
    let file = try file("<Tasks><Task><UID>1</UID><Notes>\(notes)</Notes></Task></Tasks>")
    let kept = try #require(file.tasks[0].notes)
    #expect(kept.utf8.count <= MSPDIReader.longestText)
    #expect(kept.utf8.count > MSPDIReader.longestText - 4)
    #expect(kept.allSatisfy { $0 == "あ" })
    #expect(file.roundings.texts == 1)
  }
}
