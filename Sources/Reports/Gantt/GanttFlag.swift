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
  /// that is better: no two texts meet, and where possible no line strikes a text. All placements
  /// are tried: at most three days make 6^3.
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
    let shown = days.filter { scale.contains($0.instant) }.sorted { $0.instant > $1.instant }
    var best: (cost: Cost, flags: [GanttFlag])?
    var sides = Array(repeating: 0, count: shown.count)
    repeat {
      var lanes = Array(repeating: 0, count: shown.count)
      repeat {
        let flags = shown.indices.map {
          GanttFlag(
            shown[$0].kind, shown[$0].text, scale.x(shown[$0].instant), lane: lanes[$0],
            isLeft: sides[$0] == 1)
        }
        let cost = Cost(flags, scale)
        if best.map({ cost < $0.cost }) ?? true { best = (cost, flags) }
      } while advance(&lanes, below: shown.count)
    } while advance(&sides, below: 2)
    return best?.flags ?? []
  }

  /// Counts on, digit by digit; false when it begins again.
  private static func advance(_ digits: inout [Int], below base: Int) -> Bool {
    for index in digits.indices {
      digits[index] += 1
      if digits[index] < base { return true }
      digits[index] = 0
    }
    return false
  }

  private init(_ kind: Kind, _ text: String, _ x: Int, lane: Int, isLeft: Bool) {
    let length = TextLength.of(text, size: GanttFlag.textSize)
    (self.kind, self.text, self.x, self.lane) = (kind, text, x, lane)
    left = isLeft ? x - 80 - length : x + 80
    right = left + length
  }

  /// Whether the line of another day, which begins in the lane of its text, strikes this text.
  private func isStruck(by other: GanttFlag) -> Bool {
    lane <= other.lane && left - 40 < other.x && other.x < right + 40
  }

  private func meets(_ other: GanttFlag) -> Bool {
    lane == other.lane && left < other.right + 60 && other.left < right + 60
  }

  /// What speaks against a placement, the worst first.
  private struct Cost: Comparable {
    private let parts: [Int]

    init(_ flags: [GanttFlag], _ scale: TimeScale) {
      var (overlaps, struck) = (0, 0)
      for (index, flag) in flags.enumerated() {
        for (number, other) in flags.enumerated() where number != index {
          if flag.meets(other) { overlaps += 1 }
          if flag.isStruck(by: other) { struck += 1 }
        }
      }
      let outside = flags.count { $0.left < scale.left || $0.right > scale.right }
      parts = [
        outside, overlaps, struck, flags.reduce(0) { $0 + $1.lane },
        flags.count { $0.left < $0.x },
      ]
    }

    static func < (one: Cost, other: Cost) -> Bool {
      one.parts.lexicographicallyPrecedes(other.parts)
    }
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
