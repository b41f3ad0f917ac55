import Foundation
import PlanFile

/// Spellings of the same word made equal.
package enum Folding {
  /// A word for comparison: compatibility characters and radicals replaced (full-width letters,
  /// half-width katakana, ⼒ for 力), lower case, without white space.
  ///
  /// - Complexity: O(length).
  package static func key(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      var key: [UInt8] = []
      key.reserveCapacity(text.utf8.count)
      for byte in text.utf8 where byte > 0x20 && byte != 0x7F {
        key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
      return String(decoding: key, as: UTF8.self)
    }
    var scalars = String.UnicodeScalarView()
    for scalar in plain(text).lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// A word for comparison with a vocabulary: also without the signs people put between words.
  package static func word(_ text: String) -> String {
    key(text).filter { !"_-‐‑–—−・:：*※●○◎■□▼▲★#".contains($0) }
  }

  /// The text with compatibility characters and radicals replaced and marks without width left
  /// out; spaces and case stay.
  package static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let repaired = PastedCharacters.repair(text)?.text ?? text
    return repaired.precomposedStringWithCompatibilityMapping
  }

  /// A text for a cell of a plan: in one line, trimmed, with radicals repaired; otherwise as it was
  /// written.
  package static func prose(_ text: String) -> String {
    var text = text
    if !text.utf8.allSatisfy({ $0 < 0x80 }), let repair = PastedCharacters.repair(text) {
      text = repair.text
    }
    guard text.unicodeScalars.contains(where: isBreak) || isPadded(text) else { return text }
    let spaced = String(
      String.UnicodeScalarView(text.unicodeScalars.map { isBreak($0) ? " " : $0 }))
    return spaced.split(whereSeparator: { $0 == " " }).joined(separator: " ")
      .trimmingCharacters(in: .whitespaces)
  }

  private static func isPadded(_ text: String) -> Bool {
    text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false
  }

  /// Control characters and the line breaks of other systems.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
