import Planning

/// Messages about tasks.
extension Message {
  static func missingDuration(
    _ id: String, hasModes: Bool, generated: String? = nil
  ) -> Message {
    Message(
      "missing-duration", en: "the task `\(shown(id))` has no duration",
      ja: "タスク `\(shown(id))` に期間がありません",
      maybe: generated.map {
        Advice(
          en: "`\($0)`, which is generated from the modules.",
          ja: "モジュールから生成される `\($0)`")
      }
        ?? (hasModes
          ? Advice(en: "`duration:` with that of the usual mode.", ja: "`duration:` に通常のやり方の期間")
          : Advice(
            en: "`duration: 60d`, or `milestone: true` when it takes no time.",
            ja: "`duration: 60d`、または時間がかからないなら `milestone: true`")))
  }

  static func emptySummary(_ id: String) -> Message {
    Message(
      "empty-summary", en: "the summary `\(shown(id))` holds no tasks",
      ja: "サマリータスク `\(shown(id))` の下にタスクがありません",
      maybe: Advice(
        en: "`duration:` instead of `tasks:`, or `milestone: true`.",
        ja: "`tasks:` でなく `duration:` か `milestone: true`"))
  }

  static func notOfSummary(_ id: String, _ key: String) -> Message {
    Message(
      "summary-\(key)",
      en: "`\(shown(id))` is a summary: its `\(key)` follows from its tasks",
      ja: "`\(shown(id))` はサマリータスクです。`\(key)` は下のタスクから決まります",
      maybe: Advice(en: "`\(key)` belongs to one of its tasks.", ja: "`\(key)` は下のタスクに書く"))
  }

  static func notOfMilestone(_ id: String, _ key: String) -> Message {
    Message(
      "milestone-\(key)", en: "`\(shown(id))` takes no time: it cannot have `\(key)`",
      ja: "`\(shown(id))` は時間がかからないため `\(key)` は使えません",
      maybe: Advice(en: "a `duration:` is missing.", ja: "`duration:` の書き忘れ"))
  }

  static func milestoneDuration(_ id: String, _ duration: String) -> Message {
    Message(
      "milestone-duration",
      en: "the milestone `\(shown(id))` takes no time, but its duration is \(shown(duration))",
      ja: "マイルストーン `\(shown(id))` に期間 \(shown(duration)) があります",
      maybe: Advice(
        en: "`milestone` or `duration` can go.", ja: "`milestone` と `duration` のどちらかを消す"))
  }

  static func baselineTwice(_ number: Int) -> Message {
    Message(
      "baseline", en: "the task has baseline \(number) twice",
      ja: "このタスクに基準計画 \(number) が二つあります",
      maybe: Advice(en: "`number:` 1 to 10 for another one.", ja: "別の基準計画なら `number:` に 1〜10"))
  }

  // MARK: Parts

  static func partsOnClock(_ id: String, _ duration: String) -> Message {
    Message(
      "parts",
      en: "`\(shown(id))` is counted on the clock (\(shown(duration))): it cannot have parts",
      ja: "`\(shown(id))` の期間 \(shown(duration)) は暦時間のため `parts` は使えません",
      maybe: Advice(en: "a duration in days or hours of work.", ja: "稼働日か稼働時間の期間"))
  }

  static func partsWithoutWork(_ id: String) -> Message {
    Message(
      "parts", en: "no part of `\(shown(id))` takes time",
      ja: "`\(shown(id))` の `parts` に期間のあるものがありません",
      maybe: Advice(en: "`milestone: true` instead.", ja: "`parts` でなく `milestone: true`"))
  }

  static func partTime(_ text: String) -> Message {
    Message(
      "parts", en: "\(shown(text)) is no working time: a part is counted on its calendar",
      ja: "\(shown(text)) は稼働時間ではありません（`parts` はカレンダーで数えます）",
      maybe: Advice(en: "days or hours of work: 5d, 12h.", ja: "稼働日か稼働時間：5d、12h"))
  }

  // MARK: Links

