import PlanFile

/// Splits the text of a Graphviz file into words and signs.
///
/// Source: "The DOT Language", https://graphviz.org/doc/info/lang.html.
struct DOTScanner {
  /// A word or a sign.
  enum Token: Equatable {
    /// An id; `isQuoted` keeps `"node"` from being a keyword.
    case word(String, isQuoted: Bool)
    /// One of `{ } [ ] ; , = : +` and the edges `->`, `--`.
    case sign(String)
    case end
  }

  private let bytes: [UInt8]
  private let file: Int32
  private var index = 0
  private var line: Int32 = 1
  private var lineStart = 0
  /// Where the last token began.
  private(set) var position: Position

  init(_ bytes: [UInt8], file: Int32) {
    self.bytes = bytes
    self.file = file
    position = Position(file: file, line: 1, column: 1)
  }

  private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }
  private var following: UInt8 { index + 1 < bytes.count ? bytes[index + 1] : 0 }

  private mutating func advance() {
    if bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  /// The next token.
  ///
  /// - Throws: a comment, quote or angle bracket that is not closed, or a character that begins
  ///   nothing.
  mutating func next() throws(PlacedMessage) -> Token {
    try skipSpace()
    position = Position(
      file: file, line: line, column: Int32(clamping: index - lineStart + 1))
    guard index < bytes.count else { return .end }
    let first = byte
    switch first {
    case UInt8(ascii: "\""): return .word(try quoted(), isQuoted: true)
    case UInt8(ascii: "<"): return .word(try angled(), isQuoted: true)
    case UInt8(ascii: "-") where following == UInt8(ascii: ">") || following == UInt8(ascii: "-"):
      let sign = following == UInt8(ascii: ">") ? "->" : "--"
      advance()
      advance()
      return .sign(sign)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: ":"),
      UInt8(ascii: "+"):
      advance()
      return .sign(String(UnicodeScalar(first)))
    default:
      let word = plainWord()
      guard !word.isEmpty else {
        throw PlacedMessage(
          Message(
            "dot", en: "unexpected character `\(Message.shown(String(UnicodeScalar(first))))`",
            ja: "予期しない文字 `\(Message.shown(String(UnicodeScalar(first))))`"), position)
      }
      return .word(word, isQuoted: false)
    }
  }

  private mutating func skipSpace() throws(PlacedMessage) {
    while index < bytes.count {
      if byte <= 0x20 {
        advance()
      } else if byte == UInt8(ascii: "#"), index == lineStart {
        skipLine()
      } else if byte == UInt8(ascii: "/"), following == UInt8(ascii: "/") {
        skipLine()
      } else if byte == UInt8(ascii: "/"), following == UInt8(ascii: "*") {
        position = Position(file: file, line: line, column: Int32(clamping: index - lineStart + 1))
        advance()
        advance()
        while !(byte == UInt8(ascii: "*") && following == UInt8(ascii: "/")) {
          guard index < bytes.count else { throw unclosed("/*") }
          advance()
        }
        advance()
        advance()
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while index < bytes.count, byte != 0x0A { advance() }
  }

  private mutating func plainWord() -> String {
    var text: [UInt8] = []
    while index < bytes.count {
      let isLetter =
        byte >= 0x80 || byte == 95 || (48...57).contains(byte) || (97...122).contains(byte | 32)
      // A number may have a point and begin with a minus sign; jdeps leaves points unquoted.
      let isPartOfNumber = byte == 46 || byte == 45 && text.isEmpty && (46...57).contains(following)
      guard isLetter || isPartOfNumber else { break }
      text.append(byte)
      advance()
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func quoted() throws(PlacedMessage) -> String {
    advance()
    var text: [UInt8] = []
    while true {
      guard index < bytes.count else { throw unclosed("\"") }
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        switch following {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(following)
        case UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "r"): text.append(0x20)
        case 0x0A: break
        default: text += [byte, following]
        }
        advance()
      } else {
        text.append(byte)
      }
      advance()
    }
    advance()
    return String(decoding: text, as: UTF8.self)
  }

  /// A label in angle brackets; its tags are left out.
  private mutating func angled() throws(PlacedMessage) -> String {
    var depth = 0
    var text: [UInt8] = []
    repeat {
      guard index < bytes.count else { throw unclosed("<") }
      if byte == UInt8(ascii: "<") {
        depth += 1
      } else if byte == UInt8(ascii: ">") {
        depth -= 1
        if depth == 1 { text.append(0x20) }
      } else if depth == 1 {
        text.append(byte)
      }
      advance()
    } while depth > 0
    return String(decoding: text, as: UTF8.self)
  }

  private func unclosed(_ sign: String) -> PlacedMessage {
    PlacedMessage(
      Message("dot", en: "`\(sign)` is not closed", ja: "`\(sign)` が閉じていません"), position)
  }
}
