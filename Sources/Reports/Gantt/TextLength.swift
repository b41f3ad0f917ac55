/// How long a text is in a proportional font, estimated without the font.
///
/// Widths of ASCII are those of common sans-serif fonts, of each letter the wider one; what is wide
/// on a terminal takes a whole em. An estimate that is a little too long costs a letter; one that is
/// too short would run over what stands beside it.
enum TextLength {
  /// The length of a text of a size, in the size's unit, rounded up.
  ///
  /// - Complexity: O(length).
  static func of(_ text: String, size: Int) -> Int {
    (text.reduce(0) { $0 + thousandths($1) } * size + 999) / 1000
  }

  /// The text cut to a length, ending in `…` when something was cut; empty when not even a letter
  /// and `…` fit.
  ///
  /// - Complexity: O(length).
  static func cut(_ text: String, to length: Int, size: Int) -> String {
    // The length that `of` rounds up to no more than this one.
    let room = length * 1000 / max(size, 1)
    var used = 0
    var kept = ""
    var isWhole = true
    for character in text {
      used += thousandths(character)
      if used > room {
        isWhole = false
        break
      }
      // What could stay if `…` has to follow.
      if used + 1000 <= room { kept.append(character) }
    }
    if isWhole { return text }
    return kept.isEmpty ? "" : kept.withoutSpacesBehind + "…"
  }

  private static func thousandths(_ character: Character) -> Int {
    if let ascii = character.asciiValue {
      return ascii < 32 || ascii == 127 ? 0 : ascii32[Int(ascii) - 32]
    }
    let columns = character.displayWidth
    if columns >= 2 { return max(1000, columns * 500) }
    guard columns > 0, let first = character.unicodeScalars.first else { return 0 }
    // Japanese fonts draw dashes, arrows and `…` as wide as their own characters.
    switch first.value {
    case 0xFF61...0xFFDC: return 520
    case 0x2000...: return 1000
    default: return 700
    }
  }

  /// Space to tilde.
  private static let ascii32: [Int] = [
    300, 320, 480, 600, 600, 920, 760, 280, 360, 360, 480, 600, 300, 380, 300, 400,
    600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 300, 300, 600, 600, 600, 560,
    1000, 700, 700, 720, 740, 660, 620, 780, 760, 340, 580, 700, 600, 880, 760, 800,
    680, 800, 720, 680, 640, 740, 680, 960, 680, 680, 640, 360, 560, 360, 500, 560,
    400, 580, 620, 540, 620, 580, 360, 620, 620, 300, 300, 580, 300, 920, 620, 620,
    620, 620, 420, 520, 400, 620, 560, 820, 560, 560, 520, 380, 300, 380, 600,
  ]
}
