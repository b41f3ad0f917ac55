import PlanFile
import ProjectXML
import SharedSystem

/// Reads the ArchiMate Model Exchange File Format of The Open Group.
///
/// Elements of the application and technology layers are modules, and so are types that are not
/// known; business, motivation, strategy and migration are not taken, and counted. What uses what
/// follows from the type of a relationship (``ArchiMateTypes``). Attributes of elements become
/// columns as in tables, through their property definitions.
///
/// Source: ArchiMate Model Exchange File Format for the ArchiMate Modeling Language 3, The Open
/// Group, standard C19C.
struct ArchiMateReader {
  private let file: Int32
  private let options: InventoryOptions
  private var attributes: GraphAttributes
  private var remarks = RemarkList()
  private var definitions: [String: String] = [:]
  private var elements: [Element] = []
  private var relations: [Relation] = []
  private var stack: [String] = []
  private var language = ""
  private var definition = ""
  private var property = ""
  private var isElement = false
  private var isRelation = false
  private var budget = GraphBudget()

  private struct Element {
    var id: String
    var type: String
    var names: [(language: String, text: String)] = []
    var properties: [(definition: String, text: String)] = []
    var documentation = ""
    var line: Int
  }

  private struct Relation {
    var type: String
    var source: String
    var target: String
    var name = ""
    var properties: [(definition: String, text: String)] = []
    var line: Int
  }

  private init(file: Int32, _ options: InventoryOptions) {
    self.file = file
    self.options = options
    attributes = GraphAttributes(options)
  }

