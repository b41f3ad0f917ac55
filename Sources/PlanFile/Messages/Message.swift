import Planning
package import SharedSystem

/// The words of a diagnostic, without its place. Every message of the reader is a static function
/// or property of this type, in the files of this folder and nowhere else.
///
/// Tone: name the value and its state; advice begins with "Maybe" (もしかして).
package struct Message: Sendable {
  /// The stable name of the problem.
  package let id: String
  /// What is wrong.
  package let text: LocalizedText
  /// What may have been meant.
  package let advice: LocalizedText?

  /// Makes a message. "Maybe" is put before the advice.
  package init(_ id: String, en: String, ja: String, maybe: Advice? = nil) {
    self.id = id
    text = LocalizedText(byLanguage: ["en": en, "ja": ja])
    advice = maybe?.text
  }

  /// Makes a message whose advice does not begin with "Maybe".
  init(_ id: String, en: String, ja: String, advice: LocalizedText) {
    self.id = id
    text = LocalizedText(byLanguage: ["en": en, "ja": ja])
    self.advice = advice
  }

  /// A part of a message in both languages.
  struct Words: Sendable {
    let en: String
    let ja: String
  }

  /// What may have been meant, in both languages, without the word "Maybe".
  package struct Advice: Sendable {
    let en: String
    let ja: String

    /// Makes advice.
    package init(en: String, ja: String) {
      self.en = en
      self.ja = ja
    }

    /// Makes advice that is the same in both languages: a spelling, say.
    init(_ both: String) { self.init(en: "\(both).", ja: both) }

    /// Makes advice of several spellings that are possible.
    init(anyOf spellings: [String]) {
      let most = spellings.dropLast().joined(separator: ", ")
      let last = spellings.last ?? ""
      self.init(
        en: most.isEmpty ? "\(last)." : "\(most) or \(last).",
        ja: spellings.joined(separator: "、"))
    }

    /// The advice with its first word.
    var text: LocalizedText {
      LocalizedText(byLanguage: ["en": "Maybe \(en)", "ja": "もしかして \(ja)"])
    }
  }

  /// A user's text for use in a message: in one line, and not too long.
  package static func shown(_ text: String) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == 60 { return result + "…" }
      count += 1
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200B...0x200F, 0x202A...0x202E:
        result += "U+" + hexadecimal(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A code point in at least four hexadecimal digits.
  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// A message with its place.
package struct PlacedMessage: Error {
  /// The message.
  package let message: Message
  /// The place.
  package let position: Position

  /// Puts a message in its place.
  package init(_ message: Message, _ position: Position) {
    self.message = message
    self.position = position
  }
}
