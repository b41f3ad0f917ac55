extension ImportReport.Kind {
  /// The kind as a phrase of each language.
  public var phrase: (ja: String, en: String) {
    switch self {
    case .statusDate:
      (
        "状況報告日は反映しません（Microsoft Project も作業を動かさないため）",
        "the status date is left out: Microsoft Project moves no work because of it"
      )
    case .scheduledFromFinish:
      (
        "終了日から計算するプロジェクトを開始日から計算",
        "the project is scheduled from its finish; here it is scheduled from its start"
      )
    case .emptyRow: ("空白行を省略", "empty rows are left out")
    case .inactiveTask:
      (
        "無効なタスクは記載の日付に固定し、計算には含めません",
        "inactive tasks stay at their dates and take no part"
      )
    case .manualSummary:
      (
        "手動スケジュールのサマリータスクの日付を配下から計算",
        "summaries scheduled by hand span the tasks they hold"
      )
    case .externalTask:
      ("他プロジェクトのタスクは記載の日付に固定", "tasks of other projects stay at their dates")
    case .linkToOtherProject:
      ("他プロジェクトへのリンクを省略", "links to other projects are left out")
    case .linkWithoutTask:
      ("存在しないタスクへのリンクを省略", "links to tasks that are not there are left out")
    case .assignmentOfSummary:
      ("サマリータスクへの割り当てを省略", "assignments of summaries are left out")
    case .resourceWithoutWork:
      ("資材・費用のリソースを省略", "material and cost resources are left out")
    case .resourceCalendar:
      (
        "日付に関わらないリソースカレンダーを省略",
        "calendars of resources that decide no date are left out"
      )
    case .priority: ("優先度を省略", "priorities of tasks are left out")
    case .breakdownCode:
      (
        "アウトライン番号と異なる WBS コードを省略",
        "work breakdown codes other than outline numbers are left out"
      )
    case .levelingDelay: ("平準化による遅延を省略", "levelling delays are left out")
    case .contour:
      ("作業の配分の形は反映しません", "the shape of the work over its duration is not kept")
    case .customField: ("ユーザー設定フィールドの値を省略", "values of custom fields are left out")
    case .roundedCost:
      ("費用を通貨の単位に丸め", "costs are rounded to whole units of the currency")
    case .impossibleCost: ("負または過大な費用を省略", "costs below zero or too large are left out")
    case .rounded:
      ("日時・量を分単位などに丸め", "dates, times and amounts are rounded")
    }
  }
}
