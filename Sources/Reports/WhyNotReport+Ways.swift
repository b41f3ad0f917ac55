import Planning
package import Scheduling
import SharedSystem

/// What publishers say, and what levers and changes of the structure reach.
extension WhyNotReport {
  // MARK: Published limits

  var limitSentences: [String] {
    guard let asked = answer.limits.first?.asked else { return [] }
    let share = "\(Figures.ratio(asked, 10))%"
    let months = (months(until: answer.date), months(until: answer.now.cutoverFinish))
    return [
      words.pick(
        "The date would leave \(months.0) of \(months.1) months, \(share) of the plan's time. Publishers "
          + "say of development projects with a nominal schedule (a cross-check, not the reason; waits "
          + "and agreements follow no such rule):",
        "期日までは\(months.1)か月のうち\(months.0)か月、現計画の\(share)である。標準工期の開発プロジェクトについて公表された限界"
          + "（照合用であり根拠そのものではない。待ちや合意には当てはまらない）：")
    ]
  }

  var limitTable: Table {
    var table = Table(columns: [
      .init(title: ""), .init(title: words.pick("at least", "下限"), isNumeric: true),
      .init(title: words.pick("that is", "月数"), isNumeric: true),
      .init(title: words.pick("until", "期日")), .init(title: ""),
    ])
    for limit in answer.limits {
      table.rows.append([
        .init(limit.publisher.rawValue), .init("\(Figures.ratio(limit.share, 10))%"),
        .init(
          words.pick("\(months(until: limit.date)) months", "\(months(until: limit.date))か月")),
        .init("\(limit.date.dayAsFinish)"),
        .init(
          limit.isBroken
            ? words.pick("the date would break it", "期日はこれを破る") : words.pick("kept", "範囲内"),
          limit.isBroken ? .alarm : .none),
      ])
    }
    return table
  }

  // MARK: Levers and scenarios

  var leverSentences: [String] {
    guard !plan.levers.isEmpty || !answer.options.isEmpty else { return [] }
    var sentences: [String] = []
    if answer.ways.isEmpty {
      if let levers = answer.levers {
        sentences += [nearestSentence(levers)]
        if levers.readyAtShortest < levers.finishAtShortest {
          sentences.append(waitSentence(levers))
        }
      } else if !plan.levers.isEmpty, answer.triedAllLevers {
        sentences.append(
          answer.options.isEmpty
            ? words.pick(
              "No set of the plan's levers brings the cutover earlier.", "計画の前倒し策では切替は早まらない。")
            : words.pick(
              "With everything at its shortest no set of the plan's levers brings the cutover earlier.",
              "すべてを最短にした上では、どの前倒し策の組合せでも切替はそれ以上早まらない。"))
      }
    } else {
      let count = plan.levers.count
      let proof =
        answer.triedAllLevers && answer.ways.allSatisfy { $0.lowerBound == nil }
        ? words.pick(
          "proved over every set of \(count) levers and all durations", "\(count)策の全組合せと全期間について証明済み"
        )
        : words.pick("not all proved", "一部は未証明")
      sentences.append(
        words.pick(
          "What would make the date possible, the cheapest first (\(proof)):",
          "期日を可能にする手段、安い順（\(proof)）："))
    }
    if !answer.triedAllLevers {
      sentences.append(
        words.pick(
          "The search was stopped by the time limit: another set may be cheaper or earlier.",
          "時間切れで探索を止めた。より安い、または早い組合せがあり得る。"))
    }
    return sentences
  }

  private func nearestSentence(_ levers: WhyNot.Reach) -> String {
    let names = levers.levers.joined(separator: ", ")
    let cost = words.money(levers.cost, currency: plan.currency)
    let alone = levers.finish.dayAsFinish
    let both = levers.finishAtShortest.dayAsFinish
    let shortest =
      answer.options.isEmpty
      ? "" : words.pick(", and \(both) with everything at its shortest", "、すべてを最短にして \(both)")
    let parts = CostColumns.Cost(total: levers.cost, levers: levers.levers, of: answer.now.plan)
    let split =
      parts.work == 0
      ? ""
      : words.pick(": ", "、")
        + words.costParts(
          levers: words.extra(parts.levers, currency: plan.currency),
          work: words.extra(parts.work, currency: plan.currency))
    return words.pick(
      "No set of levers reaches the date. Those that come nearest: \(names) (\(cost)\(split)) reach "
        + "\(alone)\(shortest).",
      "期日に届く前倒し策の組合せはない。最も近いもの：\(names)（\(cost)\(split)）で \(alone)\(shortest)。")
  }

