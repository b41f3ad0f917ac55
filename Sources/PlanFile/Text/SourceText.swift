/// The bytes of a file, checked to be text: UTF-8 without control characters.
struct SourceText {
  /// UTF-8 without byte-order mark.
  let bytes: [UInt8]
  /// Whether there are characters that are pasted by mistake (``PastedCharacters``).
  let hasPastedCharacters: Bool

  /// Checks the bytes of a file.
  ///
  /// - Throws: the first problem, with the place of the first bad byte.
  /// - Complexity: O(bytes), in one pass unless there is a problem.
  init(_ bytes: [UInt8], file: Int32) throws(PlacedMessage) {
    if let binary = BinaryFormat(bytes) {
      throw PlacedMessage(.binary(binary), Position(file: file))
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var check = TextCheck(file: file)
    try check.run(content)
    self.bytes = content
    hasPastedCharacters = check.hasPastedCharacters
  }
}

/// The pass over the bytes of a file.
private struct TextCheck {
  let file: Int32
  var hasPastedCharacters = false
  private var line: Int32 = 1
  private var column: Int32 = 1
  private var directives = 0

  init(file: Int32) { self.file = file }

  mutating func run(_ bytes: [UInt8]) throws(PlacedMessage) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        if byte == UInt8(ascii: "%"), column == 1 { try countDirective() }
        column += 1
        index += 1
      } else if byte < 0x80 {
        try ascii(byte, at: index, in: bytes)
        index += 1
      } else {
        guard let (scalar, length) = TextCheck.decode(bytes, at: index) else {
          throw PlacedMessage(.encoding(EncodingGuess(bytes)), here)
        }
        try check(scalar)
        column += 1
        index += length
      }
    }
  }

  private var here: Position { Position(file: file, line: line, column: column) }

  private mutating func ascii(
    _ byte: UInt8, at index: Int, in bytes: [UInt8]
  ) throws(PlacedMessage) {
    switch byte {
    case 0x0A:
      line += 1
      column = 1
    case 0x0D:
      // CR LF is one line break; the LF counts it.
      if index + 1 < bytes.count, bytes[index + 1] == 0x0A { return }
      line += 1
      column = 1
    case 0x09: column += 1
    default:
      if let guess = EncodingGuess(controlCharactersOf: bytes) {
        throw PlacedMessage(.encoding(guess), here)
      }
      throw PlacedMessage(.controlCharacter(Unicode.Scalar(byte)), here)
    }
  }

  private mutating func countDirective() throws(PlacedMessage) {
    directives += 1
    if directives > ReadingLimits.directives { throw PlacedMessage(.tooManyDirectives(), here) }
  }

  private mutating func check(_ scalar: Unicode.Scalar) throws(PlacedMessage) {
    switch scalar.value {
    // Control characters, and the line breaks that only YAML counts as lines.
    case 0x80...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF:
      throw PlacedMessage(.controlCharacter(scalar), here)
    default:
      if PastedCharacters.isPasted(scalar) { hasPastedCharacters = true }
    }
  }

  /// Decodes one character of more than one byte; nil when it is not valid UTF-8 (RFC 3629).
  private static func decode(_ bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int)? {
    let first = bytes[index]
    let length: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= smallest[length], let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
