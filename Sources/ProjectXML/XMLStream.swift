internal import CLibXML2

/// A document that is written from its first element to its last, never held in memory.
///
/// Owns one `xmlTextWriter` of libxml2. A failure is remembered and thrown by `finish`, so that
/// what is written need not look after each element.
///
/// Most elements hold a number, a date or a word: nothing in them needs escaping. Such ones are
/// gathered and handed to libxml2 a row at a time, with the line breaks and the indentation that it
/// would make itself.
struct XMLStream: ~Copyable {
  private let writer: xmlTextWriterPtr
  private let sink: XMLSink
  private var isBroken = false
  /// Elements that libxml2 has not been given yet.
  private var gathered: [UInt8] = []
  /// How many elements are open.
  private var depth = 0
  /// Whether the innermost open element has nothing in it so far.
  private var isEmpty = false
  /// How many characters were replaced because XML cannot hold them.
  private(set) var replacedCharacters = 0

  /// The parser's tables are made once, before threads can race for them.
  private static let isReady: Void = xmlInitParser()

  /// Begins a document in UTF-8.
  init(to sink: XMLSink) throws(XMLWriteError) {
    _ = XMLStream.isReady
    guard let buffer = sink.makeBuffer() else { throw .outOfMemory }
    guard let writer = xmlNewTextWriter(buffer) else {
      xmlOutputBufferClose(buffer)
      throw .outOfMemory
    }
    self.writer = writer
    self.sink = sink
    note(xmlTextWriterSetIndent(writer, 1))
    note(xmlTextWriterSetIndentString(writer, " "))
    note(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", "yes"))
  }

  deinit { xmlFreeTextWriter(writer) }

  /// Opens an element.
  mutating func start(_ name: String) {
    if !gathered.isEmpty {
      gathered.append(0x0A)
      hand()
    }
    depth += 1
    isEmpty = true
    note(xmlTextWriterStartElement(writer, name))
  }

  /// Opens the document's element in its namespace.
  mutating func start(_ name: String, namespace: String) {
    start(name)
    note(xmlTextWriterWriteAttribute(writer, "xmlns", namespace))
  }

  /// Writes an attribute of the element that was just opened.
  mutating func attribute(_ name: String, _ text: String) {
    let (text, replaced) = XMLText.cleaned(text)
    replacedCharacters += replaced
    note(xmlTextWriterWriteAttribute(writer, name, text))
  }

  /// Writes an attribute that holds a number.
  mutating func attribute(_ name: String, _ number: Int) {
    note(xmlTextWriterWriteAttribute(writer, name, String(number)))
  }

  /// Writes the text of the element that was just opened.
  mutating func text(_ text: String) {
    let (text, replaced) = XMLText.cleaned(text)
    replacedCharacters += replaced
    hand()
    isEmpty = false
    note(xmlTextWriterWriteString(writer, text))
  }

  /// Closes the innermost open element.
  mutating func end() {
    depth -= 1
    if !gathered.isEmpty {
      gathered.append(0x0A)
      indent(depth)
      hand()
    }
    isEmpty = false
    note(xmlTextWriterEndElement(writer))
  }

  /// Writes an element that holds text.
  mutating func element(_ name: String, _ text: String) {
    if !XMLText.needsCare(text) { return gather(name, text) }
    let (text, replaced) = XMLText.cleaned(text)
    replacedCharacters += replaced
    if !gathered.isEmpty {
      gathered.append(0x0A)
      hand()
    }
    isEmpty = false
    note(xmlTextWriterWriteElement(writer, name, text))
  }

  /// Writes an element that holds a number.
  mutating func element(_ name: String, _ number: some BinaryInteger) {
    gather(name, String(number))
  }

  /// Writes an element that holds 1 or 0.
  mutating func element(_ name: String, _ flag: Bool) {
    gather(name, flag ? "1" : "0")
  }

  /// Adds an element whose text is written as it is.
  private mutating func gather(_ name: String, _ text: String) {
    // After an element that libxml2 ended, it has begun the line already.
    if isEmpty || !gathered.isEmpty { gathered.append(0x0A) }
    isEmpty = false
    indent(depth)
    gathered.append(0x3C)
    gathered.append(contentsOf: name.utf8)
    gathered.append(0x3E)
    gathered.append(contentsOf: text.utf8)
    gathered.append(0x3C)
    gathered.append(0x2F)
    gathered.append(contentsOf: name.utf8)
    gathered.append(0x3E)
  }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth { gathered.append(0x20) }
  }

  /// Hands to libxml2 what was gathered.
  private mutating func hand() {
    guard !gathered.isEmpty else { return }
    let result = gathered.withUnsafeBufferPointer {
      xmlTextWriterWriteRawLen(writer, $0.baseAddress, Int32($0.count))
    }
    gathered.removeAll(keepingCapacity: true)
    note(result)
  }

  /// Ends the document.
  ///
  /// - Parameter path: what the error names.
  /// - Throws: the first thing that went wrong since the beginning; that the document breaks the
  ///   schema it was checked against.
  mutating func finish(_ path: String) throws(XMLWriteError) {
    hand()
    note(xmlTextWriterEndDocument(writer))
    note(xmlTextWriterFlush(writer))
    sink.flush()
    if sink.failure != 0 { throw .file(path: path, reason: reason(ofError: sink.failure)) }
    if isBroken { throw .outOfMemory }
    try sink.check?.finish()
  }

  private mutating func note(_ result: Int32) {
    if result < 0 { isBroken = true }
  }
}
