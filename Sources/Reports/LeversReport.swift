package import Planning
import Scheduling
import SharedSystem

/// Every lever by itself, and the pairs that do more or less together.
package struct LeversReport: Sendable {
  let effects: LeverEffects
  let context: ReportContext

  /// Makes a report of the effects of levers.
  package init(_ effects: LeverEffects, _ context: ReportContext) {
    self.effects = effects
    self.context = context
  }

  /// Pairs that are shown.
  private static let shownPairs = 10

  private var plan: Plan { effects.base.plan }
  private var words: Words { context.words }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    let useful = effects.alone.count { ($0.result?.gainedElapsedMinutes ?? 0) > 0 }
    report.add([
      Verdict(effects.base, context).line,
      LabelledLine(
        words.pick("Levers", "前倒し策"),
        [
          .init(
            words.pick(
              "\(useful) of \(effects.alone.count) move the cutover by themselves",
              "\(effects.alone.count) 件中 \(useful) 件は単独で切替を早める"), .strong)
        ]), IllustrativeData(plan)?.line(words),
    ])
    guard !effects.alone.isEmpty else { return report.text }
    report.add(table)
    report.append(lines: [costs.legend.map { "  " + $0 }].compactMap { $0 })
    if !effects.pairs.isEmpty {
      report.add(lines: [
        words.pick(
          "Pairs whose gain together is not the sum of their gains (working days)",
          "二つ合わせた効果が単独の和と異なる組（稼働日）")
      ])
      report.append(lines: pairTable.lines(style: context.style))
      let rest = effects.pairs.count - LeversReport.shownPairs
      if rest > 0 { report.append(lines: ["  " + words.moreRows(rest)]) }
      let isStarred = effects.pairs.prefix(LeversReport.shownPairs).contains { pair in
        [pair.first, pair.second].contains { !effects.alone[$0].with.isEmpty }
      }
      if isStarred {
        report.append(lines: [
          "  " + words.pick("* here with the levers it requires", "* ここでは前提の策を含む")
        ])
      }
    }
    report.add(
      sentence: words.maybe(
        words.pick(
          "`bunri levers \(context.planArgument) --front`: the cheapest set for every date that "
            + "levers reach.",
          "`bunri levers \(context.planArgument) --front`：到達できる日付ごとの最も安い組合せ。")))
    return report.text
  }

  private var table: Table {
    var table = Table(columns: [
      .init(title: words.pick("lever", "前倒し策"), overflow: .cut(minimum: 16)),
      .init(title: words.pick("days", "日数"), isNumeric: true),
    ])
    let costs = costs
    table.columns += costs.columns
    table.columns += [
      .init(title: words.pick("per day", "1日あたり"), isNumeric: true),
      .init(title: words.pick("where the gain goes", "効果の行方"), overflow: .wrap(minimum: 36)),
    ]
    for (number, effect) in ranked.enumerated() {
      var row = row(effect, costs)
      // With all parts of the cost side by side there is no room beside them.
      if costs.isSplit, let destination = row.popLast() {
        table.below[number] = destination
        row.append(.init(""))
      }
      table.rows.append(row)
    }
    return table
  }

  private var costs: CostColumns {
    let costs = effects.alone.lazy.compactMap(\.result).map { CostColumns.Cost($0) }
    return CostColumns(costs, currency: plan.currency, words)
  }

  private func row(_ effect: LeverEffects.Effect, _ costs: CostColumns) -> [Table.Cell] {
    let lever = plan.levers[effect.lever]
    let id = effect.with.isEmpty ? lever.id : "\(lever.id) *"
    guard let result = effect.result else {
      return [.init(id), .init("–")] + costs.cells(leversAlone: lever.cost) + [
        .init(""), .init(words.pick("cannot be applied", "適用できない"), .alarm),
      ]
    }
    let gained = result.gainedMinutes
    let days = Figures.days(gained, plan.units)
    let perDay =
      gained > 0
      ? Figures.grouped(result.cost * Int64(plan.units.minutesPerDay) / Int64(gained))
      : ""
    return [.init(id), .init(days, gained > 0 ? .relief : gained < 0 ? .alarm : .none)]
      + costs.cells(.init(result)) + [.init(perDay), .init(destination(result, effect))]
  }

  /// The levers that gain most first, then the cheaper.
  private var ranked: [LeverEffects.Effect] {
    func key(_ effect: LeverEffects.Effect) -> (Int32, Int64, Int) {
      (
        -(effect.result?.gainedMinutes ?? .min / 2),
        effect.result?.cost ?? plan.levers[effect.lever].cost, effect.lever
      )
    }
    return effects.alone.sorted { key($0) < key($1) }
  }

  /// Where the gain goes, and what becomes critical, in short.
  private func destination(_ result: WhatIfResult, _ effect: LeverEffects.Effect) -> String {
    var parts: [String] = []
    func days(_ minutes: Int32) -> String { words.workingDays(Figures.days(minutes, plan.units)) }
    let names = TaskNames(result, context)
    switch result.swallowed {
    case .window(_, let gained, let window, let previous, let missing):
      let first = words.pick("\(days(gained)) gained, none usable", "\(days(gained))縮むが使えない")
      if let previous, let missing {
        parts.append(
          words.pick(
            "\(first): \(days(missing)) short of the window \(words.window(previous))",
            "\(first)：一つ前の期間 \(words.window(previous)) まで\(days(missing))不足"))
      } else {
        parts.append(
          words.pick(
            "\(first): the next window is \(window.map(words.window) ?? "–")",
            "\(first)：次の期間は \(window.map(words.window) ?? "–")"))
      }
    case .closed(let task, let elapsed, let start):
      parts.append(
        words.swallowedByClosure(
          task: names.of([task])[0], elapsed: elapsed, start: start.dayAsStart))
    case .path(let tasks, let shortened, let gained):
      // The path is led by the task at its end: the one next to what was shortened.
      let name = tasks.last.map { names.of([$0])[0] } ?? ""
      parts.append(
        words.pick(
          "cutover \(result.after.cutoverDay); \(Figures.days(shortened - gained, plan.units)) of "
            + "\(days(shortened)) are lost to \(name)",
          "切替 \(result.after.cutoverDay)。\(days(shortened))縮むうち"
            + "\(days(shortened - gained))は\(name)が使い切る"))
    case .startsOnly(let tasks): parts.append(words.startsOnly(names.of(tasks)))
    case .offPath(_, let float):
      parts.append(
        words.pick("off the path (float \(days(float)))", "支配経路の外（余裕 \(days(float))）"))
    case nil:
      if result.gainedElapsedMinutes > 0 {
        parts.append(
          words.pick("cutover \(result.after.cutoverDay)", "切替 \(result.after.cutoverDay)"))
      } else if result.gainedElapsedMinutes < 0 {
        parts.append(
          words.pick("later: \(result.after.cutoverDay)", "遅れる：\(result.after.cutoverDay)"))
      } else {
        parts.append(words.notWaitedFor)
      }
    }
    if result.gainedElapsedMinutes > 0, let first = result.becameCritical.first {
      let more = result.becameCritical.count - 1
      let name = names.of([first])[0]
      parts.append(
        words.pick(
          "newly critical: \(name)\(more > 0 ? " +\(more)" : "")",
          "新たにクリティカル：\(name)\(more > 0 ? "ほか\(more)件" : "")"))
    }
    if let rework = ReworkWords(plan.levers[effect.lever], plan, context).short {
      parts.append(rework)
    }
    if !effect.with.isEmpty {
      parts.append(
        words.pick(
          "* beyond what \(effect.with.joined(separator: ", ")) does, which it requires",
          "* 前提の \(effect.with.joined(separator: "、")) に上乗せした効果"))
    }
    return parts.joined(separator: words.pick("; ", "；"))
  }

  private var pairTable: Table {
    var table = Table(columns: [
      .init(title: words.pick("first", "策1"), overflow: .cut(minimum: 14)),
      .init(title: words.pick("second", "策2"), overflow: .cut(minimum: 14)),
      .init(title: words.pick("alone", "単独"), isNumeric: true),
      .init(title: words.pick("together", "合計"), isNumeric: true),
      .init(title: words.pick("difference", "差"), isNumeric: true),
      .init(title: words.pick("cutover", "切替")), .init(title: ""),
    ])
    table.rows = effects.pairs.prefix(LeversReport.shownPairs).map { pair in
      func days(_ minutes: Int32) -> String { Figures.days(minutes, plan.units) }
      func id(_ lever: Int) -> String {
        plan.levers[lever].id + (effects.alone[lever].with.isEmpty ? "" : " *")
      }
      let isSynergy = pair.difference > 0
      return [
        .init(id(pair.first)), .init(id(pair.second)),
        .init("\(days(pair.firstGain)) + \(days(pair.secondGain))"), .init(days(pair.together)),
        .init(Figures.signed(days(pair.difference)), isSynergy ? .relief : .alarm),
        .init("\(pair.finish.dayAsFinish)"),
        .init(isSynergy ? words.pick("synergy", "相乗") : words.pick("conflict", "競合")),
      ]
    }
    return table
  }

  /// The report for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1,
      "cutoverFinish": .time(effects.base.cutoverFinish),
      "currency": .string(plan.currency),
      "levers": .array(
        effects.alone.map { effect in
          let lever = plan.levers[effect.lever]
          let result = effect.result
          return [
            "id": .string(lever.id), "with": .array(effect.with.map(JSONValue.string)),
            "applicable": .bool(result != nil), "cost": .integer(result?.cost ?? lever.cost),
            "leverCost": .integer(lever.cost), "workCost": .integer(result?.taskCost ?? 0),
            "gainedMinutes": .number(result?.gainedMinutes),
            "gainedElapsedMinutes": .number(result?.gainedElapsedMinutes),
            "cutoverFinish": .time(result?.after.cutoverFinish),
            "becameCritical": .array((result?.becameCritical ?? []).map(JSONValue.string)),
            "swallowed": result.map { WhatIfReport($0, context).swallowedJSON } ?? .null,
            "expectedReworkMinutes": .number(lever.expectedRework(plan)),
          ]
        }),
      "pairs": .array(
        effects.pairs.map { pair in
          [
            "first": .string(plan.levers[pair.first].id),
            "second": .string(plan.levers[pair.second].id),
            "firstGain": .number(pair.firstGain), "secondGain": .number(pair.secondGain),
            "together": .number(pair.together), "difference": .number(pair.difference),
            "cutoverFinish": .time(pair.finish),
          ]
        }),
    ]
  }
}
