/// How many columns of a terminal text takes.
///
/// Wide and full-width characters (East Asian Width W and F, Unicode Standard Annex #11) and
/// emoji take two columns; combining marks and invisible format characters take none; everything
/// else takes one. Ambiguous characters (`→`, `…`, `①`) count as one column in both languages:
/// that is what terminals in a UTF-8 locale do unless told otherwise.
extension Character {
  /// The columns this character takes: 0, 1 or 2 (more only for unusual clusters).
  package var displayWidth: Int {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var width = 0
    for scalar in unicodeScalars {
      // A variation selector 16 asks for the emoji picture; a cluster with one is a single picture.
      if scalar.value == 0xFE0F { return 2 }
      width += scalar.displayWidth
    }
    return isEmojiCluster ? min(width, 2) : width
  }

  /// Whether several scalars make one picture: a family joined by ZWJ, a skin tone, a flag.
  private var isEmojiCluster: Bool {
    guard let first = unicodeScalars.first, unicodeScalars.count > 1 else { return false }
    return first.properties.isEmojiPresentation || first.properties.isEmojiModifierBase
      || (0x1F1E6...0x1F1FF).contains(first.value)
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // Vowels and finals that join the Hangul syllable begun by a wide initial.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    return properties.isEmojiPresentation || isWide ? 2 : 1
  }

  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// East Asian Width W or F, apart from emoji.
  private var isWide: Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = Unicode.Scalar.wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if Unicode.Scalar.wideRanges[middle].upperBound < value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < Unicode.Scalar.wideRanges.count && Unicode.Scalar.wideRanges[low].contains(value)
  }

  /// Ascending. Unassigned scalars between wide ones count as wide.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376,
    0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}

extension StringProtocol {
  /// The columns of a terminal this text takes.
  ///
  /// - Complexity: O(length).
  package var displayWidth: Int {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }

  /// The text cut to at most `width` columns, ending in `…` when something was cut. Characters
  /// as readers see them (grapheme clusters) are never split.
  ///
  /// - Complexity: O(length).
  package func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in self {
      used += character.displayWidth
      guard used <= width else { break }
      kept.append(character)
    }
    return kept.withoutSpacesBehind + "…"
  }

  /// The text without the spaces at its end.
  var withoutSpacesBehind: String {
    var kept = Substring(String(self))
    while kept.last == " " || kept.last == "　" { kept.removeLast() }
    return String(kept)
  }

  /// The text with spaces added up to `width` columns: behind it, or before it.
  func padded(toWidth width: Int, before: Bool = false) -> String {
    let spaces = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return before ? spaces + self : self + spaces
  }

  /// The text on one line and without control characters: a name from a plan cannot break a table
  /// or speak to the terminal.
  var onOneLine: String {
    guard unicodeScalars.contains(where: \.isControl) else { return String(self) }
    var clean = String.UnicodeScalarView()
    for scalar in unicodeScalars { clean.append(scalar.isControl ? " " : scalar) }
    return String(clean)
  }
}
