import Planning
import SharedSystem

/// Words of units, of what figures of an estimate mean, and of where they come from.
extension Words {
  // MARK: Units

  /// The unit behind a number of a sentence; empty for plain numbers.
  func unit(_ unit: EstimateUnit) -> String {
    switch unit {
    case .personMonths: pick("PM", "人月")
    case .months: pick("months", "か月")
    case .weeks: pick("weeks", "週")
    case .hours: pick("hours", "時間")
    case .minutes: pick("minutes", "分")
    case .share: pick("share", "割合")
    case .factor: pick("factor", "倍率")
    case .exponent: pick("exponent", "指数")
    case .yesNo: pick("1/0", "1/0")
    case .count: pick("times", "回")
    case .thousandLines: pick("KSLOC", "千行")
    case .functionPoints: "FP"
    case .screens: pick("screens", "画面")
    case .batches: pick("batches", "バッチ")
    case .files: pick("files", "ファイル")
    case .thousandRows: pick("K rows", "千件")
    case .millionRowsPerHour: pick("M rows/h", "百万件/時")
    case .perMillionRows: pick("per M rows", "百万件毎")
    case .personMonthsPerScreen: pick("PM/screen", "人月/画面")
    case .personMonthsPerBatch: pick("PM/batch", "人月/本")
    case .personMonthsPerFile: pick("PM/file", "人月/本")
    case .functionPointsPerPersonMonth: pick("FP/PM", "FP/人月")
    case .linesPerFunctionPoint: pick("lines/FP", "行/FP")
    }
  }

  /// A number with its unit: `217 PM`, `217人月`, `1.34`.
  func figure(_ number: String, _ unit: EstimateUnit) -> String {
    switch unit {
    case .share, .factor, .exponent, .yesNo: number
    default: pick("\(number) \(self.unit(unit))", "\(number)\(self.unit(unit))")
    }
  }

  /// Three values: `217 PM (145–326)`; one when they are equal.
  func figure(mode: String, low: String, high: String, _ unit: EstimateUnit) -> String {
    let value = figure(mode, unit)
    return low == high ? value : value + pick(" (\(low)–\(high))", "（\(low)〜\(high)）")
  }

  // MARK: Where a figure comes from

  func basis(_ basis: EstimateBasis) -> String {
    switch basis {
    case .published: pick("published", "公表値")
    case .judgement: pick("judgement", "判断")
    case .memory: pick("from memory, unverified", "記憶による・未確認")
    }
  }

  func entered(_ place: String?) -> String {
    place.map { pick("entered, \($0)", "入力、\($0)") } ?? pick("entered", "入力")
  }

  func standard(_ basis: EstimateBasis) -> String {
    pick("default, \(self.basis(basis))", "既定値、\(self.basis(basis))")
  }

  var replaced: String { pick("replaced by the plan", "計画で変更") }

  func median(group: String?, count: Int) -> String {
    let number = Figures.grouped(count)
    guard let group else {
      return pick(
        "median of all \(number) \(count == 1 ? "module" : "modules") with a size",
        "規模のある全\(number)モジュールの中央値")
    }
    return pick(
      "median of \(number) \(count == 1 ? "module" : "modules") of group \(group)",
      "グループ \(group) の\(number)モジュールの中央値")
  }

  // MARK: What a figure means

  /// `parameter` is the name of a default, `owner` that of an owner.
  func meaning(
    _ meaning: EstimatedFigure.Meaning, parameter: (String) -> String,
    owner: (String) -> String, all: String
  ) -> String {
    switch meaning {
    case .size(let measure): size(measure)
    case .parameter(let key): "`\(key)` \(parameter(key))"
    case .exponent: pick("exponent of the size", "規模の指数")
    case .backfiredSize: pick("function points as lines of code", "FPの行数換算")
    case .nominalEffort(let measure):
      pick("full rebuild before drivers", "全面再構築（要因の前）") + byMeasure(measure)
    case .rebuildEffort: pick("full rebuild with the drivers", "全面再構築（要因込み）")
    case .part(let strategy, let holder):
      pick(
        "\(self.strategy(strategy)): part of \(holder.map(owner) ?? all)",
        "\(self.strategy(strategy))：\(holder.map(owner) ?? all)の分")
    case .migration: pick("moving the data", "データの移行")
    case .handRepair: pick("repairing rows by hand", "行の手修正")
    case .strategy(let strategy):
      pick("all work of \(self.strategy(strategy))", "\(self.strategy(strategy))の全作業")
    case .choice(let holder):
      pick(
        "cost, held by \(holder.map(owner) ?? all)", "\(holder.map(owner) ?? all)が保持する費用")
    case .crossing: pick("interface between companies", "会社間の連係")
    case .work: pick("work on modules and interfaces", "モジュール・連係の作業")
    case .overhead(let key): parameter(key)
    }
  }

  private func byMeasure(_ measure: String?) -> String {
    switch measure {
    case "kloc": pick(", by lines of code (COCOMO II)", "、行数から（COCOMO II）")
    case "slocPerFP": pick(", by function points as lines (COCOMO II)", "、FPの行数換算から（COCOMO II）")
    case "functionPoints": pick(", by function points", "、FPから")
    case "screens": pick(", by screens and batches (JUAS)", "、画面・バッチから（JUAS）")
    default: pick(", size unknown", "、規模不明")
    }
  }

  func size(_ measure: String) -> String {
    switch measure {
    case "kloc": pick("lines of code", "行数")
    case "functionPoints": pick("function points", "ファンクションポイント")
    case "screens": pick("screens", "画面")
    case "batches": pick("batch programs", "バッチ")
    case "files": pick("files", "ファイル")
    case "rows": pick("rows of data", "データ件数")
    default: measure
    }
  }

  /// All owners, each with an instance.
  func allOwners(_ count: Int) -> String {
    count == 2 ? pick("both", "両者") : pick("all", "全主体")
  }

  /// A formula with the numbers of the steps it is made of.
  func formula(_ formula: EstimateFormula, _ steps: [Int]) -> String {
    let names = steps.map { "[\($0)]" }
    func joined(_ sign: String, _ part: some Sequence<String>) -> String {
      part.joined(separator: " \(sign) ")
    }
    switch formula {
    case .same, .sum: return joined("+", names)
    case .product: return joined("×", names)
    case .quotient: return joined("÷", names)
    case .sumOfProducts:
      let pairs = stride(from: 0, to: names.count - 1, by: 2).map {
        "\(names[$0]) × \(names[$0 + 1])"
      }
      return joined("+", pairs)
    case .power:
      let power = "\(names[0]) × \(names[1])^\(names[2])"
      return joined("×", [power] + names.dropFirst(3))
    case .exponent: return "\(names[0]) + 0.01 × (\(joined("+", names.dropFirst())))"
    case .widened:
      return pick(
        "\(names[0]), low ÷ \(names[1]), high × \(names[1])",
        "\(names[0])、低 ÷ \(names[1])、高 × \(names[1])")
    case .handRepair:
      return joined("×", names.dropLast()) + " ÷ \(names[names.count - 1])"
    }
  }
}
