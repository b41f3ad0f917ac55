import ProjectXML
import Scheduling

/// Tasks whose stored late dates cannot all be right, because the file contradicts itself.
///
/// Microsoft Project brings late dates up to date when somebody looks at them, and a file may be
/// saved in between. Two contradictions need no rule of scheduling to be seen:
/// - the total slack is not what lies between the stored early and late dates;
/// - a task finishes, at the latest, after the stored late start of one that waits for it to finish.
/// What precedes such a task has late dates that follow from the wrong ones.
struct StoredContradictions {
  /// A task with what is wrong about it.
  struct Contradiction {
    let uid: Int
    let reason: String
  }

  private(set) var all: [Contradiction] = []

  /// - Parameter isLater: whether the second instant is after the first on working time.
  init(
    _ file: MSPDIFile, minutes: (_ from: Instant, _ to: Instant, _ uid: Int) -> Int32
  ) {
    let tasks = Dictionary(
      file.tasks.map { (Int($0.uid), $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Int: String] = [:]
    for task in file.tasks where task.isSummary != true && task.constraintType ?? 0 == 0 {
      let uid = Int(task.uid)
      if let reason = slackReason(task, minutes) { found[uid] = reason }
    }
    for task in file.tasks where task.isSummary != true {
      for link in file.links(of: task) {
        guard link.type ?? 1 == 1, link.lag ?? 0 == 0, let uid = link.predecessorUID,
          let predecessor = tasks[uid], predecessor.isSummary != true,
          let finish = predecessor.lateFinish, let start = task.lateStart,
          task.actualStart == nil, minutes(start, finish, uid) > 0
        else { continue }
        found[uid] =
          "its stored late finish \(finish) is after the stored late start \(start) of task "
          + "\(task.uid), which waits for it"
      }
    }
    spread(&found, file)
    all = found.sorted { $0.key < $1.key }.map { Contradiction(uid: $0.key, reason: $0.value) }
  }

  private func slackReason(
    _ task: MSPDIFile.Task, _ minutes: (Instant, Instant, Int) -> Int32
  ) -> String? {
    guard task.actualStart == nil, let earlyStart = task.earlyStart, let lateStart = task.lateStart,
      let slack = task.totalSlack
    else { return nil }
    let between = Int(minutes(earlyStart, lateStart, Int(task.uid)))
    return abs(between * 10 - slack) <= 10
      ? nil
      : "its stored total slack is \(slack / 10) min, but \(between) min lie between its stored "
        + "early and late starts"
  }

  /// Marks what precedes a task whose late dates are wrong.
  private func spread(_ found: inout [Int: String], _ file: MSPDIFile) {
    var predecessors: [Int: [Int]] = [:]
    for task in file.tasks {
      predecessors[Int(task.uid)] = file.links(of: task).compactMap(\.predecessorUID)
    }
    var pending = Array(found.keys)
    while let uid = pending.popLast() {
      for predecessor in predecessors[uid] ?? [] where found[predecessor] == nil {
        found[predecessor] = "its late dates follow from those of task \(uid)"
        pending.append(predecessor)
      }
    }
  }
}
