extension ExportReport.Kind {
  /// The kind as a phrase of each language.
  public var phrase: (ja: String, en: String) {
    switch self {
    case .calendarMonths:
      ("暦月の期間を経過時間で出力", "durations in calendar months are elapsed time")
    case .percentAsTime:
      ("割合のラグを時間で出力", "lags in per cent are times")
    case .lagCalendar:
      (
        "ラグを後続タスクのカレンダーに換算",
        "lags of another calendar are counted on the successor's calendar"
      )
    case .linkOfSummary:
      (
        "サマリータスクへの FF・SF リンクを配下の各タスクに展開",
        "FF and SF links into a summary are links of each task in it"
      )
    case .parallelLinks:
      (
        "同じ二つのタスク間の二本目以降のリンク（Microsoft Project は一本だけ保持）",
        "further links between the same two tasks, of which Microsoft Project keeps one"
      )
    case .constraintOfSummary:
      (
        "サマリータスクの制約・期限を配下の各タスクに展開",
        "constraints and deadlines of summaries are those of each task in them"
      )
    case .constraintDropped:
      (
        "一つのタスクの二つ目以降の制約を省略",
        "further constraints of a task are left out"
      )
    case .constraintAsDeadline:
      (
        "二つ目の制約「指定日までに終了」を期限で出力",
        "further constraints \"finish no later than\" are deadlines"
      )
    case .mandatoryDate:
      ("強制日を「指定日に開始・終了」で出力", "mandatory dates are \"must\" dates")
    case .linksWin:
      (
        "リンクを制約日より優先（Microsoft Project の設定で近似）",
        "links win over constraint dates: only approximated by Microsoft Project's option"
      )
    case .heldAtStatusDate:
      (
        "状況報告日まで待つタスクに開始日の制約を付加",
        "tasks that wait for the status date are held there by a constraint"
      )
    case .heldAtStart:
      (
        "リードで開始日より前になるタスクに開始日の制約を付加",
        "tasks that a lead would pull before the project's start are held by a constraint"
      )
    case .interruptedProgress:
      (
        "作業の中断を期間に含めて出力",
        "time without work between done and remaining work is part of the duration"
      )
    case .parts:
      (
        "分割された作業を、カレンダーと遅延を持つ代役リソースの割り当てで出力",
        "the pieces of tasks are assignments of stand-ins with calendars and delays of their own"
      )
    case .windows:
      (
        "作業可能期間をカレンダーの例外で出力",
        "calendars of windows are calendars of exceptions"
      )
    case .milestoneCalendar:
      (
        "非稼働時間にあるマイルストーンに 24 時間カレンダーを設定",
        "milestones outside the working time of their calendar have a 24-hour calendar"
      )
    case .piecesOfDay:
      (
        "一日の稼働時間帯が五つを超えるカレンダー",
        "calendars with more than five pieces of working time on a day"
      )
    case .emptySummary:
      (
        "タスクのないサマリータスクを期間なしのタスクで出力",
        "summaries without tasks are tasks without duration"
      )
    case .yearOutOfRange:
      (
        "Microsoft Project が扱えない年（1984〜2149 年の外）の日付",
        "dates outside the years 1984 to 2149 of Microsoft Project"
      )
    case .lineBreak: ("名称の改行を空白に置換", "line breaks in names are spaces")
    case .longText:
      (
        "255 文字を超える文字列（Microsoft Project が切り詰め）",
        "texts longer than the 255 characters Microsoft Project keeps"
      )
    case .illegalCharacter:
      ("XML で使えない文字を U+FFFD に置換", "characters that XML cannot hold are U+FFFD")
    case .crash:
      ("費用をかけた短縮の選択肢を省略", "crash points (shorter for more money) are left out")
    case .modes: ("作業方法の選択肢を省略", "alternative ways to do a task are left out")
    case .estimate: ("工期の見積り幅を省略", "estimates of how long a task may take are left out")
    case .levers: ("施策を省略", "levers are left out")
    case .scenarios: ("シナリオを省略", "scenarios are left out")
    case .modules:
      (
        "モジュールは ID・名称・分離方式だけをタスクと共に出力",
        "of modules only ids, names and strategies are held, with their tasks"
      )
    case .couplings: ("モジュール間の結合を省略", "couplings of modules are left out")
    case .baseline: ("基準計画を省略", "baselines are left out")
    case .calendarHours: ("カレンダーは名称のみ", "calendars have their names only")
    case .piecesLeftOut:
      ("分割された作業の各部分を省略", "the pieces of tasks made of parts are left out")
    case .needsLeftOut: ("チームの必要量を省略", "what tasks need of teams is left out")
    case .accelerationLeftOut:
      ("短縮案・代替案を省略", "ways to shorten tasks for money are left out")
    case .estimateLeftOut: ("期間の見積り幅を省略", "estimates of durations are left out")
    case .guardedCell:
      (
        "表計算ソフトが数式とみなす文字列の先頭にアポストロフィを付加",
        "texts that a spreadsheet would take for formulas have an apostrophe before them"
      )
    case .elapsedCalendar:
      (
        "経過時間の期間を 24 時間カレンダーの作業で出力",
        "durations in elapsed time are work on a calendar of 24 hours"
      )
    case .linkOfWBS:
      (
        "サマリータスクとのリンクを配下の各タスクに展開",
        "links with summaries are links of each task in them"
      )
    case .startOfSummary:
      (
        "サマリータスクの開始からのリンクを最初に始まるタスクからのリンクで出力",
        "links from the start of a summary are links from the task in it that starts first"
      )
    case .lagConverted:
      (
        "ラグをプロジェクトのラグ用カレンダーに換算",
        "lags of another calendar are counted on the project's calendar of lags"
      )
    case .longIdentifier:
      (
        "P6 の上限（作業 40 文字、WBS 20 文字）を超える ID",
        "ids longer than P6 keeps: 40 characters of activities, 20 of the WBS"
      )
    case .longName:
      (
        "P6 の上限（作業 120 文字、WBS 100 文字）を超える名称",
        "names longer than P6 keeps: 120 characters of activities, 100 of the WBS"
      )
    case .deadlineLeftOut:
      ("期限を省略（P6 にはない）", "deadlines are left out: P6 has none")
    case .inactiveLeftOut:
      ("無効なタスクを省略", "inactive tasks are left out")
    case .notesLeftOut: ("備考・出典を省略", "notes and sources are left out")
    case .datesWin:
      (
        "制約日を優先する計画（P6 は強制日以外でリンクを優先するため、再計算すると動きうる）",
        "constraint dates win over links: recalculated in P6, where links win, dates may move"
      )
    case .manualAsMandatory:
      (
        "手動で開始日を決めたタスクを強制開始日で出力",
        "tasks scheduled by hand have a mandatory start"
      )
    case .longMilestone:
      (
        "実績の開始と終了が異なるマイルストーンを作業で出力",
        "milestones whose actual start and finish differ are activities"
      )
    }
  }
}
