import Planning
import SharedSystem

/// Words of strategies, of why they may be chosen or not, and of the rules for durations.
extension Words {
  /// A strategy as the plan spells it, with its Japanese name.
  func strategy(_ strategy: Module.Strategy) -> String {
    let name =
      switch strategy {
      case .clone: "複製"
      case .rebuild: "新規開発"
      case .replatform: "基盤変換"
      case .rehost: "移設"
      case .keep: "保持"
      case .logical: "論理分離"
      case .package: "製品置換"
      case .retire: "廃止"
      }
    return pick(strategy.rawValue, "\(name)（\(strategy.rawValue)）")
  }

  /// Why a strategy may be chosen, or not; `owner` gives the name of an owner.
  func reason(
    _ reason: StrategyCandidate.Reason, owner: (String) -> String
  ) -> String {
    switch reason {
    case .given: pick("the plan gives it", "計画で指定")
    case .holdsToday(let id):
      pick("\(owner(id)) holds it today", "現在\(owner(id))が保持している")
    case .holderUnknown:
      pick("the plan does not say who holds it today", "現在の保持者が計画にない")
    case .copiesForEach:
      pick("a pruned copy for each", "それぞれに不要分を除いた複製")
    case .movesAsItIs: pick("moved as it is", "そのまま移す")
    case .convertsAsItIs: pick("converted to another platform", "別の基盤へ変換する")
    case .buildsAnew: pick("built anew", "新たに作る")
    case .allowed(let key): pick("`\(key)` allows it", "`\(key)` により可")
    case .doesNotHoldToday(let id):
      pick("no: \(owner(id)) does not hold it today", "不可：現在\(owner(id))は保持していない")
    case .leavesOneSystem:
      pick("no: leaves one system, each needs an instance", "不可：1システムのままで、各主体の分がない")
    case .makesOneForEach:
      pick("no: makes an instance for each owner", "不可：各主体の分を作るもの")
    case .movesOneSystem:
      pick("no: moves one system, makes no second", "不可：1システムを移すだけで、2つ目ができない")
    case .copiesOldThing:
      pick(
        "no: bloated (D1) and in an old language (D2), it would be carried on",
        "不可：肥大化（D1）し古い言語（D2）のものを引き継ぐ")
    case .onlyWhenGiven: pick("no: only when the plan gives it", "不可：計画で指定したときだけ")
    case .anotherGiven(let given):
      pick("no: the plan gives \(strategy(given))", "不可：計画の指定は\(strategy(given))")
    }
  }

  /// The name of a rule for durations.
  func rule(_ rule: ScheduleRules.Rule) -> String {
    switch rule {
    case .cocomo2: "COCOMO II"
    case .juas: "JUAS"
    case .keizaiNew: pick("経済調査会, new development", "経済調査会・新規")
    case .keizaiModification: pick("経済調査会, modification", "経済調査会・改修")
    }
  }

  func shortest(_ months: String, _ rule: ScheduleRules.Rule) -> String {
    switch rule {
    case .cocomo2: pick("never below \(months)", "\(months)未満は不可能")
    default: pick("below \(months) reckless", "\(months)未満は無謀")
    }
  }

  func outsideData(_ limit: String) -> String {
    pick("outside the data: up to \(limit) PM", "データ範囲外（\(limit)人月まで）")
  }

  // MARK: Labels and titles of a module's report

