import PlanFile

/// How much of a graph is read, so that no file can use up memory: its nodes and edges, and what
/// each is said to be.
struct GraphBudget {
  /// How many attributes there may be; a node or an edge counts as eight.
  private static let most = 2_000_000

  private var left = most
  /// The line at which it was used up.
  private(set) var exceededAt: Int?

  /// Takes room for a node or an edge.
  ///
  /// - Returns: false when there is none.
  mutating func takeItem(at line: Int) -> Bool { take(8, at: line) }

  /// Takes room for an attribute.
  ///
  /// - Returns: false when there is none.
  mutating func takeAttribute(at line: Int) -> Bool { take(1, at: line) }

  private mutating func take(_ amount: Int, at line: Int) -> Bool {
    guard left >= amount else {
      left = 0
      exceededAt = exceededAt ?? line
      return false
    }
    left -= amount
    return true
  }

  /// That a graph is too large.
  static func message() -> Message {
    Message(
      "too-large", en: "the graph has more nodes, edges and attributes than are read",
      ja: "グラフのノード・辺・属性が多すぎます",
      maybe: Message.Advice(
        en: "a part of it was meant, or it can be split.", ja: "一部だけを書き出すか、分ける"))
  }

  /// Checks at the end that the whole graph was read.
  func check(file: Int32) throws(PlacedMessage) {
    guard let exceededAt else { return }
    throw PlacedMessage(
      GraphBudget.message(), Position(file: file, line: Int32(clamping: exceededAt)))
  }
}
