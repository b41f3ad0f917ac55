import PlanFile
import SharedSystem

/// What one column of a table, or one attribute of a graph's nodes, means.
struct ColumnMeaning: Sendable {
  /// The header as written.
  var header: String
  /// A key of the vocabulary; nil when it is not understood.
  var key: String?
  /// How good a name it has for the key; 0 is best.
  var rank = 0
  /// The unit that the header names, folded.
  var unit: String?
  /// What else the report says about it.
  var note: LocalizedText?
  /// Whether the user gave the meaning.
  var isGiven = false

  /// Finds the meaning of a header.
  ///
  /// - Parameters:
  ///   - header: the header as written.
  ///   - vocabulary: the words of modules or of couplings.
  ///   - given: the user's own mapping, by folded header.
  init(_ header: String, _ vocabulary: Vocabulary, given: [String: String]) {
    self.header = Folding.prose(header)
    let folded = Folding.word(header)
    if let key = given[folded], ColumnMeaning.isKey(key, vocabulary) {
      (self.key, rank, isGiven) = (key, -1, true)
      unit = ColumnMeaning.split(Folding.key(header)).unit.map { Folding.word($0) }
      return
    }
    if vocabulary.isOfModules, let key = ColumnMeaning.ownKey(Folding.prose(header)) {
      (self.key, rank) = (key, 0)
      return
    }
    let (base, inside) = ColumnMeaning.split(Folding.key(header))
    let word = Folding.word(base)
    if let inside {
      let joined = word + Folding.word(inside)
      if let found = vocabulary.meaning(of: joined) {
        (key, rank) = found
        unit = ColumnMeaning.impliedUnit(joined) ?? Folding.word(inside)
        return
      }
      unit = Folding.word(inside)
    }
    if let found = vocabulary.meaning(of: word) {
      (key, rank) = found
      if unit == nil { unit = ColumnMeaning.impliedUnit(word) }
    } else {
      for suffix in ColumnMeaning.unitSuffixes where word.hasSuffix(suffix) {
        guard let found = vocabulary.meaning(of: String(word.dropLast(suffix.count))) else {
          continue
        }
        (key, rank) = found
        unit = suffix
        break
      }
    }
  }

  /// Columns of a plan's own tables that have a part of any name: `keep.retail`.
  private static func ownKey(_ header: String) -> String? {
    guard header.hasPrefix("keep.") else { return nil }
    return StableID.isID(String(header.dropFirst(5))) ? header : nil
  }

  /// Units that follow a header without brackets.
  private static let unitSuffixes = [
    "百万件", "千件", "万件", "千行", "万行", "kloc", "ksloc", "kl", "ks", "loc", "行", "件", "gb", "tb", "mb",
    "人月",
    "人日", "本", "億件",
  ]

  /// The unit that a name without one implies: a number of steps is not in thousands.
  private static func impliedUnit(_ word: String) -> String? {
    let lines = [
      "ステップ数", "総ステップ数", "ステップ", "行数", "コード行数", "ソース行数", "ソースコード行数", "プログラム行数", "loc", "sloc",
      "steps",
      "linesofcode", "codelines", "lines",
    ]
    if lines.contains(word) { return "行" }
    let thousands = ["kloc", "kl", "ksloc", "ks", "kstep", "ksteps", "キロステップ", "size.kloc"]
    return thousands.contains(word) ? "kl" : nil
  }

  /// The text before brackets and inside them: `規模` and `kl` of `規模(kl)`.
  private static func split(_ text: String) -> (base: String, unit: String?) {
    let brackets: [Character: Character] = [
      "(": ")", "[": "]", "【": "】", "〔": "〕", "<": ">", "{": "}",
    ]
    guard let start = text.firstIndex(where: { brackets[$0] != nil }),
      let closing = brackets[text[start]],
      let end = text[start...].lastIndex(of: closing), start > text.startIndex
    else { return (text, nil) }
    let inside = text[text.index(after: start)..<end]
    let base = text[..<start] + text[text.index(after: end)...]
    return (
      String(base),
      inside.hasPrefix("単位") ? String(inside.drop { "単位:：".contains($0) }) : String(inside)
    )
  }

  /// How figures of a key are counted; nil when it holds no figures.
  var measure: Amount.Measure? { ColumnMeaning.measure(of: key) }

  static func measure(of key: String?) -> Amount.Measure? {
    guard let key else { return nil }
    switch key {
    case "size.kloc": return .lines
    case "data.gigabytes": return .bytes
    case "both", "cost": return .effort
    default:
      if key.hasPrefix("keep.") { return .effort }
      return key.hasPrefix("size.") || key.hasPrefix("data.") ? .count : nil
    }
  }

  /// The keys a mapping may name.
  static let moduleKeys: Set<String> = Set(ModuleVocabulary.words.map(\.key)).union([
    "data.tables", "ignore",
  ]).subtracting(["number"])
  static let couplingKeys: Set<String> = [
    "from", "to", "sender", "receiver", "parent", "child", "kind", "type", "cost", "information",
    "mayCross", "direction", "weight", "frequency", "volume", "source", "notes", "ignore",
  ]

  /// Whether a table of modules, or one of couplings, may have the key.
  private static func isKey(_ key: String, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.isOfModules
      ? moduleKeys.contains(key) || ownKey(key) != nil : couplingKeys.contains(key)
  }

  /// Whether a mapping may name the key.
  static func isKey(_ key: String) -> Bool {
    moduleKeys.contains(key) || couplingKeys.contains(key)
      || key.hasPrefix("keep.") && StableID.isID(String(key.dropFirst(5)))
  }
}
