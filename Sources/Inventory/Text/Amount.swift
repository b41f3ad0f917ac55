/// Numbers as people write them into spreadsheets: `１，２００`, `1.2千行`, `約 5 万件`, `12,5 KL`.
package struct Amount: Sendable {
  /// The number in thousandths of the unit that was asked for.
  package var thousandths: Int64

  /// Makes a number.
  init(thousandths: Int64) { self.thousandths = thousandths }

  /// What a measure's figures are counted in.
  package enum Measure: Sendable {
    /// Lines of code; the plan counts thousands.
    case lines
    /// Whole things: screens, rows, function points.
    case count
    /// Bytes; the plan counts 10^9.
    case bytes
    /// Person-months.
    case effort
  }

  /// What was written instead of a number.
  package enum Failure: Error { case notANumber, outOfRange }

  /// Reads a number.
  ///
  /// - Parameters:
  ///   - text: the cell.
  ///   - measure: what is counted.
  ///   - unit: the unit that the column's header names, folded; it holds where the cell has none.
  /// - Throws: when it is not a number of that measure, or is negative or too large for a plan.
  package init(_ text: String, _ measure: Measure, unit: String?) throws(Failure) {
    var rest = Substring(Folding.key(text)).drop { "約およそ~〜≒".contains($0) }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") || $0 == "、" }
    rest = rest.dropFirst(digits.count)
    guard let (mantissa, decimals) = Amount.parse(digits) else { throw .notANumber }
    var power = -decimals
    var suffix = String(rest)
    if suffix.isEmpty { suffix = unit ?? "" }
    guard let scale = Amount.scale(of: suffix, measure) else { throw .notANumber }
    power += scale.power + 3
    var value = mantissa.multipliedReportingOverflow(by: scale.factor)
    if value.overflow { throw .outOfRange }
    while power > 0 {
      value = value.partialValue.multipliedReportingOverflow(by: 10)
      if value.overflow { throw .outOfRange }
      power -= 1
    }
    while power < 0 {
      // Half a thousandth and more is one: only the last digit taken off decides.
      value.partialValue =
        power == -1 ? (value.partialValue + 5) / 10 : value.partialValue / 10
      power += 1
    }
    guard value.partialValue <= 1_000_000_000_000 else { throw .outOfRange }
    thousandths = value.partialValue
  }

  /// The number as a plan writes it.
  package var text: String {
    let whole = String(thousandths / 1000)
    guard thousandths % 1000 != 0 else { return whole }
    var decimals = String(String(thousandths % 1000 + 1000).dropFirst())
    while decimals.last == "0" { decimals.removeLast() }
    return "\(whole).\(decimals)"
  }

  /// The digits without the point, and how many stand after it.
  private static func parse(_ text: Substring) -> (Int64, Int)? {
    guard text.contains(where: \.isNumber), text.count <= 30 else { return nil }
    let text = text.map { $0 == "、" ? "," : $0 }
    let points = text.filter { $0 == "." }.count
    guard points <= 1 else { return nil }
    let whole = text.prefix { $0 != "." }
    // A comma separates thousands: three digits follow each of them.
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard let first = groups.first, (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let fraction = points == 1 ? text.dropFirst(whole.count + 1) : []
    guard !fraction.contains(",") else { return nil }
    let digits = String(whole.filter { $0 != "," }) + String(fraction)
    guard let value = Int64(digits) else { return nil }
    return (value, fraction.count)
  }

  /// The power of ten and the factor of a unit, relative to what the plan counts.
  private static func scale(of unit: String, _ measure: Measure) -> (power: Int, factor: Int64)? {
    var unit = unit
    // 百万行, 千件, 億: a multiple before the unit.
    var power = 0
    let multiples = [("百万", 6), ("千万", 7), ("十万", 5), ("億", 8), ("万", 4), ("千", 3), ("百", 2)]
    for (word, value) in multiples where unit.hasPrefix(word) {
      power = value
      unit.removeFirst(word.count)
      break
    }
    switch measure {
    case .lines:
      switch unit {
      case "", "kl", "kloc", "ksloc", "k", "ks", "kstep", "ksteps", "キロステップ", "キロ", "kline":
        // "千" alone is thousands of lines; without any multiple the plan's own unit is meant.
        if power > 0 { return unit.isEmpty ? (power - 3, 1) : nil }
        return (0, 1)
      case "行", "l", "loc", "sloc", "step", "steps", "ステップ", "line", "lines", "本行":
        return (power - 3, 1)
      case "ml", "mloc", "m", "mstep": return power == 0 ? (3, 1) : nil
      default: return nil
      }
    case .count:
      switch unit {
      case "k": return (power + 3, 1)
      case "m": return (power + 6, 1)
      case "", "件", "行", "レコード", "本", "個", "画面", "表", "テーブル", "帳票", "ファイル", "ジョブ", "fp", "rows",
        "records", "screens", "tables", "files", "jobs", "数", "点":
        return (power, 1)
      default: return nil
      }
    case .bytes:
      switch unit {
      case "", "gb", "g", "gib", "ギガバイト", "ギガ": return (power, 1)
      case "tb", "t", "tib", "テラバイト": return (power + 3, 1)
      case "mb", "m", "mib", "メガバイト": return (power - 3, 1)
      case "kb": return (power - 6, 1)
      default: return nil
      }
    case .effort:
      switch unit {
      case "", "人月", "pm", "mm", "m/m", "personmonths", "person-months": return (power, 1)
      case "人日", "md", "pd", "person-days", "persondays": return (power - 2, 5)
      case "人年", "py": return (power, 12)
      default: return nil
      }
    }
  }
}
