import SharedSystem

/// Words about the shared system.
extension Words {
  var system: String { pick("System", "システム") }
  var matrix: String { pick("Matrix", "行列") }
  var reading: String { pick("Reading", "読み方") }
  var tangles: String { pick("Tangles", "絡み合い") }
  var missing: String { pick("Missing", "欠け") }
  var holders: String { pick("Holders", "保有者") }
  var crossings: String { pick("Crossing", "会社間") }
  var focus: String { pick("Module", "対象") }

  var noModules: String { pick("the plan has no modules", "モジュールがありません") }
  var noTangles: String {
    pick("none: no modules use each other in a circle", "なし（互いに使い合うモジュールはありません）")
  }
  var nobodyKnown: String { pick("not stated", "記載なし") }
  var mixedHolders: String { pick("several", "複数") }
  var withoutGroup: String { pick("(no group)", "（グループなし）") }

  var numberColumn: String { pick("no.", "番号") }
  var moduleColumn: String { pick("module", "モジュール") }
  var groupColumn: String { pick("group", "グループ") }
  var holderColumn: String { pick("holder", "保有者") }
  func rowColumn(_ fold: CouplingMatrix.Fold) -> String {
    switch fold {
    case .none: moduleColumn
    case .group: groupColumn
    case .owner: holderColumn
    }
  }
  var usesColumn: String { pick("uses", "使う先") }
  var usedByColumn: String { pick("used by", "使われ元") }
  var couplingsColumn: String { pick("couplings", "連係") }
  var kindColumn: String { pick("kind", "種類") }
  var costColumn: String { pick("PM", "人月") }
  var informationColumn: String { pick("information", "情報") }
  var aloneColumn: String { pick("alone today", "現在単独") }
  var sharedColumn: String { pick("shared today", "現在共用") }
  var pinnedColumn: String { pick("pinned", "帰属決定") }
  var fromColumn: String { pick("user", "使う側") }
  var toColumn: String { pick("used", "使われる側") }

  func modules(_ count: Int) -> String { counted(count, "module", "モジュール") }
  func couplings(_ count: Int) -> String { counted(count, "coupling", "連係") }

  private func counted(_ count: Int, _ english: String, _ japanese: String) -> String {
    let number = Figures.grouped(count)
    return pick("\(number) \(english)\(count == 1 ? "" : "s")", "\(japanese)\(number)")
  }

  func ownersOfSystem(_ count: Int) -> String { counted(count, "owner", "所有者") }

  func free(_ count: Int) -> String {
    let number = Figures.grouped(count)
    return pick("\(number) pinned to nobody", "帰属未定\(number)")
  }

  /// `11 modules with 38 couplings, 6 of them against the order`.
  func tangle(_ tangle: SystemSummary.Tangle, names: [String]) -> String {
    let modules = Figures.grouped(tangle.modules.count)
    let couplings = Figures.grouped(tangle.couplings)
    let feedback = Figures.grouped(tangle.feedback)
    let members = names.joined(separator: pick(", ", "、"))
    return pick(
      "\(modules) modules with \(couplings) couplings, \(feedback) of them against the order: "
        + members,
      "モジュール\(modules)、連係\(couplings)（うち逆向き\(feedback)）：" + members)
  }

  /// `3 more tangles`.
  func moreTangles(_ count: Int) -> String {
    let number = Figures.grouped(count)
    return pick("\(number) more, smaller ones", "ほか\(number)組（より小さいもの）")
  }

  /// `27 of 64 modules have no size`.
  func gap(_ gap: SystemSummary.Gap) -> String {
    switch gap.fact {
    case .size: withoutSize(gap.missing, of: gap.total)
    case .language: modules(gap.missing, of: gap.total, without: "language", "言語")
    case .data: modules(gap.missing, of: gap.total, without: "amount of data", "データ量")
    case .group: modules(gap.missing, of: gap.total, without: "group", "グループ")
    case .holder: modules(gap.missing, of: gap.total, without: "holder today", "現在の保有者")
    case .couplingCost:
      some(gap.missing, of: gap.total, ("couplings", "連係"), without: ("cost", "費用"))
    }
  }

  /// `27 of 64 modules have no size`.
  func withoutSize(_ missing: Int, of total: Int) -> String {
    modules(missing, of: total, without: "size", "規模")
  }

  private func modules(
    _ missing: Int, of total: Int, without english: String, _ japanese: String
  ) -> String {
    some(missing, of: total, ("modules", "モジュール"), without: (english, japanese))
  }

  private func some(
    _ missing: Int, of total: Int, _ things: (en: String, ja: String),
    without fact: (en: String, ja: String)
  ) -> String {
    let (few, all) = (Figures.grouped(missing), Figures.grouped(total))
    return pick(
      "\(few) of \(all) \(things.en) \(missing == 1 ? "has" : "have") no \(fact.en)",
      "\(all)\(things.ja)中\(few)に\(fact.ja)がない")
  }

