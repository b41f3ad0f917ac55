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
      ("期間 2028-12-29/2029-01-03", 12, ["期間", "2028-12-29/", "2029-01-03"]),
      ("so-metering.build.duration=430d", 14, ["so-metering.", "build.", "duration=430d"]),
      ("a--b.c", 4, ["a--", "b.c"]),
      ("hire,train,test", 12, ["hire,train,", "test"]),
      ("a.bcdefghijk", 10, ["a.bcdefghi", "jk"]),
    ])
  func lines(text: String, width: Int, expected: [String]) {
    #expect(text.wrapped(toWidth: width) == expected)
  }

  @Test(
    "a command stays on one line",
    arguments: [
      ("Maybe `bunri levers p --front`: all.", 12, ["Maybe `bunri levers p --front`:", "all."]),
      ("It is best to try `a b c`: all.", 12, ["It is best", "to try `a b c`:", "all."]),
      ("もしかして `a b c d e`：日程", 12, ["もしかして `a b c d e`：", "日程"]),
      ("one ` alone is no command", 10, ["one `", "alone is", "no command"]),
      ("`a b` and `c d`", 9, ["`a b` and", "`c d`"]),
    ])
  func commands(text: String, width: Int, expected: [String]) {
    #expect(text.wrapped(toWidth: width, keepingCommands: true) == expected)
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
