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
    stream.attribute("width", length(picture.width, picture.unit))
    stream.attribute("height", length(picture.height, picture.unit))
    stream.attribute("viewBox", "0 0 \(picture.width) \(picture.height)")
    stream.attribute("xml:lang", picture.language.rawValue)
    stream.attribute("role", "img")
    stream.element("title", picture.title)
    stream.element("desc", picture.summary)
    stream.element("style", SVGStyle.sheet(for: picture.unit))
    for shape in picture.shapes { write(shape, to: &stream) }
    stream.end()
    try stream.finish(path)
  }

  /// A length with its unit.
  private static func length(_ value: Int, _ unit: Picture.Unit) -> String {
    switch unit {
    case .point: return "\(value)"
    case .hundredthOfMillimetre:
      let rest = value % 100
      return "\(value / 100)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)") + "mm"
    }
  }
}
