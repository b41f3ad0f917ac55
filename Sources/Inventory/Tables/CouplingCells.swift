import PlanFile
import SharedSystem

/// Makes couplings from cells or attributes, whatever the file they come from.
struct CouplingCells {
  private var cells = CellReading()
  private var kinds: [String: Coupling.Kind?] = [:]
  private let standardKind: String
  /// How often which way was taken, for the report.
  var remarks = RemarkList()

  init(_ options: InventoryOptions) { standardKind = options.kind }

  /// The couplings of one row.
  ///
  /// - Parameters:
  ///   - from, to: the ends; `from` uses `to`.
  ///   - row: the other cells with their meanings.
  ///   - known: values that the format itself gives.
  /// - Returns: one coupling, or two for one that goes both ways; the text of a number that is none.
  mutating func couplings(
    from: String, to: String, _ row: [(meaning: ColumnMeaning, text: String)],
    known: [String: String] = [:], at position: Position
  ) -> (couplings: [RawInventory.RawCoupling], bad: (header: String, text: String)?) {
    var coupling = RawInventory.RawCoupling(
      from: from, to: to, values: known, position: position)
    var notes: [String] = []
    var goesBothWays = false
    var hasKind = false
    for (meaning, text) in row {
      guard let key = meaning.key else { continue }
      let prose = Folding.prose(text)
      let word = cells.fold(prose)
      if prose.isEmpty { continue }
      switch key {
      case "kind":
        if ValueWords.isBlank(word) { continue }
        hasKind = true
        if let kind = kind(word) {
          coupling.values["kind"] = kind.rawValue
        } else {
          notes.append("\(meaning.header): \(prose)")
          remarks.add(
            "unknown-kind", example: prose,
            en: "couplings have a kind that is not known; `\(standardKind)` was taken",
            ja: "種別を読めない連係（`\(standardKind)` とみなします）")
        }
      case "direction":
        if CouplingCells.isBothWays(word) {
          goesBothWays = true
        } else if !ValueWords.isBlank(word) {
          notes.append("\(meaning.header): \(prose)")
        }
      case "weight", "frequency", "volume":
        if !ValueWords.isBlank(word) { notes.append("\(meaning.header): \(prose)") }
      case "mayCross":
        coupling.values[key] = ValueWords.items(prose).joined(separator: " ")
      case "notes": notes.append(prose)
      default:
        switch cells.read(text, meaning) {
        case .value(let value): coupling.values[key] = value
        case .nothing: break
        case .bad(let value): return ([], (meaning.header, value))
        }
      }
    }
    if coupling.values["kind"] == nil {
      coupling.values["kind"] = standardKind
      coupling.values["kind?"] = "assumed"
      if !hasKind {
        remarks.add(
          "no-kind", en: "couplings say nothing of their kind; `\(standardKind)` was taken",
          ja: "種別のない連係（`\(standardKind)` とみなします）")
      }
    }
    if !notes.isEmpty { coupling.values["notes"] = notes.joined(separator: "; ") }
    guard goesBothWays else { return ([coupling], nil) }
    var back = coupling
    (back.from, back.to) = (to, from)
    return ([coupling, back], nil)
  }

  private mutating func kind(_ word: String) -> Coupling.Kind? {
    if let known = kinds[word] { return known }
    let kind = ValueWords.kind(word)
    kinds[word] = .some(kind)
    return kind
  }

  private static func isBothWays(_ word: String) -> Bool {
    [
      "双方向", "両方向", "相互", "送受信", "⇔", "↔", "<->", "<=>", "both", "bidirectional", "two-way",
      "twoway",
    ]
    .contains(word)
  }
}
