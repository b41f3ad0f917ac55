import Planning
import ProjectXML
import Scheduling
import Testing

@Suite struct ConstraintTests {
  private func written(_ constraints: TaskConstraint..., deadline: Instant? = nil) throws -> Written
  {
    try Written(
      plan(
        task("a", "2d") {
          $0.constraints = constraints
          $0.deadline = deadline
        }, task("long", "60d")))
  }

  @Test(arguments: [
    (TaskConstraint.Kind.mustStartOn, "2", "2025-04-16T09:00:00"),
    (.mustFinishOn, "3", "2025-04-16T18:00:00"),
    (.startNoEarlierThan, "4", "2025-04-16T09:00:00"),
    (.startNoLaterThan, "5", "2025-04-16T09:00:00"),
    (.finishNoEarlierThan, "6", "2025-04-16T18:00:00"),
    (.finishNoLaterThan, "7", "2025-04-16T18:00:00"),
    (.mandatoryStart, "2", "2025-04-16T09:00:00"),
    (.mandatoryFinish, "3", "2025-04-16T18:00:00"),
  ])
  func datesLieInWorkingTime(kind: TaskConstraint.Kind, type: String, date: String) throws {
    let stated = kind.concernsFinish ? end("2025-04-16") : at("2025-04-16")
    let written = try written(.init(kind, stated))
    #expect(written.document.task("a", "ConstraintType") == type)
    #expect(written.document.task("a", "ConstraintDate") == date)
    let isMandatory = kind == .mandatoryStart || kind == .mandatoryFinish
    #expect(written.count(.mandatoryDate) == (isMandatory ? 1 : 0))
  }

  @Test func dateOfADayWithoutWorkStaysOnThatDay() throws {
    let sunday = try written(.init(.finishNoLaterThan, end("2025-04-13")))
    #expect(sunday.document.task("a", "ConstraintDate") == "2025-04-13T18:00:00")
    let saturday = try Written(
      plan(
        task("a", "2d", after: "long") {
          $0.constraints = [.init(.startNoEarlierThan, at("2025-04-12"))]
        }, task("long", "60d")))
    #expect(saturday.document.task("a", "ConstraintDate") == "2025-04-12T09:00:00")
  }

  @Test func dateThatGovernsIsTheDateOfTheTask() throws {
    let saturday = try written(.init(.startNoEarlierThan, at("2025-04-12")))
    #expect(saturday.document.task("a", "Start") == "2025-04-14T09:00:00")
    #expect(saturday.document.task("a", "ConstraintDate") == "2025-04-14T09:00:00")
    let sunday = try written(.init(.finishNoEarlierThan, end("2025-04-13")))
    #expect(sunday.document.task("a", "Finish") == "2025-04-11T18:00:00")
    #expect(sunday.document.task("a", "ConstraintDate") == "2025-04-11T18:00:00")
  }

  @Test func statedMinuteStaysAsItIs() throws {
    let written = try written(.init(.startNoEarlierThan, at("2025-04-16T10:30")))
    #expect(written.document.task("a", "ConstraintDate") == "2025-04-16T10:30:00")
  }

  @Test func clockTimeRunsFromTheNextWork() throws {
    let written = try Written(
      plan(
        task("a", "3ed") { $0.constraints = [.init(.startNoEarlierThan, at("2025-04-12"))] }))
    #expect(written.document.task("a", "ConstraintDate") == "2025-04-14T09:00:00")
  }

  @Test func midnightWorkFinishesAtMidnight() throws {
    let written = try Written(
      plan(
        task("a", "3h") {
          $0.calendar = "nights"
          $0.constraints = [.init(.finishNoEarlierThan, end("2025-04-16"))]
        }
      ) { $0.calendars = [nights] })
    #expect(written.document.task("a", "ConstraintDate") == "2025-04-17T00:00:00")
  }

  @Test func asSoonAndAsLateAsPossibleHaveNoDate() throws {
    let soon = try written()
    #expect(soon.document.task("a", "ConstraintType") == "0")
    #expect(soon.document.task("a", "ConstraintDate") == nil)
    let late = try written(.init(.asLateAsPossible, at("2025-04-07")))
    #expect(late.document.task("a", "ConstraintType") == "1")
    #expect(late.document.task("a", "ConstraintDate") == nil)
  }

  /// Two constraints of a task of two days, which of them is kept, and what becomes of the other.
  struct Pair: Sendable {
    var first: TaskConstraint
    var second: TaskConstraint
    var type: String
    var deadline: String?
    var dropped = 0
  }

