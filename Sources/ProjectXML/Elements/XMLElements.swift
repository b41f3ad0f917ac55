internal import CLibXML2
package import SharedSystem

/// The elements of any XML document one after the other, read as safely as MSPDI files are.
///
/// Nothing is loaded but the bytes that are handed over: no network, no document type (refused at
/// its first word, before any entity is declared), no external entity. Depth, attributes, texts
/// and the number of elements are bounded. No tree is made.
package enum XMLElements {
  /// An element's beginning.
  package struct Start: Sendable {
    /// The name without prefix.
    package var name: String
    /// The attributes by name without prefix: `type` for `xsi:type`, `lang` for `xml:lang`.
    package var attributes: [String: String]
    /// The line, from 1.
    package var line: Int
  }

  /// What comes up while a document is read.
  package enum Event: Sendable {
    case start(Start)
    /// An element's end, with the text that stands in it outside of other elements.
    case end(name: String, text: String)
  }

  /// Why a document cannot be read.
  package struct Failure: Error {
    /// A stable name: `xml`, `document-type`, `too-deep`, `too-large`.
    package var id: String
    package var line: Int
    package var column: Int
    package var text: LocalizedText
  }

  /// How deep elements may be nested.
  static let deepest = 100
  /// How many attributes an element may have.
  static let mostAttributes = 200
  /// How many bytes of a text are kept; the rest is cut.
  static let longestText = 1 << 18
  /// How many elements a document may have.
  static let mostElements = 20_000_000

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: the document in any encoding that libxml2 knows.
  ///   - body: told of every element; reading ends when it says false.
  /// - Throws: the first error; elements before it have been told.
  /// - Complexity: O(bytes) time; O(depth) space besides what `body` keeps.
  package static func read(_ bytes: [UInt8], _ body: (Event) -> Bool) throws(Failure) {
    xmlInitParser()
    guard let parser = xmlNewParserCtxt(), let sax = parser.pointee.sax else {
      throw Failure(
        id: "xml", line: 0, column: 0,
        text: LocalizedText(byLanguage: ["en": "out of memory", "ja": "メモリー不足"]))
    }
    defer { xmlFreeParserCtxt(parser) }
    sax.pointee = handler
    let failure: Failure? = withoutActuallyEscaping(body) { body in
      var reading = ElementReading(parser: parser, body: body)
      withUnsafeMutablePointer(to: &reading) { target in
        parser.pointee.userData = UnsafeMutableRawPointer(target)
        // Errors of decoding go to the thread's handler, which would print them.
        let before = bunri_xmlSetErrorHandler(.init(function: noteError, context: target))
        defer { _ = bunri_xmlSetErrorHandler(before) }
        _ = bytes.withUnsafeBytes { buffer in
          // No tree is made, so there is no document to take.
          xmlCtxtReadMemory(
            parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
            Int32(clamping: buffer.count), nil, nil, Int32(bitPattern: XML_PARSE_NONET.rawValue))
        }
      }
      reading.finish()
      return reading.failure
    }
    if let failure { throw failure }
  }

  private typealias Target = UnsafeMutablePointer<ElementReading>

  /// What is called when. Where nothing is set, the parser does nothing.
  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let target = context?.assumingMemoryBound(to: ElementReading.self), let name else {
        return
      }
      target.pointee.start(name, count, attributes)
    }
    handler.endElementNs = { context, name, _, _ in
      guard let target = context?.assumingMemoryBound(to: ElementReading.self), let name else {
        return
      }
      target.pointee.end(name)
    }
    let characters: charactersSAXFunc = { context, bytes, count in
      guard let target = context?.assumingMemoryBound(to: ElementReading.self), let bytes else {
        return
      }
      target.pointee.characters(bytes, Int(count))
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = characters
    handler.internalSubset = { context, _, _, _ in
      context?.assumingMemoryBound(to: ElementReading.self).pointee.stop(
        "document-type", en: "the file has a document type, which is not read",
        ja: "文書型宣言（DOCTYPE）のあるファイルは読みません")
    }
    handler.serror = noteError
    return handler
  }

  private static let noteError: xmlStructuredErrorFunc = { context, error in
    guard let error else { return }
    context?.assumingMemoryBound(to: ElementReading.self).pointee.note(error.pointee)
  }
}
