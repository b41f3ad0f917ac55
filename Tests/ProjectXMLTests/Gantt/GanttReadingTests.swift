import Planning
import ProjectXML
import Scheduling
import Testing

@Suite struct GanttReadingTests {
  /// What was written is what is read, for plans of all kinds.
  @Test(arguments: 0..<60)
  func roundTrip(_ seed: Int) throws {
    guard let schedule = try? randomPlan(UInt64(seed)).scheduled() else { return }
    let reading = GanttXML.read(try GanttXML.bytes(of: schedule).bytes)
    #expect(reading.problems.isEmpty)
    let file = try #require(reading.file)
    #expect(file.start == schedule.start && file.finish == schedule.finish)
    #expect(file.cutoverFinish == schedule.cutoverFinish && file.margin == schedule.margin)
    #expect(file.tasks.count == schedule.tasks.count)
    for task in file.tasks {
      let index = try #require(schedule.index(of: task.id))
      let stated = schedule.plan.tasks[index]
      let dates = schedule.tasks[index]
      #expect(task.parent == stated.parent.map { schedule.plan.tasks[$0].id })
      #expect(task.start == dates.start && task.finish == dates.finish)
      #expect(task.earlyStart == dates.earlyStart && task.earlyFinish == dates.earlyFinish)
      #expect(task.lateStart == dates.lateStart && task.lateFinish == dates.lateFinish)
      #expect(task.duration == dates.duration && task.totalFloat == dates.totalFloat)
      #expect(task.freeFloat == dates.freeFloat && task.margin == dates.margin)
      #expect(task.isCritical == dates.isCritical && task.isDriving == dates.isDriving)
      #expect(task.links.map(\.predecessor) == stated.after.map(\.task))
      #expect(task.links.map(\.type) == stated.after.map(\.type))
    }
  }

  private func read(_ text: String) -> GanttReading { GanttXML.read(Array(text.utf8)) }

  private func document(_ tasks: String, project: String = "<project/>") -> String {
    "<gantt xmlns=\"urn:bunri:gantt:1\">\(project)<tasks>\(tasks)</tasks></gantt>"
  }

  private let dates = "start='2025-04-07T09:00' finish='2025-04-08T18:00'"

  @Test(arguments: [
    ("", "empty-file"), ("hello", "not-xml"), ("<gantt/>", "not-gantt"),
    ("<Project xmlns='http://schemas.microsoft.com/project'/>", "not-gantt"),
    ("<gantt xmlns='urn:bunri:gantt:1'>", "not-well-formed"),
    ("<!DOCTYPE gantt [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><gantt/>", "document-type"),
    (
      "<gantt xmlns='urn:bunri:gantt:1'>" + String(repeating: "<a>", count: 200), "too-deep"
    ),
    (
      "<gantt xmlns='urn:bunri:gantt:1'><a "
        + (0..<40).map { "a\($0)=''" }.joined(separator: " ") + "/></gantt>",
      "too-many-attributes"
    ),
    (
      "<gantt xmlns='urn:bunri:gantt:1'><!--" + String(repeating: "x", count: 1_000_000),
      "long-markup"
    ),
  ])
  func whatIsRefused(_ text: String, _ id: String) {
    let reading = read(text)
    #expect(reading.file == nil)
    let errors = reading.problems.filter { $0.severity == .error }.map(\.id)
    #expect(errors == [id])
  }

  @Test func whatIsNotUnderstoodIsLeftOut() throws {
    let reading = read(
      document(
        """
        <task id='a' \(dates) duration='ten' lateStart='tomorrow'/>
        <task id='a' \(dates)/><task \(dates)/><task id='b' start='2025-04-07T09:00'/>
        <task id='c' \(dates)><link/><link predecessor='a' type='XX'/><link predecessor='a'/></task>
        """))
    let file = try #require(reading.file)
    #expect(file.tasks.map(\.id) == ["a", "c"])
    #expect(file.tasks[0].duration == nil && file.tasks[0].lateStart == nil)
    #expect(file.tasks[1].links.map(\.predecessor) == ["a"])
    #expect(file.tasks[1].links.map(\.type) == [.finishToStart])
    #expect(file.tasks[1].links.map(\.lag) == [nil])
    let ids = Set(reading.problems.map(\.id))
    #expect(
      ids == [
        "not-a-number", "not-a-date", "duplicate-task", "incomplete-task", "missing-predecessor",
      ])
    #expect(reading.problems.allSatisfy { $0.severity == .warning && $0.line > 0 })
  }

  @Test func escapesAreResolved() throws {
    let file = try #require(
      read(document("<task id='a' name='A &amp; B &#38;lt; &quot;x&quot; &#x41;' \(dates)/>")).file)
    #expect(file.tasks[0].name == "A & B &lt; \"x\" A")
  }

  /// Bytes that were cut or changed anywhere never do more than give problems.
  @Test func damagedDocumentsAreSafe() throws {
    let bytes = try GanttXML.bytes(of: formatSample().scheduled()).bytes
    var random = SplitMix64(seed: 7)
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0..<(1 + random.below(4)) {
        let place = random.below(damaged.count)
        switch random.below(3) {
        case 0: damaged[place] = UInt8(random.below(256))
        case 1: damaged.removeSubrange(place..<min(damaged.count, place + random.below(50)))
        default: damaged.insert(contentsOf: damaged[..<min(place, 40)], at: place)
        }
      }
      let reading = GanttXML.read(damaged)
      #expect((reading.file == nil) == reading.problems.contains { $0.severity == .error })
    }
  }
}
