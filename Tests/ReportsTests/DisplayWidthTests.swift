import Testing

@testable import Reports

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "columns of a text",
    arguments: [
      ("", 0), ("abc", 3), ("運用開始", 8), ("ﾊﾞｯﾁ", 4), ("ＡＢＣ", 6), ("「業務」", 8), ("　", 2),
      ("e\u{301}", 1), ("か\u{3099}", 2), ("가", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2),
      ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇯🇵", 2), ("☎", 1), ("☎\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2),
      ("a\u{200B}b", 2), ("→…①", 3), ("㍿", 2), ("𠮷野家", 6), ("a\tb\u{1B}", 2), ("⾳", 2), ("½", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns, "\(text.unicodeScalars.map(\.value))")
  }

  @Test(
    "cutting with an ellipsis",
    arguments: [
      ("analysis", 8, "analysis"), ("analysis", 7, "analys…"), ("analysis", 1, "…"),
      ("analysis", 0, ""), ("現行調査", 8, "現行調査"), ("現行調査", 7, "現行調…"),
      ("現行調査", 6, "現行…"), ("a b c", 3, "a…"), ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, "👩‍👩‍👧‍👦…"),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func truncation(text: String, width: Int, expected: String) {
    #expect(text.truncated(toWidth: width) == expected)
  }

  @Test("cut texts are as wide as asked for, and their characters are those of the text")
  func truncationNeverSplits() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<2000 {
      let text = RandomNames.name(&random)
      let width = Int.random(in: 1...40, using: &random)
      let cut = text.truncated(toWidth: width)
      #expect(cut.displayWidth <= width)
      if cut != text {
        #expect(cut.last == "…")
        #expect(Array(text).starts(with: cut.dropLast()))
      }
    }
  }

  @Test("control characters of names cannot reach the terminal")
  func controls() {
    #expect("a\u{1B}[31mb\nc\u{9B}".onOneLine == "a [31mb c ")
    #expect("a\r\nb".onOneLine.displayWidth == "a\r\nb".onOneLine.unicodeScalars.count)
  }
}
