import Scheduling
import Testing

@testable import Planning

/// Durations, dependencies, dates and assignments as people write them.
struct TextTests {
  @Test(
    arguments: [
      ("90m", 90_000, .minutes), ("8h", 8000, .hours), ("60d", 60_000, .days),
      ("1.5d", 1500, .days), ("12w", 12_000, .weeks), ("3mo", 3000, .months),
      ("10ed", 10_000, .elapsedDays), ("2ew", 2000, .elapsedWeeks), ("P3M", 3000, .calendarMonths),
      ("P1Y6M", 18_000, .calendarMonths), ("P2Y", 24_000, .calendarMonths), ("-2w", -2000, .weeks),
      ("0.125h", 125, .hours),
    ] as [(String, Int64, PlanDuration.Unit)])
  func durations(text: String, thousandths: Int64, unit: PlanDuration.Unit) throws {
    let duration = try #require(PlanDuration(text))
    #expect(duration == PlanDuration(thousandths: thousandths, unit))
    #expect(PlanDuration(duration.text) == duration)
  }

  @Test(
    arguments: [
      "", "d", "60", "60 d", "60dys", "1.2345d", "1,5d", "P", "P3", "P1M2Y", "3M", "++1d", "１d",
      "9999999999999d", ".5d", "P3Md",
    ])
  func notDurations(text: String) { #expect(PlanDuration(text) == nil) }

  @Test func minutesFollowTheUnits() {
    let units = WorkUnits(minutesPerDay: 450, daysPerWeek: 4, daysPerMonth: 18)
    #expect(units.minutes(of: PlanDuration(2, .days)) == 900)
    #expect(units.minutes(of: PlanDuration(1, .weeks)) == 1800)
    #expect(units.minutes(of: PlanDuration(1, .months)) == 8100)
    #expect(units.minutes(of: PlanDuration(1, .elapsedWeeks)) == 10_080)
    #expect(units.minutes(of: PlanDuration(1, .calendarMonths)) == nil)
    #expect(units.minutes(of: PlanDuration(thousandths: Int64.max, .days)) == nil)
  }

  @Test(
    arguments: [
      ("kickoff", "kickoff", .finishToStart, .none),
      ("contract SS+10d", "contract", .startToStart, .time(PlanDuration(10, .days))),
      ("design FF-2w", "design", .finishToFinish, .time(PlanDuration(-2, .weeks))),
      ("build FS+50%", "build", .finishToStart, .percent(thousandths: 50_000)),
      ("a.b_c-1 SF", "a.b_c-1", .startToFinish, .none),
    ] as [(String, String, LinkType, PlanTask.Lag)])
  func dependencies(text: String, task: String, type: LinkType, lag: PlanTask.Lag) throws {
    let dependency = try #require(PlanTask.Dependency(text))
    #expect(dependency == PlanTask.Dependency(task: task, type: type, lag: lag))
    #expect(PlanTask.Dependency(dependency.text) == dependency)
  }

  @Test(arguments: ["", "a b c", "a SX", "a SS10d", "a SS+", "a +10d", "a SS+10q"])
  func notDependencies(text: String) { #expect(PlanTask.Dependency(text) == nil) }

  @Test func dates() throws {
    #expect(try PlanDate("2027-02-28").asFinish.description == "2027-03-01T00:00")
    #expect(try PlanDate("2027-02-28").asStart.description == "2027-02-28T00:00")
    #expect(try PlanDate("2027-02-28 09:30").asFinish.description == "2027-02-28T09:30")
    #expect(try PlanDate("2027-02-28T24:00:00").asStart.description == "2027-03-01T00:00")
  }

  @Test(
    arguments: [
      ("2027-02-30", .impossible), ("2027-13-01", .impossible), ("2027-01-01T25:00", .impossible),
      ("27-01-01", .malformed), ("2027/01/01", .malformed), ("2027-01-01T09:00:30", .malformed),
      ("1899-12-31", .outOfRange), ("3000-01-01", .outOfRange),
    ] as [(String, PlanDate.Failure)])
  func notDates(text: String, failure: PlanDate.Failure) {
    #expect(throws: failure) { try PlanDate(text) }
  }

  @Test func assignments() throws {
    #expect(try Assignment("a.b.duration=-10%").task == "a.b")
    #expect(
      try Assignment("a.duration=-10%").value == .duration(.percent(thousandths: -10_000)))
    #expect(try Assignment("a.duration=+5d").value == .duration(.add(PlanDuration(5, .days))))
    #expect(try Assignment("a.duration=40d").value == .duration(.set(PlanDuration(40, .days))))
    #expect(try Assignment("a.deadline=none").value == .deadline(nil))
    #expect(throws: Assignment.Failure.unknownField("durtion")) {
      try Assignment("a.durtion=4d")
    }
    #expect(throws: Assignment.Failure.malformed) { try Assignment("a=4d") }
  }

  @Test func nearestSpelling() {
    let ids = ["requirements", "design", "build"]
    #expect(NearestSpelling.of("requirments", among: ids) == "requirements")
    #expect(NearestSpelling.of("dseign", among: ids) == "design")
    #expect(NearestSpelling.of("xyz", among: ids) == nil)
  }
}
