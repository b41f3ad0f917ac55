import PlanFile
import ProjectXML
import SharedSystem

/// Reads GraphML: nodes are modules, edges are couplings (the source uses the target), a graph
/// inside a node makes that node the group of the nodes in it.
///
/// yEd keeps names in `y:NodeLabel` of its own namespace and numbers nodes anew whenever a file is
/// saved: such ids (`n0`, `n1::n3`) are only used inside the file, and the module's id is made of
/// its label. Source: GraphML Primer, http://graphml.graphdrawing.org.
struct GraphMLReader {
  private let file: Int32
  private var attributes: GraphAttributes
  private var inventory = RawInventory()
  private var keys: [String: String] = [:]
  private var open: [OpenElement] = []
  private var edges: [Edge] = []
  private var groups: Set<Int> = []
  private var budget = GraphBudget()

  private struct OpenElement {
    var name: String
    var node: Int?
    var edge: Int?
    var key = ""
    var graphOf: Int?
  }

  private struct Edge {
    var source: String
    var target: String
    var attributes: [(String, String)] = []
    var line: Int
    var isDirected: Bool
  }

  private var nodes: [Node] = []

  private struct Node {
    var module: RawInventory.RawModule
    var parent: Int?
    var label = ""
    var attributes: [(String, String)] = []
  }

  init(file: Int32, _ options: InventoryOptions) {
    self.file = file
    attributes = GraphAttributes(options)
  }

  /// Reads a document.
  ///
  /// - Throws: why it is no GraphML, or that it is too large.
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: [UInt8], file: Int32, _ options: InventoryOptions
  ) throws(PlacedMessage) -> (RawInventory, [InventoryReport.Column]) {
    var reader = GraphMLReader(file: file, options)
    try XMLElements.read(bytes, as: "GraphML", root: "graphml", file: file) { event in
      switch event {
      case .start(let start): reader.start(start)
      case .end(_, let text): reader.end(text)
      }
      return reader.budget.exceededAt == nil
    }
    try reader.budget.check(file: file)
    return reader.finished()
  }

  private mutating func start(_ start: XMLElements.Start) {
    var element = OpenElement(
      name: start.name, node: open.last?.node, edge: open.last?.edge, key: open.last?.key ?? "",
      graphOf: open.last?.graphOf)
    switch start.name {
    case "key":
      if let id = start.attributes["id"], budget.takeAttribute(at: start.line) {
        keys[id] =
          start.attributes["attr.name"] ?? start.attributes["yfiles.type"].map { "\u{0}\($0)" }
          ?? id
      }
    case "graph":
      element.graphOf = element.node
      if let node = element.node { groups.insert(node) }
      element.node = nil
    case "node":
      guard budget.takeItem(at: start.line) else { return }
      var module = RawInventory.RawModule(
        position: Position(file: file, line: Int32(clamping: start.line)))
      module.reference = Folding.prose(start.attributes["id"] ?? "")
      nodes.append(Node(module: module, parent: element.graphOf))
      (element.node, element.edge) = (nodes.count - 1, nil)
    case "edge":
      guard budget.takeItem(at: start.line) else { return }
      edges.append(
        Edge(
          source: Folding.prose(start.attributes["source"] ?? ""),
          target: Folding.prose(start.attributes["target"] ?? ""),
          line: start.line, isDirected: start.attributes["directed"] != "false"))
      (element.edge, element.node) = (edges.count - 1, nil)
    case "data":
      guard budget.takeAttribute(at: start.line) else { return }
      element.key = start.attributes["key"] ?? ""
    default: break
    }
    open.append(element)
  }

  private mutating func end(_ text: String) {
    guard let element = open.popLast() else { return }
    let text = Folding.prose(text)
    guard !text.isEmpty else { return }
    switch element.name {
    case "NodeLabel":
      if let node = element.node, nodes[node].label.isEmpty { nodes[node].label = text }
    case "EdgeLabel":
      if let edge = element.edge, budget.takeAttribute(at: edges[edge].line) {
        edges[edge].attributes.append(("label", text))
      }
    case "data":
      let name = keys[element.key] ?? element.key
      guard !name.hasPrefix("\u{0}") else { return }
      if let node = element.node {
        nodes[node].attributes.append((name, text))
      } else if let edge = element.edge {
        edges[edge].attributes.append((name, text))
      }
    default: break
    }
  }

  /// Whether an id is only a number that a program gave.
  private static func isNumbered(_ id: String) -> Bool {
    id.split(separator: "::").allSatisfy {
      $0.drop { !$0.isNumber }.allSatisfy(\.isNumber) && $0.prefix { !$0.isNumber }.count <= 1
    }
  }

  private mutating func finished() -> (RawInventory, [InventoryReport.Column]) {
    inventory.listsModules = true
    inventory.listsCouplings = true
    let ends = Set(edges.flatMap { [$0.source, $0.target] })
    var names: [String] = []
    for index in nodes.indices {
      var module = nodes[index].module
      var bad: Rejection?
      for (header, text) in nodes[index].attributes {
        bad = bad ?? attributes.set(header, text, of: &module)
      }
      if !nodes[index].label.isEmpty { module.name = nodes[index].label }
      if module.name.isEmpty { module.name = module.reference }
      names.append(module.name)
      if let parent = nodes[index].parent { module.values["group"] = names[parent] }
      let isGenerated = GraphMLReader.isNumbered(module.reference)
      if !isGenerated || module.name == module.reference { module.code = module.reference }
      if module.name.isEmpty {
        inventory.rejections.append(
          Rejection("no-name", at: module.position, en: "a node without id", ja: "ID のないノード"))
      } else if let bad {
        inventory.rejections.append(bad)
      } else if !groups.contains(index) || ends.contains(module.reference) {
        inventory.modules.append(module)
      }
    }
    for edge in edges {
      let position = Position(file: file, line: Int32(clamping: edge.line))
      var row = edge.attributes
      if !edge.isDirected { row.append(("direction", "both")) }
      let made = attributes.couplings(from: edge.source, to: edge.target, row, at: position)
      inventory.couplings += made.couplings
      if let bad = made.bad { inventory.rejections.append(bad) }
    }
    inventory.remarks = attributes.remarks
    return (inventory, attributes.columns)
  }
}
