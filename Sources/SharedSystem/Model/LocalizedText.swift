/// A text in one or more languages.
public struct LocalizedText: Hashable, Sendable {
  /// The languages bunri speaks.
  public enum Language: String, Hashable, Sendable, CaseIterable {
    case ja, en
  }

  /// The text for readers whose language has none of its own; what a plain text gives.
  public var plain: String?
  /// The texts by language code (`ja`, `en`, …).
  public var byLanguage: [String: String]

  /// Makes a text that is the same in every language.
  public init(_ plain: String) {
    self.plain = plain
    byLanguage = [:]
  }

  /// Makes a text from a map of language codes.
  public init(byLanguage: [String: String]) {
    plain = nil
    self.byLanguage = byLanguage
  }

  /// The text in a language; failing that the plain text, English, Japanese, or any other,
  /// in this order.
  public func text(in language: Language) -> String {
    if let text = byLanguage[language.rawValue] ?? plain { return text }
    for fallback in ["en", "ja"] {
      if let text = byLanguage[fallback] { return text }
    }
    return byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}
