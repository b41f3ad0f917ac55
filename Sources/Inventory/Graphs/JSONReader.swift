import PlanFile
import SharedSystem

/// Reads graphs in JSON: node-link graphs (`nodes` and `links` or `edges`), Service Cutter's models
/// (`entities`, `relations`, `useCases`), and what dependency-cruiser writes (`modules` with
/// `dependencies`).
///
/// JSON is read by the parser of YAML, of which it is a part: that gives every value its place.
struct JSONReader {
  private let file: Int32
  private var attributes: GraphAttributes
  private var inventory = RawInventory()

  private init(file: Int32, _ options: InventoryOptions) {
    self.file = file
    attributes = GraphAttributes(options)
  }

  /// Reads a document.
  ///
  /// - Throws: why it is none of the formats, or that it is too large.
  /// - Complexity: O(bytes).
  static func read(
    _ text: DecodedText, file: Int32, _ options: InventoryOptions
  ) throws(PlacedMessage) -> (RawInventory, [InventoryReport.Column]) {
    let tree = try tree(of: text, file: file)
    var reader = JSONReader(file: file, options)
    let root = tree.root.map(JSONObject.init)
    guard let root, try reader.read(root) else {
      throw PlacedMessage(
        Message(
          "json", en: "the JSON has neither nodes and links, nor entities, use cases or modules",
          ja: "JSON に nodes と links も、entities・useCases・modules もありません"),
        tree.root?.position ?? Position(file: file, line: 1, column: 1))
    }
    reader.inventory.remarks.add(reader.attributes.remarks)
    return (reader.inventory, reader.attributes.columns)
  }

  private static func tree(
    of text: DecodedText, file: Int32
  ) throws(PlacedMessage) -> DocumentTree {
    do throws(PlacedMessage) {
      return try YAMLComposer.compose(
        SurrogatePairs.joined(text.bytes), file: file, hasPastedCharacters: false,
        valueLimit: ReadingLimits.valuesPerGraph)
    } catch {
      guard error.message.id == "too-many-values" else { throw error }
      throw PlacedMessage(GraphBudget.message(), error.position)
    }
  }

  private mutating func read(_ root: JSONObject) throws(PlacedMessage) -> Bool {
    var isKnown = false
    var body = root
    // JSON Graph Format puts everything into `graph`.
    if let graph = root["graph"], graph.kind == .map, root["nodes"] == nil {
      body = JSONObject(graph)
    }
    if let nodes = body["nodes"], nodes.kind == .list || nodes.kind == .map {
      readNodes(nodes)
      if let edges = body["links"] ?? body["edges"] { readEdges(edges, nodes) }
      isKnown = true
    }
    if let entities = body["entities"], entities.kind == .list {
      readEntities(entities, body["relations"])
      isKnown = true
    }
    if let cases = body["useCases"], cases.kind == .list {
      readUseCases(cases)
      isKnown = true
    }
    if let modules = body["modules"], modules.kind == .list, !isKnown {
      readCruiser(modules)
      isKnown = true
    }
    return isKnown
  }

  private mutating func readNodes(_ nodes: Value) {
    inventory.listsModules = true
    let items: [(id: String?, value: Value)] =
      nodes.kind == .map
      ? JSONObject(nodes).members.map { ($0.key, $0.value) } : nodes.children.map { (nil, $0) }
    for item in items {
      var module = RawInventory.RawModule(position: item.value.position)
      var bad: Rejection?
      if let text = item.value.text {
        module.reference = Folding.prose(item.id ?? text)
        module.name = Folding.prose(text.isEmpty ? module.reference : text)
      } else {
        // D3 wraps what it knows of a node into `data`, Cytoscape too.
        var members = JSONObject(item.value).members
        for member in members where member.key == "data" || member.key == "metadata" {
          members += JSONObject(member.value).members
        }
        module.reference = item.id ?? ""
        for (key, value) in members {
          guard let text = value.text else { continue }
          switch key {
          case "id", "key": module.reference = Folding.prose(text)
          default: bad = bad ?? attributes.set(key, text, of: &module)
          }
        }
      }
      if module.name.isEmpty { module.name = module.reference }
      if StableID.isCode(module.reference), !module.reference.allSatisfy(\.isNumber) {
        module.code = module.reference
      }
      if module.name.isEmpty {
        inventory.rejections.append(
          Rejection("no-name", at: module.position, en: "a node without id", ja: "ID のないノード"))
      } else if let bad {
        inventory.rejections.append(bad)
      } else {
        inventory.modules.append(module)
      }
    }
  }

  private mutating func readEdges(_ edges: Value, _ nodes: Value) {
    inventory.listsCouplings = true
    let names = inventory.modules.map { $0.reference.isEmpty ? $0.name : $0.reference }
    let known = Set(names)
    func end(_ value: Value?) -> String {
      guard let value else { return "" }
      let text = value.text ?? JSONObject(value)["id"]?.text ?? ""
      // Old D3 graphs number the nodes by their places.
      if !known.contains(text), let index = Int(text), names.indices.contains(index) {
        return names[index]
      }
      return Folding.prose(text)
    }
    for edge in edges.children {
      var object = JSONObject(edge)
      if let data = object["data"], data.kind == .map, object["source"] == nil {
        object = JSONObject(data)
      }
      let from = end(object["source"] ?? object["from"])
      let to = end(object["target"] ?? object["to"])
      guard !from.isEmpty, !to.isEmpty else {
        inventory.rejections.append(
          Rejection(
            "no-end", at: edge.position, en: "the link lacks an end", ja: "片方の端のないリンク"))
        continue
      }
      let row = object.members.compactMap { key, value in value.text.map { (key, $0) } }
        .filter { !["source", "target", "from", "to", "id"].contains($0.0) }
      let made = attributes.couplings(from: from, to: to, row, at: edge.position)
      inventory.couplings += made.couplings
      if let bad = made.bad { inventory.rejections.append(bad) }
    }
  }

