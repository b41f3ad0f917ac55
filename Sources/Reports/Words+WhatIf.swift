import Planning
import Scheduling

/// Words of a what-if.
extension Words {
  var noChange: String { pick("no change", "変化なし") }

  /// How the cutover moved. `days` are working days without sign, `calendarDays` days of the
  /// calendar; either may be nil when it is zero.
  func moved(earlier: Bool, days: String?, calendarDays: String?) -> String {
    let direction = pick(earlier ? "earlier" : "later", earlier ? "早まる" : "遅れる")
    return switch (days, calendarDays) {
    case (let days?, let calendarDays?):
      pick(
        "\(workingDays(days)) \(direction) (\(calendarDays) calendar \(isOne(calendarDays) ? "day" : "days"))",
        "\(workingDays(days))（暦日で\(clockDays(calendarDays))）\(direction)")
    case (let days?, nil):
      pick("\(workingDays(days)) \(direction)", "\(workingDays(days))\(direction)")
    case (nil, let calendarDays?):
      pick(
        "\(calendarDays) calendar \(isOne(calendarDays) ? "day" : "days") \(direction), no working day",
        "暦日で\(clockDays(calendarDays))\(direction)（稼働日は変わらず）")
    case (nil, nil): noChange
    }
  }

  func arrow(_ before: String, _ after: String) -> String { "\(before) → \(after)" }

  func marginChange(_ before: String, _ after: String) -> String {
    let (before, after) = (Figures.signed(before), Figures.signed(after))
    return before == after
      ? pick("margin \(after) working days", "余裕 \(after)稼働日")
      : pick("margin \(before) → \(after) working days", "余裕 \(before) → \(after)稼働日")
  }

  var stillLate: String { pick("late", "遅れ") }

  /// The tasks that keep a plan late, in order, with their days: `45`, or `92ed` on the clock;
  /// "0" is not shown.
  func latePath(_ tasks: [(name: String, days: String)]) -> String {
    let steps = tasks.map { name, days in
      if days == "0" { return name }
      let isClock = days.hasSuffix("d")
      return pick(
        "\(name) (\(days)\(isClock ? "" : "d"))", "\(name)（\(days)\(isClock ? "" : "日")）")
    }
    let row = steps.joined(separator: " → ")
    return pick(
      "late because of \(tasks.count) tasks in a row: \(row)",
      "遅れの原因は次の\(tasks.count)タスクの連なり：\(row)")
  }

  func costParts(levers: String, work: String) -> String {
    pick("levers \(levers), work \(work)", "前倒し策 \(levers)、作業 \(work)")
  }

  func daysChange(_ before: String, _ after: String) -> String {
    pick("\(before) → \(after) days", "\(before) → \(after)日")
  }

  func finishChange(_ before: CivilDate, _ after: CivilDate) -> String {
    before == after
      ? pick("finish \(after)", "終了 \(after)")
      : pick("finish \(before) → \(after)", "終了 \(before) → \(after)")
  }

  var linksChanged: String { pick("links", "先行関係") }
  var calendarChanged: String { pick("calendar", "カレンダー") }
  var constraintChanged: String { pick("constraint", "制約") }
  var deadlineChanged: String { pick("deadline", "期限") }
  var ownerChanged: String { pick("owner", "担当") }
  var costChanged: String { pick("cost", "費用") }

  var added: String { pick("added", "追加") }
  var removed: String { pick("removed", "削除") }
  var newlyCritical: String { pick("newly critical", "新たにクリティカル") }
  var noLongerCritical: String { pick("no longer critical", "クリティカルでなくなる") }

  func moreRows(_ count: Int) -> String {
    let number = Figures.grouped(count)
    return pick("and \(number) more (all with --json)", "ほか\(number)件（--json で全件）")
  }