  /// What would make the date possible.
  var wayTable: Table? {
    guard !answer.ways.isEmpty else { return nil }
    return AccelerationTable(points: answer.ways, plan: plan, words: words).table([
      .init(title: ""), .init(title: words.finishColumn),
    ]) { place, way in [.init("\(place + 1)"), .init("\(way.finish.dayAsFinish)")] }
  }

  /// What a window swallows.
  private func waitSentence(_ reach: WhyNot.Reach) -> String {
    let ready = reach.readyAtShortest
    let day = ready.dayAsFinish
    let wait: String
    if let missed = reach.missedWindow {
      let late = words.waiting(minutes: max(1, ready.minutes - missed.start.minutes))
      let window = words.window(missed)
      wait = words.pick(
        "the window \(window) began \(late) before, so it waits for the next one",
        "切替可能期間 \(window) はその\(late)前に始まっており、次の期間まで待つ")
    } else {
      wait = words.pick("it waits for a window", "切替可能期間まで待つ")
    }
    return words.pick(
      "The work is then ready on \(day); \(wait). ", "作業が整うのは \(day) だが、\(wait)。")
      + withoutWait(reach.finishWithoutWait)
  }

  /// What a window at the right time would give.
  private func withoutWait(_ finish: Instant) -> String {
    let isInTime = finish <= answer.date
    return words.pick(
      "With a window as soon as the work is ready the cutover could be finished on "
        + "\(finish.dayAsFinish), \(isInTime ? "in time" : "still too late").",
      "作業が整い次第の切替可能期間があれば、切替は \(finish.dayAsFinish) に終わり、"
        + (isInTime ? "期日に間に合う。" : "なお期日に遅れる。"))
  }

  var scenarioTable: Table? {
    guard !answer.scenarios.isEmpty else { return nil }
    var table = Table(columns: [
      .init(title: words.pick("scenario", "シナリオ")), .init(title: words.finishColumn),
      .init(title: words.pick("at its shortest", "すべて最短で")),
    ])
    let own = answer.scenarios.map { reach in
      CostColumns.Cost(total: reach.cost, levers: reach.levers, of: answer.now.plan)
    }
    let costs = CostColumns(own, currency: plan.currency, words)
    table.columns += costs.columns
    for (reach, cost) in zip(answer.scenarios, own) {
      table.rows.append(
        [
          .init(reach.scenario ?? ""), .init("\(reach.finish.dayAsFinish)"),
          .init("\(reach.finishAtShortest.dayAsFinish)"),
        ] + costs.cells(cost))
    }
    return table
  }

  // MARK: Structure

  var structureSentences: [String] {
    var sentences: [String] = []
    if !answer.structure.isEmpty {
      let steps = answer.structure.map { step in
        "\(words.structure(step.change)) → \(step.finish.dayAsFinish)"
      }
      let list = steps.joined(separator: words.pick("; ", "、"))
      let before = answer.levers?.finishAtShortest ?? answer.earliest.cutoverFinish
      let last = answer.structure[answer.structure.count - 1]
      sentences.append(
        last.finish < before
          ? words.pick(
            "Only the structure gains more. On top of the levers and shortest durations, one after "
              + "the other: \(list).",
            "これ以上は構造を変えるしかない。前倒し策と最短期間に加えて順に：\(list)。")
          : words.pick(
            "On top of that, changes of the structure make the work ready earlier, on "
              + "\(last.ready.dayAsFinish), but not the cutover: \(list).",
            "さらに構造を変えると作業は \(last.ready.dayAsFinish) に整うが、切替は早まらない：\(list)。"))
    }
    if let last = answer.structure.last, last.finish > answer.date,
      last.finishWithoutWait < last.finish
    {
      sentences.append(withoutWait(last.finishWithoutWait))
    }
    if let closed = answer.accessClosed, closed < answer.now.cutoverFinish {
      sentences.append(
        words.pick(
          "Access control need not wait for the cutover: in the plan the last access of those who will "
            + "not hold a module is closed on \(closed.dayAsFinish) "
            + "(\(months(until: closed)) months), while the systems are still shared.",
          "アクセスの遮断は切替を待たない：計画では、保有しない側の最後のアクセスは \(closed.dayAsFinish)（"
            + "\(months(until: closed))か月）に閉じる。ただしシステムは共用のままである。"))
    }
    return sentences
  }