  var moduleLabel: String { pick("Module", "対象") }
  var sizeLabel: String { pick("Size", "規模") }
  var rebuildLabel: String { pick("Rebuild", "再構築") }
  var driversLabel: String { pick("Drivers", "要因") }
  var holdersColumn: String { pick("held by", "保持者") }
  var strategyColumn: String { pick("strategy", "方式") }
  var personMonthsColumn: String { pick("PM", "人月") }
  var rangeColumn: String { pick("low–high", "低〜高") }
  var reasonColumn: String { pick("why", "理由") }
  var effortCostColumn: String { pick("cost", "費用") }
  var originColumn: String { pick("origin", "出所") }
  var ruleColumn: String { pick("rule", "式") }
  var monthsColumn: String { pick("months", "月数") }
  var limitColumn: String { pick("limits", "限界") }
  var derivationTitle: String { pick("How the figures come about", "数値の導出") }
  var othersTitle: String { pick("Other measures, for comparison", "他の規模による値（比較用）") }
  var candidatesTitle: String { pick("Strategies for each holder", "保持者ごとの方式") }
  var choicesTitle: String { pick("What each choice of holder costs", "保持者の選択ごとの費用") }
  var surchargeTitle: String {
    pick("What the drivers add, in person-months", "要因による増加（人月）")
  }
  var monthsTitle: String {
    pick("How long it usually takes, one owner's project alone", "通常の期間（1主体のプロジェクトごと）")
  }
  var candidatesLegend: String {
    pick(
      "> chosen: given by the plan, or the least effort of those that may be chosen",
      "> 選んだ方式：計画の指定、または選べるもののうち最小の工数")
  }
  var noDrivers: String { pick("none", "なし") }
  var enteredSurcharge: String { pick("(entered)", "（入力値）") }

  func noMultiplier(_ drivers: String) -> String {
    pick("no multiplier is known for \(drivers)", "\(drivers) の倍率は不明")
  }
  func sumOfOwners(_ parts: [(owner: String, figure: String)]) -> String {
    parts.map { "\($0.owner) \($0.figure)" }.joined(separator: pick(", ", "、"))
  }
  func partOf(_ all: String, _ owner: String) -> String {
    pick("\(all): \(owner)", "\(all)：\(owner)")
  }
  func doesNotFit(_ strategy: Module.Strategy) -> String {
    pick(
      "the given \(self.strategy(strategy)) cannot lead to this holder",
      "指定の\(self.strategy(strategy))ではこの保持者にならない")
  }
  func wouldBe(_ figure: String, _ strategy: Module.Strategy) -> String {
    pick(
      "the estimate would be \(figure) by \(self.strategy(strategy))",
      "見積りなら\(self.strategy(strategy))で\(figure)")
  }
  func computed(_ strategy: Module.Strategy) -> String {
    pick("computed, by \(self.strategy(strategy))", "計算、\(self.strategy(strategy))による")
  }
  var mixedCosts: String {
    pick(
      "some costs are entered, others estimated: compare them with care",
      "入力した費用と見積りが混在している。比較に注意")
  }
  var rowsNotStated: String {
    pick("rows not stated; moving data is left out", "件数の記載がなく、データ移行は含まない")
  }
  func guessedSize(_ median: String, factor: String) -> String {
    pick(
      "the plan states none; \(median), less certain by \(factor)",
      "計画にない。\(median)、幅は\(factor)倍")
  }
  var assumedSize: String {
    pick("the plan states none for any module; assumed", "どのモジュールにもない。仮定値")
  }
  func maybeDefaults(command: String) -> String {
    maybe(
      pick("`\(command)`: the source of each default.", "`\(command)`：各既定値の出典を示します。"))
  }

  // MARK: Table of defaults

  var defaultsLabel: String { pick("Defaults", "既定値") }
  var defaultKeyColumn: String { pick("key", "キー") }
  var lowColumn: String { pick("low", "低") }
  var modeColumn: String { pick("mode", "最頻") }
  var highColumn: String { pick("high", "高") }
  var unitColumn: String { pick("unit", "単位") }
  var whatColumn: String { pick("what", "内容") }
  var sourceColumn: String { pick("source", "出典") }
  var sourcesTitle: String { pick("Sources", "出典") }
  func defaults(count: Int) -> String {
    pick("\(Figures.grouped(count)) values", "\(Figures.grouped(count))件")
  }
  func overridden(count: Int) -> String {
    pick("\(Figures.grouped(count)) replaced by the plan", "計画で変更 \(Figures.grouped(count))件")
  }
  var overriddenLegend: String { pick("* replaced by the plan", "* 計画で変更した値") }
}
