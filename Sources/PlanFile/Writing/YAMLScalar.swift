/// Writing one text of a YAML file: without quotes when it means itself, else in double quotes.
///
/// Quotes are needed for two reasons. Some texts would end early or not parse (`a: b`, ` a`, `#1`).
/// Others would be read as something that is no text by programs that give meaning to what is not
/// quoted: `yes`, `~`, `010`, `1e3`, `12:30:45`, `2029-01-01`, in YAML 1.1 or in 1.2.
enum YAMLScalar {
  /// Whether a text may stand without quotes as far as the syntax goes.
  ///
  /// - Parameter inFlow: whether it stands inside `[…]` or `{…}`, where a few more characters end a
  ///   text. A question mark is one of them only for older parsers.
  /// - Complexity: O(length).
  static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    var previous: UInt8 = 0
    var isFirst = true
    var hasOthers = false
    for byte in text.utf8 {
      if isFirst {
        guard !leading.contains(byte) else { return false }
        isFirst = false
      } else {
        // ": " and " #" end a text; "- " begins a list.
        if byte == space, previous == colon { return false }
        if byte == hash, previous == space { return false }
      }
      switch byte {
      case 0..<0x20, 0x7F: return false
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "?"):
        if inFlow { return false }
      case 0x80...: hasOthers = true
      default: break
      }
      previous = byte
    }
    if isFirst || previous == space || previous == colon { return false }
    if text.utf8.first == UInt8(ascii: "-") {
      let second = text.utf8.dropFirst().first
      if second == nil || second == space || second == UInt8(ascii: "-") { return false }
    }
    if text == "..." { return false }
    return !hasOthers || !text.unicodeScalars.contains(where: isEscaped)
  }

  /// Adds a text in double quotes; what cannot be seen is escaped.
  ///
  /// - Complexity: O(length).
  static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(backslash)
        bytes.append(UInt8(scalar.value))
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      default:
        if isEscaped(scalar) {
          appendEscape(scalar.value, to: &bytes)
        } else {
          bytes.append(contentsOf: String(scalar).utf8)
        }
      }
    }
    bytes.append(quote)
  }

  /// Control characters and the line breaks of Unicode, which a plan file must not hold, and the
  /// characters that the reader takes for pasted by mistake and would repair.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
    default: PastedCharacters.isPasted(scalar)
    }
  }

  private static func appendEscape(_ value: UInt32, to bytes: inout [UInt8]) {
    let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x1_0000 ? ("u", 4) : ("U", 8)
    let digits = String(value, radix: 16, uppercase: true)
    bytes.append(backslash)
    bytes.append(contentsOf: letter.utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }

  private static let space = UInt8(ascii: " ")
  private static let colon = UInt8(ascii: ":")
  private static let hash = UInt8(ascii: "#")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  /// What a text without quotes cannot begin with.
  private static let leading = Array(" ,[]{}#&*!|>'\"%@`?:".utf8)
}
