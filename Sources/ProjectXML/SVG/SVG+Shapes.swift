import SharedSystem

extension SVG {
  /// Writes a shape. Groups hold groups only as deep as their maker nests them: two levels.
  static func write(_ shape: Picture.Shape, to stream: inout XMLStream) {
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
    case .polyline(let points, let role): startPoints("polyline", points, role, &stream)
    case .polygon(let points, let role): startPoints("polygon", points, role, &stream)
    case .text(let text, let x, let y, let role, let anchor, let isTurned, let size):
      stream.start("text")
      stream.attribute("class", SVGStyle.name(of: role))
      // Not every program knows dominant-baseline: the baseline is placed by hand.
      let lowered = size.map { $0 * 36 / 100 } ?? SVGStyle.baseline(of: role)
      stream.attribute("x", isTurned ? x + lowered : x)
      stream.attribute("y", isTurned ? y : y + lowered)
      if let size { stream.attribute("font-size", size) }
      if anchor != .start { stream.attribute("text-anchor", anchor == .middle ? "middle" : "end") }
      if isTurned { stream.attribute("transform", "rotate(-90 \(x + lowered) \(y))") }
      stream.text(text)
    case .group(let origin, let tooltip, let shapes):
      stream.start("g")
      if origin != Picture.Point(0, 0) {
        stream.attribute("transform", "translate(\(origin.x) \(origin.y))")
      }
      if let tooltip { stream.element("title", tooltip) }
      for shape in shapes { write(shape, to: &stream) }
    }
    stream.end()
  }

  private static func startPoints(
    _ name: String, _ points: [Picture.Point], _ role: Picture.Role, _ stream: inout XMLStream
  ) {
    stream.start(name)
    stream.attribute("class", SVGStyle.name(of: role))
    stream.attribute("points", points.map { "\($0.x),\($0.y)" }.joined(separator: " "))
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
