import SharedSystem

extension EstimatorDefaults {
  /// §3.6 and §3: what comes on top of the work, and how effort falls into phases.
  static let overheads: [EstimatorDefault] = [
    judgement.row(
      "overhead.management", .share, ["0.08", "0.12", "0.18"],
      "project office and governance", "PMO・統制"),
    judgement.row(
      "overhead.thirdParty", .share, ["0.01", "0.02", "0.04"],
      "checks by a third party", "第三者確認"),
  ]

  static let phases: [EstimatorDefault] = [
    judgement.row(
      "phase.requirements", .share, ["0.12"], "share of requirements", "要件定義の割合"),
    judgement.row("phase.design", .share, ["0.20"], "share of design", "設計の割合"),
    judgement.row("phase.build", .share, ["0.28"], "share of building", "構築の割合"),
    judgement.row("phase.test", .share, ["0.28"], "share of test", "試験の割合"),
    judgement.row("phase.migration", .share, ["0.12"], "share of migration", "移行の割合"),
  ]

  /// §4: months from person-months.
  static let scheduleRules: [EstimatorDefault] = {
    let slope = DefaultRow(
      basis: .memory,
      source: .both("COCOMO II manual: F = D + 0.2 (E − B)", "COCOMO II 定義書：F = D + 0.2 (E − B)"))
    let juas = DefaultRow(
      basis: .published,
      source: .both(
        "JUAS: T = k · cube root of effort; 2.4 (2007), 2.6 later; 2.7 from memory",
        "JUAS：T = k × 工数の立方根。2.4（2007年）、後に2.6。2.7は記憶による"))
    let keizai = DefaultRow(
      basis: .published,
      source: .both(
        "経済調査会 2015, errata: new R² 0.53, modification R² 0.61",
        "経済調査会 2015年（正誤表）：新規 R² 0.53、改修 R² 0.61"))
    return [
      slope.row(
        "schedule.cocomo2.slope", .exponent, ["0.2"], "slope of the schedule exponent",
        "工期指数の傾き"),
      juas.row(
        "schedule.juas.k", .factor, ["2.4", "2.5", "2.7"], "JUAS coefficient", "JUAS係数",
        isPositive: true),
      keizai.row(
        "schedule.new.a", .factor, ["2.5829"], "new development, coefficient", "新規・係数",
        isPositive: true),
      keizai.row(
        "schedule.new.b", .exponent, ["0.3202"], "new development, exponent", "新規・指数",
        isPositive: true),
      keizai.row(
        "schedule.new.limit", .personMonths, [1400], "new development, end of the data",
        "新規・データの上限"),
      keizai.row(
        "schedule.modification.a", .factor, ["1.9287"], "modification, coefficient", "改修・係数",
        isPositive: true),
      keizai.row(
        "schedule.modification.b", .exponent, ["0.3616"], "modification, exponent", "改修・指数",
        isPositive: true),
      keizai.row(
        "schedule.modification.limit", .personMonths, [800], "modification, end of the data",
        "改修・データの上限"),
      juas.row(
        "schedule.juas.limit", .personMonths, [1000], "JUAS: most projects are smaller",
        "JUAS：大半はこれより小さい"),
    ]
  }()

  /// §4: what a shorter schedule costs.
  static let compression: [EstimatorDefault] = {
    let putnam = DefaultRow(
      basis: .published,
      source: .both(
        "Putnam, Measures for Excellence, as quoted by McConnell",
        "Putnam『Measures for Excellence』、McConnell の引用による"))
    func row(_ percent: Int, _ effort: DefaultRow.Decimal) -> EstimatorDefault {
      var row = putnam.row(
        "compression.putnam.\(percent)", .factor, [effort], "effort at \(percent)% of the time",
        "期間\(percent)%での工数")
      // No command asks what more time than usual would save.
      row.isShownOnly = percent > 100
      return row
    }
    let juas = DefaultRow(
      basis: .published,
      source: .both(
        "JUAS 2007: a cut of 30 % or more is reckless", "JUAS 2007年：30%以上の短縮は無謀"))
    return [
      cocomo.row(
        "compression.cocomo.floor", .share, ["0.75"], "nothing is shorter than this",
        "これより短くはできない"),
      cocomo.row(
        "compression.cocomo.85", .factor, ["1.14"], "effort at 85% of the time",
        "期間85%での工数"),
      cocomo.row(
        "compression.cocomo.75", .factor, ["1.43"], "effort at 75% of the time",
        "期間75%での工数"),
      juas.row(
        "compression.juas.reckless", .share, ["0.70"], "reckless from here on", "ここから無謀"),
      row(130, "0.35"), row(120, "0.50"), row(110, "0.70"), row(95, "1.25"), row(90, "1.50"),
      row(85, "2.00"),
    ]
  }()

  /// §5: rehearsals and waiting, per cutover wave.
  static let gates: [EstimatorDefault] = {
    let checked = DefaultRow(
      basis: .judgement,
      source: .both(
        "judgement, checked against public cases (HP 3 months; TSB 8, Postbank 9, TEPCO 8)",
        "判断（公表事例で確認：HP 3か月、TSB 8・Postbank 9・東電 8か月）"))
    return [
      checked.row(
        "gates.rehearsals", .count, [2, 3, 6], "full rehearsals", "移行リハーサルの回数"),
      checked.row(
        "gates.rehearsalSpacing", .weeks, [3, 6, 10], "between rehearsals",
        "リハーサルの間隔"),
      checked.row("gates.parallelRun", .months, [1, 3, 6], "parallel run", "並行稼働"),
      checked.row("gates.stabilisation", .months, [1, 3, 9], "stabilisation", "安定化"),
      checked.row("gates.goNoGo", .weeks, [2, 4, 8], "freeze before the decision", "移行判定"),
    ]
  }()
}
