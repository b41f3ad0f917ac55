import Planning

/// Words of a difference between two plans.
extension Words {
  var noDifference: String { pick("no difference", "違いなし") }

  /// What a row of a difference is about, one of them or several.
  func kind(_ kind: PlanDifference.Row.Kind, isOne: Bool = true) -> String {
    switch kind {
    case .project: pick("project", "計画全体")
    case .calendar: pick(isOne ? "calendar" : "calendars", "カレンダー")
    case .owner: pick(isOne ? "owner" : "owners", "担当")
    case .information: pick("information", "情報区分")
    case .module: pick(isOne ? "module" : "modules", "モジュール")
    case .coupling: pick(isOne ? "coupling" : "couplings", "連係")
    case .crossing: pick(isOne ? "crossing" : "crossings", "会社間連係")
    case .team: pick(isOne ? "team" : "teams", "チーム")
    case .lever: pick(isOne ? "lever" : "levers", "前倒し策")
    case .scenario: pick(isOne ? "scenario" : "scenarios", "シナリオ")
    case .estimate: pick(isOne ? "estimate figure" : "estimate figures", "見積り係数")
    }
  }

  /// A field of a thing that is not a task, known by its key in plan files.
  func planKey(_ key: String) -> String {
    guard let (english, japanese) = Words.planKeys[key] else { return key }
    return pick(english, japanese)
  }

  private static let planKeys: [String: (String, String)] = [
    "name": ("name", "名称"), "start": ("start", "開始"), "target": ("target", "目標"),
    "cutover": ("cutover", "切替"), "statusDate": ("status date", "基準日"),
    "calendar": ("calendar", "カレンダー"), "currency": ("currency", "通貨"),
    "hoursPerDay": ("hours of a day", "1日の時間"),
    "lagCalendar": ("calendar of lags", "ラグのカレンダー"),
    "constraints": ("rule of constraints", "制約の規則"),
    "criticalPaths": ("critical paths", "クリティカルパスの数え方"),
    "progress": ("rule of progress", "進捗の規則"), "waves": ("waves", "切替の群"),
    "rule": ("schedule rule", "工期の規則"), "rate": ("rate", "人月単価"),
    "window": ("window", "切替の期間"), "rehearsals": ("rehearsals", "リハーサルの期間"),
    "joint": ("joint owner", "共同の担当"), "after": ("waits for", "先行"),
    "week": ("week", "週の稼働"), "weeks": ("weeks", "期間別の週"),
    "holidays": ("holidays", "祝日"), "closed": ("closed", "休業"), "open": ("open", "稼働日"),
    "windows": ("windows", "期間"), "holds": ("holds", "保有の可否"),
    "entitled": ("entitled", "閲覧できる担当"), "capacity": ("capacity", "能力"),
    "allowed": ("allowed", "保有の候補"), "owner": ("owner", "保有者"),
    "group": ("group", "分類"), "wave": ("wave", "切替の群"), "heldBy": ("held by", "現在の保有"),
    "language": ("language", "言語"), "size": ("size", "規模"), "data": ("data", "データ量"),
    "strategy": ("strategy", "方式"), "drivers": ("drivers", "要因"),
    "information": ("information", "情報区分"), "keep": ("keep", "単独保有の工数"),
    "both": ("both", "双方保有の工数"), "cost": ("cost", "費用"),
    "mayCross": ("may cross", "会社間を許す担当"), "changes": ("changes", "変更内容"),
    "requires": ("requires", "前提"), "excludes": ("excludes", "排他"),
    "apply": ("applies", "適用"),
  ]

  /// What of a task differs.
  func field(_ field: PlanDifference.Field) -> String {
    switch field {
    case .name: pick("name", "名称")
    case .duration: pick("duration", "期間")
    case .owner: ownerChanged
    case .calendar: calendarChanged
    case .links: linksChanged
    case .constraint: constraintChanged
    case .deadline: deadlineChanged
    case .cost: costChanged
    case .progress: pick("progress", "進捗")
    case .outline: pick("place in the outline", "階層")
    case .active: pick("active", "有効・無効")
    case .parts: pick("parts", "作業の分割")
    case .prices: pick("crash prices", "短縮費用")
    case .estimate: pick("estimate", "見積り幅")
    case .teams: pick("teams", "チーム")
    case .module: pick("module", "モジュール")
    case .drivers: pick("drivers", "要因")
    }
  }

  // MARK: Headings and counts

  var ownDifferences: String {
    pick("Tasks that differ themselves, the largest move first", "内容が変わったタスク（移動の大きい順）")
  }

  func onlyMoved(threshold days: Int) -> String {
    days > 1
      ? pick(
        "Tasks that only moved, by \(days) calendar days and more",
        "日程だけ動いたタスク（暦日で\(days)日以上）")
      : pick("Tasks that only moved, the largest move first", "日程だけ動いたタスク（移動の大きい順）")
  }

  func movedLess(_ count: Int, days: Int) -> String {
    let number = Figures.grouped(count)
    return pick(
      "\(number) \(count == 1 ? "task" : "tasks") moved by less than \(clockDays("\(days)"))",
      "移動が\(days)日未満のタスク \(number)件")
  }

  func othersAlike(_ count: Int) -> String {
    let number = Figures.grouped(count)
    return pick(
      "and \(number) \(count == 1 ? "other" : "others") alike", "ほか\(number)件も同じ")
  }

  func notCompared(_ things: [String]) -> String {
    pick(
      "\(things.joined(separator: ", ")): a schedule of another program does not hold them",
      "\(things.joined(separator: "、"))（他のプログラムの日程表には無いため）")
  }
}
