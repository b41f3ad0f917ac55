import Planning
import Scheduling
import SharedSystem

/// A day that matters: a line through all rows with its text above them.
struct GanttFlag: Hashable {
  /// Which day it is.
  enum Kind: Hashable { case status, cutover, target }

  static let textSize = 215

  let kind: Kind
  let text: String
  let x: Int
  /// In which line above the rows the text stands, and from where to where.
  let lane: Int
  let left: Int
  let right: Int

  /// How many days there may be to show.
  static func count(_ schedule: PlanSchedule) -> Int {
    1 + (schedule.plan.target == nil ? 0 : 1) + (schedule.plan.statusDate == nil ? 0 : 1)
  }

  /// The days that lie on the chart. A text stands to the right of its line, or to the left where
  /// there is no room; no two texts of a lane meet.
  static func placed(_ schedule: PlanSchedule, _ scale: TimeScale, _ words: Words) -> [GanttFlag] {
    guard !schedule.plan.tasks.isEmpty else { return [] }
    var days: [(kind: Kind, instant: Instant, text: String)] = [
      (
        .cutover, schedule.cutoverFinish,
        words.cutoverFlag(schedule.cutoverDay, isFinish: schedule.cutover == nil)
      )
    ]
    if let target = schedule.plan.target {
      days.append((.target, target, words.target(target.dayAsFinish)))
    }
    if let status = schedule.plan.statusDate {
      days.append((.status, status, words.statusFlag(status.dayAsStart)))
    }
    var flags: [GanttFlag] = []
    // From the right: a line to the left of a text begins below it.
    for day in days.sorted(by: { $0.instant > $1.instant }) where scale.contains(day.instant) {
      let x = scale.x(day.instant)
      let length = TextLength.of(day.text, size: textSize)
      let fits = x + 80 + length <= scale.right
      let left = fits ? x + 80 : max(scale.left, x - 80 - length)
      let taken = flags.filter { $0.left < left + length + 60 && left < $0.right + 60 }.map(\.lane)
      let lane = (0...flags.count).first { !taken.contains($0) } ?? flags.count
      flags.append(
        GanttFlag(
          kind: day.kind, text: day.text, x: x, lane: lane, left: left, right: left + length))
    }
    return flags
  }

  var line: Picture.ChartRole {
    switch kind {
    case .status: .statusLine
    case .cutover: .cutoverLine
    case .target: .targetLine
    }
  }

  var textRole: Picture.ChartRole {
    switch kind {
    case .status: .statusText
    case .cutover: .cutoverText
    case .target: .targetText
    }
  }
}
