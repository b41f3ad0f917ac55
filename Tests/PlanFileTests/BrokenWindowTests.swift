import Planning
import SharedSystem
import Testing

@testable import PlanFile

/// Work that does not end in the window in which it begins is named.
struct BrokenWindowTests {
  private func warnings(_ duration: String, _ more: String = "") throws -> [Diagnostic] {
    let text = """
      bunri: 1
      project: {start: 2027-07-01}
      calendars:
        - {id: gaps, windows: [2027-08-13/2027-08-14, 2027-12-29/2028-01-01, 2028-05-03/2028-05-04],
           hours: ["00:00-24:00"]}
      tasks:
        - {id: go-live, duration: \(duration), calendar: gaps\(more)}
      """
    let reading = PlanReader.read(text: text, name: "plan.yaml")
    let plan = try #require(reading.plan, "\(reading.diagnostics)")
    return try plan.scheduled().warnings
  }

  @Test(
    "what fits is not named",
    arguments: ["48h", "1h", "5ed", "P1M"])
  func fits(duration: String) throws {
    #expect(try warnings(duration).isEmpty)
  }

  @Test func whatFitsInALaterWindowIsToldWhere() throws {
    let found = try #require(try warnings("60h").first)
    #expect(found.severity == .warning && found.id == "broken-window")
    #expect(found.file == "plan.yaml" && found.line == 7)
    let english = found.message.text(in: .en)
    #expect(
      english
        == "`go-live` takes 60 hours of work and is broken over 2 windows "
        + "(2027-08-13/2027-08-14, 2027-12-29/2028-01-01): the longest window of `gaps` has 96")
    #expect(
      found.advice?.text(in: .en).hasPrefix(
        "Maybe `constraint: {type: start-no-earlier-than, date: 2027-12-29}`") == true)
    #expect(found.message.text(in: .ja).contains("60 時間の作業で、2 つの期間"))
    #expect(found.advice?.text(in: .ja).hasPrefix("もしかして ") == true)
    // With the advice taken, nothing is left to say.
    let constrained =
      ", constraint: {type: start-no-earlier-than, date: 2027-12-29}"
    #expect(try warnings("60h", constrained).isEmpty)
  }

  @Test func whatFitsNowhereIsToldSo() throws {
    let found = try #require(try warnings("100h").first)
    #expect(found.message.text(in: .en).hasSuffix("the longest window of `gaps` has 96"))
    #expect(found.advice?.text(in: .en) == "Maybe a longer window in `gaps`, or less work.")
  }

  @Test func whatIsDoneOrPausesByIntentionIsNotNamed() throws {
    let done = ", progress: {started: 2027-08-13, finished: 2027-12-30}"
    #expect(try warnings("60h", done).isEmpty)
    let parts = ", parts: [{duration: 40h}, {duration: 20h}]"
    #expect(try warnings("60h", parts).isEmpty)
  }

  @Test func aGeneratedCutoverIsFoundWhereItIsGenerated() throws {
    let text = """
      bunri: 1
      project: {start: 2027-07-01}
      calendars:
        - {id: gaps, windows: [2029-08-13/2029-08-14, 2031-12-29/2031-12-30, 2035-05-03/2035-05-04],
           hours: ["00:00-24:00"]}
      owners: [{id: retail}, {id: network}]
      modules:
        - {id: billing, owner: retail, heldBy: [retail, network], size: {kloc: 40},
           data: {rows: 500000000}, strategy: rebuild}
        - {id: metering, owner: network, heldBy: [retail, network], size: {kloc: 40},
           strategy: rebuild}
      generation: {window: gaps}
      """
    let reading = PlanReader.read(text: text, name: "plan.yaml")
    let plan = try #require(try reading.planWithGeneratedWork(), "\(reading.diagnostics)")
    let found = try #require(try plan.scheduled().warnings.first)
    #expect(found.line == 12)
    #expect(found.message.text(in: .en).hasPrefix("`wave.main.cutover` takes "))
    #expect(found.advice?.text(in: .en).contains("migration.streams") == true)
  }
}
