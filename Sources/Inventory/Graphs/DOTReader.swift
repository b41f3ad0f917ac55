import PlanFile
import SharedSystem

/// Reads Graphviz files: nodes are modules, edges are couplings (`a -> b`: a uses b), clusters are
/// groups. `jdeps -dotoutput` writes such files.
///
/// Defaults of attributes (`node [shape=box]`) are for pictures and not kept. The stack does not
/// grow with the depth of subgraphs.
struct DOTReader {
  private typealias Token = DOTScanner.Token

  private var scanner: DOTScanner
  private let file: Int32
  private var attributes: GraphAttributes
  private var inventory = RawInventory()
  private var indexOf: [String: Int] = [:]
  private var token = Token.end
  private var isDirected = true
  /// The graph and the open subgraphs.
  private var scopes: [Scope] = []
  private var budget = GraphBudget()
  private static let deepest = 1000
  /// How often nodes may be named: each time counts for the subgraph it is in.
  private static let mostNamings = 3_000_000
  private var namings = 0

  private struct Scope {
    var name: String
    var label: String?
    var isCluster: Bool
    /// The nodes in it.
    var nodes: [String] = []
    /// The chain of an edge that this subgraph is a part of.
    var chain: [[String]] = []
  }

  private init(_ text: DecodedText, file: Int32, _ options: InventoryOptions) {
    scanner = DOTScanner(text.bytes, file: file)
    self.file = file
    attributes = GraphAttributes(options)
  }

  /// Reads a file.
  ///
  /// - Throws: the first error of syntax, or that the graph is too large.
  /// - Complexity: O(bytes + edges).
  static func read(
    _ text: DecodedText, file: Int32, _ options: InventoryOptions
  ) throws(PlacedMessage) -> (RawInventory, [InventoryReport.Column]) {
    var reader = DOTReader(text, file: file, options)
    try reader.readGraphs()
    reader.inventory.listsModules = true
    reader.inventory.listsCouplings = true
    reader.inventory.remarks = reader.attributes.remarks
    return (reader.inventory, reader.attributes.columns)
  }

  private mutating func advance() throws(PlacedMessage) { token = try scanner.next() }

  private func keyword(_ word: String) -> Bool {
    if case .word(let text, false) = token { return text.lowercased() == word }
    return false
  }

  private mutating func readGraphs() throws(PlacedMessage) {
    try advance()
    while token != .end {
      if keyword("strict") { try advance() }
      guard keyword("digraph") || keyword("graph") else { throw expected("digraph") }
      isDirected = keyword("digraph")
      try advance()
      if case .word = token { try advance() }
      guard token == .sign("{") else { throw expected("{") }
      try advance()
      scopes = [Scope(name: "", isCluster: false)]
      while !scopes.isEmpty { try readStatement() }
    }
  }

  /// Reads one statement, or the beginning or end of a subgraph.
  private mutating func readStatement() throws(PlacedMessage) {
    switch token {
    case .end: throw expected("}")
    case .sign(";"), .sign(","): try advance()
    case .sign("}"):
      try advance()
      try closeScope()
    case .sign("{"):
      try advance()
      try openScope("", isCluster: false, chain: [])
    case .sign: throw expected("node")
    case .word(let word, let isQuoted):
      let lower = isQuoted ? "" : word.lowercased()
      if lower == "subgraph" {
        try openSubgraph(chain: [])
      } else if ["node", "edge", "graph"].contains(lower) {
        try advance()
        let list = try attributeList()
        if lower == "graph" { setLabel(list) }
      } else {
        try readNodeOrAssignment(word)
      }
    }
  }

  private mutating func openSubgraph(chain: [[String]]) throws(PlacedMessage) {
    try advance()
    var name = ""
    if case .word(let text, _) = token {
      name = text
      try advance()
    }
    guard token == .sign("{") else { throw expected("{") }
    try advance()
    try openScope(name, isCluster: name.hasPrefix("cluster"), chain: chain)
  }

  private mutating func openScope(
    _ name: String, isCluster: Bool, chain: [[String]]
  ) throws(PlacedMessage) {
    guard scopes.count < DOTReader.deepest else {
      throw PlacedMessage(
        Message("too-deep", en: "subgraphs are nested too deep", ja: "サブグラフの入れ子が深すぎます"),
        scanner.position)
    }
    scopes.append(Scope(name: name, isCluster: isCluster, chain: chain))
  }

  private mutating func closeScope() throws(PlacedMessage) {
    guard let scope = scopes.popLast() else { return }
    if scope.isCluster {
      var name = scope.name
      if name.hasPrefix("cluster") { name.removeFirst("cluster".count) }
      name = String(name.drop { $0 == "_" || $0 == "-" })
      let group = scope.label ?? name
      for node in scope.nodes {
        guard let index = indexOf[node], !group.isEmpty else { continue }
        inventory.modules[index].values["group"] = inventory.modules[index].values["group"] ?? group
      }
    }
    guard let last = scopes.indices.last else { return }
    scopes[last].nodes += scope.nodes
    try continueChain(scope.chain + [Array(Set(scope.nodes)).sorted()])
  }

