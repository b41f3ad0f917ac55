package import PlanFile
package import SharedSystem

/// What an inventory's files say, before ids are given and ends of couplings are looked up.
struct RawInventory: Sendable {
  /// A module as a file has it.
  struct RawModule: Sendable {
    /// How the file's couplings call it, besides its name; empty when by nothing else.
    var reference = ""
    /// What should become its id; nil: made of the name.
    var code: String?
    /// What people call it.
    var name = ""
    /// Its names by language, where the file has several.
    var names: [String: String] = [:]
    /// The cells of a plan's table by column, owners as the file writes them.
    var values: [String: String] = [:]
    /// Where it is written.
    var position: Position
    /// Whether it was written as a module, not only named by a coupling.
    var isListed = true
    /// Whether it may come up several times: in graphs, every file names what it touches.
    var isRepeatable = false
  }

  /// A coupling as a file has it: `from` uses `to`.
  struct RawCoupling: Sendable {
    var from: String
    var to: String
    /// The cells of a plan's table by column.
    var values: [String: String] = [:]
    var position: Position
  }

  var modules: [RawModule] = []
  var couplings: [RawCoupling] = []
  /// Whether ends of couplings that are no module of the file are modules nevertheless.
  var impliesModules = false
  /// Whether the files list modules, or couplings, at all.
  var listsModules = false
  var listsCouplings = false
  var rejections: [Rejection] = []
  var remarks = RemarkList()
  var sources: [InventoryReport.Source] = []
  /// The distinct names of holders or departments in the column of custodians.
  var hasCustodians = false
}

/// A row that was not imported.
package struct Rejection: Sendable {
  /// Index of the file.
  package var position: Position
  /// A stable name of the reason.
  package var kind: String
  /// Why.
  package var reason: LocalizedText

  init(_ kind: String, at position: Position, en: String, ja: String) {
    self.position = position
    self.kind = kind
    reason = LocalizedText(byLanguage: ["en": en, "ja": ja])
  }
}

/// Things worth knowing about an import, counted by kind.
struct RemarkList: Sendable {
  /// The remarks in the order they first came up.
  private(set) var all: [InventoryReport.Remark] = []
  private var indexOf: [String: Int] = [:]
  private static let examples = 5

  /// Counts a remark.
  ///
  /// - Parameters:
  ///   - kind: its stable name; remarks of one kind and subject are counted together.
  ///   - subject: what it is about, when remarks of the kind differ by it.
  ///   - example: one case.
  mutating func add(
    _ kind: String, subject: String = "", example: String? = nil, count: Int = 1,
    en: @autoclosure () -> String, ja: @autoclosure () -> String
  ) {
    let key = "\(kind)\u{0}\(subject)"
    let index: Int
    if let known = indexOf[key] {
      index = known
      all[index].count += count
    } else {
      index = all.count
      indexOf[key] = index
      all.append(
        InventoryReport.Remark(
          kind: kind, count: count, examples: [],
          text: LocalizedText(byLanguage: ["en": en(), "ja": ja()])))
    }
    if let example, all[index].examples.count < RemarkList.examples,
      !all[index].examples.contains(example)
    {
      all[index].examples.append(example)
    }
  }

  /// Joins the remarks of several files.
  mutating func add(_ other: RemarkList) {
    for remark in other.all {
      let english = remark.text.text(in: .en)
      let key = "\(remark.kind)\u{0}\(english)"
      if let known = indexOf[key] {
        all[known].count += remark.count
      } else {
        indexOf[key] = all.count
        all.append(remark)
      }
    }
  }
}
