import Reports
import SharedSystem
import Testing

@Suite struct FormatWordsTests {
  @Test(arguments: [
    (LocalizedText.Language.en, "would not be valid by gantt-1.xsd (line 7)", "Maybe "),
    (.ja, "gantt-1.xsd に合いません（7 行目）", "もしかして"),
  ])
  func notValid(_ language: LocalizedText.Language, _ message: String, _ advice: String) {
    let words = Words(language).notValid(schema: "gantt-1.xsd", line: 7, reason: "oops")
    #expect(words.message.contains(message) && words.message.hasSuffix("oops"))
    #expect(words.advice.hasPrefix(advice) && words.advice.contains("--no-validate"))
  }
}