  @Test(arguments: [
    // Must wins over the rest.
    Pair(
      first: .init(.startNoEarlierThan, at("2025-04-14")),
      second: .init(.mustStartOn, at("2025-04-16")), type: "2", dropped: 1),
    // The later of two bounds; the weaker one asks for nothing more.
    Pair(
      first: .init(.startNoEarlierThan, at("2025-04-14")),
      second: .init(.startNoEarlierThan, at("2025-04-16")), type: "4"),
    // Finishing on the 18th means starting on the 17th.
    Pair(
      first: .init(.startNoEarlierThan, at("2025-04-16")),
      second: .init(.finishNoEarlierThan, end("2025-04-18")), type: "6", dropped: 1),
    // Finishing on the 16th means starting on the 15th.
    Pair(
      first: .init(.startNoEarlierThan, at("2025-04-16")),
      second: .init(.finishNoEarlierThan, end("2025-04-16")), type: "4", dropped: 1),
    // A further "finish no later than" is a deadline.
    Pair(
      first: .init(.finishNoLaterThan, end("2025-05-30")),
      second: .init(.startNoEarlierThan, at("2025-04-16")), type: "4",
      deadline: "2025-05-30T18:00:00"),
    Pair(
      first: .init(.asLateAsPossible, at("2025-04-07")),
      second: .init(.startNoLaterThan, at("2025-05-30")), type: "5", dropped: 1),
  ])
  func oneConstraintIsKept(_ pair: Pair) throws {
    for constraints in [[pair.first, pair.second], [pair.second, pair.first]] {
      let written = try Written(
        plan(task("a", "2d") { $0.constraints = constraints }, task("b", "90d")))
      #expect(written.document.task("a", "ConstraintType") == pair.type)
      #expect(written.document.task("a", "Deadline") == pair.deadline)
      #expect(written.count(.constraintDropped) == pair.dropped)
      #expect(written.count(.constraintAsDeadline) == (pair.deadline == nil ? 0 : 1))
    }
  }

  @Test func deadlineIsTheEndOfTheDaysWork() throws {
    let written = try written(deadline: end("2025-04-30"))
    #expect(written.document.task("a", "Deadline") == "2025-04-30T18:00:00")
    #expect(written.document.task("long", "Deadline") == nil)
  }

  @Test func rulesOfASummaryAreThoseOfItsTasks() throws {
    var held = summary("s")
    held.constraints = [.init(.startNoEarlierThan, at("2025-04-16"))]
    held.deadline = end("2025-04-30")
    let written = try Written(
      plan(held, task("a", "1d", in: 0), task("b", "1d", in: 0) { $0.deadline = end("2025-04-25") })
    )
    #expect(written.document.task("s", "ConstraintType") == "0")
    #expect(written.document.task("a", "ConstraintDate") == "2025-04-16T09:00:00")
    #expect(written.document.task("b", "ConstraintDate") == "2025-04-16T09:00:00")
    #expect(written.document.task("a", "Deadline") == "2025-04-30T18:00:00")
    #expect(written.document.task("b", "Deadline") == "2025-04-25T18:00:00")
    #expect(written.count(.constraintOfSummary) == 2)
  }

  @Test func tasksHeldByTheStatusDateSaySo() throws {
    let written = try Written(
      plan(task("a", "2d"), task("b", "1d", after: "a")) { $0.statusDate = at("2025-04-10T18:00") })
    #expect(written.document.task("a", "Start") == "2025-04-11T09:00:00")
    #expect(written.document.task("a", "ConstraintType") == "4")
    #expect(written.document.task("a", "ConstraintDate") == "2025-04-11T09:00:00")
    #expect(written.document.task("b", "ConstraintType") == "0")
    #expect(written.count(.heldAtStatusDate) == 1)
  }

  @Test func tasksThatALeadWouldPullBeforeTheStartAreHeld() throws {
    let written = try Written(plan(task("a", "2d"), task("b", "1d", after: "a FS-5d")))
    #expect(written.document.task("b", "Start") == "2025-04-07T09:00:00")
    #expect(written.document.task("b", "ConstraintType") == "4")
    #expect(written.document.task("b", "ConstraintDate") == "2025-04-07T09:00:00")
    #expect(written.document.task("a", "ConstraintType") == "0")
    #expect(written.count(.heldAtStart) == 1)
  }
}
