import PlanFile
import ProjectXML
import SharedSystem

extension XMLElements {
  /// Reads a document of a format.
  ///
  /// - Parameters:
  ///   - format: what people call the format.
  ///   - root: the name of its outermost element.
  ///   - body: told of every element; false ends the reading.
  /// - Throws: the first error, or that the document is none of the format.
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: [UInt8], as format: String, root: String, file: Int32, _ body: (Event) -> Bool
  ) throws(PlacedMessage) {
    var outermost: String?
    do throws(Failure) {
      try read(bytes) { event in
        if outermost == nil, case .start(let start) = event { outermost = start.name }
        return body(event)
      }
    } catch {
      throw PlacedMessage(error, file: file)
    }
    guard outermost == root else {
      throw PlacedMessage.notTheFormat(format, root: outermost ?? "", file: file)
    }
  }
}

extension PlacedMessage {
  /// What is wrong with a document of XML.
  init(_ failure: XMLElements.Failure, file: Int32) {
    self.init(
      Message(failure.id, en: failure.text.text(in: .en), ja: failure.text.text(in: .ja)),
      Position(
        file: file, line: Int32(clamping: failure.line), column: Int32(clamping: failure.column)))
  }

  /// A document of another format.
  static func notTheFormat(_ format: String, root: String, file: Int32) -> PlacedMessage {
    PlacedMessage(
      Message(
        "not-this-format", en: "`\(Message.shown(root))` is not the root of \(format)",
        ja: "`\(Message.shown(root))` は \(format) のルート要素ではありません"),
      Position(file: file, line: 1, column: 1))
  }
}
