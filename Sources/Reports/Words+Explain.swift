import Planning
import Scheduling

/// Words of an explanation: the chain of reasons, the float, the changes that would help.
extension Words {
  var task: String { pick("Task", "タスク") }
  var dates: String { pick("Dates", "日程") }
  var float: String { pick("Float", "余裕") }
  var standing: String { pick("Critical", "判定") }
  var emptySummary: String { pick("it holds no tasks", "配下にタスクがない") }

  // MARK: Headings

  func whyStarts(_ day: CivilDate, leaf: String?) -> String {
    let by = leaf.map { pick(" (its first task is \($0))", "（最初のタスクは\($0)）") } ?? ""
    return pick("Why it starts on \(day)\(by)", "\(day) に始まる理由\(by)")
  }

  func whyFinishes(_ day: CivilDate, leaf: String?) -> String {
    let by = leaf.map { pick(" (its last task is \($0))", "（最後のタスクは\($0)）") } ?? ""
    return pick("Why it finishes on \(day)\(by)", "\(day) に終わる理由\(by)")
  }

  func whatMakesEarlier(start: Bool) -> String {
    start
      ? pick("What would make it start a day earlier", "1日早く始めるには")
      : pick("What would make it finish a day earlier", "1日早く終えるには")
  }

  // MARK: Steps

  /// One step of the chain: `Build: after Design; 80 days, 2027-01-04 to 2027-04-27`.
  func step(_ name: String, _ reason: String, _ work: String) -> String {
    pick("\(name): \(reason); \(work).", "\(name)：\(reason)。\(work)。")
  }

  func work(_ amount: String, _ start: CivilDate, _ finish: CivilDate) -> String {
    start == finish
      ? pick("\(amount) on \(start)", "\(amount)、\(start)")
      : pick("\(amount) from \(start) to \(finish)", "\(amount)、\(start) から \(finish) まで")
  }

  /// The days off that work passes over: `over 6 days off (2026-12-29/2027-01-03, 2027-01-11)`.
  func daysOff(_ runs: [Explanation.DaysOff]) -> String {
    let count = runs.reduce(0) { $0 + $1.count }
    let shown = runs.prefix(4).map {
      $0.first == $0.last ? "\($0.first)" : "\($0.first)/\($0.last)"
    }
    var list = shown.joined(separator: pick(", ", "、"))
    if runs.count > shown.count { list += pick(", …", "、…") }
    return pick(
      ", over \(count) \(count == 1 ? "day" : "days") off (\(list))", "（休業\(count)日：\(list) を挟む）")
  }

  func follows(_ number: Int) -> String { pick("follows \(number)", "\(number)の後") }

  func startsProject(_ day: CivilDate) -> String {
    pick("begins with the project (\(day))", "プロジェクトの開始（\(day)）とともに")
  }

  func couldStart(_ day: CivilDate, _ waits: String) -> String {
    pick("ready on \(day), but \(waits)", "\(day) に着手できるが、\(waits)")
  }

  func begun(_ day: CivilDate, finished: CivilDate?, remaining: String?) -> String {
    if let finished {
      return pick("really done from \(day) to \(finished)", "実績 \(day) から \(finished)")
    }
    let left = remaining.map { pick(", \($0) remain", "、残り\($0)") } ?? ""
    return pick("really started on \(day)\(left)", "実績 \(day) に着手\(left)")
  }

  func skipped(_ count: Int) -> String {
    pick("… \(count) more steps (all with --json)", "…ほか\(count)段階（--json で全件）")
  }

  // MARK: Float

  func totalFloat(_ days: String) -> String { pick("total \(days)", "総余裕 \(days)") }
  func freeFloat(_ days: String) -> String { pick("free \(days)", "自由余裕 \(days)") }
  /// Days of work, or elapsed days where the figure ends in `ed`.
  func floatDays(_ days: String) -> String {
    guard days.hasSuffix("ed") else { return clockDays(days) }
    let number = String(days.dropLast(2))
    return pick("\(number) elapsed \(isOne(number) ? "day" : "days")", "暦で\(number)日")
  }

  /// What ends a chain: the project's finish, or a date of the last task's own (`ownDate`).
  private func endOfChain(_ name: String, _ ownDate: String?) -> String {
    ownDate.map { pick("\(name) (\($0))", "\(name)（\($0)）") }
      ?? pick("the project's finish", "プロジェクトの完了")
  }

  func ownDeadline(_ day: CivilDate) -> String { pick("deadline \(day)", "期限 \(day)") }
  var ownConstraint: String { pick("constraint", "制約") }

  /// `last` is the last task of the chain.
  func critical(chain: Int, last: String, ownDate: String?) -> String {
    let end = endOfChain(last, ownDate)
    let count = Figures.grouped(chain)
    switch (chain, ownDate) {
    case (0, let own?):
      return pick("yes: its own date leaves no float (\(own))", "クリティカル：自身の日付に余裕がない（\(own)）")
    case (0, nil): return pick("yes: any slip moves \(end)", "クリティカル：少しの遅れも\(end)に響く")
    case (1, nil):
      return pick(
        "yes: the task after it (\(last)) passes every slip on to \(end)",
        "クリティカル：後続の\(last)が遅れをそのまま\(end)に伝える")
    case (1, _?):
      return pick("yes: every slip is passed on to \(end)", "クリティカル：遅れがそのまま\(end)に響く")
    case (_, nil):
      return pick(
        "yes: the \(count) tasks after it (up to \(last)) pass every slip on to \(end)",
        "クリティカル：後続\(count)タスク（\(last)まで）が遅れをそのまま\(end)に伝える")
    case (_, _?):
      return pick(
        "yes: the \(count) tasks after it pass every slip on to \(end)",
        "クリティカル：後続\(count)タスクが遅れをそのまま\(end)に伝える")
    }
  }

  func notCritical(_ days: String, before slack: String?, last: String, ownDate: String?) -> String
  {
    let end = endOfChain(last, ownDate)
    let place = slack.map { pick("; the slack lies before \($0)", "。余裕は\($0)の前にある") } ?? ""
    return pick(
      "no: it may slip \(floatDays(days)) without harm to \(end)\(place)",
      "クリティカルでない：\(floatDays(days))遅れても\(end)に響かない\(place)")
  }

  func finishedTask() -> String { pick("no: it is finished", "クリティカルでない：終わっている") }

  func onPath(_ isDriving: Bool) -> String {
    isDriving
      ? pick("on the driving path to the cutover", "切替までの支配経路上")
      : pick("not on the driving path to the cutover", "切替までの支配経路の外")
  }
}
