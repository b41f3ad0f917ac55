package import Planning
import Scheduling
import SharedSystem

/// The work that follows from the modules: how much, for whom, from what, and until when.
package struct GenerateReport: Sendable {
  let schedule: PlanSchedule
  let generated: GeneratedWork
  let drivers: [DriverCost]
  let context: ReportContext
  /// Whether every generated task is listed.
  let listing: Bool

  /// Makes a report; nil when the plan generates no work.
  ///
  /// - Parameters:
  ///   - schedule: the schedule of the plan with its generated work.
  ///   - drivers: what each schedule driver costs.
  ///   - listing: whether every generated task is listed.
  package init?(
    _ schedule: PlanSchedule, drivers: [DriverCost], _ context: ReportContext, listing: Bool
  ) {
    guard let generated = schedule.plan.generated else { return nil }
    self.schedule = schedule
    self.generated = generated
    self.drivers = drivers
    self.context = context
    self.listing = listing
  }

  /// The generated tasks that are no summaries, as indices.
  var leaves: [Int] {
    schedule.plan.tasks.indices.filter {
      schedule.plan.tasks[$0].work != nil && !schedule.plan.tasks[$0].isSummary
    }
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    var report = ReportText(style: context.style)
    report.add(
      [Verdict(schedule, context).line] + head + [IllustrativeData(schedule.plan)?.line(words)])
    report.add(listing ? taskTable : kindTable)
    if !listing {
      if !drivers.isEmpty { report.add(driverTable) }
      report.add(ruleTable)
      report.add(lines: ruleRemarks)
    }
    for remark in remarks { report.add(sentence: remark) }
    if !listing {
      report.add(
        sentence: words.maybe(
          words.pick(
            "`bunri generate \(context.planArgument) --list`: every task with its id.",
            "`bunri generate \(context.planArgument) --list`：全タスクと ID")))
    }
    return report.text
  }

  private var head: [LabelledLine] {
    let words = context.words
    let plan = schedule.plan
    let made = leaves.count
    let written = plan.tasks.count { $0.work == nil && !$0.isSummary }
    let contracts = generated.separation.crossings.count
    let untouched = generated.untouched.count
    var work: [Table.Cell] = [
      .init(
        words.pick(
          "\(Figures.grouped(made)) tasks generated", "生成 \(Figures.grouped(made)) タスク"), .strong),
      .init(
        words.pick(
          "\(Figures.grouped(written)) written by hand", "手書き \(Figures.grouped(written))")),
      .init(
        words.pick("\(contracts) \(contracts == 1 ? "contract" : "contracts")", "契約 \(contracts) 件")
      ),
      .init(
        words.pick(
          "\(generated.waves.count) \(generated.waves.count == 1 ? "wave" : "waves")",
          "切替群 \(generated.waves.count)")),
    ]
    if !generated.bridges.isEmpty {
      let count = generated.bridges.count
      work.append(.init(words.pick("\(count) temporary bridges", "暫定連係 \(count) 件")))
    }
    if untouched > 0 {
      work.append(
        .init(
          words.pick(
            "\(untouched) of \(plan.modules.count) modules need no work",
            "\(plan.modules.count) モジュール中 \(untouched) は作業なし")))
    }
    let efforts = generated.separation.owners.enumerated().map { index, owner in
      let sum = generated.waves.reduce(ThreePoint.zero) { $0 + $1.efforts[index] }
      return Table.Cell("\(owner) \(words.effort(sum))")
    }
    return [
      LabelledLine(words.pick("Work", "作業"), work),
      LabelledLine(
        words.pick("Effort", "工数"), [.init(words.effort(generated.total), .strong)] + efforts),
    ] + overheadLines
  }

  /// What comes on top of the effort, each with its share and whether the plan states it.
  private var overheadLines: [LabelledLine] {
    let words = context.words
    let defaults = generated.estimate.defaults
    return generated.overheads.enumerated().compactMap { number, figure in
      guard case .overhead(let key) = figure.meaning, let entry = defaults.entry(key) else {
        return nil
      }
      let share = Figures.ratio(entry.value.mode, 10)
      let origin = entry.isOverridden ? words.replaced : words.standard(entry.basis)
      return LabelledLine(
        number == 0 ? words.pick("On top", "追加") : "",
        [
          .init(words.effort(figure.value)),
          .init(
            words.pick(
              "\(context.text(entry.name)): \(share)% (\(origin))",
              "\(context.text(entry.name))：\(share)%（\(origin)）")),
        ])
    }
  }

  // MARK: Tables

  /// One row for each kind of task.
  private var kindTable: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.pick("kind of work", "作業の種類"), overflow: .cut(minimum: 20)),
      .init(title: words.pick("tasks", "件数"), isNumeric: true),
      .init(title: words.pick("person-months", "人月"), isNumeric: true),
      .init(title: words.pick("low–high", "下限〜上限"), isNumeric: true),
      .init(title: words.pick("first start", "最初の開始")),
      .init(title: words.pick("last finish", "最後の終了")),
      .init(title: words.pick("on the path", "経路上"), isNumeric: true),
    ])
    for kind in GeneratedWork.Kind.allCases {
      let tasks = leaves.filter { schedule.plan.tasks[$0].work?.kind == kind }
      guard !tasks.isEmpty else { continue }
      let efforts = tasks.compactMap { schedule.plan.tasks[$0].work?.effort }
      let sum = efforts.reduce(ThreePoint.zero, +)
      let first = tasks.map { schedule.startDay(of: $0) }.min()
      let last = tasks.map { schedule.finishDay(of: $0) }.max()
      let driving = tasks.count { schedule.tasks[$0].isDriving }
      table.rows.append([
        .init(context.text(kind.name)), .init(Figures.grouped(tasks.count)),
        .init(efforts.isEmpty ? "" : Figures.ratio(sum.mode, 1000)),
        .init(
          efforts.isEmpty
            ? "" : "\(Figures.grouped(sum.low / 1000))–\(Figures.grouped(sum.high / 1000))"),
        .init(first.map { "\($0)" } ?? ""), .init(last.map { "\($0)" } ?? ""),
        .init(driving == 0 ? "" : "\(driving)"),
      ])
    }
    return table
  }

  /// Every generated task.
  private var taskTable: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.startColumn), .init(title: words.finishColumn),
      .init(title: words.daysColumn, isNumeric: true),
      .init(title: words.pick("PM", "人月"), isNumeric: true),
      .init(title: words.idColumn, overflow: .cut(minimum: 24)),
      .init(title: words.taskColumn, overflow: .cut(minimum: 20)),
      .init(title: words.driverColumn),
    ])
    for index in leaves {
      let task = schedule.plan.tasks[index]
      table.rows.append([
        .init("\(schedule.startDay(of: index))"), .init("\(schedule.finishDay(of: index))"),
        .init(Figures.days(of: task, minutes: schedule.tasks[index].duration, schedule.plan.units)),
        .init(task.work?.effort.map { Figures.ratio($0.mode, 1000) } ?? ""),
        .init(task.id, .faint), .init(context.name(task)),
        .init(task.drivers.joined(separator: " ")),
      ])
    }
    return table
  }

  /// What each schedule driver costs.
  private var driverTable: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.driverColumn),
      .init(title: words.pick("without it: cutover", "なければ切替")),
      .init(title: words.pick("months earlier", "早まる月数"), isNumeric: true),
      .init(title: words.pick("person-months less", "減る人月"), isNumeric: true),
      .init(title: words.pick("what it is", "内容"), overflow: .cut(minimum: 20)),
    ])
    table.rows = drivers.map { cost in
      [
        .init(cost.driver), .init("\(cost.cutoverFinish.dayAsFinish)"),
        .init(Figures.ratio(cost.gainedTenthsOfMonths, 10)),
        .init(Figures.ratio(cost.effort, 1000)),
        .init(words.driver(cost.driver)),
      ]
    }
    return table
  }

  /// The time that each published rule gives each owner's project, beside what the network gives.
  private var ruleTable: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.pick("project", "プロジェクト"), overflow: .cut(minimum: 16)),
      .init(title: words.pick("person-months", "人月"), isNumeric: true),
      .init(title: "JUAS", isNumeric: true), .init(title: "COCOMO II", isNumeric: true),
      .init(title: words.pick("Keizai", "経済調査会"), isNumeric: true),
      .init(title: words.pick("network", "工程網"), isNumeric: true),
    ])
    let rules = ScheduleRules(generated.estimate.defaults)
    for wave in generated.waves {
      for (owner, effort) in wave.efforts.enumerated() where effort.mode > 0 {
        let id = generated.separation.owners[owner]
        func months(_ rule: GenerationSettings.Rule) -> String {
          Figures.ratio(rules.months(rule.scheduleRule, effort: effort).mode, 1000)
        }
        table.rows.append([
          .init(generated.waves.count > 1 ? "\(id), \(wave.id)" : id),
          .init(Figures.ratio(effort.mode, 1000)), .init(months(.juas)), .init(months(.cocomo2)),
          .init(months(.keizai)), .init(networkMonths(owner: id, wave: wave.id)),
        ])
      }
    }
    return table
  }

  /// The months from an owner's first task of a wave to the wave's cutover.
  private func networkMonths(owner: String, wave: String) -> String {
    let tasks = leaves.filter {
      schedule.plan.tasks[$0].owner == owner && schedule.plan.tasks[$0].work?.wave == wave
    }
    let cutover = leaves.first {
      schedule.plan.tasks[$0].work?.kind == .cutover
        && schedule.plan.tasks[$0].work?.wave == wave
    }
    guard let cutover, let start = tasks.map({ schedule.tasks[$0].start }).min() else { return "" }
    let end = schedule.tasks[cutover].finish
    let tenths =
      schedule.tenthsOfMonths(until: end)
      - schedule.tenthsOfMonths(until: max(start, schedule.start))
    return Figures.ratio(max(0, tenths), 10)
  }

  private var ruleRemarks: [String] {
    let words = context.words
    return [
      "  "
        + words.pick(
          "months; the rules are for one development project, the network adds contracts,",
          "単位は月。各規則は一つの開発の標準工期で、工程網には契約、リハーサル、"),
      "  "
        + words.pick(
          "rehearsals, parallel run, go/no-go and the wait for a window",
          "並行稼働、移行判定、切替可能期間までの待ちが加わる"),
    ]
  }

  private var remarks: [String] {
    let words = context.words
    var result: [String] = []
    var tooSmall: [String: (count: Int, example: String, rule: Int, days: Int)] = [:]
    for remark in generated.remarks {
      switch remark {
      case .teamTooSmall(let task, let team, let rule, let days):
        let known = tooSmall[team]
        let isWorse = days - rule > (known.map { $0.days - $0.rule } ?? 0)
        tooSmall[team] = (
          (known?.count ?? 0) + 1, isWorse ? task : known?.example ?? task,
          isWorse ? rule : known?.rule ?? rule, isWorse ? days : known?.days ?? days
        )
      }
    }
    for (team, found) in tooSmall.sorted(by: { $0.key < $1.key }) {
      result.append(
        words.pick(
          "The team \(team) is too small for the rule's time of \(found.count) tasks: "
            + "\(found.example) takes \(found.days) days instead of \(found.rule).",
          "チーム \(team) は \(found.count) 件のタスクで標準工期に足りません（\(found.example) は "
            + "\(found.rule) 日でなく \(found.days) 日）"))
    }
    return result
  }
}

extension GeneratedWork.Kind {
  /// What the kind is called.
  var name: LocalizedText { GeneratedWork.name(of: self) }
}

extension Words {
  /// An effort with its band: `1,240 PM (800–2,100)`.
  func effort(_ effort: ThreePoint) -> String {
    let band = "\(Figures.grouped(effort.low / 1000))–\(Figures.grouped(effort.high / 1000))"
    let mode = Figures.grouped((effort.mode + 500) / 1000)
    return pick("\(mode) person-months (\(band))", "\(mode) 人月（\(band)）")
  }

  /// What a schedule driver is.
  func driver(_ driver: String) -> String {
    switch driver {
    case "D1": pick("bloat and complexity from long use", "長期利用による肥大化・複雑化")
    case "D2": pick("old languages, too few engineers", "古い開発言語による技術者不足")
    case "D3": pick("tight coupling with related systems", "関係システムとの密結合")
    case "D4": pick("large data in test and migration", "大量データの試験・移行")
    default: ""
    }
  }
}
