internal import CLibXML2

/// libxml2's event parser (SAX2), which calls a `DocumentReading` by its address.
///
/// Nothing is loaded but the bytes that are handed over: no network, no document type (refused at
/// its first word, before any entity is declared), no external entity. Without `XML_PARSE_HUGE`
/// libxml2 keeps its own bounds on names, texts and depth.
enum XMLEvents {
  /// The parser's tables are made once, before threads can race for them.
  private static let isReady: Void = xmlInitParser()

  private typealias Target = UnsafeMutablePointer<DocumentReading>

  /// Reads a document.
  ///
  /// - Parameter path: what errors of the operating system name.
  static func read(_ source: consuming ByteSource, path: String?) -> MSPDIReading {
    let ignoresEncoding = DocumentStart.claimsSixteenBits(source.upcoming)
    guard let parser = makeParser(handler) else {
      return MSPDIReading(error: .notWellFormed("out of memory"))
    }
    defer { xmlFreeParserCtxt(parser) }
    var reading = DocumentReading(source, parser: parser)
    withUnsafeMutablePointer(to: &reading) { target in
      run(parser, target, ignoresEncoding: ignoresEncoding, noteError: noteError) {
        context, bytes, count in
        guard let target = context?.assumingMemoryBound(to: DocumentReading.self), let bytes
        else { return -1 }
        return Int32(target.pointee.read(into: .init(start: bytes, count: Int(count))))
      }
    }
    return reading.finished(path: path, isWellFormed: parser.pointee.wellFormed != 0)
  }

  /// A parser that calls a handler; nil when there is no memory.
  static func makeParser(_ handler: xmlSAXHandler) -> xmlParserCtxtPtr? {
    _ = isReady
    guard let parser = xmlNewParserCtxt() else { return nil }
    guard let sax = parser.pointee.sax else {
      xmlFreeParserCtxt(parser)
      return nil
    }
    sax.pointee = handler
    return parser
  }

  /// Runs a parser on what `read` gives it, with the settings that make it safe; all calls get
  /// `target`.
  static func run(
    _ parser: xmlParserCtxtPtr, _ target: UnsafeMutableRawPointer, ignoresEncoding: Bool,
    noteError: xmlStructuredErrorFunc, read: xmlInputReadCallback
  ) {
    var options = XML_PARSE_NONET.rawValue
    if ignoresEncoding { options |= XML_PARSE_IGNORE_ENC.rawValue }
    parser.pointee.userData = target
    // Errors of decoding go to the thread's handler, which would print them.
    let before = bunri_xmlSetErrorHandler(.init(function: noteError, context: target))
    defer { _ = bunri_xmlSetErrorHandler(before) }
    // No tree is made, so there is no document to take.
    xmlCtxtReadIO(parser, read, nil, target, nil, nil, Int32(bitPattern: options))
  }

  /// What is called when. Where nothing is set, the parser does nothing.
  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, _, namespace, _, _, attributes, _, _ in
      guard let target = context?.assumingMemoryBound(to: DocumentReading.self), let name else {
        return
      }
      target.pointee.start(name, namespace, attributes: attributes)
    }
    handler.endElementNs = { context, _, _, _ in
      context?.assumingMemoryBound(to: DocumentReading.self).pointee.end()
    }
    let characters: charactersSAXFunc = { context, bytes, count in
      guard let target = context?.assumingMemoryBound(to: DocumentReading.self), let bytes else {
        return
      }
      target.pointee.characters(bytes, count)
    }
    handler.characters = characters
    // The same for white space, or the parser would look ahead to tell which it is.
    handler.ignorableWhitespace = characters
    handler.cdataBlock = characters
    handler.comment = { context, _ in
      context?.assumingMemoryBound(to: DocumentReading.self).pointee.pass()
    }
    handler.processingInstruction = { context, _, _ in
      context?.assumingMemoryBound(to: DocumentReading.self).pointee.pass()
    }
    handler.internalSubset = { context, _, _, _ in
      context?.assumingMemoryBound(to: DocumentReading.self).pointee.stop(.documentType)
    }
    handler.serror = noteError
    return handler
  }

  private static let noteError: xmlStructuredErrorFunc = { context, error in
    guard let error else { return }
    context?.assumingMemoryBound(to: DocumentReading.self).pointee.note(error.pointee)
  }
}
