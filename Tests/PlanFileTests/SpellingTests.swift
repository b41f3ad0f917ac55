import Planning
import SharedSystem
import Testing

@testable import PlanFile

/// "Maybe …": nearest words, repaired dates, radicals.
@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("requirments", "requirements"), ("duraton", "duration"), ("Duration", "duration"),
      ("durtaion", "duration"), ("buidl", "build"), ("a", nil), ("something-else", nil),
    ] as [(String, String?)])
  func nearest(word: String, expected: String?) {
    var spelling = SpellingBudget()
    let candidates = ["requirements", "duration", "build", "test"]
    #expect(spelling.nearest(to: word, among: candidates) == expected)
  }

  @Test func theBudgetEnds() {
    var spelling = SpellingBudget(comparisons: 2)
    #expect(spelling.nearest(to: "abcd", among: ["abcx", "a-much-longer-word"]) == "abcx")
    #expect(spelling.nearest(to: "abcd", among: ["abcx"]) == "abcx")
    #expect(spelling.nearest(to: "abcd", among: ["abcx"]) == nil)
  }

  @Test func ofNearWordsTheSameIsAlwaysSuggested() {
    let text = """
      bunri: 1
      project: {start: 2027-04-01}
      tasks:
        - {id: task-c, duration: 1d}
        - {id: task-a, duration: 1d}
        - {id: task-b, duration: 1d, after: [task-x]}
      """
    let found = PlanReader.read(text: text, name: "plan.yaml").diagnostics
    #expect(found.map { $0.advice?.byLanguage["en"] } == ["Maybe `task-a` (line 5)."])
  }

  @Test(
    arguments: [
      ("2027/3/1", "2027-03-01"), ("2027年3月31日", "2027-03-31"), ("20270331", "2027-03-31"),
      ("２０２７．４．１", "2027-04-01"), ("2027/02/30", nil), ("31.3.2027", nil), ("", nil),
    ] as [(String, String?)])
  func dates(text: String, expected: String?) {
    #expect(DateSpelling.meant(by: text) == expected)
  }

  @Test(
    arguments: [
      ("12", 12_000), ("+4", 4000), ("-0.5", -500), ("1_200", 1_200_000), ("0.125", 125),
      ("1.2345", nil), ("", nil), ("-", nil), ("1.", nil), (".5", nil), ("1e3", nil), ("12円", nil),
      ("9999999999999999", nil), ("１２", nil),
    ] as [(String, Int64?)])
  func decimals(text: String, expected: Int64?) {
    #expect(Decimals.thousandths(text) == expected)
  }

  @Test func radicals() {
    let pairs = ["⻑": "長", "⼾": "戸", "⼒": "力", "⾏": "行", "⽤": "用", "⿊": "黒", "⺠": "民"]
    for (radical, character) in pairs {
      #expect(PastedCharacters.repair(radical)?.text == character)
    }
    // The whole Kangxi block has a meaning, and none of the meanings is a radical again.
    for value in UInt32(0x2F00)...0x2FD5 {
      let scalar = Unicode.Scalar(value).flatMap { CJKRadicals.character(for: $0) }
      #expect(scalar.map { !CJKRadicals.contains($0) } == true)
    }
    #expect(PastedCharacters.repair("長期の行動力、ABC 123 ｶﾅ 﨑 神") == nil)
    #expect(PastedCharacters.repair("a\u{200B}b\u{FB01}")?.text == "abfi")
  }
}
