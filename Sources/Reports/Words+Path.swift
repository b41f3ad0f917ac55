/// Words of the critical path and of the list of all tasks.
extension Words {
  func path(tasks: Int, of all: Int, days: String?) -> String {
    let (count, total) = (Figures.grouped(tasks), Figures.grouped(all))
    let counts = pick("\(count) of \(total) tasks", "全\(total)タスク中の\(count)タスク")
    return counts + (days.map { pick(", ", "、") + workingDays($0) } ?? "")
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
