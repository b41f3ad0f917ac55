/// Characters that come into a text by copying it from a PDF file or a web page, and that nobody
/// means: radicals instead of kanji, ligatures, invisible marks.
package enum PastedCharacters {
  /// Whether the character is one of them.
  ///
  /// - Complexity: O(1).
  static func isPasted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    case 0xFB00...0xFB06: true
    default: CJKRadicals.contains(scalar)
    }
  }

  /// A text with such characters replaced by what is meant.
  package struct Repair {
    /// The text that is meant.
    package var text: String
    /// The first such character of the original.
    var first: Unicode.Scalar
    /// What it stands for; empty when it is taken out, nil when nobody knows.
    var meaning: String?
    /// How many there are.
    var count: Int
  }

  /// Repairs a text; nil when there is nothing to repair.
  ///
  /// - Complexity: O(length).
  package static func repair(_ text: String) -> Repair? {
    var result: Repair?
    var repaired = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isPasted(scalar) else {
        repaired.append(scalar)
        continue
      }
      let meaning = self.meaning(of: scalar)
      repaired.append(contentsOf: (meaning ?? String(scalar)).unicodeScalars)
      if result == nil {
        result = Repair(text: "", first: scalar, meaning: meaning, count: 1)
      } else {
        result?.count += 1
      }
    }
    result?.text = String(repaired)
    return result
  }

  private static func meaning(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    default:
      CJKRadicals.contains(scalar)
        ? CJKRadicals.character(for: scalar).map { String($0) } : ""
    }
  }
}
