internal import SharedSystem

/// The titles of the tables' columns.
extension SpreadsheetTables {
  struct Column {
    let ja: String, en: String

    init(_ ja: String, _ en: String) { (self.ja, self.en) = (ja, en) }

    func title(_ language: LocalizedText.Language) -> String { language == .ja ? ja : en }
  }

  static let taskColumns = [
    Column("番号", "Number"), Column("レベル", "Level"), Column("ID", "Id"), Column("名称", "Name"),
    Column("種類", "Kind"), Column("親タスク", "Parent"), Column("担当", "Owner"),
    Column("担当名", "Owner name"), Column("モジュール", "Module"), Column("モジュール名", "Module name"),
    Column("要因", "Drivers"), Column("開始", "Start"), Column("終了", "Finish"),
    Column("最早開始", "Early start"), Column("最早終了", "Early finish"),
    Column("最遅開始", "Late start"), Column("最遅終了", "Late finish"),
    Column("期間（日）", "Duration (days)"), Column("期間（分）", "Duration (minutes)"),
    Column("全余裕（日）", "Total float (days)"), Column("全余裕（分）", "Total float (minutes)"),
    Column("自由余裕（日）", "Free float (days)"), Column("自由余裕（分）", "Free float (minutes)"),
    Column("目標余裕（日）", "Margin (days)"), Column("目標余裕（分）", "Margin (minutes)"),
    Column("クリティカル", "Critical"), Column("駆動経路", "Driving"),
    Column("達成率（％）", "Complete (%)"), Column("期限", "Deadline"), Column("カレンダー", "Calendar"),
    Column("費用", "Cost"), Column("有効", "Active"), Column("出典", "Source"),
    Column("備考", "Notes"),
  ]

  static let linkColumns = [
    Column("先行ID", "Predecessor"), Column("先行名称", "Predecessor name"),
    Column("後続ID", "Successor"), Column("後続名称", "Successor name"), Column("種類", "Type"),
    Column("ラグ", "Lag"), Column("ラグ（分）", "Lag (minutes)"),
    Column("ラグのカレンダー", "Lag calendar"), Column("駆動", "Driving"),
  ]
}
