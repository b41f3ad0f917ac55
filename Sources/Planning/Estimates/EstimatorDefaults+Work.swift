import SharedSystem

extension EstimatorDefaults {
  /// The generated work: how phases fall into tasks, and tasks whose time does not follow from
  /// effort.
  static let work: [EstimatorDefault] =
    [
      judgement.row(
        "work.part.analysis", .share, ["0.5"], "current analysis, share of the requirements phase",
        "現行調査（要件定義に占める割合）"),
      judgement.row(
        "work.part.integration", .share, ["0.3"], "integration test, share of the test phase",
        "社内結合試験（試験に占める割合）"),
      judgement.row(
        "work.part.crossTest", .share, ["0.2"], "cross-owner test, share of the test phase",
        "会社間結合試験（試験に占める割合）"),
      judgement.row(
        "work.part.systemTest", .share, ["0.2"], "system test, share of the test phase",
        "総合試験（試験に占める割合）"),
      judgement.row(
        "work.part.dataRules", .share, ["0.35"], "data split rules, share of the migration phase",
        "データ分割規則（移行に占める割合）"),
      judgement.row(
        "work.overlap", .share, ["0.5"], "overlap of unit test with build", "単体試験と構築の重なり"),
    ] + contractTimes
    + [
      judgement.row(
        "work.access", .weeks, [2, 4, 8], "access-control cutover", "閲覧権限の切替"),
      judgement.row("work.training", .weeks, [4, 6, 12], "training and hand-over", "教育・引継ぎ"),
      judgement.row(
        "work.decommission", .weeks, [2, 4, 8], "decommissioning of an old path", "旧経路の廃止"),
      judgement.row(
        "work.verification", .weeks, [1, 2, 4], "verification of unreachability",
        "到達不能の検証"),
      judgement.row(
        "work.bridgeRemoval", .weeks, [1, 2, 4], "removal of a bridge", "暫定連係の撤去"),
      judgement.row(
        "migration.streams", .count, [4], "streams that load at the same time", "並行する移行系列",
        isPositive: true),
      judgement.row(
        "migration.leastHours", .hours, [8], "shortest cutover", "切替の最短時間",
        isPositive: true),
    ]

  /// Reaching agreement takes calendar time, whatever the effort.
  private static let contractTimes: [EstimatorDefault] = {
    func row(_ kind: String, _ weeks: [DefaultRow.Decimal], _ en: String, _ ja: String)
      -> EstimatorDefault
    {
      judgement.row(
        "work.contract.\(kind)", .weeks, weeks, "interface contract: \(en)", "連係契約：\(ja)")
    }
    return [
      row("table", [6, 12, 20], "shared table", "共有表"), row("file", [4, 8, 14], "file", "ファイル"),
      row("batch", [4, 8, 14], "batch", "バッチ"), row("api", [4, 8, 16], "API", "API"),
      row("screen", [3, 6, 10], "screen", "画面"),
      row("code", [5, 10, 18], "shared code", "共通プログラム"),
    ]
  }()
}