  // MARK: Conclusion

  var conclusion: String {
    let (best, date) = (answer.best.dayAsFinish, answer.date.dayAsFinish)
    if answer.isPossible {
      return words.pick(
        "So \(date) can be had for money.", "したがって \(date) は費用をかければ実現できる。")
    }
    if answer.best <= answer.date {
      return words.pick(
        "So \(date) cannot be had with more people alone; with the changes above it can.",
        "したがって \(date) は増員だけでは実現できないが、上の変更を併せれば届く。")
    }
    return words.pick(
      "So \(date) cannot be had with anything the plan knows; the earliest found is \(best), "
        + "\(months(until: answer.best)) months after the start.",
      "したがって \(date) は計画にあるどの手段でも実現できない。見つかった最早は \(best)（開始から"
        + "\(months(until: answer.best))か月）である。")
  }

  var advice: String {
    let path = context.planArgument
    let derive = answer.derives ? " --derive" : ""
    if !answer.derives, plan.tasks.contains(where: { $0.work?.kind.isCrashable ?? false }) {
      return words.pick(
        "`bunri why-not \(path) --by \(answer.date.dayAsFinish) --derive`: with generated work at the "
          + "limit of COCOMO II, too.",
        "`bunri why-not \(path) --by \(answer.date.dayAsFinish) --derive`：生成された作業も COCOMO II の限界まで短縮"
      )
    }
    let levers = plan.levers.isEmpty ? "" : " --with-levers"
    if answer.isMet || answer.isPossible || !answer.ways.isEmpty {
      let command = "bunri compress \(path) --to \(answer.date.dayAsFinish)\(derive)\(levers)"
      return words.pick("`\(command)`: the cheapest way there.", "`\(command)`：最も安い方法")
    }
    let command = "bunri compress \(path)\(derive)\(levers)"
    return words.pick(
      "`\(command)`: what each earlier date costs.", "`\(command)`：早い期日ごとの費用")
  }
}

/// Words of the proof.
extension Words {
  /// A date that lies before the project's start.
  package func beforeStart(_ finish: Instant, start: CivilDate) -> String {
    let date = finish.dayAsFinish
    return pick(
      "\(date) is not after the project's start, \(start)", "\(date) は開始（\(start)）より後ではありません")
  }

  /// A date that could have been meant instead.
  package func maybeAfterStart(_ date: CivilDate) -> String {
    maybe(pick("a later date, as \(date).", "より後の日付、例えば \(date)。"))
  }

  func pathKind(_ kind: CompressedPath.Kind) -> String {
    switch kind {
    case .shortened: pick("work at its shortest", "最短の作業")
    case .development: pick("development without a price", "短縮費用のない開発作業")
    case .contract: pick("contracts", "連係契約")
    case .rehearsal: pick("rehearsals", "移行リハーサル")
    case .parallelRun: pick("parallel run", "並行稼働")
    case .decision: pick("go/no-go", "移行判定")
    case .fixed: pick("other fixed work", "その他の固定の作業")
    case .lag: pick("agreed spacing (lags)", "定めた間隔（ラグ）")
    case .window: pick("waits for a window", "期間（窓）待ち")
    case .calendar: pick("days off between", "休日待ち")
    case .date: pick("waits for a fixed date", "指定日待ち")
    }
  }

  func structure(_ change: WhyNot.StructuralStep.Change) -> String {
    switch change {
    case .waves(let count): pick("\(count) waves of cutover", "切替を\(count)回に分割")
    case .strategy(let module, .keep):
      pick("\(module) kept by one owner, with interfaces", "\(module) は一方が保有し連係で提供")
    case .strategy(let module, .package):
      pick("\(module) replaced by a product", "\(module) をパッケージで置換")
    case .strategy(let module, let strategy): "\(module): \(strategy.rawValue)"
    }
  }
}
