import Foundation
import SharedSystem
import Testing

@testable import ProjectXML

@Suite("SVG")
struct SVGTests {
  private var picture: Picture {
    var picture = Picture(
      width: 200, height: 100, title: "A & B <\u{1}>", summary: "\"]]>", language: .ja)
    picture.shapes = [
      .rectangle(x: 0, y: 0, width: 200, height: 100, .background),
      .rectangle(x: 1, y: 2, width: 3, height: 4, .crossing(7), tooltip: "<script>a\nb"),
      .outline(x: 1, y: 2, width: 3, height: 4, .tangleOutline),
      .line(x1: 1, y1: 2, x2: 3, y2: 4, .grid),
      .text("営業 & <販売>", x: 10, y: 20, .name),
      .text("7", x: 10, y: 20, .figure, .middle),
      .text("turned", x: 30, y: 40, .name, isTurned: true),
    ]
    return picture
  }

  @Test("is well-formed whatever the texts are, and keeps them")
  func texts() throws {
    let read = try ReadBack(try SVG.bytes(of: picture))
    func path(_ name: String) -> String { "//*[local-name()='\(name)']" }
    #expect(read.all(path("title")) == ["A & B <\u{FFFD}>", "<script>a\nb"])
    #expect(read.all(path("desc")) == ["\"]]>"])
    #expect(read.all(path("text")) == ["営業 & <販売>", "7", "turned"])
    #expect(read.all(path("rect") + "/@class") == ["background", "crossing-1", "tangle-outline"])
    #expect(read.all(path("text") + "/@text-anchor") == ["middle"])
    #expect(read.all(path("text") + "/@transform") == ["rotate(-90 34 40)"])
    #expect(read.all(path("text") + "/@y") == ["24", "24", "40"])
    #expect(read.one("/*[namespace-uri()='http://www.w3.org/2000/svg']/@viewBox") == "0 0 200 100")
  }

  @Test("every role has a colour for light and for dark backgrounds")
  func colours() {
    let roles: [Picture.Role] =
      [
        .background, .title, .name, .figure, .note, .grid, .divider, .diagonal, .tangle,
        .tangleOutline, .use, .feedback, .crossingFigure, .severalHolders, .severalCrossings,
      ] + (0..<9).flatMap { [Picture.Role.holder($0), .crossing($0)] }
    let halves = SVGStyle.sheet.split(separator: "@media")
    #expect(halves.count == 2)
    for role in roles {
      for half in halves { #expect(half.contains(".\(SVGStyle.name(of: role)) { ")) }
    }
  }

  @Test("a file holds the same bytes as memory; a place that cannot be written is an error")
  func file() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "svg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.svg").path
    try SVG.write(picture, toFile: path)
    #expect(FileManager.default.contents(atPath: path) == Data(try SVG.bytes(of: picture)))
    #expect(throws: XMLWriteError.self) { try SVG.write(picture, toFile: folder.path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.svg"])
  }
}