  static func dependency(_ text: String) -> Message {
    let meant = "`\(shown(dependencyMeant(by: text) ?? "contract SS+10d"))`"
    return Message(
      "dependency", en: "\"\(shown(text))\" is not a task to wait for",
      ja: "「\(shown(text))」は先行タスクの書き方ではありません",
      maybe: Advice(
        en: "\(meant); the type is FS, SS, FF or SF, the lag has a sign and a unit.",
        ja: "\(meant)（種類は FS・SS・FF・SF、ラグには符号と単位）"))
  }

  /// The dependency a text comes near to: `contract SS+10d` for `contract ss 10`.
  private static func dependencyMeant(by text: String) -> String? {
    let start = String(text.prefix(ReadingLimits.repairedCharacters))
    let words = DateSpelling.halfWidth(start).split { $0 == " " || $0 == "　" }
    guard let id = words.first, PlanBuilder.isIdentifier(String(id)) else { return nil }
    let rest = words.dropFirst().joined()
    let type = rest.prefix(2).uppercased()
    let lag = rest.dropFirst(2).lowercased()
    let sign = lag.isEmpty || lag.first == "+" || lag.first == "-" ? "" : "+"
    let unit = ("0"..."9").contains(lag.last ?? "d") ? "d" : ""
    return ["\(id) \(type)\(sign)\(lag)\(unit)", "\(id) FS+10d"].first {
      PlanTask.Dependency($0) != nil
    }
  }

  static func lag(_ text: String) -> Message {
    Message(
      "lag", en: "\"\(shown(text))\" is not a lag", ja: "「\(shown(text))」はラグではありません",
      maybe: Advice(anyOf: ["10d", "-2w", "5ed", "50%"]))
  }

  static func lagInMonths(_ text: String) -> Message {
    Message(
      "lag", en: "\"\(shown(text))\" has a lag in calendar months",
      ja: "「\(shown(text))」のラグに暦月は使えません", maybe: Advice(anyOf: ["20d", "30ed"]))
  }

  static func selfLink(_ id: String) -> Message {
    Message(
      "cycle", en: "\(shown(id)) → \(shown(id)): the task waits for itself",
      ja: "\(shown(id)) → \(shown(id))：タスクが自分自身を待っています",
      maybe: Advice(en: "another task was meant.", ja: "別のタスクの書き誤り"))
  }

  static func duplicateLink(_ text: String) -> Message {
    Message(
      "duplicate-link", en: "`\(shown(text))` is written twice", ja: "`\(shown(text))` が二度書かれています",
      maybe: Advice(en: "one of them can go.", ja: "どちらかを消す"))
  }

  static func waitsForOwnSummary(_ task: String, _ summary: String) -> Message {
    Message(
      "summary-link", en: "`\(shown(task))` waits for `\(shown(summary))`, of which it is a part",
      ja: "`\(shown(task))` が、自分を含むサマリータスク `\(shown(summary))` を待っています",
      maybe: Advice(en: "a task inside it was meant.", ja: "その中の一つのタスクの書き誤り"))
  }

  static func waitsForOwnPart(_ summary: String, _ task: String) -> Message {
    Message(
      "summary-link", en: "the summary `\(shown(summary))` waits for its own part `\(shown(task))`",
      ja: "サマリータスク `\(shown(summary))` が、自分の中の `\(shown(task))` を待っています",
      maybe: Advice(
        en: "`after` belongs to one of its tasks.", ja: "`after` は中のタスクに書く"))
  }

  // MARK: Constraints and progress

  static func constraint(_ text: String) -> Message {
    Message(
      "constraint", en: "\"\(shown(text))\" is not a constraint",
      ja: "「\(shown(text))」は制約ではありません",
      maybe: Advice("{type: start-no-earlier-than, date: 2024-04-01}"))
  }

  static func constraintWithDate(_ type: String) -> Message {
    Message(
      "constraint", en: "`\(shown(type))` has no date", ja: "`\(shown(type))` に日付は要りません",
      maybe: Advice(en: "`date` can go.", ja: "`date` を消す"))
  }

