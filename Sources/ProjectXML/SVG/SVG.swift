package import SharedSystem

/// Pictures as SVG 1.1: one file with its own styles, for light and for dark backgrounds.
///
/// Texts stay texts, so that a search finds them. The same picture always gives the same bytes.
package enum SVG {
  /// The format's XML namespace.
  static let namespace = "http://www.w3.org/2000/svg"

  /// Writes a picture to a file, which appears whole or not at all.
  ///
  /// - Throws: `XMLWriteError`; then nothing is left behind.
  /// - Complexity: O(shapes) time; the document is not held in memory.
  package static func write(
    _ picture: Picture, toFile path: String
  ) throws(XMLWriteError) {
    let file = try ReplacedFile.begin(path)
    try write(picture, to: XMLSink(file: file.descriptor), path)
    try file.commit()
  }

  /// The bytes of a picture's file, for standard output or for tests.
  ///
  /// - Complexity: O(shapes) time, and the document in memory.
  package static func bytes(of picture: Picture) throws(XMLWriteError) -> [UInt8] {
    let sink = XMLSink()
    try write(picture, to: sink, "-")
    return sink.bytes
  }

  private static func write(
    _ picture: Picture, to sink: XMLSink, _ path: String
  ) throws(XMLWriteError) {
    var stream = try XMLStream(to: sink)
    stream.start("svg", namespace: namespace)
    stream.attribute("width", picture.width)
    stream.attribute("height", picture.height)
    stream.attribute("viewBox", "0 0 \(picture.width) \(picture.height)")
    stream.attribute("xml:lang", picture.language.rawValue)
    stream.attribute("role", "img")
    stream.element("title", picture.title)
    stream.element("desc", picture.summary)
    stream.element("style", SVGStyle.sheet)
    for shape in picture.shapes { write(shape, to: &stream) }
    stream.end()
    try stream.finish(path)
  }

  private static func write(_ shape: Picture.Shape, to stream: inout XMLStream) {
    switch shape {
    case .rectangle(let x, let y, let width, let height, let role, let tooltip):
      startRectangle(x, y, width, height, role, &stream)
      if let tooltip { stream.element("title", tooltip) }
    case .outline(let x, let y, let width, let height, let role):
      startRectangle(x, y, width, height, role, &stream)
    case .line(let x1, let y1, let x2, let y2, let role):
      stream.start("line")
      stream.attribute("class", SVGStyle.name(of: role))
      for (name, value) in [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)] {
        stream.attribute(name, value)
      }
    case .text(let text, let x, let y, let role, let anchor, let isTurned):
      stream.start("text")
      stream.attribute("class", SVGStyle.name(of: role))
      // Not every program knows dominant-baseline: the baseline is placed by hand.
      let lowered = SVGStyle.baseline(of: role)
      stream.attribute("x", isTurned ? x + lowered : x)
      stream.attribute("y", isTurned ? y : y + lowered)
      if anchor != .start { stream.attribute("text-anchor", anchor == .middle ? "middle" : "end") }
      if isTurned { stream.attribute("transform", "rotate(-90 \(x + lowered) \(y))") }
      stream.text(text)
    }
    stream.end()
  }

  private static func startRectangle(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ role: Picture.Role,
    _ stream: inout XMLStream
  ) {
    stream.start("rect")
    stream.attribute("class", SVGStyle.name(of: role))
    for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
      stream.attribute(name, value)
    }
  }
}