  /// Service Cutter's entities; what a relation's origin holds of its destination it uses.
  private mutating func readEntities(_ entities: Value, _ relations: Value?) {
    inventory.listsModules = true
    for entity in entities.children {
      let name = Folding.prose(JSONObject(entity)["name"]?.text ?? entity.text ?? "")
      var module = RawInventory.RawModule(position: entity.position)
      (module.name, module.reference) = (name, name)
      module.isRepeatable = true
      guard !name.isEmpty else { continue }
      inventory.modules.append(module)
    }
    for relation in relations?.children.map(JSONObject.init) ?? [] {
      inventory.listsCouplings = true
      let from = Folding.prose(relation["origin"]?.text ?? "")
      let to = Folding.prose(relation["destination"]?.text ?? "")
      guard !from.isEmpty, !to.isEmpty else { continue }
      let type = relation["type"]?.text ?? ""
      var known = ["kind": "table"]
      if !type.isEmpty { known["source"] = type }
      let made = attributes.couplings(from: from, to: to, [], known: known, at: relation.position)
      inventory.couplings += made.couplings
    }
  }

  /// A use case is a module that uses the entities whose fields it reads or writes.
  private mutating func readUseCases(_ cases: Value) {
    inventory.listsModules = true
    inventory.listsCouplings = true
    inventory.impliesModules = true
    for useCase in cases.children.map(JSONObject.init) {
      let name = Folding.prose(useCase["name"]?.text ?? "")
      guard !name.isEmpty else { continue }
      var module = RawInventory.RawModule(position: useCase.position)
      (module.name, module.reference) = (name, name)
      module.isRepeatable = true
      inventory.modules.append(module)
      for (key, word) in [("nanoentitiesWritten", "writes"), ("nanoentitiesRead", "reads")] {
        var seen: Set<String> = []
        for field in useCase[key]?.children.compactMap(\.text) ?? [] {
          let entity = Folding.prose(field.split(separator: ".").first.map(String.init) ?? field)
          guard !entity.isEmpty, seen.insert(entity).inserted else { continue }
          inventory.couplings +=
            attributes.couplings(
              from: name, to: entity, [], known: ["kind": "table", "source": word],
              at: useCase.position
            ).couplings
        }
      }
    }
  }

  /// dependency-cruiser: a file uses what it resolves to.
  private mutating func readCruiser(_ modules: Value) {
    inventory.listsModules = true
    inventory.listsCouplings = true
    inventory.impliesModules = true
    for item in modules.children.map(JSONObject.init) {
      let source = Folding.prose((item["source"] ?? item["name"])?.text ?? "")
      guard !source.isEmpty else { continue }
      var module = RawInventory.RawModule(position: item.position)
      (module.name, module.reference) = (source, source)
      module.isRepeatable = true
      inventory.modules.append(module)
      for dependency in item["dependencies"]?.children.map({ $0 }) ?? [] {
        let object = JSONObject(dependency)
        let target = Folding.prose(
          dependency.text ?? (object["resolved"] ?? object["module"])?.text ?? "")
        guard !target.isEmpty else { continue }
        inventory.couplings +=
          attributes.couplings(
            from: source, to: target, [], known: ["kind": "code"], at: dependency.position
          ).couplings
      }
    }
  }
}

/// An object of JSON.
private struct JSONObject {
  let members: [(key: String, value: Value)]
  let position: Position

  init(_ value: Value) {
    position = value.position
    var members: [(key: String, value: Value)] = []
    var key: String?
    if value.kind == .map {
      for child in value.children {
        if let name = key {
          members.append((name, child))
          key = nil
        } else {
          key = child.text ?? ""
        }
      }
    }
    self.members = members
  }

  subscript(key: String) -> Value? { members.first { $0.key == key }?.value }
}

/// Characters that JSON writes as two escapes (`\ud83d\ude00`), which YAML does not know.
enum SurrogatePairs {
  /// The text with such pairs replaced by the characters themselves.
  ///
  /// - Complexity: O(bytes).
  static func joined(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        if let high = escape(bytes, index), (0xD800...0xDBFF).contains(high) {
          let low = escape(bytes, index + 6) ?? 0
          let isPair = (0xDC00...0xDFFF).contains(low)
          let value = isPair ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD
          let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
          result += Array(String(scalar).utf8)
          index += isPair ? 12 : 6
          continue
        }
        if let alone = escape(bytes, index), (0xDC00...0xDFFF).contains(alone) {
          result += Array("\u{FFFD}".utf8)
          index += 6
          continue
        }
        result += [bytes[index], bytes[index + 1]]
        index += 2
        continue
      }
      result.append(bytes[index])
      index += 1
    }
    return result
  }

  private static func escape(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
  }
}
