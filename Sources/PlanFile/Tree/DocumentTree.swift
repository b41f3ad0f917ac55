/// The values of one file in the order they are written: texts, lists and maps.
///
/// One array holds them all: a list or a map is followed by what it holds, so a tree costs one
/// allocation, is freed without recursion, and an alias costs one node whatever it stands for.
package struct DocumentTree: Sendable {
  /// What a node is.
  package enum Kind: UInt8, Sendable {
    /// Nothing: an empty value, `~` or `null`.
    case null
    /// A text without quotes.
    case plain
    /// A text in quotes or a block of text.
    case quoted
    case list
    /// Keys and values by turns.
    case map
    /// Stands for another node of the tree.
    case alias
  }

  /// One value.
  struct Node: Sendable {
    var kind: Kind
    var line: Int32
    var column: Int32
    /// For a list or map, the index after all it holds; for an alias, the index it stands for.
    var link: Int32
    /// The text of a text.
    var text: String
  }

  /// Index of the file in the order of reading.
  let file: Int32
  /// Whether the file holds characters that are pasted by mistake (``PastedCharacters``).
  let hasPastedCharacters: Bool
  /// The values; the first is the whole document. Empty for a file without content.
  var nodes: [Node] = []

  /// Makes an empty tree.
  init(file: Int32, hasPastedCharacters: Bool = false) {
    self.file = file
    self.hasPastedCharacters = hasPastedCharacters
  }

  /// The whole document; nil for a file without content.
  package var root: Value? { nodes.isEmpty ? nil : Value(self, 0) }

  /// The index of the node after the one at `index` and all it holds.
  func next(after index: Int32) -> Int32 {
    let node = nodes[Int(index)]
    switch node.kind {
    case .list, .map: return node.link
    case .null, .plain, .quoted, .alias: return index + 1
    }
  }
}

/// One value of a tree.
package struct Value: Sendable {
  /// The tree it belongs to.
  let tree: DocumentTree
  /// Its node; never an alias.
  let index: Int32

  /// Makes a value, looking through aliases.
  init(_ tree: DocumentTree, _ index: Int32) {
    var target = index
    while tree.nodes[Int(target)].kind == .alias { target = tree.nodes[Int(target)].link }
    self.tree = tree
    self.index = target
  }

  /// Where it is written.
  package var position: Position {
    Position(
      file: tree.file, line: tree.nodes[Int(index)].line, column: tree.nodes[Int(index)].column)
  }

  /// What it is.
  package var kind: DocumentTree.Kind { tree.nodes[Int(index)].kind }

  /// The text as it is written, without quotes; nil for lists and maps.
  package var text: String? {
    switch kind {
    case .null, .plain, .quoted: tree.nodes[Int(index)].text
    case .list, .map, .alias: nil
    }
  }

  /// Whether nothing is written: an empty value, `~` or `null`.
  var isNull: Bool { kind == .null }

  /// The values of a list, or the keys and values of a map by turns; nothing for a text.
  package var children: Children { Children(self) }

  /// The values that a list or a map holds.
  package struct Children: Sequence, IteratorProtocol {
    private let tree: DocumentTree
    private var index: Int32
    private let end: Int32

    /// Makes the sequence of a value's children.
    init(_ value: Value) {
      tree = value.tree
      index = value.index + 1
      end = value.tree.next(after: value.index)
    }

    /// Whether there are at least two.
    var hasSeveral: Bool { index < end && tree.next(after: index) < end }

    /// The sequence without any child.
    static func none(of value: Value) -> Children {
      var children = Children(value)
      children.index = children.end
      return children
    }

    /// The next child.
    package mutating func next() -> Value? {
      guard index < end else { return nil }
      defer { index = tree.next(after: index) }
      return Value(tree, index)
    }
  }
}
