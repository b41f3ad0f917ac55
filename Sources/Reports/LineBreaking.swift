extension StringProtocol {
  /// The text in lines of at most `width` columns, broken at spaces and between wide characters;
  /// never before a closing or behind an opening punctuation mark, if it can be helped. A word
  /// that is longer than a line is broken behind one of its own marks (`a.b`, `c-d`, `e,f`), and
  /// where it has none, anywhere.
  ///
  /// - Parameter keepingCommands: what stands between backticks is never broken, even where it is
  ///   longer than a line: a command is there to be copied.
  /// - Complexity: O(length).
  package func wrapped(toWidth width: Int, keepingCommands: Bool = false) -> [String] {
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
    for piece in unbreakablePieces(keepingCommands) {
      let pieceWidth = piece.displayWidth
      if lineWidth + pieceWidth <= width {
        line += piece
        lineWidth += pieceWidth
        continue
      }
      let isSpace = piece == " "
      let isCommand = keepingCommands && piece.contains("`")
      // A short word ("Maybe") does not stand alone because of the command behind it.
      if !isCommand || lineWidth > shortLine { endLine() }
      if isSpace { continue }
      for part in isCommand ? [piece] : piece.parts(fitting: width) {
        if lineWidth > 0, lineWidth + part.displayWidth > width, !isCommand { endLine() }
        line += part
        lineWidth += part.displayWidth
      }
    }
    endLine()
    return lines.isEmpty ? [""] : lines
  }

  /// Splits the text where a line may end: every space and every wide character is a piece of its
  /// own; punctuation stays with its neighbour, a counter with its number (`242日`).
  private func unbreakablePieces(_ keepingCommands: Bool) -> [String] {
    var pieces: [String] = []
    var mayBreak = true
    var isInCommand = false
    for character in self {
      if isInCommand {
        pieces[pieces.count - 1].append(character)
        isInCommand = character != "`"
        continue
      }
      isInCommand = keepingCommands && character == "`"
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
    // A mark without its partner begins no command.
    return isInCommand ? unbreakablePieces(false) : pieces
  }

  /// A word in parts of at most `width` columns, each ending behind a mark if it can.
  private func parts(fitting width: Int) -> [String] {
    var parts: [String] = []
    var rest = Array(self)
    while !rest.isEmpty {
      var end = 0
      var used = 0
      while end < rest.count, used + rest[end].displayWidth <= width || end == 0 {
        used += rest[end].displayWidth
        end += 1
      }
      if end < rest.count {
        let mark = rest[..<end].indices.last { index in
          wordMarks.contains(rest[index]) && !wordMarks.contains(rest[index + 1])
        }
        // A part of a few letters is worse than a break inside a word.
        if let mark, mark + 1 >= end / 3 { end = mark + 1 }
      }
      parts.append(String(rest[..<end]))
      rest.removeFirst(end)
    }
    return parts
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// The width up to which a line takes a command that does not fit it.
private let shortLine = 12
private let wordMarks: Set<Character> = [",", ".", "-", "=", "/", "_", ":"]
private let closingPunctuation: Set<Character> = [
  "、", "。", "，", "．", "）", "」", "』", "】", "：", "；", "！", "？", "…", "ー", "・", ",", ".", ")", ":",
  ";",
]
private let openingPunctuation: Set<Character> = ["（", "「", "『", "【", "("]
