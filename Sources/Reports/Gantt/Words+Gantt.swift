import Scheduling

/// Words of the Gantt chart.
extension Words {
  var gantt: String { pick("Gantt chart", "ガントチャート") }
  var noOwner: String { pick("no owner", "担当なし") }
  var noModule: String { pick("no module", "モジュールなし") }
  var nothingShown: String {
    pick("no task matches", "条件に合うタスクがありません")
  }

  func statusFlag(_ day: CivilDate) -> String { atStatusDate(day) }
  func cutoverFlag(_ day: CivilDate, isFinish: Bool) -> String {
    isFinish ? pick("finish \(day)", "完了 \(day)") : pick("cutover \(day)", "切替 \(day)")
  }

  func page(_ number: Int, of count: Int) -> String { "\(number) / \(count)" }

  /// A milestone's day beside it: `4 Jan`, `1/4`.
  func shortDay(_ day: CivilDate) -> String {
    pick("\(day.day) \(shortMonth(day.month))", "\(day.month)/\(day.day)")
  }

  // MARK: What is shown

  func shown(_ tasks: Int, of all: Int) -> String {
    let (some, total) = (Figures.grouped(tasks), Figures.grouped(all))
    if tasks == all { return pick("\(total) \(all == 1 ? "task" : "tasks")", "全\(total)タスク") }
    return pick("\(some) of \(total) tasks", "全\(total)タスク中の\(some)タスク")
  }

  func grouped(by grouping: GanttOptions.Grouping) -> String {
    switch grouping {
    case .outline: ""
    case .owner: pick("by owner", "担当別")
    case .module: pick("by module", "モジュール別")
    }
  }

  func only(_ filter: GanttOptions.Filter, name: String) -> String {
    switch filter {
    case .critical: pick("only critical or driving", "クリティカル・支配経路のみ")
    case .near:
      pick(
        "only critical, driving or within \(GanttSelection.nearDays) days of the driving path",
        "クリティカル・支配経路と、それとの差が\(GanttSelection.nearDays)日以内の経路のみ")
    case .owner: pick("owner \(name)", "担当 \(name)")
    case .module: pick("module \(name)", "モジュール \(name)")
    }
  }

  func period(from: CivilDate?, to: CivilDate?) -> String {
    switch (from, to) {
    case (nil, nil): ""
    case (let from?, nil): pick("from \(from)", "\(from) 以降")
    case (nil, let to?): pick("to \(to)", "\(to) まで")
    case (let from?, let to?): pick("\(from) to \(to)", "\(from) ～ \(to)")
    }
  }

  /// The warning that figures are invented, for a picture that stands by itself.
  func illustrativePicture(invented: Int, of durations: Int) -> String {
    let (count, total) = (Figures.grouped(invented), Figures.grouped(durations))
    return pick(
      "Illustrative: \(count) of \(total) durations are invented.", "例示：期間\(total)件のうち\(count)件は作例。"
    )
  }

  // MARK: Legend

  func legendDriving(toFinish: Bool) -> String {
    toFinish
      ? pick("on the driving path to the finish", "完了までの支配経路")
      : pick("on the driving path to the cutover", "切替までの支配経路")
  }
  var legendCritical: String { pick("critical (float 0 or less)", "クリティカル（余裕0以下）") }
  var legendBar: String { pick("other work", "その他の作業") }
  var legendInactive: String { pick("inactive", "無効") }
  var legendDone: String { pick("done", "実績") }
  var legendBaseline: String { pick("baseline", "当初計画（ベースライン）") }
  var legendFloat: String { pick("total float", "総余裕") }
  var legendSummary: String { pick("summary", "サマリー") }
  var legendMilestone: String { pick("milestone", "マイルストーン") }
  var legendDrivingLink: String { pick("link that drives the path", "経路を決めるリンク") }
  var legendLink: String { pick("link that drives a critical task", "クリティカルを決めるリンク") }
  var legendRest: String { pick("no work (project's calendar)", "非稼働（計画のカレンダー）") }
  var legendWindow: String { pick("cutover possible", "切替可能期間") }

  // MARK: Tooltips

  func floats(total: String, free: String) -> String {
    pick("float: total \(total), free \(free)", "余裕：総余裕 \(total)、自由余裕 \(free)")
  }

  func tooltipBaseline(_ start: CivilDate, _ finish: CivilDate) -> String {
    pick("baseline \(start) → \(finish)", "当初計画 \(start) → \(finish)")
  }
}
