import Planning
import SharedSystem
import Testing

@testable import PlanFile

/// The form of diagnostics, and those made of errors of scheduling and of changes.
@Suite struct DiagnosticTests {
  private func location(_ line: Int, _ file: String = "broken.yaml") -> SharedSystem.SourceLocation
  {
    SharedSystem.SourceLocation(file: file, line: line, column: 5)
  }

  private func plan() throws -> Plan { Plan(start: try PlanDate("2027-04-01").asStart) }

  @Test func format() {
    let text = """
      bunri: 1
      project: {start: 2027-04-01}
      tasks:
        - {id: a, duration: 60 dys}
      """
    let diagnostics = PlanReader.read(text: text, name: "broken.yaml").diagnostics
    #expect(
      diagnostics.map { $0.text(in: .en) } == [
        """
        broken.yaml:4:23: error[duration]: "60 dys" is not a duration
          Maybe 60d (working days), 60ed (elapsed days) or P2M (calendar months).
        """
      ])
    #expect(
      diagnostics.map { $0.text(in: .ja) } == [
        """
        broken.yaml:4:23: error[duration]: 「60 dys」は期間ではありません
          もしかして 60d（稼働日）、60ed（暦日）、P2M（暦月）
        """
      ])
  }

  @Test func unknownPlacesAreLeftOut() {
    var diagnostic = Diagnostic(
      severity: .warning, id: "x", file: "f.yaml", message: LocalizedText("m"))
    #expect(diagnostic.text(in: .en) == "f.yaml: warning[x]: m")
    diagnostic.line = 3
    #expect(diagnostic.text(in: .en) == "f.yaml:3: warning[x]: m")
  }

  @Test func cycle() throws {
    let error = PlanError.cycle(
      tasks: ["build", "test", "rework"], links: [location(40), location(47), location(52)])
    let diagnostic = Diagnostic(error, plan: try plan())
    #expect(
      diagnostic.text(in: .en) == """
        broken.yaml:40:5: error[cycle]: build → test → rework → build
          links at lines 40, 47 and 52 form a loop; maybe the one at line 52 should be \
        `rework SS+10d`.
        """)
    #expect(diagnostic.text(in: .ja).contains("\n  もしかして 52 行目は `rework SS+10d`"))
  }

  @Test func cycleOfARealPlan() throws {
    let text = """
      bunri: 1
      project: {start: 2027-04-01}
      tasks:
        - {id: rework, duration: 5d, after: [test]}
        - {id: build, duration: 5d, after: [rework]}
        - id: test
          duration: 5d
          after:
            - "build SS+2d"
      """
    let plan = try #require(PlanReader.read(text: text, name: "broken.yaml").plan)
    let error = #expect(throws: PlanError.self) { try plan.scheduled() }
    let diagnostic = Diagnostic(try #require(error), plan: plan)
    #expect(diagnostic.message.text(in: .en) == "rework → build → test → rework")
    #expect((diagnostic.line, diagnostic.column) == (5, 39))
    #expect(diagnostic.advice?.text(in: .en).hasPrefix("links at lines 5, 9 and 4 form") == true)
  }

  @Test func cycleThroughSeveralFiles() throws {
    let error = PlanError.cycle(tasks: ["a", "b"], links: [location(4), location(7, "b.yaml")])
    #expect(
      Diagnostic(error, plan: try plan()).advice?.text(in: .en)
        == "links at broken.yaml:4 and b.yaml:7 form a loop; maybe the one at b.yaml:7 should be "
        + "`b SS+10d`.")
  }

  @Test func longCyclesAreShortened() throws {
    let error = PlanError.cycle(
      tasks: (0..<5000).map { "t\($0)" }, links: (0..<5000).map { location($0 + 1) })
    #expect(Diagnostic(error, plan: try plan()).text(in: .en).count < 400)
  }

  @Test func errorsOfTasksAreAtTheTask() throws {
    var plan = try plan()
    var task = PlanTask(id: "go-live", name: LocalizedText("go-live"))
    task.location = location(12)
    task.after = [PlanTask.Dependency(task: "build", location: location(13))]
    plan.tasks = [task]
    let late = Diagnostic(
      .noWorkingTime(task: "go-live", calendar: "windows", after: "2031-01-01T00:00"), plan: plan)
    #expect(late.line == 12 && late.id == "no-working-time")
    let share = Diagnostic(.percentOfMonths(task: "go-live", predecessor: "build"), plan: plan)
    #expect(share.line == 13 && share.id == "lag")
    #expect(Diagnostic(.outOfRange(task: "nobody"), plan: plan).line == 0)
  }

  @Test func changeErrors() {
    let unknown = Diagnostic(.unknown(kind: "lever", id: "hire", maybe: "hire-cobol"))
    #expect(
      unknown.text(in: .en) == """
        command line: error[unknown-lever]: `hire` is not a lever of this plan
          Maybe `hire-cobol`.
        """)
    let errors: [ChangeError] = [
      .requires(lever: "a", missing: "b"), .excludes(lever: "a", other: "b"),
      .assignment(text: "a.duraton=4d", .unknownField("duraton")),
      .doesNotFit(change: "duration=4d", id: "s", reason: LocalizedText("a summary")),
      .negativeDuration(task: "a", change: "-60d"),
    ]
    #expect(
      errors.map { Diagnostic($0).id } == [
        "lever-requires", "lever-excludes", "assignment", "change", "negative-duration",
      ])
    #expect(Diagnostic(errors[2]).advice?.text(in: .en) == "Maybe duration.")
  }
}
