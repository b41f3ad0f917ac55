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
    _ = isReady
    let ignoresEncoding = DocumentStart.claimsSixteenBits(source.upcoming)
    guard let parser = xmlNewParserCtxt(), let sax = parser.pointee.sax else {
      return MSPDIReading(error: .notWellFormed("out of memory"))
    }
    defer { xmlFreeParserCtxt(parser) }
    sax.pointee = handler
    var options = XML_PARSE_NONET.rawValue
    if ignoresEncoding { options |= XML_PARSE_IGNORE_ENC.rawValue }
    var reading = DocumentReading(source, parser: parser)
    withUnsafeMutablePointer(to: &reading) { target in
      parser.pointee.userData = UnsafeMutableRawPointer(target)
      // Errors of decoding go to the thread's handler, which would print them.
      let before = bunri_xmlSetErrorHandler(.init(function: noteError, context: target))
      defer { _ = bunri_xmlSetErrorHandler(before) }
      // No tree is made, so there is no document to take.
      xmlCtxtReadIO(
        parser,
        { context, bytes, count in
          guard let target = context?.assumingMemoryBound(to: DocumentReading.self), let bytes
          else { return -1 }
          return Int32(target.pointee.read(into: .init(start: bytes, count: Int(count))))
        }, nil, target, nil, nil, Int32(bitPattern: options))
    }
    return reading.finished(path: path, isWellFormed: parser.pointee.wellFormed != 0)
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
