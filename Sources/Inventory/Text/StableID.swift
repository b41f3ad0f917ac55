/// Ids that are the same whenever and in whatever order the same names are read.
package enum StableID {
  /// Whether a text has the form of an id: `[A-Za-z0-9][A-Za-z0-9._-]*`.
  package static func isID(_ text: String) -> Bool {
    var isFirst = true
    for byte in text.utf8 {
      guard isAlphanumeric(byte) || !isFirst && (byte == 45 || byte == 46 || byte == 95)
      else { return false }
      isFirst = false
    }
    return !isFirst && text.utf8.count <= 200
  }

  /// Whether a text is an id that stays as it is: `a-` would lose its sign and be taken for `a`.
  static func isCode(_ text: String) -> Bool { fromCode(text) == text }

  /// The id that a code means: full-width characters made ASCII, and `-` for every character that
  /// an id cannot hold; nil when nothing of it is left, or something that is not ASCII would be
  /// lost.
  package static func fromCode(_ code: String) -> String? {
    let plain = Folding.plain(code)
    guard !plain.isEmpty, plain.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let id = joined(plain, lowercased: false)
    return isID(id) ? id : nil
  }

  /// The id that a name means: `sales-online` for "Sales Online"; for a name with other than ASCII
  /// letters the prefix and a hash of the name, `m-4fq0zt81k2`. Spelling that
  /// ``Folding/key(_:)`` folds does not matter for the hash.
  package static func fromName(_ name: String, prefix: String) -> String {
    let plain = Folding.plain(name)
    if plain.utf8.allSatisfy({ $0 < 0x80 }) {
      let slug = joined(plain, lowercased: true)
      if isID(slug), slug != "both" { return slug }
    }
    return "\(prefix)-\(hash(name))"
  }

  /// Ten characters that stand for a name; 50 bits of its FNV-1a hash (Fowler, Noll, Vo; 64 bits).
  /// Of 95,000 names two are alike with a probability of 4 in a million.
  package static func hash(_ name: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in Folding.key(name).utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01B3
    }
    // The low bits of FNV-1a are weaker than the high ones.
    var bits = hash ^ hash >> 29
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var text: [UInt8] = []
    for _ in 0..<10 {
      text.append(digits[Int(bits & 31)])
      bits >>= 5
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func joined(_ text: String, lowercased: Bool) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isAlphanumeric(byte) {
        result.append(lowercased && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else if byte == 46 || byte == 95 {
        if !result.isEmpty { result.append(byte) }
      } else if let last = result.last, last != 45 {
        result.append(45)
      }
    }
    while let last = result.last, last == 45 || last == 46 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32)
  }
}
