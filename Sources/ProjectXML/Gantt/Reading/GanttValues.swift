internal import Planning
internal import Scheduling

/// The attributes of one element as values. What is not understood is absent and counted.
struct GanttValues {
  /// A value that is not understood.
  struct Fault {
    var attribute: String
    var value: ReadingMessage.Value
    var text: String
  }

  private var texts: [String: String] = [:]
  private(set) var faults: [Fault] = []

  /// The texts are bounded by the parser's own bound on one piece of markup.
  init(_ attributes: XMLAttributes) {
    attributes.forEach { name, bytes in
      texts[name] = GanttValues.text(bytes)
    }
  }

  /// The value of an attribute. The parser has resolved what was escaped, but for `&`, which it
  /// hands over as `&#38;` so that it cannot be taken for the beginning of an entity.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var position = 0
    while position < bytes.count {
      text.append(bytes[position])
      let isEscaped = bytes[position...].starts(with: "&#38;".utf8)
      position += isEscaped ? 5 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  func text(_ name: String) -> String? { texts[name] }

  mutating func instant(_ name: String) -> Instant? {
    value(name, .date) { ValueText.instant($0)?.value }
  }

  mutating func minutes(_ name: String) -> Int32? {
    value(name, .number) { bytes in
      guard let number = ValueText.number(bytes), number.isExact else { return nil }
      return Int32(exactly: number.value)
    }
  }

  mutating func flag(_ name: String) -> Bool? { value(name, .truth) { ValueText.truth($0) } }

  /// The type of a link: finish to start when none is stated.
  mutating func type() -> LinkType? {
    guard let text = texts["type"] else { return .finishToStart }
    if let type = LinkType(code: text) { return type }
    faults.append(Fault(attribute: "type", value: .number, text: text))
    return nil
  }

  private mutating func value<Value>(
    _ name: String, _ kind: ReadingMessage.Value,
    _ read: (UnsafeBufferPointer<UInt8>) -> Value?
  ) -> Value? {
    guard var text = texts[name] else { return nil }
    if let value = text.withUTF8(read) { return value }
    let isYear = kind == .date && text.withUTF8(ValueText.isOfOtherYear)
    faults.append(Fault(attribute: name, value: isYear ? .year : kind, text: text))
    return nil
  }
}
