import PlanFile
import Planning
import Testing

/// The rework that an overlap may bring, read and written.
struct ReworkTests {
  private func text(_ rework: String) -> String {
    """
    bunri: 1
    project: {start: 2026-06-01}
    tasks:
      - {id: a, duration: 10d}
      - {id: b, duration: 10d, after: [a]}
    levers:
      - id: overlap
        changes:
          - {link: {from: a, to: b}, type: SS, lag: 5d, rework: \(rework)}

    """
  }

  @Test func isKeptThroughReadingAndWriting() throws {
    let plan = try #require(
      PlanReader.read(text: text("{probability: 30%, delay: 20d}"), name: "plan.yaml").plan)
    let expected = Change.rework(
      from: "a", to: "b", probability: 30_000, delay: PlanDuration(20, .days))
    #expect(plan.levers[0].changes.last == expected)
    #expect(plan.levers[0].changes.count == 2)
    let written = PlanWriter.text(of: plan)
    #expect(written.contains("rework: {probability: 30%, delay: 20d}"))
    let again = try #require(PlanReader.read(text: written, name: "plan.yaml").plan)
    #expect(again.levers[0].changes == plan.levers[0].changes)
  }

  @Test(arguments: ["{probability: 130%, delay: 20d}", "{probability: 0.3, delay: 20d}"])
  func refusesWhatIsNoProbability(rework: String) {
    let reading = PlanReader.read(text: text(rework), name: "plan.yaml")
    #expect(reading.plan == nil)
    #expect(reading.diagnostics.map(\.id).contains("probability"))
  }
}