  /// Reads a document.
  ///
  /// - Throws: why it is none of the format, or that it is too large.
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: [UInt8], file: Int32, _ options: InventoryOptions
  ) throws(PlacedMessage) -> (RawInventory, [InventoryReport.Column]) {
    var reader = ArchiMateReader(file: file, options)
    try XMLElements.read(bytes, as: "ArchiMate", root: "model", file: file) { event in
      switch event {
      case .start(let start): reader.start(start)
      case .end(let name, let text): reader.end(name, text)
      }
      return reader.budget.exceededAt == nil
    }
    try reader.budget.check(file: file)
    return reader.finished()
  }

  private mutating func start(_ start: XMLElements.Start) {
    let holder = stack.last ?? ""
    stack.append(start.name)
    // An id stands in for a name where there is none: it must be text, too.
    let value = { (key: String) in Folding.prose(start.attributes[key] ?? "") }
    switch (holder, start.name) {
    case ("elements", "element"):
      guard budget.takeItem(at: start.line) else { return }
      elements.append(Element(id: value("identifier"), type: value("type"), line: start.line))
      isElement = true
    case ("relationships", "relationship"):
      guard budget.takeItem(at: start.line) else { return }
      relations.append(
        Relation(
          type: value("type"), source: value("source"), target: value("target"), line: start.line))
      isRelation = true
    // Version 2 calls it so.
    case (_, "propertyDefinition"), (_, "propertydef"):
      guard budget.takeAttribute(at: start.line) else { return }
      definition = value("identifier")
      if !value("name").isEmpty { definitions[definition] = value("name") }
    case (_, "property"):
      property = value("propertyDefinitionRef")
      if property.isEmpty { property = value("identifierref") }
    case (_, "name"), (_, "label"), (_, "value"), (_, "documentation"):
      guard budget.takeAttribute(at: start.line) else { return }
      language = value("lang")
    default: break
    }
  }

  private mutating func end(_ name: String, _ text: String) {
    stack.removeLast()
    let holder = stack.last ?? ""
    let text = Folding.prose(text)
    switch (holder, name) {
    case ("elements", "element"): isElement = false
    case ("relationships", "relationship"): isRelation = false
    case ("element", "name"), ("element", "label"):
      if isElement, !text.isEmpty { elements[elements.count - 1].names.append((language, text)) }
    case ("element", "documentation"):
      if isElement { elements[elements.count - 1].documentation = text }
    case ("relationship", "name"), ("relationship", "label"):
      if isRelation { relations[relations.count - 1].name = text }
    case ("propertyDefinition", "name"): definitions[definition] = text
    case ("property", "value"):
      if isElement {
        elements[elements.count - 1].properties.append((property, text))
      } else if isRelation {
        relations[relations.count - 1].properties.append((property, text))
      }
    default: break
    }
  }

  private mutating func finished() -> (RawInventory, [InventoryReport.Column]) {
    var inventory = RawInventory()
    inventory.listsModules = true
    inventory.listsCouplings = true
    var typeOf: [String: String] = [:]
    var names: [String: String] = [:]
    var indexOf: [String: Int] = [:]
    for element in elements {
      // Without an id nothing refers to it.
      let hasID = !element.id.isEmpty
      if hasID { typeOf[element.id] = element.type }
      var module = RawInventory.RawModule(
        position: Position(file: file, line: Int32(clamping: element.line)))
      module.reference = element.id
      module.code = hasID ? element.id : nil
      for (language, text) in element.names {
        let code = String(language.lowercased().prefix(2))
        // A plan's table has columns for these two.
        if code == "ja" || code == "en", module.names[code] == nil { module.names[code] = text }
      }
      module.name =
        module.names["ja"] ?? module.names["en"] ?? element.names.first?.text ?? element.id
      if module.names.count < 2 { module.names = [:] }
      if hasID { names[element.id] = module.name }
      guard !ArchiMateTypes.isLeftOut(element.type) else {
        if element.type != "Grouping" {
          remarks.add(
            "left-out", subject: element.type, example: module.name,
            en: "elements of type \(element.type) are no modules",
            ja: "\(element.type) の要素（モジュールとしません）")
        }
        continue
      }
      if !element.documentation.isEmpty { module.values["notes"] = element.documentation }
      var bad: Rejection?
      for (definition, text) in element.properties {
        let header = definitions[definition] ?? definition
        bad = bad ?? attributes.set(header, text, of: &module)
      }
      if let bad {
        inventory.rejections.append(bad)
        continue
      }
      if hasID { indexOf[element.id] = inventory.modules.count }
      inventory.modules.append(module)
    }
    for relation in relations {
      add(relation, typeOf, names, indexOf, to: &inventory)
    }
    inventory.remarks = remarks
    inventory.remarks.add(attributes.remarks)
    return (inventory, attributes.columns)
  }

  private mutating func add(
    _ relation: Relation, _ typeOf: [String: String], _ names: [String: String],
    _ indexOf: [String: Int], to inventory: inout RawInventory
  ) {
    let position = Position(file: file, line: Int32(clamping: relation.line))
    guard !relation.source.isEmpty, !relation.target.isEmpty else {
      inventory.rejections.append(
        Rejection(
          "no-end", at: position, en: "a relationship without source or target",
          ja: "source または target のない関係"))
      return
    }
    let type = ArchiMateTypes.plain(relation.type)
    let rule = ArchiMateTypes.rule(of: type, options, &remarks)
    if rule == .group {
      if relation.source != relation.target, let index = indexOf[relation.target],
        let group = names[relation.source]
      {
        inventory.modules[index].values["group"] =
          inventory.modules[index].values["group"] ?? group
      }
      return
    }
    let ends = [relation.source, relation.target]
    if rule == .skip || ends.contains(where: { typeOf[$0].map(ArchiMateTypes.isLeftOut) ?? false })
    {
      remarks.add(
        "relation-left-out", subject: type,
        en: "relationships of type \(type) are no couplings between modules",
        ja: "\(type) の関係（モジュール間の連係ではありません）")
      return
    }
    let (from, to) =
      rule == .reverse
      ? (relation.target, relation.source) : (relation.source, relation.target)
    let row: [(String, String)] = relation.properties.map {
      (definitions[$0.definition] ?? $0.definition, $0.text)
    }
    var known = ["source": relation.name.isEmpty ? type : "\(type): \(relation.name)"]
    let touchesData = ends.contains { typeOf[$0] == "DataObject" || typeOf[$0] == "Artifact" }
    switch type {
    case _ where type == "Access" || touchesData: known["kind"] = "table"
    case "Flow": known["kind"] = "file"
    case "Serving", "UsedBy": known["kind"] = "api"
    default: break
    }
    let made = attributes.couplings(from: from, to: to, row, known: known, at: position)
    inventory.couplings += made.couplings
    if let bad = made.bad { inventory.rejections.append(bad) }
  }
}
