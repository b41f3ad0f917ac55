import PlanFile

/// Adds lines at the end of a plan and leaves everything else of it as it is, comments included.
enum PlanEdit {
  /// The plan with the lines added; nil when they would not become keys of the plan: when it is
  /// written in braces, or its end is marked.
  ///
  /// - Complexity: O(bytes).
  static func adding(_ lines: [(key: String, value: String)], to plan: [UInt8]) -> [UInt8]? {
    var result = plan
    let breaks: [UInt8] = plan.contains(0x0D) ? [0x0D, 0x0A] : [0x0A]
    if let last = result.last, last != 0x0A { result += breaks }
    for (key, value) in lines { result += Array("\(key): \(value)".utf8) + breaks }
    let content = result.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(result.dropFirst(3)) : result
    guard
      let tree = try? YAMLComposer.compose(
        content, file: 0, hasPastedCharacters: false, valueLimit: ReadingLimits.valuesPerPlan),
      let root = tree.root, root.kind == .map
    else { return nil }
    var found: [String: String] = [:]
    var key: String?
    for child in root.children {
      if let name = key {
        found[name] = child.text
        key = nil
      } else {
        key = child.text ?? ""
      }
    }
    return lines.allSatisfy { found[$0.key] == $0.value } ? result : nil
  }
}