  private mutating func readNodeOrAssignment(_ word: String) throws(PlacedMessage) {
    let position = scanner.position
    try advance()
    if token == .sign("=") {
      try advance()
      guard case .word(let value, _) = token else { throw expected("value") }
      try advance()
      if word.lowercased() == "label" { scopes[scopes.count - 1].label = Folding.prose(value) }
      return
    }
    let name = try wholeName(word)
    try skipPort()
    try note(name, at: position)
    if token == .sign("->") || token == .sign("--") {
      try continueChain([[name]])
      return
    }
    guard token == .sign("["), let index = indexOf[name] else { return }
    for (key, value) in try attributeList() {
      if key.lowercased() == "label" {
        let label = DOTReader.recordText(value)
        if !label.isEmpty { inventory.modules[index].name = label }
      } else if !DOTReader.isPicture(key),
        let bad = attributes.set(key, value, of: &inventory.modules[index])
      {
        inventory.rejections.append(bad)
      }
    }
  }

  /// `"long" + "name"`.
  private mutating func wholeName(_ word: String) throws(PlacedMessage) -> String {
    var name = word
    while token == .sign("+") {
      try advance()
      guard case .word(let more, _) = token else { throw expected("\"") }
      name += more
      try advance()
    }
    return Folding.prose(name)
  }

  private mutating func skipPort() throws(PlacedMessage) {
    while token == .sign(":") {
      try advance()
      guard case .word = token else { throw expected("port") }
      try advance()
    }
  }

  /// Goes on after the first part of what may be a chain of edges `a -> {b c} -> d`.
  private mutating func continueChain(_ parts: [[String]]) throws(PlacedMessage) {
    var parts = parts
    while token == .sign("->") || token == .sign("--") {
      try advance()
      if keyword("subgraph") { return try openSubgraph(chain: parts) }
      if token == .sign("{") {
        try advance()
        return try openScope("", isCluster: false, chain: parts)
      }
      guard case .word(let word, _) = token else { throw expected("node") }
      let position = scanner.position
      try advance()
      let name = try wholeName(word)
      try skipPort()
      try note(name, at: position)
      parts.append([name])
    }
    let list = try attributeList()
    guard parts.count > 1 else {
      if !list.isEmpty { setLabel(list) }
      return
    }
    let row = list.filter { !DOTReader.isPicture($0.0) }.map { key, value in
      key.lowercased() == "dir" ? ("direction", value) : (key, value)
    }
    let position = scanner.position
    for (sources, targets) in zip(parts, parts.dropFirst()) {
      for source in sources {
        for target in targets {
          guard budget.takeItem(at: Int(position.line)) else { throw tooLarge(at: position) }
          let direction = isDirected ? [] : [("direction", "both")]
          let made = attributes.couplings(
            from: source, to: target, row + direction, at: position)
          inventory.couplings += made.couplings
          if let bad = made.bad { inventory.rejections.append(bad) }
        }
      }
    }
  }

  private mutating func attributeList() throws(PlacedMessage) -> [(String, String)] {
    var list: [(String, String)] = []
    while token == .sign("[") {
      try advance()
      while token != .sign("]") {
        if token == .sign(",") || token == .sign(";") {
          try advance()
          continue
        }
        guard case .word(let key, _) = token else { throw expected("]") }
        try advance()
        var value = "true"
        if token == .sign("=") {
          try advance()
          guard case .word(let text, _) = token else { throw expected("value") }
          value = text
          try advance()
        }
        guard budget.takeAttribute(at: Int(scanner.position.line)) else {
          throw tooLarge(at: scanner.position)
        }
        list.append((key, value))
      }
      try advance()
    }
    return list
  }

  private mutating func setLabel(_ list: [(String, String)]) {
    if let label = list.first(where: { $0.0.lowercased() == "label" }) {
      scopes[scopes.count - 1].label = Folding.prose(label.1)
    }
  }

  private mutating func note(_ name: String, at position: Position) throws(PlacedMessage) {
    guard !name.isEmpty else { return }
    namings += 1
    guard namings <= DOTReader.mostNamings else { throw tooLarge(at: position) }
    scopes[scopes.count - 1].nodes.append(name)
    guard indexOf[name] == nil else { return }
    guard budget.takeItem(at: Int(position.line)) else { throw tooLarge(at: position) }
    var module = RawInventory.RawModule(position: position)
    module.reference = name
    module.name = name
    module.code = StableID.isCode(name) ? name : nil
    module.isRepeatable = true
    indexOf[name] = inventory.modules.count
    inventory.modules.append(module)
  }

  /// The text of a label of the record shape `{<port> text|…}`.
  private static func recordText(_ label: String) -> String {
    let first = label.split(separator: "|").first.map(String.init) ?? label
    var text = first.filter { $0 != "{" && $0 != "}" }
    if text.hasPrefix("<"), let end = text.firstIndex(of: ">") {
      text = String(text[text.index(after: end)...])
    }
    return Folding.prose(text.replacing("\\N", with: "")).trimmed
  }

  /// Attributes that only say how a picture looks.
  private static func isPicture(_ key: String) -> Bool {
    [
      "shape", "style", "color", "fillcolor", "fontcolor", "fontsize", "fontname", "pos", "width",
      "height",
      "arrowhead", "arrowtail", "arrowsize", "penwidth", "rank", "rankdir", "splines", "bgcolor",
      "lhead", "ltail",
      "constraint", "minlen", "len", "headport", "tailport", "samehead", "sametail", "url", "href",
      "tooltip",
      "target", "margin", "peripheries", "image", "lp", "labeldistance", "labelangle", "xlabel",
      "class", "ordering",
    ].contains(key.lowercased())
  }

  private func tooLarge(at position: Position) -> PlacedMessage {
    PlacedMessage(GraphBudget.message(), position)
  }

  private func expected(_ what: String) -> PlacedMessage {
    PlacedMessage(
      Message("dot", en: "expected `\(what)`", ja: "`\(what)` があるはずの位置です"), scanner.position)
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
