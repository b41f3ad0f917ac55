import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

@Suite struct TextTests {
  private func written(name: String, _ language: LocalizedText.Language = .en) throws -> Written {
    try Written(
      plan(task("a", "1d") { $0.name = LocalizedText(name) }), .init(language: language))
  }

  @Test(arguments: [
    "託送情報システムの共用解消（①〜④）", "<b>\"A & B\"</b> ]]> 'x'", "絵文字 🗾 と 𠮷", "&amp; &#x0;", "  spaces  ",
    "été e\u{301}", "\u{7F}\u{85}", "half ｶﾅ", "\u{FFFD}\u{F000}\u{E000}",
  ])
  func namesSurvive(_ name: String) throws {
    let written = try written(name: name)
    let read = written.document.task("a", "Name")
    #expect(read.map { Array($0.unicodeScalars) } == Array(name.unicodeScalars))
    #expect(written.report.remarks.isEmpty)
  }

  @Test func charactersThatXMLCannotHoldAreReplaced() throws {
    let forbidden: [UInt32] = Array(0...8) + [11, 12] + Array(14...31) + [0xFFFE, 0xFFFF]
    for value in forbidden {
      let scalar = try #require(Unicode.Scalar(value))
      let notes = "a\(Character(scalar))b\tc"
      let written = try Written(plan(task("a", "1d") { $0.notes = LocalizedText(notes) }))
      #expect(written.document.task("a", "Notes") == "a\u{FFFD}b\tc", "U+\(value)")
      #expect(written.count(.illegalCharacter) == 1, "U+\(value)")
    }
  }

  @Test func namesAreOnOneLine() throws {
    let written = try written(name: "one\r\ntwo\tthree\u{2028}four")
    #expect(written.document.task("a", "Name") == "one two three four")
    #expect(written.count(.lineBreak) == 1)
  }

  @Test func notesKeepTheirLines() throws {
    let written = try Written(plan(task("a", "1d") { $0.notes = LocalizedText("one\n\ttwo") }))
    #expect(written.document.task("a", "Notes") == "one\n\ttwo")
    #expect(written.report.remarks.isEmpty)
  }

  @Test func namelessTaskHasItsId() throws {
    #expect(try written(name: "").document.task("a", "Name") == "a")
  }

  @Test func longNamesAreReported() throws {
    #expect(try written(name: String(repeating: "長", count: 255)).count(.longText) == 0)
    let long = String(repeating: "長", count: 256)
    let written = try written(name: long)
    #expect(written.count(.longText) == 1)
    #expect(written.document.task("a", "Name") == long)
  }

  @Test func languageChoosesNames() throws {
    let both = plan(
      task("a", "1d") { $0.name = LocalizedText(byLanguage: ["ja": "構築", "en": "Build"]) })
    #expect(try Written(both, .init(language: .ja)).document.task("a", "Name") == "構築")
    #expect(try Written(both, .init(language: .en)).document.task("a", "Name") == "Build")
  }
}