  static func finishedBeforeStarted(_ finished: String, _ started: String) -> Message {
    Message(
      "progress", en: "finished on \(shown(finished)), before it started on \(shown(started))",
      ja: "終了 \(shown(finished)) が開始 \(shown(started)) より前です",
      maybe: Advice(en: "the two dates are swapped.", ja: "二つの日付の取り違え"))
  }

  static func finishedButRemaining(_ remaining: String) -> Message {
    Message(
      "progress", en: "the task is finished, but \(shown(remaining)) of it are left",
      ja: "終了しているのに残り \(shown(remaining)) があります",
      maybe: Advice(
        en: "`finished` or `remaining` can go.", ja: "`finished` と `remaining` のどちらかを消す"))
  }

  static func finishedButResumed(_ resumed: String) -> Message {
    Message(
      "progress", en: "the task is finished, but its work goes on from \(shown(resumed))",
      ja: "終了しているのに \(shown(resumed)) から再開します",
      maybe: Advice(
        en: "`finished` or `resumed` can go.", ja: "`finished` と `resumed` のどちらかを消す"))
  }

  static func resumedBeforeStarted(_ resumed: String, _ started: String) -> Message {
    Message(
      "progress", en: "resumed on \(shown(resumed)), before it started on \(shown(started))",
      ja: "再開 \(shown(resumed)) が開始 \(shown(started)) より前です",
      maybe: Advice(en: "the two dates are swapped.", ja: "二つの日付の取り違え"))
  }

  static func afterStatusDate(_ date: String, _ status: String) -> Message {
    Message(
      "progress", en: "\(shown(date)) lies after the status date \(status)",
      ja: "\(shown(date)) が基準日 \(status) より後です",
      maybe: Advice(en: "`statusDate` is out of date.", ja: "`statusDate` が古い"))
  }

  // MARK: Prices and estimates

  static func crashUnits(_ text: String, _ normal: String) -> Message {
    Message(
      "crash", en: "\(shown(text)) and \(normal) are different kinds of time",
      ja: "\(shown(text)) と \(normal) は比べられない単位です",
      maybe: Advice(en: "the unit of the task's duration.", ja: "タスクの期間と同じ単位"))
  }

  static func crashNotShorter(_ text: String, _ normal: String) -> Message {
    Message(
      "crash", en: "a crash to \(shown(text)) is not shorter than \(normal)",
      ja: "\(shown(text)) への短縮が \(normal) より短くなっていません",
      maybe: Advice(
        en: "the points in order, from the longest to the shortest.", ja: "長い順に並べる"))
  }

  static func crashCheaper(_ cost: Int64, _ last: Int64) -> Message {
    Message(
      "crash", en: "the shorter crash costs \(cost), less than the longer one (\(last))",
      ja: "より短い方の費用 \(cost) が、長い方の \(last) より少なくなっています",
      maybe: Advice(en: "costs are totals: each includes the one before.", ja: "費用は前の段を含む累計"))
  }

  static func crashNotConvex(_ text: String) -> Message {
    Message(
      "crash", en: "the step to \(shown(text)) costs less per day than the step before it",
      ja: "\(shown(text)) までの一日あたりの費用が、前の段より安くなっています",
      maybe: Advice(
        en: "this point alone, without the one before; or `modes:` instead of `crash:`.",
        ja: "前の段をやめるか、`crash:` でなく `modes:`"))
  }

  static func estimateUnits(_ text: String, _ other: String) -> Message {
    Message(
      "estimate", en: "\(shown(text)) and \(shown(other)) are different kinds of time",
      ja: "\(shown(text)) と \(shown(other)) は比べられない単位です")
  }

  static func estimateOrder(_ key: String, _ text: String, _ last: String) -> Message {
    Message(
      "estimate", en: "`\(key)` is \(shown(text)), less than the \(shown(last)) before it",
      ja: "`\(key)` の \(shown(text)) が、前の \(shown(last)) より短くなっています",
      maybe: Advice(en: "low, mode and high in this order.", ja: "low ≤ mode ≤ high の順"))
  }
}