  func moves(earlier: Int, later: Int) -> String {
    let (early, late) = (Figures.grouped(earlier), Figures.grouped(later))
    let total = Figures.grouped(earlier + later)
    let noun = earlier + later == 1 ? "other task moves" : "other tasks move"
    return switch (earlier, later) {
    case (_, 0): pick("\(total) \(noun) earlier", "ほか\(total)タスクが早まる")
    case (0, _): pick("\(total) \(noun) later", "ほか\(total)タスクが遅れる")
    default:
      pick(
        "\(total) \(noun): \(early) earlier, \(late) later",
        "ほか\(total)タスクが動く（\(early)件が早まり、\(late)件が遅れる）")
    }
  }

  // MARK: Where a gain was lost

  func swallowedByWindow(
    task: String, gained: String, window: WorkCalendar.Window?, previous: WorkCalendar.Window?,
    missing: String?
  ) -> String {
    let gain = pick(
      "\(workingDays(gained)) \(isOne(gained) ? "is" : "are") gained before \(task)",
      "\(task)の前で\(workingDays(gained))縮まる")
    guard let window else {
      return pick("\(gain), but it waits for its window all the same", "\(gain)が、作業可能な期間を待つため変わらない")
    }
    guard let previous, let missing else {
      return pick(
        "\(gain), but \(self.window(window)) is the first window it can use",
        "\(gain)が、使える最初の期間が \(self.window(window)) のため変わらない")
    }
    return pick(
      "\(gain), but the window before \(window.start.dayAsStart) is \(self.window(previous)): "
        + "\(workingDays(missing)) \(isOne(missing) ? "is" : "are") missing",
      "\(gain)が、\(window.start.dayAsStart) の一つ前の期間は \(self.window(previous)) で、"
        + "あと\(workingDays(missing))足りない")
  }

  func swallowedByClosure(task: String, elapsed: Int32, start: CivilDate) -> String {
    let gain =
      elapsed < 1440 ? waiting(minutes: elapsed) : clockDays(Figures.ratio(elapsed, 1440))
    return pick(
      "the work before \(task) is ready \(gain) earlier, but nobody works until \(weekday(start))",
      "\(task)の前の作業は\(gain)早く整うが、次の稼働日 \(weekday(start))まで始められない")
  }

  func startsOnly(_ tasks: [String]) -> String {
    pick(
      "the driving path goes on from the start of \(list(tasks)): how long "
        + "\(tasks.count == 1 ? "it takes" : "they take") does not matter to it",
      "支配経路は\(list(tasks))の開始から先へ続くため、その長さは影響しない")
  }

  /// Changes that gain nothing for no reason of their own.
  var notWaitedFor: String {
    pick("the cutover waits for none of the dates that move", "動く日付のいずれも、切替を待たせていない")
  }

  var nothingMoves: String {
    pick("the changes move no task of the plan", "この変更で日付の動くタスクはない")
  }

  func swallowedByPath(tasks: [String], shortened: String, gained: String) -> String {
    let onPath = list(tasks)
    return pick(
      "the path becomes \(workingDays(shortened)) shorter, but only \(workingDays(gained)) "
        + "\(isOne(gained) ? "is" : "are") gained: the cutover now waits for \(onPath)",
      "経路上の作業は\(workingDays(shortened))縮まるが、得られるのは\(workingDays(gained))。"
        + "切替は\(onPath)を待つようになる")
  }

  func swallowedOffPath(tasks: [String], float: String) -> String {
    let count = Figures.grouped(tasks.count)
    return pick(
      tasks.count == 1
        ? "\(list(tasks)) is not on the driving path: it has \(workingDays(float)) of float"
        : "none of the \(count) changed tasks is on the driving path; the smallest float among "
          + "them is \(workingDays(float))",
      tasks.count == 1
        ? "\(list(tasks))は支配経路上になく、\(workingDays(float))の余裕がある"
        : "変更した\(count)タスクはどれも支配経路上になく、最小の余裕は\(workingDays(float))")
  }

  func maybeAdd(option: String, day: CivilDate, cost: String) -> String {
    maybe(
      pick(
        "add `\(option)`: together they reach \(day), for \(cost) in all.",
        "`\(option)` を加える：合わせて \(day)、費用は合計 \(cost)。"))
  }
}
