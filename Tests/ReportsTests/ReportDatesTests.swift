import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Dates for people")
struct ReportDatesTests {
  @Test(
    "months after the start",
    arguments: [
      ("2023-07-01", "2029-01-01", 660), ("2023-07-01", "2023-07-01", 0),
      ("2023-07-01", "2029-01-04", 661), ("2024-01-31", "2024-02-29", 10),
      ("2024-01-01", "2024-01-16", 5), ("2024-01-01", "2024-01-31T20:00", 10),
    ])
  func months(start: String, end: String, tenths: Int) throws {
    var plan = try SamplePlan.plan()
    plan.start = try SamplePlan.day(start)
    var schedule = try SamplePlan.plan().scheduled()
    schedule.plan = plan
    #expect(schedule.tenthsOfMonths(until: try SamplePlan.day(end)) == tenths)
  }

  @Test(
    "the fiscal year begins in April",
    arguments: [("2028-03-31", 2027), ("2028-04-01", 2028), ("2029-01-03", 2028)])
  func fiscalYear(day: String, year: Int) throws {
    #expect(try SamplePlan.day(day).date.fiscalYear == year)
  }

  @Test("midnight belongs to the day that ends, for a finish")
  func midnight() throws {
    let midnight = try SamplePlan.end("2029-01-03")
    #expect("\(midnight)" == "2029-01-04T00:00")
    #expect("\(midnight.dayAsFinish)" == "2029-01-03")
    #expect("\(midnight.dayAsStart)" == "2029-01-04")
  }

  @Test("a milestone at midnight: with the work before it, or where the plan puts it")
  func milestone() throws {
    var schedule = try SamplePlan.plan().scheduled()
    let midnight = try SamplePlan.end("2029-01-03")
    schedule.tasks[9].start = midnight
    schedule.tasks[9].finish = midnight
    #expect("\(schedule.startDay(of: 9)) \(schedule.finishDay(of: 9))" == "2029-01-03 2029-01-03")
    schedule.plan.tasks[9].constraints = [TaskConstraint(.startNoEarlierThan, midnight)]
    #expect("\(schedule.startDay(of: 9)) \(schedule.finishDay(of: 9))" == "2029-01-04 2029-01-04")
  }

  @Test("the weekday in both languages")
  func weekday() throws {
    let day = try SamplePlan.day("2029-01-03").date
    #expect(Words(.en).weekday(day) == "Wed 2029-01-03")
    #expect(Words(.ja).weekday(day) == "2029-01-03（水）")
    #expect(Words(.ja).month(day) == "2029年1月（2028年度）")
  }
}
