import Testing

@testable import Reports

@Suite("Line breaking")
struct LineBreakingTests {
  @Test(
    "lines",
    arguments: [
      ("", 10, [""]),
      ("waits 24 days", 13, ["waits 24 days"]),
      ("waits 24 days for it", 13, ["waits 24 days", "for it"]),
      ("設計の終了後", 8, ["設計の終", "了後"]),
      ("設計の終了、後", 10, ["設計の終", "了、後"]),
      ("設計（前）後", 6, ["設計", "（前）", "後"]),
      ("費用は242日分", 8, ["費用は", "242日分"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("期間 2028-12-29/2029-01-03", 12, ["期間", "2028-12-29/2", "029-01-03"]),
    ])
  func lines(text: String, width: Int, expected: [String]) {
    #expect(text.wrapped(toWidth: width) == expected)
  }

  @Test("no line is too wide, and nothing but spaces is lost")
  func complete() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<2000 {
      let text = RandomNames.name(&random)
      let width = Int.random(in: 2...30, using: &random)
      let lines = text.wrapped(toWidth: width)
      #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(text) in \(width)")
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " })
    }
  }
}
