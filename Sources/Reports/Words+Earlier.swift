import Planning
import Scheduling

/// Words about what would make a date a day earlier.
extension Words {
  /// Names of a group of changes; after `most` the rest are counted.
  func someOf(_ names: [String], most: Int = 6) -> String {
    let shown = names.prefix(most)
    let rest = names.count - shown.count
    let joined = shown.joined(separator: pick(", ", "、"))
    return rest == 0
      ? joined
      : joined
        + pick(
          " and \(Figures.grouped(rest)) more (all with --json)",
          "ほか\(Figures.grouped(rest))件（--json で全件）")
  }

  func gives(_ days: [CivilDate]) -> String {
    guard let first = days.min(), let last = days.max() else { return "" }
    return first == last ? "→ \(first)" : "→ \(first)…\(last)"
  }

  func dayOffTasks(_ names: [String]) -> String {
    names.count == 1
      ? pick("1 day less for \(someOf(names))", "\(someOf(names))を1日短く")
      : pick("1 day less for any of: \(someOf(names))", "次のどれか一つを1日短く：\(someOf(names))")
  }

  func dayOffLags(_ links: [String]) -> String {
    pick("1 day less of the lag: \(someOf(links))", "待ち時間（ラグ）を1日短く：\(someOf(links))")
  }

  func overlaps(_ names: [String]) -> String {
    names.count == 1
      ? pick(
        "1 day more of overlap with the task before \(someOf(names))",
        "\(someOf(names))をその前のタスクと1日重ねる")
      : pick(
        "1 day more of overlap with the task before, for any of: \(someOf(names))",
        "前のタスクと1日重ねる。次のどれか：\(someOf(names))")
  }

  func unlinks(_ names: [String]) -> String {
    pick(
      "without waiting for the task before: \(someOf(names, most: 3))",
      "前のタスクを待たない：\(someOf(names, most: 3))")
  }

  func dated(_ name: String, _ day: CivilDate) -> String {
    pick("\(name) (→ \(day))", "\(name)（→ \(day)）")
  }

  func link(_ predecessor: String, _ successor: String, _ code: String) -> String {
    let code = code.isEmpty ? "" : pick(" (\(code))", "（\(code)）")
    return "\(predecessor) → \(successor)\(code)"
  }

  func constraintMoved(_ name: String, _ constraint: String, _ day: CivilDate) -> String {
    pick("\(name): \(constraint), a day earlier: \(day)", "\(name)：\(constraint)を1日前の \(day) に")
  }

  func constraintDropped(_ name: String, _ constraint: String) -> String {
    pick("\(name): without the \(constraint)", "\(name)：\(constraint)を外す")
  }

  func projectCalendar(_ name: String) -> String {
    pick("\(name) on the project's calendar", "\(name)をプロジェクトのカレンダーで行う")
  }

  func windowFrom(_ name: String, _ day: CivilDate) -> String {
    pick("\(name): a window that begins on \(day)", "\(name)：期間を \(day) から始める")
  }

  func workOn(_ days: [String]) -> String {
    days.count == 1
      ? pick("work on the day off \(someOf(days))", "休業日の \(someOf(days)) に働く")
      : pick(
        "work on one of the days off \(someOf(days, most: 4))",
        "休業日に働く。次のどれか：\(someOf(days, most: 4))")
  }

  func projectStart(_ day: CivilDate) -> String {
    pick("the project starts on \(day)", "プロジェクトを \(day) に始める")
  }

  /// No day off alone is enough.
  func together(_ changes: String, paths: Int, count: Int, isSmallest: Bool) -> String {
    let tied =
      paths == 1
      ? pick("Another path is less than a day behind", "差が1日未満の経路がほかにある")
      : pick("\(paths) paths tie", "\(paths)本の経路が並んでいる")
    let size =
      isSmallest
      ? pick("fewer do not", "これより少なくては足りない")
      : pick("at most so many are needed, at least \(paths)", "必要な数はこれ以下、\(paths)以上")
    return pick(
      "\(tied), so no single day off is enough. \(count) together are (\(size)): \(changes)",
      "\(tied)ため、1か所を1日短くするだけでは足りない。\(count)か所を同時に短くする（\(size)）：\(changes)")
  }

  func dayOffTask(_ name: String) -> String { pick("1 day less for \(name)", "\(name)を1日") }
  func dayOffLag(_ link: String) -> String { pick("1 day less of \(link)", "\(link)のラグを1日") }

  func reach(
    _ name: String, window: WorkCalendar.Window?, previous: WorkCalendar.Window?, ready: CivilDate,
    missing: String, result: CivilDate
  ) -> String {
    let days = workingDays(missing)
    let verb = isOne(missing) ? "is" : "are"
    let what =
      window.map { window in
        let own = self.window(window)
        guard let previous else {
          return pick("\(name) waits for the window \(own)", "\(name)は期間 \(own) を待つ")
        }
        let before = self.window(previous)
        return pick(
          "\(name) waits for the window \(own); the one before is \(before)",
          "\(name)は期間 \(own) を待つ。一つ前は \(before)")
      } ?? pick("\(name) waits for its calendar", "\(name)はカレンダーの稼働を待つ")
    return pick(
      "\(what): all before it would have to be ready on \(ready), \(days) \(verb) missing → \(result)",
      "\(what)。先行するすべてが \(ready) に済む必要があり、\(days)足りない → \(result)")
  }

  var noDayOffHelps: String {
    pick(
      "a day less of any task or lag on the way is not enough",
      "途中のタスクやラグを1日短くするだけでは早まらない")
  }

  var nothingHelps: String {
    pick("nothing on the way that was tried is enough alone", "途中で試した変更には、単独で足りるものがない")
  }

  var nothingToChange: String {
    pick("nothing can be changed: it really happened", "実績のため、変えられるものがない")
  }

  func tried(_ count: Int, of all: Int) -> String {
    let (tried, possible) = (Figures.grouped(count), Figures.grouped(all))
    return count == all
      ? pick(
        "\(tried) \(count == 1 ? "change" : "changes") tried, each by scheduling the changed plan",
        "\(tried)件の変更を、変更後の計画を計算して確かめた")
      : pick(
        "\(tried) of \(possible) changes tried, each by scheduling the changed plan",
        "\(possible)件のうち\(tried)件の変更を、変更後の計画を計算して確かめた")
  }
}
