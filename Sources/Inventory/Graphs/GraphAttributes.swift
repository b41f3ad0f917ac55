import PlanFile
import SharedSystem

/// Attributes of nodes and edges, read as the columns of a table are.
///
/// Graphs name their attributes as freely as tables do; each name is looked up once and listed in
/// the report with the number of its values.
struct GraphAttributes {
  private var moduleMeanings: [String: ColumnMeaning] = [:]
  private var couplingMeanings: [String: ColumnMeaning] = [:]
  private var counts: [String: Int] = [:]
  private var order: [(header: String, isModule: Bool)] = []
  private let given: [String: String]
  private var cells = CellReading()
  private var couplings: CouplingCells
  private static let mostNames = 500

  init(_ options: InventoryOptions) {
    given = options.mapping
    couplings = CouplingCells(options)
  }

  /// Sets a module's values from an attribute; names and layout that the format itself knows are
  /// the reader's.
  ///
  /// - Returns: what is wrong with it, when it is a number that is none.
  mutating func set(
    _ header: String, _ text: String, of module: inout RawInventory.RawModule
  ) -> Rejection? {
    let text = Folding.prose(text)
    guard !text.isEmpty, let meaning = meaning(header, isModule: true), let key = meaning.key
    else { return nil }
    switch key {
    case "id", "number", "ignore": return nil
    case "name", "part": module.name = text
    case "name.ja", "name.en": module.names[String(key.suffix(2))] = text
    default:
      switch cells.read(text, meaning) {
      case .value(let value):
        let known = key == "notes" ? module.values[key] : nil
        module.values[key] = known.map { "\($0) / \(value)" } ?? value
      case .nothing: break
      case .bad(let value):
        return Rejection(
          "bad-number", at: module.position,
          en: "`\(Message.shown(value))` in `\(Message.shown(header))` is not a number",
          ja: "「\(Message.shown(header))」の「\(Message.shown(value))」は数値ではありません")
      }
    }
    return nil
  }

  /// The couplings of an edge with its attributes.
  mutating func couplings(
    from: String, to: String, _ attributes: [(String, String)], known: [String: String] = [:],
    at position: Position
  ) -> (couplings: [RawInventory.RawCoupling], bad: Rejection?) {
    var row: [(meaning: ColumnMeaning, text: String)] = []
    for (header, text) in attributes where !text.isEmpty {
      guard let meaning = meaning(header, isModule: false), let key = meaning.key else { continue }
      let ends = ["from", "to", "sender", "receiver", "parent", "child", "number", "ignore"]
      if !ends.contains(key) { row.append((meaning, text)) }
    }
    let made = couplings.couplings(from: from, to: to, row, known: known, at: position)
    let bad = made.bad.map {
      Rejection(
        "bad-number", at: position,
        en: "`\(Message.shown($0.text))` in `\($0.header)` is not a number",
        ja: "「\($0.header)」の「\(Message.shown($0.text))」は数値ではありません")
    }
    return (made.couplings, bad)
  }

  private mutating func meaning(_ header: String, isModule: Bool) -> ColumnMeaning? {
    let key = (isModule ? "m" : "c") + header
    counts[key, default: 0] += 1
    if let known = isModule ? moduleMeanings[header] : couplingMeanings[header] { return known }
    guard order.count < GraphAttributes.mostNames else { return nil }
    let vocabulary = isModule ? ModuleVocabulary.vocabulary : CouplingVocabulary.vocabulary
    let meaning = ColumnMeaning(header, vocabulary, given: given)
    if isModule { moduleMeanings[header] = meaning } else { couplingMeanings[header] = meaning }
    order.append((header, isModule))
    return meaning
  }

  /// What was noticed.
  var remarks: RemarkList {
    var remarks = cells.remarks
    remarks.add(couplings.remarks)
    return remarks
  }

  /// The attributes for the report.
  var columns: [InventoryReport.Column] {
    order.map { header, isModule in
      let meaning = isModule ? moduleMeanings[header] : couplingMeanings[header]
      var key = meaning?.key
      switch key {
      case "weight", "frequency", "volume", "direction": key = "notes"
      case "number", "ignore", "id": key = nil
      default: break
      }
      return InventoryReport.Column(
        header: header, key: key, filled: counts[(isModule ? "m" : "c") + header] ?? 0)
    }
  }
}
