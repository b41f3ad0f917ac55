import Planning
import ProjectXML
import Scheduling
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

@Suite struct ExportReportTests {
  @Test func everyKindHasItsOwnWords() {
    for language in LocalizedText.Language.allCases {
      var texts: Set<String> = []
      for kind in ExportReport.Kind.allCases {
        let text = ExportReport.Remark(kind: kind, count: 2, examples: ["a"]).text(in: language)
        #expect(text.contains("2") && text.contains("a"))
        #expect(!text.contains("\n"))
        texts.insert(text)
      }
      #expect(texts.count == ExportReport.Kind.allCases.count)
    }
  }

  @Test func remarksCountAndGiveExamples() throws {
    var many = plan()
    many.tasks = (0..<5).map { task("t\($0)", "P1M") }
    let written = try Written(many)
    let remark = try #require(written.report.remarks.first)
    #expect(written.report.remarks.count == 1)
    #expect(remark.kind == .calendarMonths)
    #expect(remark.count == 5)
    #expect(remark.examples == ["t0", "t1", "t2"])
    #expect(
      remark.text(in: .en) == "durations in calendar months are elapsed time (5): t0, t1, t2, …")
    #expect(remark.text(in: .ja) == "暦月の期間を経過時間で出力（5件）: t0, t1, t2, …")
    #expect(written.report.tasks == 5)
    #expect(written.report.calendars == 1)
  }

  @Test func remarksAreInTheOrderOfTheirKinds() throws {
    let written = try Written(
      plan(
        task("a", "5d") { $0.name = LocalizedText("a\nb") },
        task("b", "1d", after: "a SS", "a FF"), task("c", "P1M")))
    #expect(written.report.remarks.map(\.kind) == [.calendarMonths, .parallelLinks, .lineBreak])
  }
}
