extension StringProtocol {
  /// The text in lines of at most `width` columns, broken at spaces and between wide characters;
  /// never before a closing or behind an opening punctuation mark, if it can be helped. A word
  /// that is longer than a line is broken anywhere.
  ///
  /// - Complexity: O(length).
  package func wrapped(toWidth width: Int) -> [String] {
    let width = Swift.max(width, 2)
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    func endLine() {
      while line.last == " " { line.removeLast() }
      if !line.isEmpty { lines.append(line) }
      line = ""
      lineWidth = 0
    }
    for piece in unbreakablePieces() {
      let pieceWidth = piece.displayWidth
      if lineWidth + pieceWidth <= width {
        line += piece
        lineWidth += pieceWidth
        continue
      }
      let isSpace = piece == " "
      endLine()
      if isSpace { continue }
      for character in piece {
        if lineWidth + character.displayWidth > width { endLine() }
        line.append(character)
        lineWidth += character.displayWidth
      }
    }
    endLine()
    return lines.isEmpty ? [""] : lines
  }

  /// Splits the text where a line may end: every space and every wide character is a piece of its
  /// own; punctuation stays with its neighbour, a counter with its number (`242日`).
  private func unbreakablePieces() -> [String] {
    var pieces: [String] = []
    var mayBreak = true
    for character in self {
      let isWide = character.displayWidth > 1
      let isSpace = character == " "
      let isCounter = isWide && (pieces.last?.last?.isASCIIDigit ?? false)
      let staysWithLast = isCounter || closingPunctuation.contains(character)
      if pieces.isEmpty || isSpace || (!staysWithLast && (mayBreak || isWide)) {
        let follows = pieces.last?.last.map(openingPunctuation.contains) ?? false
        if follows && !isSpace {
          pieces[pieces.count - 1].append(character)
        } else {
          pieces.append(String(character))
        }
      } else {
        pieces[pieces.count - 1].append(character)
      }
      mayBreak = isSpace || isWide
    }
    return pieces
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

private let closingPunctuation: Set<Character> = [
  "、", "。", "，", "．", "）", "」", "』", "】", "：", "；", "！", "？", "…", "ー", "・", ",", ".", ")", ":",
  ";",
]
private let openingPunctuation: Set<Character> = ["（", "「", "『", "【", "("]
