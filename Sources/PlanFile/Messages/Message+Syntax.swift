/// Messages about YAML's own syntax: what libyaml says, in words for people who write plans.
extension Message {
  /// Makes a message of a syntax error.
  ///
  /// - Parameters:
  ///   - problem: libyaml's words for what is wrong.
  ///   - context: libyaml's words for what it was reading.
  ///   - contextLine: the line where that begins.
  static func syntax(problem: String, context: String, contextLine: Int) -> Message {
    if problem.contains("nesting level") { return tooDeep() }
    for entry in syntaxTable where problem.contains(entry.problem) {
      guard entry.context.isEmpty || context.contains(entry.context) else { continue }
      return Message("yaml", en: entry.en, ja: entry.ja, maybe: entry.advice)
    }
    let since = context.isEmpty ? "" : ", \(context) that begins in line \(contextLine)"
    return Message(
      "yaml", en: "this is not YAML: \(shown(problem))\(since)",
      ja: "YAML として読めません：\(shown(problem))\(since)",
      maybe: Advice(
        en: "the indentation or a quote is not as meant in this line or the one before.",
        ja: "この行か前の行の字下げか引用符の誤り"))
  }

  private struct SyntaxEntry: Sendable {
    let problem: String
    var context = ""
    let en: String
    let ja: String
    let advice: Advice
  }

  private static let syntaxTable = [
    SyntaxEntry(
      problem: "mapping values are not allowed",
      en: "there is a `:` where no value can be", ja: "ここに `:` は書けません",
      advice: Advice(
        en: "text that holds a `: ` needs quotes: \"…: …\".",
        ja: "`: ` を含む文字は引用符で囲む（\"…: …\"）")),
    SyntaxEntry(
      problem: "found character that cannot start any token", context: "",
      en: "a value cannot begin with this character", ja: "値をこの文字で始めることはできません",
      advice: Advice(
        en: "indent with spaces, not tabs; text that begins with @, ` or % needs quotes.",
        ja: "字下げはタブでなく空白で。@ ` % で始まる文字は引用符で囲む")),
    SyntaxEntry(
      problem: "found a tab character", en: "a tab cannot indent", ja: "タブで字下げはできません",
      advice: Advice(en: "spaces.", ja: "空白で字下げする")),
    SyntaxEntry(
      problem: "found unexpected end of stream", context: "quoted",
      en: "the file ends inside quotes", ja: "引用符が閉じないままファイルが終わっています",
      advice: Advice(en: "a quote is missing above.", ja: "上のどこかで引用符が足りない")),
    SyntaxEntry(
      problem: "did not find expected ',' or ']'",
      en: "the list [ … ] is not closed, or a comma is missing before this place",
      ja: "リスト [ … ] が閉じていないか、この前にコンマがありません",
      advice: Advice(
        en: "`]` or `,`; text that holds one of , [ ] { } needs quotes.",
        ja: "`]` か `,`。, [ ] { } を含む文字は引用符で囲む")),
    SyntaxEntry(
      problem: "did not find expected ',' or '}'",
      en: "the map { … } is not closed, or a comma is missing before this place",
      ja: "マップ { … } が閉じていないか、この前にコンマがありません",
      advice: Advice(
        en: "`}` or `,`; text that holds one of , [ ] { } needs quotes.",
        ja: "`}` か `,`。, [ ] { } を含む文字は引用符で囲む")),
    SyntaxEntry(
      problem: "did not find expected key",
      en: "this line does not fit the map above it", ja: "この行は上のマップと揃っていません",
      advice: Advice(
        en: "its indentation differs from the lines above, or a quote above ends too early.",
        ja: "字下げが上の行と違うか、上の引用符が早く閉じている")),
    SyntaxEntry(
      problem: "did not find expected '-' indicator",
      en: "this line does not fit the list above it", ja: "この行は上のリストと揃っていません",
      advice: Advice(
        en: "it needs a `-`, or another indentation.", ja: "`- ` か字下げの違い")),
    SyntaxEntry(
      problem: "could not find expected ':'",
      en: "a key without its `:`", ja: "キーの後に `:` がありません",
      advice: Advice(
        en: "`key: value` with a space after the colon.", ja: "`キー: 値`（コロンの後に空白）")),
    SyntaxEntry(
      problem: "found unknown escape character",
      en: "a backslash inside double quotes stands before a character it cannot stand before",
      ja: "二重引用符の中の \\ の使い方が誤っています",
      advice: Advice(en: "single quotes: '…\\…'.", ja: "一重引用符（'…\\…'）")),
    SyntaxEntry(
      problem: "block sequence entries are not allowed",
      en: "a list item `-` cannot be here", ja: "ここに `-` の項目は書けません",
      advice: Advice(
        en: "the list begins on the next line, below its key.",
        ja: "リストはキーの次の行から始める")),
    SyntaxEntry(
      problem: "did not find expected <document start>",
      en: "text after the end of the document", ja: "文書の終わりの後に文字があります",
      advice: Advice(
        en: "the first line is indented, or is no `key: value`.",
        ja: "最初の行に字下げがあるか、`キー: 値` の形でない")),
  ]
}
