/// Where an XML document of a format goes: to a file that appears whole or not at all, or to memory;
/// checked on its way.
enum CheckedDocument {
  /// Writes a document to a file, and puts it in place when it is complete and valid.
  ///
  /// - Parameters:
  ///   - schema: what it is checked against; nil: nothing.
  ///   - body: writes the document, and says what became of the plan.
  static func write<Answer>(
    toFile path: String, _ schema: XMLSchema?, _ body: (inout XMLStream) -> Answer
  ) throws(XMLWriteError) -> Answer {
    let file = try ReplacedFile.begin(path)
    let answer = try write(to: XMLSink(file: file.descriptor, check: check(schema)), path, body)
    try file.commit()
    return answer
  }

  /// The bytes of a document.
  static func bytes<Answer>(
    _ schema: XMLSchema?, _ body: (inout XMLStream) -> Answer
  ) throws(XMLWriteError) -> (bytes: [UInt8], answer: Answer) {
    let sink = try XMLSink(check: check(schema))
    let answer = try write(to: sink, "-", body)
    return (sink.bytes, answer)
  }

  private static func check(_ schema: XMLSchema?) throws(XMLWriteError) -> SchemaCheck? {
    guard let schema else { return nil }
    return try SchemaCheck(schema)
  }

  private static func write<Answer>(
    to sink: XMLSink, _ path: String, _ body: (inout XMLStream) -> Answer
  ) throws(XMLWriteError) -> Answer {
    var stream = try XMLStream(to: sink)
    let answer = body(&stream)
    try stream.finish(path)
    return answer
  }
}
