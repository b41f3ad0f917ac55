import SharedSystem

extension EstimatorDefaults {
  /// Drivers D1–D4 as effort multipliers. The values are published; which rating a driver stands for
  /// is judgement.
  static let drivers: [EstimatorDefault] = {
    let rows = DefaultRow(
      basis: .published,
      source: .both(
        "effort multipliers of COCOMO II.2000; which rating the driver stands for is judgement",
        "COCOMO II.2000 の工数係数（要因をどの段階とみなすかは判断）"))
    return [
      rows.row(
        "driver.D1.CPLX", .factor, ["1.17", "1.34", "1.74"],
        "bloat: complexity", "肥大化：複雑さ",
        note: .both("high, very high, extra high", "高・極高・超高")),
      rows.row(
        "driver.D2.LTEX", .factor, ["1.09", "1.20", "1.20"],
        "old language: experience with it", "古い言語：言語経験",
        note: .both("low, very low, very low", "低・極低・極低")),
      rows.row(
        "driver.D2.PCON", .factor, [1, "1.12", "1.29"],
        "old language: continuity of people", "古い言語：要員の継続性",
        note: .both("nominal, low, very low", "標準・低・極低")),
      rows.row(
        "driver.D3.SITE", .factor, [1, "1.09", "1.22"],
        "coupling: work at several sites", "密結合：拠点の分散",
        note: .both("nominal, low (several cities and companies), very low", "標準・低（複数の都市と会社）・極低")),
      rows.row(
        "driver.D4.DATA", .factor, ["1.14", "1.28", "1.28"],
        "much data: size of the test database", "大量データ：試験データの量",
        note: .both("high, very high, very high", "高・極高・極高")),
    ]
  }()

  /// §1: shares of a full rebuild.
  static let strategies: [EstimatorDefault] = [
    judgement.row(
      "strategy.clone.first", .share, ["0.25"], "copy, first owner", "複製・最初の主体"),
    judgement.row(
      "strategy.clone.second", .share, ["0.20"], "copy, each further owner",
      "複製・以降の各主体"),
    judgement.row(
      "strategy.clone.prune", .share, ["0.15"],
      "removing the other's data and functions, shared", "他方のデータ・機能の除去（分担）"),
    judgement.row(
      "strategy.rebuild", .share, [1], "new development, each owner that needs it",
      "新規開発・必要な主体ごと"),
    judgement.row(
      "strategy.replatform", .share, ["0.35"], "conversion to another platform, each owner",
      "他基盤への変換・主体ごと"),
    judgement.row(
      "strategy.rehost", .share, ["0.15"], "move without change, each owner",
      "そのまま移設・主体ごと"),
    judgement.row(
      "strategy.keep", .share, ["0.10"], "kept by one owner; interfaces come on top",
      "1主体が保持（連係は別）"),
    judgement.row(
      "strategy.logical", .share, ["0.15"], "one system, access by owner (still shared)",
      "1システムのまま主体別アクセス（共用のまま）"),
    judgement.row(
      "strategy.package.product", .share, ["0.45"], "replacement by a product, each owner",
      "製品による置換・主体ごと"),
    judgement.row(
      "strategy.package.fitGap", .share, ["0.10"], "fit and gap analysis, shared",
      "適合分析（分担）"),
    judgement.row("strategy.retire", .share, ["0.05"], "stop and archive", "廃止・保管"),
  ]

  /// Which strategies may be chosen without being given.
  static let eligibility: [EstimatorDefault] = {
    func row(_ key: String, _ yes: Int64, _ english: String, _ japanese: String) -> EstimatorDefault
    {
      judgement.row("choose.\(key)", .yesNo, [.init(integerLiteral: yes)], english, japanese)
    }
    return [
      row(
        "copyDespiteD1D2", 0, "copy or move a module with D1 and D2 for a new holder",
        "D1とD2があっても新たな保持者へ複製・移設する"),
      row(
        "convertDespiteD1D2", 0, "convert a module with D1 and D2 as it is",
        "D1とD2があってもそのまま変換する"),
      row(
        "keepWithoutHolding", 0, "let an owner keep what others hold today",
        "現在ほかの主体が保持するものも保持可とする"),
      row("logical", 0, "choose access by owner", "主体別アクセスも選ぶ"),
      row("package", 0, "choose a product", "製品への置換も選ぶ"),
      row("retire", 0, "choose to stop", "廃止も選ぶ"),
    ]
  }()

  /// §3.4: what a cut coupling costs, both sides together.
  static let interfaces: [EstimatorDefault] = [
    judgement.row(
      "interface.batchFile", .personMonths, [1, 3, 8], "interface by file or batch",
      "ファイル・バッチ連係"),
    judgement.row(
      "interface.api", .personMonths, [2, 5, 12], "interface online", "オンライン・API連係"),
    judgement.row(
      "interface.sharedTable", .personMonths, [3, 8, 20], "shared table cut", "共有テーブルの分断"),
    judgement.row(
      "interface.sharedCode", .personMonths, [1, 4, 10], "shared code cut", "共有プログラムの分断"),
    judgement.row(
      "interface.shareOfUser", .share, ["0.5"], "share of the owner who uses", "利用側の負担割合"),
  ]

  /// §3.5: moving data.
  static let migration: [EstimatorDefault] = [
    judgement.row(
      "migration.tool", .personMonths, [2, 6, 15], "migration tool, per module",
      "移行ツール（モジュールごと）"),
    judgement.row(
      "migration.smallTool", .personMonths, ["0.5", 1, 2],
      "moving little data, or data as it is", "少量データ、または無変換の移行"),
    judgement.row(
      "migration.smallRows", .thousandRows, [100], "little data: up to so many rows",
      "少量とみなす行数"),
    judgement.row(
      "migration.defects", .perMillionRows, [10, 100, 1000], "defective rows", "不良行"),
    judgement.row(
      "migration.fixShare", .share, [0, "0.1", "0.3"], "defective rows repaired by hand",
      "不良行のうち手作業で直す割合"),
    judgement.row(
      "migration.minutesPerFix", .minutes, [5, 10, 20], "to repair a row by hand",
      "手作業1行の時間"),
    judgement.row(
      "migration.throughput", .millionRowsPerHour, ["0.5", 2, 8], "speed of one stream",
      "1系列の移行速度", isPositive: true),
    judgement.row(
      "migration.verifyShare", .share, ["0.5"], "verification, share of the loading time",
      "検証（投入時間に対する割合）"),
  ]
}
