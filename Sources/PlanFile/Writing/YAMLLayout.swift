/// Lays values out as people write plans: two spaces for each level, short lists and maps in one
/// line, long ones with a line for each item.
///
/// Not the emitter of libyaml: that one writes lists at the level of their key, knows neither
/// comments nor empty lines, and cannot decide by the width of a line whether a list goes into one.
///
/// - Complexity: O(size) time and space; the stack grows with the depth of a value, which the
///   format bounds, not with that of summaries.
struct YAMLLayout {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private var lineStart = 0

  /// How many columns a line may have so that a list or map goes into it; a long text may pass it.
  static let width = 100

  /// Makes room for a text of about this many bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  // MARK: Lines

  /// Writes a comment, a line of it for each line of the text.
  mutating func comment(_ text: String) {
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var shown = String.UnicodeScalarView()
      for scalar in line.unicodeScalars {
        if scalar == "\t" { shown.append(" ") }
        if YAMLLayout.isAllowedInComment(scalar) { shown.append(scalar) }
      }
      append(shown.isEmpty ? "#" : "# ")
      append(String(shown))
      endLine()
    }
  }

  /// What the reader refuses, or takes for pasted by mistake in the whole file, is left out.
  private static func isAllowedInComment(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: false
    default: !PastedCharacters.isPasted(scalar)
    }
  }

  /// Ends the line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    lineStart = bytes.count
  }

  /// Begins a line at a level of indentation.
  mutating func begin(indent: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  /// Writes an item's dash, after which its keys stand two columns further.
  mutating func beginItem(indent: Int) {
    begin(indent: indent)
    append("- ")
  }

  /// Writes a key whose value follows.
  mutating func key(_ key: String, indent: Int) {
    let isLong = key.utf8.count > YAMLLayout.longestKey
    if isLong { append("? ") }
    scalar(key, isText: true, inFlow: false)
    if isLong {
      endLine()
      begin(indent: indent)
    }
    append(":")
  }

  /// YAML finds a key only by the colon after it, which must come within 1024 characters, unless it
  /// is marked as a key.
  private static let longestKey = 1000

  // MARK: Values

  /// Writes the fields of a map line by line, each line ended.
  ///
  /// - Parameter isBegun: whether the first key continues a line.
  mutating func fields(
    _ fields: [(key: String, value: YAMLNode)], indent: Int, isBegun: Bool = false
  ) {
    for (index, field) in fields.enumerated() {
      if index > 0 || !isBegun { begin(indent: indent) }
      key(field.key, indent: indent)
      value(field.value, indent: indent + 2)
    }
  }

  /// Writes the items of a list line by line, each line ended.
  mutating func items(_ items: [YAMLNode], indent: Int) {
    for item in items {
      beginItem(indent: indent)
      switch item {
      case .block(let fields) where !fields.isEmpty:
        self.fields(fields, indent: indent + 2, isBegun: true)
      case .map(let fields) where !fields.isEmpty:
        if !flow(item, needsSpace: false) {
          self.fields(fields, indent: indent + 2, isBegun: true)
        }
      default:
        inline(item, inFlow: false)
        endLine()
      }
    }
  }

  /// Writes the value of a key, in the key's line when it fits, and ends the line.
  private mutating func value(_ value: YAMLNode, indent: Int) {
    switch value {
    case .nothing: endLine()
    case .lines(let items) where !items.isEmpty:
      endLine()
      self.items(items, indent: indent)
    case .block(let fields) where !fields.isEmpty:
      endLine()
      self.fields(fields, indent: indent)
    case .list(let items) where !items.isEmpty:
      if !flow(value, needsSpace: true) {
        endLine()
        self.items(items, indent: indent)
      }
    case .map(let fields) where !fields.isEmpty:
      if !flow(value, needsSpace: true) {
        endLine()
        self.fields(fields, indent: indent)
      }
    default:
      append(" ")
      inline(value, inFlow: false)
      endLine()
    }
  }

  /// Writes a list or map in the line and ends it; false, with nothing written, when it is too wide.
  private mutating func flow(_ value: YAMLNode, needsSpace: Bool) -> Bool {
    let start = bytes.count
    if needsSpace { append(" ") }
    guard inline(value, inFlow: true, mostBytes: lineStart + 4 * YAMLLayout.width),
      columns() <= YAMLLayout.width
    else {
      bytes.removeLast(bytes.count - start)
      return false
    }
    endLine()
    return true
  }

  /// Writes a value without line breaks; false when it was given up as too long.
  @discardableResult
  private mutating func inline(
    _ value: YAMLNode, inFlow: Bool, mostBytes: Int = .max
  ) -> Bool {
    switch value {
    case .text(let text): scalar(text, isText: true, inFlow: inFlow)
    case .value(let text): scalar(text, isText: false, inFlow: inFlow)
    case .quoted(let text): YAMLScalar.appendQuoted(text, to: &bytes)
    case .nothing: append("~")
    case .list(let items), .lines(let items):
      append("[")
      for (index, item) in items.enumerated() {
        if index > 0 { append(", ") }
        guard bytes.count <= mostBytes, inline(item, inFlow: true, mostBytes: mostBytes) else {
          return false
        }
      }
      append("]")
    case .map(let fields), .block(let fields):
      append("{")
      for (index, field) in fields.enumerated() {
        if index > 0 { append(", ") }
        guard bytes.count <= mostBytes else { return false }
        let isLong = field.key.utf8.count > YAMLLayout.longestKey
        if isLong { append("? ") }
        scalar(field.key, isText: true, inFlow: true)
        append(isLong ? " : " : ": ")
        guard inline(field.value, inFlow: true, mostBytes: mostBytes) else { return false }
      }
      append("}")
    }
    return true
  }

  private mutating func scalar(_ text: String, isText: Bool, inFlow: Bool) {
    if YAMLScalar.isPlain(text, inFlow: inFlow), !isText || !YAMLMeaning.isOther(than: text) {
      append(text)
    } else {
      YAMLScalar.appendQuoted(text, to: &bytes)
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// The columns of the line so far; the characters of East Asia count two.
  private func columns() -> Int {
    var columns = 0
    for byte in bytes[lineStart...] {
      switch byte {
      case 0x80..<0xC0: break
      case 0xE3...: columns += 2
      default: columns += 1
      }
    }
    return columns
  }
}
