internal import CLibXML2

/// Checks a document against a schema as its bytes come along, without keeping them.
///
/// libxml2's push parser hands its events to libxml2's validator (`xmlSchemaSAXPlug`): memory is
/// that of the schema and of the elements that are open. Nothing is loaded: the schema comes from
/// memory and imports nothing, and the parser gets no network, no document type, no entity.
///
/// A class because libxml2 holds on to it by address.
final class SchemaCheck {
  private let schema: XMLSchema
  private let compiled: xmlSchemaPtr
  private let validator: OpaquePointer
  private let parser: xmlParserCtxtPtr
  private var plug: OpaquePointer?
  /// Where the plug puts its handler, and takes it from when it is pulled: it keeps the address.
  private let handler: UnsafeMutablePointer<UnsafeMutablePointer<xmlSAXHandler>?>
  /// The first thing that is wrong.
  private var fault: (line: Int, reason: String)?
  /// How many things are wrong.
  private var places = 0

  /// The tables of the parser and of the schemas' types are made once, before threads can race
  /// for them.
  private static let isReady: Void = {
    xmlInitParser()
    xmlSchemaInitTypes()
  }()

  /// Compiles a schema and waits for a document.
  ///
  /// - Complexity: O(schema).
  init(_ schema: XMLSchema) throws(XMLWriteError) {
    _ = SchemaCheck.isReady
    self.schema = schema
    let compiled = try SchemaCheck.compiled(schema)
    guard let validator = xmlSchemaNewValidCtxt(compiled) else {
      xmlSchemaFree(compiled)
      throw .outOfMemory
    }
    let handler = UnsafeMutablePointer<UnsafeMutablePointer<xmlSAXHandler>?>.allocate(capacity: 1)
    handler.initialize(to: nil)
    var target: UnsafeMutableRawPointer?
    let plug = xmlSchemaSAXPlug(validator, handler, &target)
    guard let plug,
      let parser = xmlCreatePushParserCtxt(handler.pointee, target, nil, 0, schema.name)
    else {
      if let plug { xmlSchemaSAXUnplug(plug) }
      handler.deallocate()
      xmlSchemaFreeValidCtxt(validator)
      xmlSchemaFree(compiled)
      throw .outOfMemory
    }
    self.compiled = compiled
    self.validator = validator
    self.handler = handler
    self.plug = plug
    self.parser = parser
    xmlCtxtUseOptions(parser, Int32(bitPattern: XML_PARSE_NONET.rawValue))
    let context = Unmanaged.passUnretained(self).toOpaque()
    xmlSchemaSetValidStructuredErrors(validator, SchemaCheck.noteError, context)
    xmlSchemaValidateSetLocator(
      validator,
      { context, file, line in
        guard let context else { return -1 }
        // libxml2 hands over places without a value.
        file?.pointee = nil
        let check = Unmanaged<SchemaCheck>.fromOpaque(context).takeUnretainedValue()
        line?.pointee = UInt(check.line)
        return 0
      }, context)
  }

  deinit {
    if let plug { xmlSchemaSAXUnplug(plug) }
    handler.deallocate()
    xmlFreeParserCtxt(parser)
    xmlSchemaFreeValidCtxt(validator)
    xmlSchemaFree(compiled)
  }

  /// Takes the next bytes of the document.
  func take(_ bytes: UnsafeRawBufferPointer) {
    parse(bytes.bindMemory(to: CChar.self), isLast: false)
  }

  /// Ends the document.
  ///
  /// - Throws: `XMLWriteError.invalid` with the first thing that is wrong.
  func finish() throws(XMLWriteError) {
    parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    if let plug { xmlSchemaSAXUnplug(plug) }
    plug = nil
    if places == 0, parser.pointee.wellFormed == 0 { note(line: line, "not well-formed") }
    guard let fault else { return }
    throw .invalid(schema: schema.name, line: fault.line, reason: fault.reason, places: places)
  }

  /// The line that is being parsed.
  private var line: Int { Int(xmlSAX2GetLineNumber(parser)) }

  private func parse(_ bytes: UnsafeBufferPointer<CChar>, isLast: Bool) {
    // Errors of the parser itself go to the thread's handler, which would print them.
    let context = Unmanaged.passUnretained(self).toOpaque()
    let before = bunri_xmlSetErrorHandler(
      .init(function: SchemaCheck.noteError, context: context))
    defer { _ = bunri_xmlSetErrorHandler(before) }
    xmlParseChunk(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
  }

  private func note(line: Int, _ reason: String) {
    places += 1
    if fault == nil { fault = (line, reason) }
  }

  private static let noteError: xmlStructuredErrorFunc = { context, error in
    guard let context, let error else { return }
    let check = Unmanaged<SchemaCheck>.fromOpaque(context).takeUnretainedValue()
    let words = error.pointee.message.map { String(cString: $0) } ?? ""
    let line = error.pointee.line > 0 ? Int(error.pointee.line) : check.line
    check.note(line: line, String(words.prefix { !$0.isNewline }))
  }

  /// The schema as libxml2 works with it.
  ///
  /// - Throws: `XMLWriteError.invalid` when the schema itself is wrong.
  private static func compiled(_ schema: XMLSchema) throws(XMLWriteError) -> xmlSchemaPtr {
    var fault = SchemaFault()
    let compiled = withUnsafeMutablePointer(to: &fault) { fault in
      schema.text.withUnsafeBytes { bytes -> xmlSchemaPtr? in
        let start = bytes.bindMemory(to: CChar.self).baseAddress
        guard let parser = xmlSchemaNewMemParserCtxt(start, Int32(bytes.count)) else { return nil }
        defer { xmlSchemaFreeParserCtxt(parser) }
        let before = bunri_xmlSetErrorHandler(.init(function: SchemaFault.note, context: fault))
        defer { _ = bunri_xmlSetErrorHandler(before) }
        xmlSchemaSetParserStructuredErrors(parser, SchemaFault.note, fault)
        return xmlSchemaParse(parser)
      }
    }
    if let compiled { return compiled }
    guard let reason = fault.reason else { throw .outOfMemory }
    throw .invalid(schema: schema.name, line: fault.line, reason: reason, places: 1)
  }
}

/// The first thing that is wrong with a schema.
private struct SchemaFault {
  var line = 0
  var reason: String?

  static let note: xmlStructuredErrorFunc = { context, error in
    guard let error, let fault = context?.assumingMemoryBound(to: SchemaFault.self),
      fault.pointee.reason == nil
    else { return }
    let words = error.pointee.message.map { String(cString: $0) } ?? ""
    fault.pointee.line = Int(error.pointee.line)
    fault.pointee.reason = String(words.prefix { !$0.isNewline })
  }
}
