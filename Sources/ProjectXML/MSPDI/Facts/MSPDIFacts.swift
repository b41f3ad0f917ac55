/// What of a plan has no place of its own in the format: facts in words of the plan, `key=value;`,
/// in a text field that other programs keep and show.
///
/// A fact may carry a seal: a number made of the elements that say the same thing in the format's own
/// way. It is believed only while they are as they were written; after a change elsewhere, what
/// Project says wins. The list ends with a full stop, so that one which was cut off is noticed.
struct MSPDIFacts: Hashable {
  /// A value and the seal that goes with it.
  private struct Fact: Hashable {
    var seal: UInt32?
    var value: String
  }

  private var facts: [String: Fact] = [:]
  private var keys: [String] = []

  /// No facts.
  init() {}

  /// Whether there are none.
  var isEmpty: Bool { keys.isEmpty }

  /// Adds a fact.
  mutating func add(_ key: String, _ value: String, seal: UInt32? = nil) {
    if facts.updateValue(Fact(seal: seal, value: value), forKey: key) == nil { keys.append(key) }
  }

  /// The value of a fact without a seal.
  subscript(key: String) -> String? { facts[key].flatMap { $0.seal == nil ? $0.value : nil } }

  /// The value of a fact, if what it was sealed with is unchanged. The seal is worked out only when
  /// there is such a fact.
  func value(_ key: String, sealed seal: () -> UInt32) -> String? {
    guard let fact = facts[key], fact.seal == seal() else { return nil }
    return fact.value
  }

  /// The value of a fact, whatever it was sealed with.
  func unsealed(_ key: String) -> String? { facts[key]?.value }

  /// The keys in the order in which they were added.
  var allKeys: [String] { keys }

  /// The list as one line of text.
  var text: String {
    var result = ""
    for key in keys {
      guard let fact = facts[key] else { continue }
      result += key
      if let seal = fact.seal { result += "~" + String(seal, radix: 16) }
      result += "=" + fact.value + ";"
    }
    return result + "."
  }

  /// Reads a list; what is not of its form is passed over.
  ///
  /// - Complexity: O(length).
  init(_ text: String) {
    var parts = text.split(separator: ";", omittingEmptySubsequences: false)
    // What was cut off ends within a fact.
    parts.removeLast()
    for part in parts {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let head = part[..<equals].split(separator: "~", maxSplits: 1)
      guard let key = head.first else { continue }
      var seal: UInt32?
      if head.count == 2 {
        guard let number = UInt32(head[1], radix: 16) else { continue }
        seal = number
      }
      add(String(key), String(part[part.index(after: equals)...]), seal: seal)
    }
  }
}

extension MSPDIFacts {
  /// A text without any character that lists of facts use, nor one that XML or a field of one line
  /// cannot hold: those are `%` and two hexadecimal digits for each of their bytes.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 ? isPlain(UInt8(scalar.value)) : isHeld(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
      }
    }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D: true
    default: false
    }
  }

  /// Whether a character beyond ASCII is written as it is: no control or line separator, and none
  /// that a program could normalise away or refuse.
  private static func isHeld(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned,
      .nonspacingMark, .privateUse, .surrogate:
      false
    default: true
    }
  }

  /// The text that was escaped; nil when it does not come from `escaped`.
  static func unescaped(_ text: some StringProtocol) -> String? {
    guard text.utf8.contains(0x25) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    case 0x41...0x46: byte - 0x41 + 10
    default: nil
    }
  }
}

/// A number made of what a few elements say, in order: FNV-1a of 32 bits.
struct MSPDISeal {
  private(set) var value: UInt32 = 0x811C_9DC5

  /// Takes in a number, or that there is none.
  mutating func add(_ number: Int?) {
    guard let number else { return take(0xFF) }
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      take(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Takes in a text as XML holds it, or that there is none.
  mutating func add(_ text: String?) {
    for byte in XMLText.cleaned(text ?? "").text.utf8 { take(byte) }
    take(text == nil ? 0xFE : 0xFF)
  }

  private mutating func take(_ byte: UInt8) {
    value = (value ^ UInt32(byte)) &* 0x0100_0193
  }
}
