internal import CLibXML2

/// One document on its way through libxml2's parser, element by element.
///
/// The parser calls the functions of this value by its address while it runs; nothing of the
/// document is kept but what the builder takes.
struct DocumentReading: ~Copyable {
  var builder = MSPDIBuilder()
  private var source: ByteSource
  private var tree: ElementTree
  /// The nodes of the open elements, from the document to the innermost.
  private var open: [Int32] = [ElementTree.document]
  private var isCollecting = false
  /// The namespace of the root, which the parser keeps once.
  private var namespace: UnsafePointer<UInt8>?
  /// Bytes handed to the parser since it last called.
  private var silent = 0
  /// Whether reading was given up; what the parser then complains of is of no interest.
  private var isStopped = false
  private let parser: xmlParserCtxtPtr
  /// Lines before what the parser sees.
  private let skippedLines: Int32

  /// How deep elements may be nested; the format nests eight deep.
  static let deepest = 100
  /// How many attributes an element may have; the format has none.
  static let mostAttributes = 32
  /// How much memory a file may take: a fixed amount, and so many bytes for each of its own.
  static let weight = (fixed: 48 << 20, each: 1)
  /// How many names of elements and attributes there may be; the format has some four hundred.
  static let mostNames: Int32 = 20_000

  init(_ source: consuming ByteSource, parser: xmlParserCtxtPtr) {
    skippedLines = Int32(clamping: source.skipSpace())
    self.source = source
    self.parser = parser
    let dictionary = parser.pointee.dict
    tree = ElementTree(.project) { xmlDictLookup(dictionary, $0, -1) }
    open.reserveCapacity(DocumentReading.deepest + 1)
  }

  /// An element begins.
  mutating func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?, attributes: Int32
  ) {
    silent = 0
    if open.count > DocumentReading.deepest { return stop(.tooDeep(DocumentReading.deepest)) }
    if attributes > DocumentReading.mostAttributes {
      return stop(.tooManyAttributes(DocumentReading.mostAttributes))
    }
    // The parser's table of names has lists that grow with it.
    if xmlDictSize(parser.pointee.dict) > DocumentReading.mostNames {
      return stop(.tooManyNames(Int(DocumentReading.mostNames)))
    }
    if open.count == 1 { startRoot(name, namespace) }
    let isOurs = namespace == self.namespace || namespace == nil
    let node = isOurs ? tree.child(of: open[open.count - 1], name) : ElementTree.other
    open.append(node)
    isCollecting = tree.isField[Int(node)]
    if isCollecting { builder.text.clear() }
    if let begin = tree.begins[Int(node)] {
      notePlace()
      begin(&builder)
    } else if !tree.isRead[Int(node)] {
      tree.count(node)
    }
  }

  /// An element ends.
  mutating func end() {
    silent = 0
    guard open.count > 1, !isStopped else { return }
    let node = open.removeLast()
    if let end = tree.ends[Int(node)] {
      notePlace()
      end(&builder)
      if let value = builder.unreadable {
        builder.unreadable = nil
        if !builder.problems.isOnlyCounted(value.problem) {
          builder.note(
            value.severity, .unreadable(value, builder.text.string, in: tree.path(of: node)))
        }
      }
      let (fixed, each) = DocumentReading.weight
      if builder.weight > fixed + each * source.handedOut { stop(.tooMuch) }
    }
    isCollecting = tree.isField[Int(open[open.count - 1])]
  }

  /// Text, or a part of it.
  mutating func characters(_ bytes: UnsafePointer<UInt8>, _ count: Int32) {
    silent = 0
    if isCollecting { builder.text.append(bytes, Int(count)) }
  }

  /// Something of no interest.
  mutating func pass() { silent = 0 }

  private mutating func notePlace() {
    guard let input = parser.pointee.input else { return }
    builder.line = input.pointee.line &+ skippedLines
    builder.column = Int(input.pointee.col)
  }

  private mutating func startRoot(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?
  ) {
    self.namespace = namespace
    let root = String(cString: name)
    let space = namespace.map { String(cString: $0) }
    let isMSBuild = space?.contains("msbuild") == true
    if root != "Project" || isMSBuild { return stop(.notMSPDI(root: root, namespace: space)) }
    if let space, space != MSPDI.namespace {
      notePlace()
      builder.warn(.otherNamespace(space))
    }
  }

  /// Gives up.
  mutating func stop(_ message: ReadingMessage) {
    guard !isStopped else { return }
    notePlace()
    builder.problems.add(.error, message, line: Int(builder.line), column: builder.column)
    isStopped = true
    isCollecting = false
    xmlStopParser(parser)
  }

  /// The parser wants more bytes.
  mutating func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    guard !isStopped else { return 0 }
    if silent > MSPDIReader.longestText {
      // The parser must not be stopped here, within its own buffer: it is told that this is all.
      notePlace()
      builder.problems.add(
        .error, .longMarkup(MSPDIReader.longestText), line: Int(builder.line))
      isStopped = true
      return 0
    }
    let count = source.take(into: target)
    silent += count
    return count
  }

  /// The parser found an error.
  mutating func note(_ error: xmlError) {
    guard !isStopped else { return }
    let message = error.message.map { String(cString: $0) } ?? ""
    let words = String(message.prefix { !$0.isNewline })
    notePlace()
    if error.level == XML_ERR_FATAL {
      isStopped = true
      isCollecting = false
      if endsTooEarly(error) {
        let path = tree.path(of: open[open.count - 1])
        builder.problems.add(.error, .truncated(in: path), line: Int(builder.line))
      } else {
        builder.problems.add(
          .error, .notWellFormed(words), line: Int(builder.line), column: builder.column)
      }
    } else if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
      builder.problems.add(.warning, .namespaces(words), line: Int(builder.line))
    }
  }

  /// Whether an error is that the document ends although elements are open.
  private func endsTooEarly(_ error: xmlError) -> Bool {
    guard let input = parser.pointee.input, error.domain == Int32(XML_FROM_PARSER.rawValue),
      error.code != Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue)
    else { return false }
    return source.upcoming.isEmpty && input.pointee.cur >= input.pointee.end
  }

  /// Completes the file once the parser is done.
  consuming func finished(path: String?, isWellFormed: Bool) -> MSPDIReading {
    if source.failure != 0, let path {
      builder.problems.add(.error, .cannotRead(path, reason(ofError: source.failure)), line: 0)
    } else if !isWellFormed, !builder.problems.hasErrors {
      builder.problems.add(.error, .notWellFormed("?"), line: 0)
    }
    guard !builder.problems.hasErrors else {
      return MSPDIReading(file: nil, problems: builder.problems.all)
    }
    builder.check()
    builder.file.ignored = tree.ignored
    return MSPDIReading(file: builder.file, problems: builder.problems.all)
  }
}
