import CLibXML2
import Testing

/// A written document, read back with libxml2 and asked by XPath; `p` is Project's namespace.
final class ReadBack {
  private let document: xmlDocPtr
  private let context: xmlXPathContextPtr

  /// Parses bytes without network, entities or external subsets.
  init(_ bytes: [UInt8]) throws {
    xmlInitParser()
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue)
    let parsed = bytes.withUnsafeBytes {
      xmlReadMemory(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), "written.xml", nil,
        options)
    }
    document = try #require(parsed, "not well-formed: \(String(decoding: bytes, as: UTF8.self))")
    context = try #require(xmlXPathNewContext(document))
    xmlXPathRegisterNs(context, "p", "http://schemas.microsoft.com/project")
  }

  deinit {
    xmlXPathFreeContext(context)
    xmlFreeDoc(document)
  }

  /// The text of every node that an XPath selects, in document order.
  func all(_ path: String) -> [String] { nodes(path).map(ReadBack.text) }

  /// The text of the first node that an XPath selects.
  func one(_ path: String) -> String? { all(path).first }

  /// How many nodes an XPath selects.
  func count(_ path: String) -> Int { nodes(path).count }

  /// The text of a field of the task that stands for a task of the plan.
  func task(_ id: String, _ field: String) -> String? { one("\(ReadBack.task(id))/p:\(field)") }

  /// The XPath of the task that stands for a task of the plan.
  static func task(_ id: String) -> String {
    "//p:Task[p:ExtendedAttribute[p:FieldID='188743731']/p:Value='\(id)']"
  }

  /// The children of every node that an XPath selects: the text of the first of each name.
  func fields(_ path: String) -> [[String: String]] {
    nodes(path).map { node in
      Dictionary(
        ReadBack.elements(in: node).map { (ReadBack.name($0), ReadBack.text($0)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Each element that has element children, as its path of names and those children's names.
  func structure() -> [(path: [String], children: [String])] {
    var result: [(path: [String], children: [String])] = []
    guard let root = xmlDocGetRootElement(document) else { return [] }
    var stack = [(node: root, path: [ReadBack.name(root)])]
    while let (node, path) = stack.popLast() {
      let children = ReadBack.elements(in: node)
      if !children.isEmpty { result.append((path, children.map(ReadBack.name))) }
      for child in children.reversed() {
        stack.append((child, path + [ReadBack.name(child)]))
      }
    }
    return result
  }

  private func nodes(_ path: String) -> [xmlNodePtr] {
    guard let found = xmlXPathEvalExpression(path, context) else { return [] }
    defer { xmlXPathFreeObject(found) }
    guard let set = found.pointee.nodesetval, let table = set.pointee.nodeTab else { return [] }
    return (0..<Int(set.pointee.nodeNr)).compactMap { table[$0] }
  }

  private static func text(_ node: xmlNodePtr) -> String {
    guard let content = xmlNodeGetContent(node) else { return "" }
    defer { bunri_xmlFree(content) }
    return String(cString: content)
  }

  private static func name(_ node: xmlNodePtr) -> String { String(cString: node.pointee.name) }

  private static func elements(in node: xmlNodePtr) -> [xmlNodePtr] {
    var result: [xmlNodePtr] = []
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { result.append(child) }
      next = child.pointee.next
    }
    return result
  }
}
