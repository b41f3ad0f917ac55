import SharedSystem

/// Writes rows of the table briefly: decimal numbers as text, so that no floating point comes in.
struct DefaultRow {
  var basis: EstimateBasis
  var source: LocalizedText

  /// One row with three values, written as decimals: `["2", "5", "12"]`, or with one.
  func row(
    _ key: String, _ unit: EstimateUnit, _ values: [Decimal], _ english: String,
    _ japanese: String, note: LocalizedText? = nil, isPositive: Bool = false
  ) -> EstimatorDefault {
    let low = values.first?.millionths ?? 0
    let mode = values.isEmpty ? 0 : values[values.count / 2].millionths
    let high = values.last?.millionths ?? 0
    return EstimatorDefault(
      key: key, name: .both(english, japanese), note: note, unit: unit,
      value: ThreePoint(low: low / 1000, mode: mode / 1000, high: high / 1000),
      remainder: mode % 1000, isPositive: isPositive, basis: basis, source: source)
  }

  /// A decimal number written in the source, in millionths.
  struct Decimal: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    let millionths: Int64

    init(integerLiteral value: Int64) { millionths = value * 1_000_000 }

    init(stringLiteral value: String) {
      let parts = value.split(separator: ".", omittingEmptySubsequences: false)
      let decimals = parts.count > 1 ? parts[1] : ""
      let padded = decimals + String(repeating: "0", count: max(0, 6 - decimals.count))
      millionths = (Int64(parts[0]) ?? 0) * 1_000_000 + (Int64(padded) ?? 0)
    }
  }
}

extension EstimatorDefaults {
  /// The whole table.
  static let table: [EstimatorDefault] =
    sizeRules + regressionRules + linesPerFunctionPoint + drivers + strategies + eligibility
    + interfaces + migration + work + overheads + phases + scheduleRules + compression + gates

  static let cocomo = DefaultRow(
    basis: .published,
    source: .both(
      "COCOMO II.2000 Model Definition Manual 2.1 (B. Boehm et al.), by a public file of constants",
      "COCOMO II.2000 モデル定義書 2.1（B. Boehm ほか）、公開された定数表による"))
  static let judgement = DefaultRow(
    basis: .judgement,
    source: .both("judgement of bunri's authors; no measurement", "bunri 作成者の判断（実測なし）"))

  /// A scale factor of COCOMO II at its nominal rating; `ratings` from very low to very high.
  private static func scale(
    _ key: String, _ ratings: [String], _ english: String, _ japanese: String
  ) -> EstimatorDefault {
    cocomo.row(
      "cocomo2.scale.\(key)", .factor, [DefaultRow.Decimal(stringLiteral: ratings[2])],
      "\(english), nominal", "\(japanese)・標準",
      note: .both(
        "very low \(ratings[0]), low \(ratings[1]), high \(ratings[3]), very high \(ratings[4])",
        "極低\(ratings[0])、低\(ratings[1])、高\(ratings[3])、極高\(ratings[4])"))
  }

  /// §3.1, §3.2: size in lines of code or function points.
  private static let sizeRules: [EstimatorDefault] =
    [
      cocomo.row(
        "cocomo2.A", .factor, ["2.94"], "effort coefficient", "工数の係数", isPositive: true),
      cocomo.row("cocomo2.B", .exponent, ["0.91"], "effort exponent", "工数の指数"),
      cocomo.row(
        "cocomo2.C", .factor, ["3.67"], "schedule coefficient", "工期の係数", isPositive: true),
      cocomo.row(
        "cocomo2.D", .exponent, ["0.28"], "schedule exponent", "工期の指数", isPositive: true),
      scale(
        "PREC", ["6.20", "4.96", "3.72", "2.48", "1.24"], "precedentedness", "先例性"),
      scale(
        "FLEX", ["5.07", "4.05", "3.04", "2.03", "1.01"], "flexibility", "柔軟性"),
      scale(
        "RESL", ["7.07", "5.65", "4.24", "2.83", "1.41"], "architecture and risk resolved",
        "構造・リスクの解決"),
      scale(
        "TEAM", ["5.48", "4.38", "3.29", "2.19", "1.10"], "team cohesion", "チームの結束"),
      scale(
        "PMAT", ["7.80", "6.24", "4.68", "3.12", "1.56"], "process maturity", "プロセス成熟度"),
      cocomo.row(
        "cocomo2.hoursPerPersonMonth", .hours, [152], "hours in a person-month",
        "1人月の時間", isPositive: true),
      DefaultRow(
        basis: .memory,
        source: .both(
          "COCOMO II manual: optimistic and pessimistic limits of the early design model",
          "COCOMO II 定義書：初期設計モデルの楽観・悲観限界")
      ).row(
        "uncertainty.kloc", .factor, ["0.67", 1, "1.5"],
        "spread of the effort from lines of code", "行数による工数の幅", isPositive: true),
      DefaultRow(
        basis: .memory,
        source: .both(
          "white papers of IPA and 経済調査会: about 10 for new business systems, wide spread",
          "IPA・経済調査会の白書：業務系新規開発で約10、幅が大きい")
      ).row(
        "functionPoints.perPersonMonth", .functionPointsPerPersonMonth, [5, 10, 20],
        "productivity in function points", "FP生産性", isPositive: true),
    ] + [
      judgement.row(
        "missingSize.kloc", .thousandLines, [50],
        "size of a module when no module has one", "どのモジュールにも規模がないときの規模",
        isPositive: true),
      judgement.row(
        "missingSize.uncertainty", .factor, ["1.5"],
        "wider spread when the size is missing", "規模がないときの幅の拡大", isPositive: true),
    ]

  /// §3.3: screens and batches.
  private static let regressionRules: [EstimatorDefault] = {
    let juas = DefaultRow(
      basis: .published,
      source: .both(
        "JUAS software metrics surveys: low 2008 (186 projects), mode and high 2007",
        "JUAS ソフトウェアメトリックス調査：低は2008年（186件）、最頻・高は2007年"))
    return [
      juas.row(
        "juas.screens", .personMonthsPerScreen, ["0.97", "1.3", "1.55"],
        "effort of a screen", "1画面の工数"),
      juas.row(
        "juas.batches", .personMonthsPerBatch, ["0.26", "0.3", "0.3"],
        "effort of a batch program", "1バッチの工数"),
      juas.row(
        "juas.files", .personMonthsPerFile, [0, "0.1", "0.1"],
        "effort of a file", "1ファイルの工数"),
    ]
  }()

  /// §3.2: lines of code that a function point is worth.
  private static let linesPerFunctionPoint: [EstimatorDefault] = {
    func row(_ rows: DefaultRow, _ key: String, _ name: String, _ lines: Int64) -> EstimatorDefault
    {
      rows.row(
        "slocPerFP.\(key)", .linesPerFunctionPoint, [.init(integerLiteral: lines)],
        "lines per function point, \(name)", "1FPあたりの行数、\(name)", isPositive: true)
    }
    let memory = DefaultRow(
      basis: .memory,
      source: .both("tables of backfiring ratios", "FP・行数換算表"))
    return [
      row(cocomo, "cobol", "COBOL", 91), row(cocomo, "c", "C", 128), row(cocomo, "cpp", "C++", 55),
      row(cocomo, "java", "Java", 53), row(cocomo, "javascript", "JavaScript", 53),
      row(cocomo, "python", "Python", 29), row(memory, "pli", "PL/I", 80),
    ]
  }()
}
