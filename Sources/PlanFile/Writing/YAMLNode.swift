/// A value to be written: the counterpart of ``Value``, which is read.
enum YAMLNode {
  /// A text; in quotes when it would be read as anything else.
  case text(String)
  /// A date, number, duration or truth value: without quotes, although programs may read it as
  /// what it is.
  case value(String)
  /// A text that is always in quotes: hours, which some programs take for numbers to the base 60.
  case quoted(String)
  /// A key without a value.
  case nothing
  /// A list, in one line when it fits.
  case list([YAMLNode])
  /// A list with an item per line.
  case lines([YAMLNode])
  /// A map, in one line when it fits.
  case map([(key: String, value: YAMLNode)])
  /// A map with a key per line.
  case block([(key: String, value: YAMLNode)])

  /// A list of texts.
  static func texts(_ texts: [String]) -> YAMLNode { .list(texts.map { .text($0) }) }

  /// A whole number.
  static func number(_ number: some BinaryInteger) -> YAMLNode { .value(String(number)) }

  /// A number in thousandths.
  static func thousandths(_ number: Int64) -> YAMLNode { .value(Decimals.text(number)) }
}

/// The fields of a map in the making; only keys that the reader knows can be added.
struct YAMLFields<Key: RecordKey> {
  /// The fields in the order they were added.
  private(set) var fields: [(key: String, value: YAMLNode)] = []

  /// Adds a field.
  mutating func add(_ key: Key, _ value: YAMLNode) { fields.append((key.rawValue, value)) }

  /// Adds a field unless there is nothing to say.
  mutating func add(_ key: Key, text: String?) {
    if let text { add(key, .text(text)) }
  }

  /// Adds a list of texts unless it is empty.
  mutating func add(_ key: Key, texts: [String]) {
    if !texts.isEmpty { add(key, .texts(texts)) }
  }

  /// The map, in one line when it fits.
  var map: YAMLNode { .map(fields) }

  /// The map with a key per line.
  var block: YAMLNode { .block(fields) }
}
