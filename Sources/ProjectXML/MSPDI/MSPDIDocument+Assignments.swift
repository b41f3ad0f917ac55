internal import Planning
internal import Scheduling

/// Who works on which task, and how much of it is done.
extension MSPDIDocument {
  /// The assignments of a task, in the order in which they are written.
  ///
  /// Owners and teams work for the whole task, which has a fixed duration. Of a task in pieces they do
  /// none of the work: its stand-ins do.
  func assignments(of task: Int) -> [MSPDIAssignment] {
    let stated = plan.tasks[task]
    guard !stated.isSummary else { return [] }
    let dates = schedule.tasks[task]
    let amount = progress.amounts[task]
    let isInPieces = stated.hasPieces
    var result: [MSPDIAssignment] = []
    func add(_ uid: Int, _ thousandths: Int64) {
      let units = isInPieces ? 0 : max(0, thousandths)
      result.append(
        MSPDIAssignment(
          resource: uid, thousandths: units, minutes: isInPieces ? 0 : amount.whole,
          done: isInPieces ? 0 : amount.done, start: dates.start, finish: dates.finish))
    }
    if let owner = stated.owner.flatMap(resources.uid(owner:)) { add(owner, 1000) }
    var teams: Set<Int> = []
    for need in stated.needs {
      guard let team = resources.uid(team: need.team), teams.insert(team).inserted else { continue }
      add(team, need.thousandths)
    }
    if isInPieces { result += pieces(of: task) }
    return result
  }

  /// The pieces of a task, each the work of a stand-in.
  private func pieces(of task: Int) -> [MSPDIAssignment] {
    let stated = plan.tasks[task]
    let dates = schedule.tasks[task]
    let earliest =
      stated.parts.lazy.filter { $0.duration.thousandths > 0 }
      .compactMap { plan.units.minutes(of: $0.delay) }.min() ?? 0
    let people = resources.pieces(of: task, plan, calendars)
    return zip(stated.parts, people).compactMap { part, person in
      guard let minutes = plan.units.minutes(of: part.duration), minutes > 0,
        let stated = plan.units.minutes(of: part.delay)
      else { return nil }
      let delay = stated - earliest
      let time = calendars.time[person.calendar]
      let begin = time.nextWork(dates.start) ?? dates.start
      let start = time.shifted(begin, by: delay).flatMap(time.nextWork) ?? begin
      let isDone = progress.finished[task] != nil
      return MSPDIAssignment(
        resource: person.uid, thousandths: 1000, minutes: minutes, done: isDone ? minutes : 0,
        delay: delay, start: start, finish: time.shifted(start, by: minutes) ?? dates.finish)
    }
  }

  mutating func writeAssignments(to stream: inout XMLStream) {
    stream.start("Assignments")
    var uid = 0
    for task in outline.rows {
      for assignment in assignments(of: task) {
        uid += 1
        write(assignment, uid, of: task, to: &stream)
      }
    }
    stream.end()
    report.assignments = uid
  }

  private func write(
    _ assignment: MSPDIAssignment, _ uid: Int, of task: Int, to stream: inout XMLStream
  ) {
    stream.start("Assignment")
    stream.element("UID", uid)
    stream.element("TaskUID", task + 1)
    stream.element("ResourceUID", assignment.resource)
    let isDone = progress.finished[task] != nil
    let percent =
      assignment.minutes == 0
      ? (isDone ? 100 : 0) : Int(assignment.done) * 100 / Int(assignment.minutes)
    stream.element("PercentWorkComplete", percent)
    if isDone { stream.element("ActualFinish", MSPDI.date(assignment.finish)) }
    if progress.started[task] != nil {
      stream.element("ActualStart", MSPDI.date(assignment.start))
    }
    stream.element("ActualWork", MSPDI.duration(seconds: assignment.seconds(assignment.done)))
    stream.element("Delay", Int(assignment.delay) * 10)
    stream.element("Finish", MSPDI.date(assignment.finish))
    stream.element("HasFixedRateUnits", true)
    let whole = assignment.seconds(assignment.minutes)
    stream.element("RegularWork", MSPDI.duration(seconds: whole))
    stream.element(
      "RemainingWork", MSPDI.duration(seconds: whole - assignment.seconds(assignment.done)))
    stream.element("Start", MSPDI.date(assignment.start))
    stream.element("Units", MSPDI.units(assignment.thousandths))
    stream.element("Work", MSPDI.duration(seconds: whole))
    stream.element("WorkContour", 0)
    stream.end()
  }
}

/// The work of one resource on one task.
struct MSPDIAssignment {
  var resource: Int
  var thousandths: Int64
  /// How long it takes, and how much of that is done.
  var minutes: Int32, done: Int32
  /// How long after the task it starts, in minutes of the resource's calendar.
  var delay: Int32 = 0
  var start: Instant, finish: Instant

  /// The work in so many minutes, in seconds; within what the format can hold.
  func seconds(_ minutes: Int32) -> Int {
    let (product, overflow) = (Int(minutes) * 60).multipliedReportingOverflow(by: Int(thousandths))
    return overflow ? MSPDIAssignment.most : min(product / 1000, MSPDIAssignment.most)
  }

  private static let most = 1_000_000_000_000

  /// All assignments as a seal takes them in.
  var numbers: [Int] { [resource, Int(thousandths), seconds(minutes), Int(delay)] }
}

extension MSPDI {
  /// Seconds as `PT..H..M..S`, always with all three parts.
  static func duration(seconds: Int) -> String {
    let seconds = max(0, seconds)
    return "PT" + String(seconds / 3600) + "H" + String(seconds / 60 % 60) + "M"
      + String(seconds % 60) + "S"
  }
}
