internal import CLibXML2
import SharedSystem

/// One document on its way through libxml2's parser; the parser calls it by its address.
struct ElementReading {
  private(set) var failure: XMLElements.Failure?
  private let parser: xmlParserCtxtPtr
  private let body: (XMLElements.Event) -> Bool
  /// Whether the body wanted no more.
  private var isEnough = false
  /// The texts of the open elements.
  private var texts: [[UInt8]] = []
  private var elements = 0

  init(parser: xmlParserCtxtPtr, body: @escaping (XMLElements.Event) -> Bool) {
    self.parser = parser
    self.body = body
  }

  /// An element begins.
  mutating func start(
    _ name: UnsafePointer<UInt8>, _ count: Int32,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard failure == nil, !isEnough else { return }
    elements += 1
    if texts.count >= XMLElements.deepest {
      return stop(
        "too-deep", en: "elements are nested deeper than \(XMLElements.deepest)",
        ja: "要素の入れ子が \(XMLElements.deepest) 段を超えています")
    }
    if Int(count) > XMLElements.mostAttributes || elements > XMLElements.mostElements {
      return stop(
        "too-large", en: "the document has too many elements or attributes",
        ja: "要素または属性が多すぎます")
    }
    var values: [String: String] = [:]
    if let attributes {
      for index in 0..<Int(count) {
        // Each attribute is name, prefix, namespace, beginning and end of its value.
        guard let name = attributes[index * 5], let begin = attributes[index * 5 + 3],
          let end = attributes[index * 5 + 4]
        else { continue }
        let length = min(end - begin, XMLElements.longestText)
        let value = String(
          decoding: UnsafeBufferPointer(start: begin, count: length), as: UTF8.self)
        let key = String(cString: name)
        if values[key] == nil { values[key] = ElementReading.decoded(value) }
      }
    }
    texts.append([])
    tell(
      .start(
        XMLElements.Start(
          name: String(cString: name), attributes: values, line: Int(place.line))))
  }

  private mutating func tell(_ event: XMLElements.Event) {
    guard !body(event) else { return }
    isEnough = true
    xmlStopParser(parser)
  }

  /// The parser hands out `&` in attributes as `&#38;` when it does not replace entities.
  private static func decoded(_ value: String) -> String {
    guard value.contains("&#38;") else { return value }
    var result = ""
    var rest = Substring(value)
    while let found = rest.firstRange(of: "&#38;") {
      result += rest[..<found.lowerBound] + "&"
      rest = rest[found.upperBound...]
    }
    return result + rest
  }

  /// An element ends.
  mutating func end(_ name: UnsafePointer<UInt8>) {
    guard failure == nil, !isEnough, let text = texts.popLast() else { return }
    tell(.end(name: String(cString: name), text: String(decoding: text, as: UTF8.self)))
  }

  /// Text, or a part of it.
  mutating func characters(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    guard failure == nil, let last = texts.indices.last else { return }
    let room = XMLElements.longestText - texts[last].count
    texts[last].append(contentsOf: UnsafeBufferPointer(start: bytes, count: min(count, room)))
  }

  /// Gives up.
  mutating func stop(_ id: String, en: String, ja: String) {
    guard failure == nil else { return }
    failure = XMLElements.Failure(
      id: id, line: Int(place.line), column: Int(place.column),
      text: LocalizedText(byLanguage: ["en": en, "ja": ja]))
    xmlStopParser(parser)
  }

  /// The parser found an error.
  mutating func note(_ error: xmlError) {
    guard failure == nil, !isEnough, error.level == XML_ERR_FATAL else { return }
    let message = error.message.map { String(cString: $0) } ?? ""
    let words = String(message.prefix { !$0.isNewline }.prefix(120))
    failure = XMLElements.Failure(
      id: "xml", line: Int(place.line), column: Int(place.column),
      text: LocalizedText(byLanguage: [
        "en": "the XML is not well-formed: \(words)", "ja": "XML として正しくありません: \(words)",
      ]))
  }

  /// Checks at the end that the document was whole.
  mutating func finish() {
    guard failure == nil, !isEnough, parser.pointee.wellFormed == 0 else { return }
    failure = XMLElements.Failure(
      id: "xml", line: Int(place.line), column: Int(place.column),
      text: LocalizedText(byLanguage: [
        "en": "the XML is not well-formed", "ja": "XML として正しくありません",
      ]))
  }

  private var place: (line: Int32, column: Int32) {
    guard let input = parser.pointee.input else { return (0, 0) }
    return (input.pointee.line, input.pointee.col)
  }
}
