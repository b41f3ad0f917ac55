import PlanFile
import SharedSystem

/// Replaces the words for owners in the cells of modules and couplings by ids.
struct OwnerCells {
  var directory: OwnerDirectory
  var remarks = RemarkList()
  private var custodiansAreHolders = false
  private var hasGroups = false

  init(_ directory: OwnerDirectory) { self.directory = directory }

  /// How many companies a column of custodians may name to be a column of holders.
  private static let mostHolders = 3

  /// Decides what a column of custodians (主管) means: companies hold a module, departments group
  /// it.
  ///
  /// They are companies when all of them are known as owners; or, when nothing else says who the
  /// owners are, when there are no more than three different ones and none is called a department.
  mutating func decide(_ modules: [RawInventory.RawModule]) {
    hasGroups = modules.contains { $0.values["group"] != nil }
    let custodians = Set(modules.compactMap { $0.values["custodian"] })
    guard !custodians.isEmpty else { return }
    // Owners in the other columns come first, so that custodians can be compared with them.
    for module in modules {
      for key in ["owner", "heldBy", "allowed"] {
        for item in ValueWords.items(module.values[key] ?? "") {
          _ = directory.meaningOrNew(of: item)
        }
      }
    }
    let words = Set(custodians.flatMap { ValueWords.items($0) })
    let known = words.allSatisfy { directory.isCompany($0) }
    custodiansAreHolders =
      known
      || directory.isEmpty && directory.mayGrow && words.count <= OwnerCells.mostHolders
        && !words.contains(where: OwnerCells.isDepartment)
    let (english, japanese) =
      custodiansAreHolders
      ? ("who holds the module today", "現在の保有者（heldBy）")
      : hasGroups ? ("kept as a note", "備考（notes）") : ("the module's group", "グループ（group）")
    remarks.add(
      "custodian", count: 1, en: "the department or company in charge was taken as: \(english)",
      ja: "主管・所管の列の扱い: \(japanese)")
  }

  /// Whether a word names a part of a company.
  private static func isDepartment(_ word: String) -> Bool {
    let key = Folding.key(word)
    return ["部", "課", "室", "局", "班", "係", "グループ", "チーム", "センター", "部門", "本部", "支店", "営業所"]
      .contains(where: key.hasSuffix) || key.contains("department") || key.hasSuffix("division")
      || key.hasSuffix("team")
  }

  /// The key that the column of custodians became.
  var custodianKey: String { custodiansAreHolders ? "heldBy" : hasGroups ? "notes" : "group" }

  /// Replaces words by ids.
  mutating func replace(in values: inout [String: String]) {
    if let custodian = values.removeValue(forKey: "custodian") {
      if custodiansAreHolders {
        values["heldBy"] = values["heldBy"] ?? custodian
      } else if !hasGroups {
        values["group"] = custodian
      } else {
        let note = "主管: \(custodian)"
        values["notes"] = values["notes"].map { "\($0) / \(note)" } ?? note
      }
    }
    if let text = values.removeValue(forKey: "owner") { readOwner(text, &values) }
    for key in ["heldBy", "allowed", "mayCross"] {
      guard let text = values[key] else { continue }
      var ids: [String] = []
      for item in OwnerCells.items(text) {
        switch directory.meaningOrNew(of: item) {
        case .owner(let id): if !ids.contains(id) { ids.append(id) }
        case .both: if key == "allowed", !ids.contains("both") { ids.append("both") }
        case .unknown: unknown(item)
        }
      }
      // "両社" as holders are all owners; without a list nothing is said.
      values[key] = ids.isEmpty ? nil : ids.joined(separator: " ")
    }
    if let owner = values["owner"], let allowed = values["allowed"],
      !allowed.split(separator: " ").contains(Substring(owner))
    {
      values["allowed"] = nil
    }
    for key in values.keys.sorted() where key.hasPrefix("keep.") {
      guard !directory.contains(String(key.dropFirst(5))) else { continue }
      if case .owner(let id) = directory.meaningOrNew(of: String(key.dropFirst(5))) {
        let value = values.removeValue(forKey: key)
        values["keep.\(id)"] = value
      } else {
        values[key] = nil
        unknown(String(key.dropFirst(5)))
      }
    }
  }

  private mutating func readOwner(_ text: String, _ values: inout [String: String]) {
    let items = OwnerCells.items(text)
    let meanings = items.map { directory.meaningOrNew(of: $0) }
    for (item, meaning) in zip(items, meanings) where meaning == .unknown { unknown(item) }
    let known = meanings.filter { $0 != .unknown }
    if known.count == 1, case .owner(let id) = known[0] {
      values["owner"] = id
    } else if !known.isEmpty {
      // 両社, or both names: each owner has an instance.
      values["allowed"] = "both"
    }
  }

  /// Ids of a plan's own tables stand with spaces between them.
  private static func items(_ text: String) -> [String] {
    let items = ValueWords.items(text)
    return items.flatMap { item in
      let parts = item.split(separator: " ").map(String.init)
      return parts.allSatisfy { StableID.isID($0) } ? parts : [item]
    }
  }

  private mutating func unknown(_ word: String) {
    remarks.add(
      "unknown-owner", subject: Folding.key(word), example: word,
      en: "`\(Message.shown(word))` is no owner of the plan; the cells were left out",
      ja: "「\(Message.shown(word))」は計画の owners にありません（セルは取り込みません）")
  }
}
