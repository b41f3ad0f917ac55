/// Words of the critical path and of the list of all tasks.
extension Words {
  func path(tasks: Int, of all: Int, days: String?) -> String {
    let (count, total) = (Figures.grouped(tasks), Figures.grouped(all))
    let counts = pick("\(count) of \(total) tasks", "全\(total)タスク中の\(count)タスク")
    return counts + (days.map { pick(", ", "、") + workingDays($0) } ?? "")
  }

  /// How far the next path is behind, after `path(tasks:of:days:)`.
  func nextPath(behind days: String, isBroken: Bool) -> String {
    let length = clockDays(days)
    return isBroken
      ? pick(
        "; the next path is \(length) too long for a date that a constraint fixes",
        "。次の経路は制約で決まった日付に\(length)間に合わない")
      : pick("; the next path is \(length) behind", "。次の経路との差は\(length)")
  }

  func pathLabel(_ number: Int) -> String { pick("Path \(number)", "経路\(number)") }

  func pathFloat(_ days: String) -> String {
    pick("float \(workingDays(days))", "切替までの余裕 \(workingDays(days))")
  }

  func isBehind(_ days: String, path: Int?) -> String {
    guard let path else {
      return pick("\(clockDays(days)) before the finish", "完了の\(clockDays(days))前に終わる")
    }
    return pick("\(clockDays(days)) behind path \(path)", "経路\(path)との差 \(clockDays(days))")
  }

  func adds(_ tasks: Int) -> String {
    let count = Figures.grouped(tasks)
    return pick("adds \(count) \(tasks == 1 ? "task" : "tasks")", "\(count)タスクを加える")
  }

  func leaves(_ name: String) -> String { pick("branches off at \(name)", "\(name)から分かれる") }

  func joins(_ name: String, path: Int) -> String {
    pick("joins path \(path) at \(name)", "\(name)で経路\(path)に合流")
  }

  func illustrative(invented: Int, of durations: Int) -> String {
    let (count, total) = (Figures.grouped(invented), Figures.grouped(durations))
    return pick(
      "illustrative: \(count) of \(total) durations are invented (see the plan's header)",
      "例示：期間\(total)件のうち\(count)件は作例（計画ファイルの冒頭を参照）")
  }

  func tasks(_ count: Int, critical: Int) -> String {
    let (all, some) = (Figures.grouped(count), Figures.grouped(critical))
    return pick("\(all) tasks, \(some) critical", "\(all)タスク、うちクリティカル\(some)")
  }

  var tasksLabel: String { pick("Tasks", "タスク") }

  var elapsedLegend: String {
    pick("ed = days of the calendar, holidays included", "ed = 休日を含む暦日")
  }

  /// `hours` are those of a working day.
  func roundTheClockLegend(hours: String) -> String {
    pick(
      "days are of \(hours) hours: work round the clock makes more than one on a day of the calendar",
      "日数は\(hours)時間を1日とする（昼夜連続の作業は暦の1日で1日を超える）")
  }

  var marksLegend: String {
    pick(
      "> on the driving path to the cutover   * critical: total float 0 or less",
      "> 切替までの支配経路上   * クリティカル（総余裕が0以下）")
  }

  func maybeCriticalPath(command: String) -> String {
    maybe(pick("`\(command)`: what sets each date.", "`\(command)`：各日付の理由を示します。"))
  }

  func maybeApply(command: String, gain: String, cost: String) -> String {
    maybe(pick("`\(command)`: \(gain) for \(cost).", "`\(command)`：費用 \(cost)で\(gain)。"))
  }
}
