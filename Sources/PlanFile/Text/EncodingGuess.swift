/// What the bytes of a file that is not UTF-8 probably are.
///
/// A guess for the advice of an error message. Nothing is ever decoded with it.
package enum EncodingGuess: Sendable {
  case shiftJIS, eucJP, iso2022JP, utf16LittleEndian, utf16BigEndian, utf32
  /// Mostly UTF-8 with a few broken bytes.
  case brokenUTF8
  case unknown

  /// Guesses from at most the first 64 KiB of a file that is not valid UTF-8.
  ///
  /// - Complexity: O(1).
  package init(_ bytes: [UInt8]) {
    let sample = Array(bytes.prefix(65_536))
    self = EncodingGuess(controlCharactersOf: sample) ?? EncodingGuess.eightBitEncoding(sample)
  }

  /// Knows the encodings that look like ASCII with control characters; nil when it is none of them.
  ///
  /// - Complexity: O(1).
  package init?(controlCharactersOf bytes: [UInt8]) {
    let sample = Array(bytes.prefix(65_536))
    if let wide = EncodingGuess.wideEncoding(sample) {
      self = wide
    } else if EncodingGuess.hasEscapeSequences(sample) {
      self = .iso2022JP
    } else {
      return nil
    }
  }

  /// The name for messages, and the name that iconv knows.
  package var names: (name: String, iconv: String)? {
    switch self {
    case .shiftJIS: ("Shift_JIS (CP932)", "CP932")
    case .eucJP: ("EUC-JP", "EUC-JP")
    case .iso2022JP: ("ISO-2022-JP (JIS)", "ISO-2022-JP")
    case .utf16LittleEndian: ("UTF-16", "UTF-16LE")
    case .utf16BigEndian: ("UTF-16", "UTF-16BE")
    case .utf32: ("UTF-32", "UTF-32")
    case .brokenUTF8, .unknown: nil
    }
  }

  private static func wideEncoding(_ bytes: [UInt8]) -> EncodingGuess? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .utf32
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    // YAML's own marks are ASCII: in UTF-16 every second byte of them is zero.
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let many = max(1, bytes.count / 16)
    if zeros.odd >= many, zeros.even * 8 <= zeros.odd { return .utf16LittleEndian }
    if zeros.even >= many, zeros.odd * 8 <= zeros.even { return .utf16BigEndian }
    return nil
  }

  private static func hasEscapeSequences(_ bytes: [UInt8]) -> Bool {
    let escape: UInt8 = 0x1B
    return bytes.indices.dropLast(2).contains { index in
      bytes[index] == escape && bytes[index + 1] == UInt8(ascii: "$")
        && (bytes[index + 2] == UInt8(ascii: "B") || bytes[index + 2] == UInt8(ascii: "@"))
    }
  }

  private static func eightBitEncoding(_ bytes: [UInt8]) -> EncodingGuess {
    let shiftJIS = kanaScore(bytes, of: .shiftJIS)
    let eucJP = kanaScore(bytes, of: .eucJP)
    let utf8 = validUTF8Share(bytes)
    if utf8 > 0.8 { return .brokenUTF8 }
    if shiftJIS == nil, eucJP == nil { return .unknown }
    return (shiftJIS ?? -1) >= (eucJP ?? -1) ? .shiftJIS : .eucJP
  }

  /// How many kana the bytes hold in an encoding; nil when they are not valid in it.
  private static func kanaScore(_ bytes: [UInt8], of encoding: EncodingGuess) -> Int? {
    var score = 0
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      if encoding == .shiftJIS, (0xA1...0xDF).contains(first) {
        index += 1
        continue
      }
      // The sample may end inside a character.
      guard index + 1 < bytes.count else { return score }
      let second = bytes[index + 1]
      if encoding == .shiftJIS {
        guard (0x81...0x9F).contains(first) || (0xE0...0xFC).contains(first),
          (0x40...0xFC).contains(second), second != 0x7F
        else { return nil }
        if first == 0x82 && second >= 0x9F || first == 0x83 && second <= 0x96 { score += 1 }
      } else {
        let isLead = (0xA1...0xFE).contains(first) || first == 0x8E || first == 0x8F
        guard isLead, (0xA1...0xFE).contains(second) else { return nil }
        if first == 0xA4 || first == 0xA5 { score += 1 }
        if first == 0x8F { index += 1 }
      }
      index += 2
    }
    return score
  }

  /// The share of the bytes beyond ASCII that are part of valid UTF-8.
  private static func validUTF8Share(_ bytes: [UInt8]) -> Double {
    var beyond = 0
    var valid = 0
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      guard first >= 0x80 else {
        index += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      let isValid =
        (0xC2...0xF4).contains(first) && index + length <= bytes.count
        && bytes[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
      beyond += isValid ? length : 1
      valid += isValid ? length : 0
      index += isValid ? length : 1
    }
    return beyond == 0 ? 0 : Double(valid) / Double(beyond)
  }
}

/// File formats that people give by mistake instead of a text.
package enum BinaryFormat: Sendable {
  case pdf, zip, oldOffice, gzip, image, executable

  /// Knows a format by its first bytes; nil when it looks like none of them.
  package init?(_ bytes: [UInt8]) {
    func begins(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
    if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins([0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldOffice
    } else if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF]) {
      self = .image
    } else if begins([0x7F, 0x45, 0x4C, 0x46]) || begins([0x4D, 0x5A, 0x90, 0]) {
      self = .executable
    } else {
      return nil
    }
  }
}
