/// What the first bytes of a document tell.
enum DocumentStart {
  /// The first bytes as ASCII: byte order marks and the zero bytes of UTF-16 and UTF-32 are left
  /// out, and so is white space at the beginning.
  static func letters(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    for byte in bytes.prefix(512) {
      switch byte {
      case 0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: continue
      case 0x20, 0x09...0x0D: if letters.isEmpty { continue }
      default: break
      }
      letters.append(byte)
    }
    return letters
  }

  /// Whether bytes begin as XML does: `<` and then a name, `?` or `!`.
  static func looksLikeXML(_ bytes: some Sequence<UInt8>) -> Bool {
    let letters = letters(bytes)
    guard letters.count > 1, letters[0] == UInt8(ascii: "<") else { return false }
    switch letters[1] {
    case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "_"), 0x80...: return true
    case let byte: return (0x61...0x7A).contains(byte | 0x20)
    }
  }

  /// Whether bytes say that they are UTF-16 and are not: some programs write the declaration of
  /// the text in their memory, and then convert the text.
  static func claimsSixteenBits(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.prefix(200)
    guard !start.contains(0), !start.starts(with: [0xFF, 0xFE]), !start.starts(with: [0xFE, 0xFF])
    else { return false }
    let text = String(decoding: letters(start), as: UTF8.self).lowercased()
    let declaration = text.prefix { $0 != ">" }
    return declaration.hasPrefix("<?xml")
      && (declaration.contains("utf-16") || declaration.contains("ucs-2"))
  }
}
