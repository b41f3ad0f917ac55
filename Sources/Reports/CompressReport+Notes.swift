import Planning

extension CompressReport {
  /// What a reader must know about the figures.
  var notes: [String] {
    var notes: [String] = []
    for item in compression.belowLimits {
      let name = context.name(plan.tasks[item.task])
      let share = "\(Figures.ratio(item.share, 10))%"
      let limits = [
        item.isBelowCocomo2 ? words.pick("75% of COCOMO II", "COCOMO II の75%") : nil,
        item.isBelowJUAS ? words.pick("70% of JUAS", "JUAS の70%") : nil,
      ].compactMap(\.self).joined(separator: words.pick(" and the ", "と"))
      notes.append(
        words.pick(
          "Note: \(name) goes down to \(share) of its planned time, below the \(limits); used as "
            + "entered.",
          "注：\(name) は計画期間の\(share)まで短縮（\(limits)を下回る）。入力のまま使用"))
    }
    if let point = compression.chosen ?? compression.points.last,
      let band = compression.band(of: point)
    {
      notes.append(bandNote(band))
    }
    let approximations = compression.approximations
    if !approximations.waiting.isEmpty || approximations.lags > 0 {
      notes.append(
        words.pick(
          "Durations are on one axis of working time: waits for other calendars "
            + "(\(approximations.waiting.count) \(approximations.waiting.count == 1 ? "task" : "tasks"))"
            + " and \(approximations.lags) \(approximations.lags == 1 ? "lag" : "lags") by the clock "
            + "keep their present length there. The dates are those of the real calendars.",
          "日数は稼働時間の軸上の値。他カレンダーの待ち（\(approximations.waiting.count)件）と実時間のラグ"
            + "（\(approximations.lags)件）は現在の長さで固定。日付は実カレンダーで計算"))
    }
    if let step = compression.step {
      notes.append(
        words.pick(
          "With alternatives (`modes`) the curve may jump: it is solved at every \(days(step)) "
            + "working day(s).",
          "代替案（`modes`）があるため曲線は飛ぶことがある。\(days(step))稼働日ごとに求解"))
    }
    if !compression.isComplete {
      notes.append(
        words.pick(
          "The search was stopped: points that are not proved say what they cannot undercut; more "
            + "time: `--time-limit`.",
          "探索を打ち切った。未証明の点には下界を示す。時間を増やすには `--time-limit`"))
    }
    if let last = compression.points.last, !last.isOnAxis {
      notes.append(
        words.pick(
          "At \(days(last.duration)) days the real finish is \(dayOfFinish(last)), not where the "
            + "axis has it: calendars decide.",
          "\(days(last.duration))日の点の実際の終了は \(dayOfFinish(last))（軸上の位置とは異なり、カレンダーで決まる）"))
    }
    return notes
  }

  private func bandNote(_ band: PlanCompression.Band) -> String {
    let low = words.money(band.cocomo2, currency: plan.currency)
    let high = words.money(band.putnam, currency: plan.currency)
    let beyond =
      band.beyondPutnam == 0
      ? ""
      : words.pick(
        "; \(band.beyondPutnam) of \(band.tasks) are shorter than Putnam thinks practical",
        "（\(band.tasks)件中\(band.beyondPutnam)件は Putnam の実用範囲より短い）")
    return words.pick(
      "Derived figures: \(low) by COCOMO II, \(high) by Putnam\(beyond).",
      "導出した費用：COCOMO II で \(low)、Putnam で \(high)\(beyond)")
  }

  /// What to do next.
  var advice: String? {
    let path = context.planArgument
    if compression.derivable > 0 {
      let count = Figures.grouped(compression.derivable)
      return words.maybe(
        plan.generation.rate == nil
          ? words.pick(
            "`generation.rate` (the price of a person-month) and `--derive`: \(count) generated "
              + "tasks on the way could then be priced by COCOMO II.",
            "`generation.rate`（人月単価）と `--derive`：生成された\(count)件の作業を COCOMO II で値付けできる")
          : words.pick(
            "`bunri compress \(path) --derive`: \(count) generated tasks on the way get prices by "
              + "COCOMO II.",
            "`bunri compress \(path) --derive`：生成された\(count)件の作業を COCOMO II で値付けする"))
    }
    if compression.options.isEmpty {
      return words.maybe(
        words.pick(
          "`crash: {to: 40d, cost: 900000}` or `modes:` at tasks of the critical path "
            + "(`bunri critical-path \(path)`).",
          "クリティカルパス上のタスクに `crash: {to: 40d, cost: 900000}` か `modes:` を書く"
            + "（`bunri critical-path \(path)`）"))
    }
    return nil
  }
}

/// Words of compression.
extension Words {
  var curve: String { pick("Curve", "曲線") }

  func limitReason(_ reason: PlanCompression.Limit.Reason) -> String {
    switch reason {
    case .nothingToCompress:
      pick(
        "no task on the longest path has a shorter duration: no money makes it shorter",
        "最長経路に短縮できる作業がなく、費用をかけても短くならない")
    case .everythingAtItsShortest:
      pick(
        "every task on this path is at its shortest: no money makes it shorter",
        "この経路の作業はすべて最短であり、費用をかけてもこれ以上は短くならない")
    }
  }
}

extension Words {
  package var costsTooLarge: String {
    pick(
      "the costs of all shortest durations are too large to be added exactly",
      "すべてを最短にした費用の合計が大きすぎて正確に計算できません")
  }

  package var datesContradict: String {
    pick(
      "the dates of the plan contradict each other on the axis of working time",
      "稼働時間の軸上で計画の日付どうしが矛盾しています")
  }

  package func searching(choices: Int) -> String {
    pick("\(Figures.grouped(choices)) choices", "\(Figures.grouped(choices)) 通りを調べました")
  }
}