  /// `the 8 most coupled of 42 modules`.
  func mostCoupled(_ shown: Int, of count: Int) -> String {
    if shown == count { return pick("Modules by their couplings", "連係の多い順") }
    let (shown, count) = (Figures.grouped(shown), Figures.grouped(count))
    return pick("The \(shown) most coupled of \(count) modules", "連係の多いモジュール（\(count)のうち\(shown)）")
  }

  var invented: String { pick("figures are illustrative", "数値は作例") }

  // MARK: The matrix

  func rows(_ count: Int, fold: CouplingMatrix.Fold) -> String {
    let number = Figures.grouped(count)
    return switch fold {
    case .none: modules(count)
    case .group: pick("\(number) groups", "\(number)グループ")
    case .owner: pick("\(number) holders", "保有者\(number)")
    }
  }

  func order(_ order: CouplingMatrix.Order) -> String {
    switch order {
    case .system: pick("users before what they use", "使う側から使われる側への順")
    case .owner: pick("by holder, in each users before what they use", "保有者ごとに、使う側から使われる側への順")
    }
  }

  func reading(weight: MatrixWeight) -> String {
    switch weight {
    case .couplings:
      pick(
        "row uses column; the figure is the number of couplings",
        "行が列を使う。数字は連係の数")
    case .cost:
      pick(
        "row uses column; the figure is what the couplings cost to cut, in person-months; "
          + "? = no cost stated",
        "行が列を使う。数字は連係を切る費用（人月）、? は費用の記載なし")
    }
  }

  var shading: String { pick("░ tangle: all use each other", "░ 絡み合い（互いに使い合う範囲）") }
  var belowDiagonal: String {
    pick("below ■: against the order", "■ より下は逆向きの連係")
  }

  func legend(_ label: String, _ text: String) -> String {
    pick("\(label): \(text)", "\(label)：\(text)")
  }
  /// What the diagonal of a folded matrix says.
  var insideRows: String { pick("on the diagonal: among a row's own modules", "対角線上は行の中どうしの連係") }
  var tangledLegend: String { pick("all use each other", "互いに使い合う範囲") }
  var feedbackLegend: String { pick("Use against the order", "順序に逆らう連係") }

  /// Rows of a tangle: `1–11`.
  func places(_ range: Range<Int>) -> String { "\(range.lowerBound + 1)–\(range.upperBound)" }

  func folded(fold: CouplingMatrix.Fold, modules count: Int) -> String {
    let number = Figures.grouped(count)
    let rows =
      fold == .group ? pick("groups", "グループ") : pick("holders", "保有者")
    return pick(
      "folded to \(rows), because \(number) modules are wider than 100 columns",
      "モジュール\(number)は100桁に収まらないため\(rows)にまとめています")
  }

  func panel(_ columns: Range<Int>) -> String {
    pick(
      "columns \(columns.lowerBound + 1)–\(columns.upperBound)",
      "列 \(columns.lowerBound + 1)–\(columns.upperBound)")
  }

  func uncosted(_ unknown: Int, of all: Int) -> String {
    let (unknown, all) = (Figures.grouped(unknown), Figures.grouped(all))
    return pick(
      "\(unknown) of \(all) couplings have no cost and are not in the figures",
      "\(all)連係中\(unknown)は費用がなく、数字に含まれません")
  }

  func personMonths(_ thousandths: Int64) -> String {
    let number = Figures.ratio(thousandths, 1000)
    return pick("\(number) PM", "\(number)人月")
  }

  // MARK: The neighbourhood

  var uses: String { pick("uses", "使う") }
  var usedBy: String { pick("used by", "使われる") }
  var usesNothing: String { pick("uses nothing", "何も使わない") }
  var usedByNothing: String { pick("nothing uses it", "何にも使われない") }

  func heldBy(_ holders: String) -> String { pick("held by \(holders)", "保有者：\(holders)") }

  func hops(_ count: Int) -> String {
    let number = Figures.grouped(count)
    return pick("up to \(number) hop\(count == 1 ? "" : "s")", "\(number)段まで")
  }

  func further(_ count: Int) -> String {
    let number = Figures.grouped(count)
    return pick(
      "\(number) more coupling\(count == 1 ? "" : "s") between the modules above",
      "上のモジュールどうしの連係がほかに\(number)")
  }

  func kind(_ kind: Coupling.Kind) -> String {
    switch kind {
    case .table: pick("table", "テーブル")
    case .file: pick("file", "ファイル")
    case .batch: pick("batch", "バッチ")
    case .api: pick("api", "API")
    case .screen: pick("screen", "画面")
    case .code: pick("code", "コード")
    }
  }
}
