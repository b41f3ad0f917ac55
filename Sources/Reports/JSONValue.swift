/// A JSON document in the making: keys keep their order, so equal values give equal bytes.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number with three decimal places, written without superfluous zeros.
  case thousandths(Int64)
  /// A number with six decimal places, written without superfluous zeros.
  case millionths(Int64)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key with its value.
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0, $1) })
  }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// A text, or null.
  package static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
  /// A whole number, or null.
  package static func number(_ value: (some BinaryInteger)?) -> JSONValue {
    value.map { .integer(Int64($0)) } ?? .null
  }
}

extension JSONValue {
  /// The document as UTF-8 text ending in a line feed.
  ///
  /// The members of the outermost object and the elements of the arrays in it stand on lines of
  /// their own: documents of two plans can be compared line by line.
  ///
  /// - Complexity: O(size).
  package var document: String {
    var text = ""
    guard case .object(let members) = self, !members.isEmpty else {
      write(to: &text)
      return text + "\n"
    }
    text += "{\n"
    for (index, member) in members.enumerated() {
      text += "  "
      JSONValue.write(member.key, to: &text)
      text += ": "
      member.value.writeLines(to: &text)
      text += index == members.count - 1 ? "\n" : ",\n"
    }
    return text + "}\n"
  }

  private func writeLines(to text: inout String) {
    guard case .array(let elements) = self, !elements.isEmpty else { return write(to: &text) }
    text += "[\n"
    for (index, element) in elements.enumerated() {
      text += "    "
      element.write(to: &text)
      text += index == elements.count - 1 ? "\n" : ",\n"
    }
    text += "  ]"
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .thousandths(let value): text += Figures.decimal(value, places: 3)
    case .millionths(let value): text += Figures.decimal(value, places: 6)
    case .string(let value): JSONValue.write(value, to: &text)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        element.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        JSONValue.write(member.key, to: &text)
        text += ": "
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  /// Writes a text with quotes; escapes what RFC 8259 demands and nothing else.
  private static func write(_ value: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      text += value
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
