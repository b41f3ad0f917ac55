import Testing

@testable import Reports

@Suite("Length of texts")
struct TextLengthTests {
  @Test("a Japanese character is as wide as it is high, a Latin one about half")
  func widths() {
    #expect(TextLength.of("要件定義", size: 200) == 800)
    #expect((90...140).contains(TextLength.of("n", size: 200)))
    #expect(TextLength.of("2028-12-29", size: 100) == 556)
    #expect(TextLength.of("", size: 100) == 0)
    #expect(TextLength.of("…", size: 100) == 100)
  }

  @Test("a cut text fits, ends in … and is a beginning of the whole", arguments: 0..<200)
  func cutting(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = RandomNames.name(&random)
    let size = Int.random(in: 1...400, using: &random)
    let length = Int.random(in: 0...6_000, using: &random)
    let cut = TextLength.cut(text, to: length, size: size)
    #expect(TextLength.of(cut, size: size) <= length)
    if TextLength.of(text, size: size) <= length {
      #expect(cut == text)
    } else if !cut.isEmpty {
      #expect(cut.last == "…" && text.hasPrefix(cut.dropLast()))
    }
  }
}
