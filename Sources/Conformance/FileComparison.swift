import Planning
import ProjectXML
import Scheduling
import SharedSystem

/// The schedule of one file, recalculated from its inputs and compared with the stored one.
///
/// A task conforms when each date is the same working instant as the stored one (17:00 equals the
/// next 08:00) and the total slack is within one minute. A date that the file does not store counts
/// as equal; a total slack that it does not store is zero. The row of the project itself, empty rows
/// and nothing else are left out.
struct FileComparison {
  /// One value that differs.
  struct Difference {
    let uid: Int
    let name: String
    let field: StoredField
    let stored: String
    let recalculated: String
  }

  let name: String
  private(set) var tasks = 0
  private(set) var conforming = 0
  /// How many tasks agree in each field.
  private(set) var agreeing: [StoredField: Int] = [:]
  private(set) var differences: [Difference] = []
  /// Tasks that differ in late dates or slack alone, where the file contradicts itself.
  private(set) var contradictions: [StoredContradictions.Contradiction] = []
  /// Whether any task has begun.
  private(set) var hasProgress = false
  /// Why the file has no schedule.
  var failure: String?

  init(name: String, file: MSPDIFile) {
    self.name = name
    let imported = MSPDIImport(file)
    let rows = file.tasks.filter { !($0.uid == 0 && ($0.outlineLevel ?? 0) == 0) }
      .filter { $0.isNull != true }
    tasks = rows.count
    hasProgress = rows.contains { $0.actualStart != nil || ($0.percentComplete ?? 0) > 0 }
    guard let plan = imported.plan else {
      failure = imported.problems.first?.text(in: .en) ?? "no plan"
      return
    }
    do {
      try compare(rows, try plan.scheduled(), file)
    } catch {
      failure = "\(error)"
    }
  }

  private mutating func compare(
    _ rows: [MSPDIFile.Task], _ schedule: PlanSchedule, _ file: MSPDIFile
  ) throws {
    let plan = schedule.plan
    let clock = try WorkClock(plan)
    let indexOf = Dictionary(
      plan.tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in rows {
      let index = indexOf["\(row.uid)"]
      var isConforming = true
      for field in StoredField.allCases {
        let found: Difference?
        if let index {
          found = difference(row, schedule.tasks[index], field, clock, index)
        } else {
          found = Difference(
            uid: Int(row.uid), name: row.name ?? "", field: field, stored: "a task",
            recalculated: "left out")
        }
        if let found {
          isConforming = false
          differences.append(found)
        } else {
          agreeing[field, default: 0] += 1
        }
      }
      if isConforming { conforming += 1 }
    }
    let known = StoredContradictions(file) { first, last, uid in
      indexOf["\(uid)"].map { clock.minutes(from: first, to: last, task: $0) } ?? 0
    }
    let isLateOnly = Dictionary(grouping: differences, by: \.uid).mapValues { all in
      all.allSatisfy { [.lateStart, .lateFinish, .totalSlack].contains($0.field) }
    }
    contradictions = known.all.filter { isLateOnly[$0.uid] == true }
  }

  private func difference(
    _ row: MSPDIFile.Task, _ dates: PlanSchedule.TaskDates, _ field: StoredField,
    _ clock: WorkClock, _ index: Int
  ) -> Difference? {
    func differing(_ stored: String, _ recalculated: String) -> Difference {
      Difference(
        uid: Int(row.uid), name: row.name ?? "", field: field, stored: stored,
        recalculated: recalculated)
    }
    if field == .totalSlack {
      // Tenths of minutes; none is written where it is zero.
      let stored = row.totalSlack ?? 0
      return abs(stored - Int(dates.totalFloat) * 10) <= 10
        ? nil : differing("\(stored / 10) min", "\(dates.totalFloat) min")
    }
    guard let stored = field.stored(in: row),
      let recalculated = field.recalculated(in: dates)
    else { return nil }
    return clock.isSameWorkingInstant(stored, recalculated, task: index)
      ? nil : differing("\(stored)", "\(recalculated)")
  }
}

/// Tells whether two instants are the same to somebody who works by a task's calendar.
private struct WorkClock {
  private let scheduled: ScheduledNetwork
  private let calendars: [[Int32]]

  init(_ plan: Plan) throws {
    let numbers = Dictionary(
      plan.calendars.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { one, _ in one })
    let own = plan.calendar.flatMap { numbers[$0] } ?? 0
    // The task's own calendar, and those of its parts.
    calendars = plan.tasks.map { task in
      let stated = task.calendar.flatMap { numbers[$0] } ?? own
      return [stated] + task.parts.compactMap { $0.calendar.flatMap { numbers[$0] } }
    }
    scheduled = try Scheduler.schedule(
      Network(start: plan.start, calendars: plan.calendars.map(\.calendar)))
  }

  func minutes(from first: Instant, to last: Instant, task: Int) -> Int32 {
    scheduled.workingMinutes(from: first, to: last, calendar: calendars[task][0])
  }

  func isSameWorkingInstant(_ one: Instant, _ other: Instant, task: Int) -> Bool {
    one == other
      || calendars[task].contains {
        scheduled.workingMinutes(from: one, to: other, calendar: $0) == 0
      }
  }
}
