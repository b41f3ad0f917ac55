import Foundation
package import PlanFile
import SharedSystem

/// The text of a file in whatever encoding it was saved, as UTF-8.
///
/// Spreadsheet programs in Japan save CSV in CP932 (which they call Shift_JIS), "Unicode text" in
/// UTF-16 with a byte-order mark, and UTF-8 with and without one. EUC-JP and JIS come from older
/// systems. Windows' own characters (①, ㈱, 髙) are those of CP932, which Foundation decodes.
package struct DecodedText: Sendable {
  /// The encodings that are read.
  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case shiftJIS = "Shift_JIS"
    case eucJP = "EUC-JP"
    case jis = "ISO-2022-JP"
  }

  /// The text as UTF-8, without byte-order mark and without control characters.
  package let bytes: [UInt8]
  /// How the file was saved.
  package let encoding: Encoding

  /// Decodes a file.
  ///
  /// - Throws: when it is not text, or no encoding fits it; with the place of the first bad byte as
  ///   far as that is known.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8], file: Int32) throws(PlacedMessage) {
    if let binary = BinaryFormat(bytes) {
      throw PlacedMessage(.binary(binary), Position(file: file))
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if !content.contains(0), !DecodedText.hasEscape(content),
      String(validating: content, as: UTF8.self) != nil
    {
      self.init(clean: content, .utf8)
      return
    }
    let guess = EncodingGuess(controlCharactersOf: content) ?? EncodingGuess(content)
    switch guess {
    case .utf16LittleEndian, .utf16BigEndian:
      self = try DecodedText(sixteenBits: content, isLittle: guess == .utf16LittleEndian, file)
    case .shiftJIS: self = try DecodedText(content, .shiftJIS, .shiftJIS, file)
    case .eucJP:
      let shifted = DecodedText.shiftJIS(fromEUC: content)
      self = try DecodedText(shifted, .shiftJIS, .eucJP, file)
    case .iso2022JP: self = try DecodedText(content, .iso2022JP, .jis, file)
    case .brokenUTF8, .unknown, .utf32:
      throw DecodedText.undecodable("UTF-8", DecodedText.badUTF8(content, file))
    }
  }

  private init(clean bytes: [UInt8], _ encoding: Encoding) {
    // What a plan may not hold: a cell must not carry it there. The file separator is white space.
    self.bytes =
      bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 || $0 == 0x7F }
      ? bytes.map { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 || $0 == 0x7F ? 0x20 : $0 }
      : bytes
    self.encoding = encoding
  }

  private init(
    sixteenBits bytes: [UInt8], isLittle: Bool, _ file: Int32
  ) throws(PlacedMessage) {
    let mark: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(2) : bytes[...]
    let encoding = isLittle ? String.Encoding.utf16LittleEndian : .utf16BigEndian
    guard content.count.isMultiple(of: 2), let text = String(bytes: content, encoding: encoding)
    else {
      throw DecodedText.undecodable(
        "UTF-16", DecodedText.badUTF16(Array(content), isLittle: isLittle, file))
    }
    self.init(clean: Array(text.utf8), .utf16)
  }

  /// The line of the first surrogate without its other half; the last one when the file ends within
  /// a character.
  private static func badUTF16(_ bytes: [UInt8], isLittle: Bool, _ file: Int32) -> Position {
    var line: Int32 = 1
    var isAfterHigh = false
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      let unit = isLittle ? first | second << 8 : first << 8 | second
      if UTF16.isTrailSurrogate(unit) != isAfterHigh { break }
      isAfterHigh = UTF16.isLeadSurrogate(unit)
      if unit == 0x0A { line += 1 }
    }
    return Position(file: file, line: line)
  }

  private init(
    _ bytes: [UInt8], _ foundation: String.Encoding, _ encoding: Encoding, _ file: Int32
  ) throws(PlacedMessage) {
    guard let text = String(bytes: bytes, encoding: foundation) else {
      throw DecodedText.undecodable(
        encoding.rawValue, DecodedText.badLine(bytes, foundation, file))
    }
    self.init(clean: Array(text.utf8), encoding)
  }

  /// EUC-JP in Shift_JIS, which Foundation knows on every system: both arrange the same table (JIS
  /// X 0208) in different ways. What is no character becomes one that Shift_JIS does not have.
  private static func shiftJIS(fromEUC bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      if first < 0x80 {
        result.append(first)
        index += 1
      } else if first == 0x8E, (0xA1...0xDF).contains(second) {
        result.append(second)
        index += 2
      } else if (0xA1...0xFE).contains(first), (0xA1...0xFE).contains(second) {
        let (row, cell) = (first - 0x80, second - 0x80)
        result.append((row + 1) / 2 + (row < 0x5F ? 0x70 : 0xB0))
        result.append(row % 2 == 1 ? cell + (cell > 0x5F ? 0x20 : 0x1F) : cell + 0x7E)
        index += 2
      } else {
        result.append(0xFF)
        index += 1
      }
    }
    return result
  }

  private static func hasEscape(_ bytes: [UInt8]) -> Bool { bytes.contains(0x1B) }

  /// The first line that an encoding does not fit: no byte of a character is a line feed in any of
  /// the encodings that are read line by line.
  private static func badLine(
    _ bytes: [UInt8], _ encoding: String.Encoding, _ file: Int32
  ) -> Position {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let index = lines.firstIndex { String(bytes: $0, encoding: encoding) == nil } ?? 0
    return Position(file: file, line: Int32(clamping: index + 1))
  }

  private static func badUTF8(_ bytes: [UInt8], _ file: Int32) -> Position {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    return Position(file: file, line: Int32(clamping: index + 1))
  }

  private static func undecodable(_ name: String, _ position: Position) -> PlacedMessage {
    PlacedMessage(
      Message(
        "encoding", en: "the file looks like \(name) but is not valid in it",
        ja: "ファイルは \(name) のようですが、正しく読めない文字があります",
        maybe: Message.Advice(
          en: "save it again as UTF-8.", ja: "UTF-8 で保存し直す")), position)
  }
}
