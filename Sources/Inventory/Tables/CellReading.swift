import PlanFile
import SharedSystem

/// Turns cells of an inventory into cells of a plan's table.
struct CellReading {
  /// What a cell gives.
  enum Result {
    /// A text for the column of the plan.
    case value(String)
    /// Nothing.
    case nothing
    /// A number that is none: the row cannot be taken.
    case bad(String)
  }

  var remarks = RemarkList()
  /// Words that have been folded before: most columns have few different ones.
  private var folded: [String: String] = [:]

  /// The folded form of a word.
  mutating func fold(_ text: String) -> String {
    if let known = folded[text] { return known }
    let result = Folding.key(text)
    if folded.count < 50_000 { folded[text] = result }
    return result
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: the cell.
  ///   - meaning: its column.
  /// - Complexity: O(length).
  mutating func read(_ text: String, _ meaning: ColumnMeaning) -> Result {
    guard let key = meaning.key, !text.isEmpty else { return .nothing }
    if let measure = meaning.measure { return number(text, measure, meaning) }
    let prose = Folding.prose(text)
    let word = fold(prose)
    switch key {
    case "information": return information(prose, word, meaning)
    case "notes", "source": return prose.isEmpty ? .nothing : .value(prose)
    case _ where ValueWords.isBlank(word): return .nothing
    case "strategy":
      if let strategy = ValueWords.strategy(word) { return .value(strategy.rawValue) }
      unknownWord("strategy", prose, "strategies", "分割方式")
      return .nothing
    case "kind": return .value(prose)
    case "language": return .value(Folding.plain(prose))
    case "drivers":
      let items = ValueWords.items(prose).flatMap { $0.split(separator: " ").map(String.init) }
      let ids = items.compactMap { StableID.fromCode($0) }
      if ids.count < items.count { unknownWord("driver", prose, "drivers", "要因") }
      return ids.isEmpty ? .nothing : .value(ids.joined(separator: " "))
    default: return .value(prose)
    }
  }

  private mutating func number(
    _ text: String, _ measure: Amount.Measure, _ meaning: ColumnMeaning
  ) -> Result {
    if ValueWords.isBlank(fold(text)) { return .nothing }
    do throws(Amount.Failure) {
      return .value(try Amount(text, measure, unit: meaning.unit).text)
    } catch {
      return .bad(Folding.prose(text))
    }
  }

  /// Classes of information: a list of words, or a mark in a column that names the class.
  private mutating func information(
    _ text: String, _ word: String, _ meaning: ColumnMeaning
  ) -> Result {
    if let mark = ValueWords.mark(word) {
      guard mark else { return .nothing }
      var name = Folding.plain(meaning.header)
      for suffix in ["の有無", "有無", "保有"] where name.hasSuffix(suffix) && name != suffix {
        name.removeLast(suffix.count)
      }
      return .value(CellReading.item(name))
    }
    if ValueWords.isBlank(word) { return .nothing }
    let items = ValueWords.items(text).map(CellReading.item)
    return items.isEmpty ? .nothing : .value(items.joined(separator: " "))
  }

  /// An item of a list: spaces separate items in a plan's table.
  static func item(_ text: String) -> String {
    String(Folding.prose(text).map { $0 == " " || $0 == "　" || $0 == ";" || $0 == "|" ? "-" : $0 })
  }

  private mutating func unknownWord(
    _ kind: String, _ text: String, _ english: String, _ japanese: String
  ) {
    remarks.add(
      "unknown-\(kind)", example: text, en: "\(english) that are not known were left out",
      ja: "\(japanese)として読めない値は取り込みませんでした")
  }
}
