/// The formats of inventories.
package enum InventoryFormat: String, Sendable, CaseIterable {
  /// A table of modules or of couplings, comma-, tab- or semicolon-separated.
  case csv
  /// A table with modules in its first row and column.
  case matrix
  /// Relations of a configuration management database: parent, child, type.
  case cmdb
  /// ArchiMate Model Exchange File Format.
  case archimate
  case graphml
  /// Graphviz.
  case dot
  /// Service Cutter, node-link graphs, dependency-cruiser.
  case json

  /// Tells a format that is not a table from the beginning of a file and its name; nil: a table.
  ///
  /// - Parameters:
  ///   - bytes: the text as UTF-8; the first kilobytes are enough.
  ///   - name: the name of the file.
  init?(of bytes: [UInt8], name: String) {
    let start = String(decoding: bytes.prefix(8192), as: UTF8.self)
    let text = start.drop(while: \.isWhitespace)
    let lower = name.lowercased()
    if text.hasPrefix("<") {
      if start.contains("graphml") {
        self = .graphml
      } else {
        self = .archimate
      }
    } else if text.hasPrefix("{") || text.hasPrefix("[") || lower.hasSuffix(".json") {
      self = .json
    } else if lower.hasSuffix(".dot") || lower.hasSuffix(".gv") || InventoryFormat.isDOT(text) {
      self = .dot
    } else {
      return nil
    }
  }

  /// Whether a file that begins with these bytes is XML of an inventory: ArchiMate or GraphML.
  ///
  /// - Parameter prefix: the first bytes; 4,096 are looked at.
  package static func isInventoryXML(_ prefix: some Sequence<UInt8>) -> Bool {
    let text = String(decoding: prefix.prefix(4096).filter { $0 != 0 }, as: UTF8.self).lowercased()
    return text.contains("<graphml") || text.contains("archimate")
  }

  /// Whether a text begins as a graph of Graphviz does: `digraph NAME {`, after comments.
  private static func isDOT(_ text: Substring) -> Bool {
    var rest = text
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.hasPrefix("//") || rest.hasPrefix("#") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        guard let end = rest.firstRange(of: "*/") else { return false }
        rest = rest[end.upperBound...]
      } else {
        break
      }
      if rest.isEmpty { return false }
    }
    let words = rest.prefix { $0 != "{" && !$0.isNewline }.lowercased()
      .split(whereSeparator: \.isWhitespace)
    let first = words.first == "strict" ? words.dropFirst().first : words.first
    return first == "digraph" || first == "graph" && rest.contains("{")
  }
}
