// libyaml, the parser inside Yams. Yams' own `compose` makes an object per value, recurses, stops
// at the first duplicate key and hashes aliases in keys to any size: ten times slower than this,
// and unsafe against hostile files. The events it is built on have none of these troubles.
import CYaml

/// Builds the tree of a YAML file from the events of libyaml.
///
/// Not a YAML parser: all of the syntax is libyaml's. It decides only what is kept, and stops at
/// the limits of ``ReadingLimits``. Tags are ignored: a value means what its place in the plan
/// says, so `2027-03-31`, `0x10` and `yes` stay texts.
///
/// - Complexity: O(bytes) time and space; the stack does not grow with the depth of the file.
@safe
package struct YAMLComposer: ~Copyable {
  private var parser = unsafe yaml_parser_t()
  private var tree: DocumentTree
  private var open: [OpenNode] = []
  private var anchors: [String: Anchored] = [:]
  /// Values and characters so far, with every alias counted as all that it stands for.
  private var expanded = 0
  private let expandedLimit: Int
  private let valueLimit: Int

  /// A list or map whose end has not been reached.
  private struct OpenNode {
    var index: Int32
    var anchor: String?
    var expandedBefore: Int
    /// Levels of lists and maps inside it.
    var height: Int32 = 0
  }

  /// A value that aliases can stand for.
  private struct Anchored {
    var index: Int32
    var size: Int
    var height: Int32
  }

  /// Reads a file's text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 without byte-order mark, already checked.
  ///   - file: index of the file in the order of reading.
  ///   - hasPastedCharacters: what the check of the text found.
  ///   - valueLimit: how many values the file may hold.
  /// - Throws: the first problem; a file has no meaning after a syntax error.
  package static func compose(
    _ bytes: [UInt8], file: Int32, hasPastedCharacters: Bool, valueLimit: Int
  ) throws(PlacedMessage) -> DocumentTree {
    var tree = DocumentTree(file: file, hasPastedCharacters: hasPastedCharacters)
    // Plans have a value for every seven bytes or so.
    tree.nodes.reserveCapacity(min(bytes.count / 7 + 16, valueLimit))
    var composer = YAMLComposer(
      tree: tree, expandedLimit: ReadingLimits.expansion + 2 * bytes.count, valueLimit: valueLimit)
    // An empty array may have no address, which libyaml refuses.
    let text = bytes.isEmpty ? [UInt8(ascii: "\n")] : bytes
    let result = unsafe text.withUnsafeBufferPointer { buffer -> Result<Void, PlacedMessage> in
      unsafe yaml_parser_set_input_string(&composer.parser, buffer.baseAddress, buffer.count)
      do throws(PlacedMessage) {
        return .success(try composer.readDocument())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    return composer.tree
  }

  private init(tree: consuming DocumentTree, expandedLimit: Int, valueLimit: Int) {
    self.tree = tree
    self.expandedLimit = expandedLimit
    self.valueLimit = valueLimit
    unsafe yaml_parser_initialize(&parser)
    unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
  }

  deinit {
    var parser = unsafe self.parser
    unsafe yaml_parser_delete(&parser)
  }

  private mutating func readDocument() throws(PlacedMessage) {
    var documents = 0
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(&parser, &event) == 1 else { throw problem() }
      defer { unsafe yaml_event_delete(&event) }
      let place = unsafe position(event.start_mark)
      switch unsafe event.type {
      case YAML_STREAM_END_EVENT: return
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 { throw PlacedMessage(.severalDocuments(), place) }
      case YAML_ALIAS_EVENT:
        try addAlias(unsafe YAMLComposer.string(event.data.alias.anchor) ?? "", at: place)
      case YAML_SCALAR_EVENT:
        let scalar = unsafe event.data.scalar
        let text = unsafe String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
        let kind: DocumentTree.Kind =
          !isPlain ? .quoted : YAMLComposer.isNull(text) ? .null : .plain
        let index = try add(kind, text, at: place)
        if let anchor = unsafe YAMLComposer.string(scalar.anchor) {
          anchors[anchor] = Anchored(index: index, size: 1 + text.utf8.count, height: 0)
        }
      case YAML_SEQUENCE_START_EVENT:
        let anchor = unsafe YAMLComposer.string(event.data.sequence_start.anchor)
        try begin(.list, anchor: anchor, at: place)
      case YAML_MAPPING_START_EVENT:
        let anchor = unsafe YAMLComposer.string(event.data.mapping_start.anchor)
        try begin(.map, anchor: anchor, at: place)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: end()
      default: break
      }
    }
  }

  private static func isNull(_ text: String) -> Bool {
    guard text.utf8.count <= 4 else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  private mutating func begin(
    _ kind: DocumentTree.Kind, anchor: String?, at place: Position
  ) throws(PlacedMessage) {
    guard open.count < Int(ReadingLimits.depth) else { throw PlacedMessage(.tooDeep(), place) }
    let before = expanded
    let index = try add(kind, "", at: place)
    open.append(OpenNode(index: index, anchor: anchor, expandedBefore: before))
  }

  private mutating func end() {
    guard let node = open.popLast() else { return }
    tree.nodes[Int(node.index)].link = Int32(tree.nodes.count)
    raise(to: node.height + 1)
    if let anchor = node.anchor {
      anchors[anchor] = Anchored(
        index: node.index, size: expanded - node.expandedBefore, height: node.height + 1)
    }
  }

  private mutating func addAlias(_ name: String, at place: Position) throws(PlacedMessage) {
    guard let target = anchors[name] else { throw PlacedMessage(.unknownAlias(name), place) }
    guard open.count + Int(target.height) <= Int(ReadingLimits.depth) else {
      throw PlacedMessage(.tooDeep(), place)
    }
    expanded += target.size - 1
    let index = try add(.alias, "", at: place)
    tree.nodes[Int(index)].link = target.index
    raise(to: target.height)
  }

  private mutating func add(
    _ kind: DocumentTree.Kind, _ text: String, at place: Position
  ) throws(PlacedMessage) -> Int32 {
    expanded += 1 + text.utf8.count
    guard expanded <= expandedLimit else { throw PlacedMessage(.aliasBomb(), place) }
    guard tree.nodes.count < valueLimit else {
      throw PlacedMessage(.tooManyValues(), place)
    }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      DocumentTree.Node(
        kind: kind, line: place.line, column: place.column, link: index + 1, text: text))
    return index
  }

  private mutating func raise(to height: Int32) {
    guard let last = open.indices.last else { return }
    open[last].height = max(open[last].height, height)
  }

  private func position(_ mark: yaml_mark_t) -> Position {
    Position(
      file: tree.file, line: Int32(clamping: mark.line + 1),
      column: Int32(clamping: mark.column + 1))
  }

  private func problem() -> PlacedMessage {
    let text = unsafe parser.problem.map { unsafe String(cString: $0) } ?? ""
    let context = unsafe parser.context.map { unsafe String(cString: $0) } ?? ""
    return unsafe PlacedMessage(
      .syntax(problem: text, context: context, contextLine: Int(parser.context_mark.line) + 1),
      position(parser.problem_mark))
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }
}
