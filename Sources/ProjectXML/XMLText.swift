/// What XML 1.0 lets through as text.
///
/// Allowed are U+0009, U+000A, U+000D and everything from U+0020 on but surrogates, U+FFFE and
/// U+FFFF (XML 1.0, fifth edition, production 2). No escape makes the others legal.
enum XMLText {
  /// The text with each forbidden character replaced by U+FFFD, and how many there were.
  ///
  /// - Complexity: O(length); a text without forbidden characters is not copied.
  static func cleaned(_ text: String) -> (text: String, replaced: Int) {
    guard mayHoldForbidden(text) else { return (text, 0) }
    var replaced = 0
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isAllowed(scalar) {
        scalars.append(scalar)
      } else {
        scalars.append("\u{FFFD}")
        replaced += 1
      }
    }
    return (String(scalars), replaced)
  }

  /// Whether a text is empty, or has a byte that must be escaped or could be part of a character that
  /// XML cannot hold.
  static func needsCare(_ text: String) -> Bool {
    text.isEmpty
      || text.utf8.contains { byte in
        switch byte {
        case 0x22, 0x26, 0x3C, 0x3E, 0xEF: true
        default: byte < 32
        }
      }
  }

  /// Whether a text is read as it was written.
  static func isKept(_ text: String) -> Bool {
    !mayHoldForbidden(text) || cleaned(text).replaced == 0
  }

  /// The text on one line: each run of line breaks and tabs is one space.
  static func singleLine(_ text: String) -> String {
    guard text.utf8.contains(where: { (9...13).contains($0) }) || text.utf8.contains(0xE2),
      text.contains(where: isBreak)
    else { return text }
    return text.split(whereSeparator: isBreak).joined(separator: " ")
  }

  private static func isBreak(_ character: Character) -> Bool {
    character.isNewline || character == "\t"
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: true
    case 0..<32, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// Whether a byte occurs that a forbidden character could be made of: a control character, or
  /// the first byte of U+F000 to U+FFFF.
  private static func mayHoldForbidden(_ text: String) -> Bool {
    text.utf8.contains { byte in
      byte < 32 ? byte != 9 && byte != 10 && byte != 13 : byte == 0xEF
    }
  }
}
