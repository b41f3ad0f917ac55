import Planning

/// All that a value says, as lines that can be compared: every stored property by reflection, so a
/// property that is added later is compared too. Places in files are left out; dictionaries are in
/// order.
enum PlanImage {
  static func lines(of value: Any) -> [String] {
    var lines: [String] = []
    add(value, label: "", to: &lines)
    return lines
  }

  private static func add(_ value: Any, label: String, to lines: inout [String]) {
    if let text = value as? String {
      // By code points: Swift's texts are equal when they look the same.
      let isPlain = text.utf8.allSatisfy { (32..<127).contains($0) }
      lines.append("\(label) \(isPlain ? text : text.unicodeScalars.map(\.value).description)")
      return
    }
    if let number = value as? any BinaryInteger {
      lines.append("\(label) \(number)")
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      guard let some = mirror.children.first else {
        lines.append("\(label) nil")
        return
      }
      add(some.value, label: label, to: &lines)
    case .dictionary:
      var inner: [[String]] = []
      for child in mirror.children {
        var lines: [String] = []
        add(child.value, label: "", to: &lines)
        inner.append(lines)
      }
      lines.append("\(label) \(inner.count)")
      for entry in inner.sorted(by: { $0.lexicographicallyPrecedes($1) }) { lines += entry }
    case .collection, .set:
      lines.append("\(label) \(mirror.children.count)")
      for child in mirror.children { add(child.value, label: "-", to: &lines) }
    case .enum where mirror.children.isEmpty: lines.append("\(label) \(value)")
    case nil: lines.append("\(label) \(value)")
    default:
      lines.append("\(label) \(mirror.children.count)")
      for child in mirror.children where child.label != "location" {
        add(child.value, label: child.label ?? "", to: &lines)
      }
    }
  }
}
