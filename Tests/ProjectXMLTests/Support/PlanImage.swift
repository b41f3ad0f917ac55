import Planning

/// All that a value says, as lines that can be compared: every stored property by reflection, so a
/// property that is added later is compared too. Places in files are left out.
enum PlanImage {
  static func lines(of value: Any) -> [String] {
    var lines: [String] = []
    add(value, path: "", to: &lines)
    return lines
  }

  /// The first lines in which two values differ; empty when they are the same.
  static func difference(_ left: Any, _ right: Any) -> String {
    let (one, two) = (lines(of: left), lines(of: right))
    guard one != two else { return "" }
    let first =
      zip(one, two).enumerated().first { $1.0 != $1.1 }?.offset ?? min(one.count, two.count)
    let context = max(0, first - 2)
    return "\(one.dropFirst(context).prefix(6))\n  is now \(two.dropFirst(context).prefix(6))"
  }

  private static func add(_ value: Any, path: String, to lines: inout [String]) {
    if let text = value as? String {
      // By code points: Swift's texts are equal when they look the same.
      let isPlain = text.utf8.allSatisfy { (32..<127).contains($0) }
      lines.append("\(path) \(isPlain ? text : text.unicodeScalars.map(\.value).description)")
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      guard let some = mirror.children.first else { return lines.append("\(path) nil") }
      add(some.value, path: path, to: &lines)
    case .dictionary:
      var inner: [String] = []
      for child in mirror.children {
        var entry: [String] = []
        add(child.value, path: "", to: &entry)
        inner.append(entry.joined(separator: "|"))
      }
      lines.append("\(path) \(inner.sorted())")
    case .collection, .set:
      lines.append("\(path) \(mirror.children.count)")
      for (index, child) in mirror.children.enumerated() {
        add(child.value, path: "\(path)[\(index)]", to: &lines)
      }
    case .enum where mirror.children.isEmpty: lines.append("\(path) \(value)")
    case nil: lines.append("\(path) \(value)")
    default:
      for child in mirror.children where child.label != "location" {
        add(child.value, path: "\(path).\(child.label ?? "")", to: &lines)
      }
    }
  }
}
