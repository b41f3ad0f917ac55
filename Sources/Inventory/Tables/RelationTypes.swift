import PlanFile
import SharedSystem

/// Which way a relation of a CMDB goes.
///
/// ServiceNow writes both readings: `Depends on::Used by`, the parent's before the colons. Other
/// programs write one of them.
enum RelationTypes {
  /// The rule for a type; unknown types are couplings as written, and counted.
  static func rule(
    of type: String, _ options: InventoryOptions, _ remarks: inout RemarkList
  ) -> RelationRule {
    let folded = Folding.key(type)
    if let rule = options.relations[folded] { return rule }
    let verb = folded.firstRange(of: "::").map { String(folded[..<$0.lowerBound]) } ?? folded
    if let rule = options.relations[verb] ?? verbs[verb] { return rule }
    remarks.add(
      "unknown-relation", subject: folded,
      en: "relations of type `\(type)` were taken as written: the first uses the second",
      ja: "種別「\(type)」の関係（前者が後者を使うものとみなします）")
    return .use
  }

  /// By the parent's reading, folded.
  private static let verbs: [String: RelationRule] = {
    let words: [(RelationRule, [String])] = [
      (
        .use,
        [
          "depends on", "uses", "use", "runs on", "hosted on", "calls", "consumes", "reads from",
          "reads", "writes to",
          "connects to", "connected to", "receives data from", "imports from", "requires",
          "consumes from",
          "instantiates", "implemented by", "served by", "supported by", "accesses",
          "exchanges data with",
          "利用", "利用する", "使用", "使用する", "依存", "依存する", "参照", "参照する", "呼び出す", "稼働先", "動作",
        ]
      ),
      (
        .reverse,
        [
          "used by", "hosts", "runs", "called by", "provides", "provides for", "sends data to",
          "exports to", "serves",
          "supports", "read by", "provided to", "depended on by", "is used by", "feeds", "提供",
          "提供する", "利用される",
          "参照される", "送信", "送信する",
        ]
      ),
      (
        .group, ["contains", "members", "cluster of", "owns", "includes", "has member", "含む", "包含"]
      ),
    ]
    var known: [String: RelationRule] = [:]
    for (rule, texts) in words { for text in texts { known[Folding.key(text)] = rule } }
    return known
  }()
}
