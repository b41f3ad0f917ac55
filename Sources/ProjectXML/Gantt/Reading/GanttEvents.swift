internal import CLibXML2

/// libxml2's event parser on a Gantt XML document, with the settings of `XMLEvents`.
enum GanttEvents {
  private typealias Target = UnsafeMutablePointer<GanttBuilder>

  static func read(_ source: consuming ByteSource) -> GanttReading {
    let ignoresEncoding = DocumentStart.claimsSixteenBits(source.upcoming)
    var problems = ProblemList()
    guard let parser = XMLEvents.makeParser(handler) else {
      problems.add(.error, .notWellFormed("out of memory"), line: 0)
      return GanttReading(file: nil, problems: problems.all)
    }
    defer { xmlFreeParserCtxt(parser) }
    var builder = GanttBuilder(source, parser: parser)
    withUnsafeMutablePointer(to: &builder) { target in
      XMLEvents.run(
        parser, target, ignoresEncoding: ignoresEncoding, noteError: noteError
      ) { context, bytes, count in
        guard let target = context?.assumingMemoryBound(to: GanttBuilder.self), let bytes
        else { return -1 }
        return Int32(target.pointee.read(into: .init(start: bytes, count: Int(count))))
      }
    }
    return builder.finished(isWellFormed: parser.pointee.wellFormed != 0)
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let target = context?.assumingMemoryBound(to: GanttBuilder.self), let name else {
        return
      }
      let list = XMLAttributes(attributes, count: Int(count))
      target.pointee.start(name, namespace, list)
    }
    handler.endElementNs = { context, _, _, _ in
      context?.assumingMemoryBound(to: GanttBuilder.self).pointee.end()
    }
    let pass: charactersSAXFunc = { context, _, _ in
      context?.assumingMemoryBound(to: GanttBuilder.self).pointee.pass()
    }
    handler.characters = pass
    handler.ignorableWhitespace = pass
    handler.cdataBlock = pass
    handler.comment = { context, _ in
      context?.assumingMemoryBound(to: GanttBuilder.self).pointee.pass()
    }
    handler.processingInstruction = { context, _, _ in
      context?.assumingMemoryBound(to: GanttBuilder.self).pointee.pass()
    }
    handler.internalSubset = { context, _, _, _ in
      context?.assumingMemoryBound(to: GanttBuilder.self).pointee.stop(.documentType)
    }
    handler.serror = noteError
    return handler
  }

  private static let noteError: xmlStructuredErrorFunc = { context, error in
    guard let error else { return }
    context?.assumingMemoryBound(to: GanttBuilder.self).pointee.note(error.pointee)
  }
}

/// The attributes of an element as libxml2 hands them over: five addresses for each.
struct XMLAttributes {
  private let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int

  init(_ base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    self.base = base
    self.count = base == nil ? 0 : max(0, count)
  }

  /// Calls a closure with the name and the value of each attribute without a namespace; valid only
  /// while the element begins.
  func forEach(_ body: (String, UnsafeBufferPointer<UInt8>) -> Void) {
    guard let base else { return }
    for index in 0..<count {
      let entry = base + 5 * index
      guard let name = entry[0], entry[2] == nil, let start = entry[3], let end = entry[4] else {
        continue
      }
      body(String(cString: name), UnsafeBufferPointer(start: start, count: end - start))
    }
  }
}
