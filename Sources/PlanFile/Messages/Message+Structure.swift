/// Messages about keys, ids and the shape of values.
extension Message {
  /// The shapes a value can have.
  enum Shape: Sendable {
    case text, list, map
  }

  static func unsupportedVersion(_ version: String) -> Message {
    Message(
      "version", en: "`\(shown(version))` is not a version of the plan format this program knows",
      ja: "計画の書式の版 `\(shown(version))` は、このプログラムでは読めません",
      maybe: Advice("bunri: 1"))
  }

  static func missingVersion() -> Message {
    Message(
      "version", en: "the plan does not say which version of the format it is written in",
      ja: "計画の書式の版が書かれていません",
      maybe: Advice(en: "`bunri: 1` as the first line.", ja: "一行目に `bunri: 1`"))
  }

  static func unknownKey(_ key: String, nearest: String?, known: [String]) -> Message {
    Message(
      "unknown-key", en: "`\(shown(key))` is not a key here", ja: "`\(shown(key))` というキーはここにありません",
      maybe: nearest.map { Advice(en: "`\($0)`?", ja: "`\($0)`") }
        ?? Advice(anyOf: known.map { "`\($0)`" }))
  }

  static func mergeKey() -> Message {
    Message(
      "unknown-key", en: "the merge key `<<` is not part of the plan format",
      ja: "マージキー `<<` は計画の書式にありません",
      maybe: Advice(en: "write the values themselves.", ja: "値をそのまま書く"))
  }

  static func keyNotText() -> Message {
    Message(
      "unknown-key", en: "a list or a map cannot be a key", ja: "リストやマップはキーになれません",
      maybe: Advice(en: "text in braces needs quotes: \"{…}\".", ja: "波括弧を含む文字は引用符で囲む"))
  }

  static func duplicateKey(_ key: String, first: Words) -> Message {
    Message(
      "duplicate-key", en: "`\(shown(key))` is written twice, first at \(first.en)",
      ja: "`\(shown(key))` が二度書かれています（最初は \(first.ja)）",
      maybe: Advice(en: "one of them can go.", ja: "どちらかを消す"))
  }

  static func missingKey(_ key: String) -> Message {
    Message(
      "missing-key", en: "`\(key)` is missing", ja: "`\(key)` がありません",
      maybe: exampleOfKey(key).map { Advice("\(key): \($0)") })
  }

  private static func exampleOfKey(_ key: String) -> String? {
    switch key {
    case "start": "2027-04-01"
    case "id": "design"
    case "from", "to": "billing"
    case "kind": "table"
    case "date": "2027-03-31"
    case "type": "start-no-earlier-than"
    case "units": "8"
    case "duration": "60d"
    case "low": "45d"
    case "high": "120d"
    case "started": "2027-04-01"
    default: nil
    }
  }

  static func wrongShape(expected: Shape, found: Shape, text: String?) -> Message {
    let names: [Shape: (en: String, ja: String)] = [
      .text: ("text", "文字"), .list: ("a list", "リスト"), .map: ("a map", "マップ（キーと値）"),
    ]
    let wanted = names[expected] ?? ("", "")
    let given = names[found] ?? ("", "")
    var advice: Advice?
    if expected == .list, let text { advice = Advice("[\(shown(text))]") }
    return Message(
      "wrong-type", en: "\(given.en) stands where \(wanted.en) is expected",
      ja: "\(wanted.ja)を書くところに\(given.ja)があります", maybe: advice)
  }

  // MARK: Ids

  static func badID(_ id: String, folded: String?) -> Message {
    let advice =
      folded.map { Advice(en: "`\($0)`.", ja: "`\($0)`") }
      ?? Advice(
        en: "letters A-Z, digits, and . _ - inside; a Japanese name goes into `name`.",
        ja: "英数字と . _ -（先頭は英数字）。日本語の名前は `name` に書く")
    return Message(
      "id", en: "`\(shown(id))` is not an id", ja: "`\(shown(id))` は id に使えません", maybe: advice)
  }

  static func reservedID(_ id: String) -> Message {
    Message(
      "id", en: "`\(id)` has a meaning of its own and cannot be an owner's id",
      ja: "`\(id)` は特別な意味を持つため、所有者の id に使えません")
  }

  static func duplicateID(_ id: String, _ kind: EntityKind, first: Words) -> Message {
    Message(
      "duplicate-id",
      en: "there is already \(kind.withArticle) `\(shown(id))` at \(first.en)",
      ja: "\(kind.noun.ja) `\(shown(id))` はすでに \(first.ja) にあります",
      maybe: Advice("\(shown(id))-2"))
  }

  static func unknown(
    _ kind: EntityKind, _ id: String, nearest: String?, place: Words?, elsewhere: EntityKind?
  ) -> Message {
    var advice: Advice?
    if let nearest {
      let end = place.map { " (\($0.en))" } ?? ""
      let endInJapanese = place.map { "（\($0.ja)）" } ?? ""
      advice = Advice(en: "`\(nearest)`\(end).", ja: "`\(nearest)`\(endInJapanese)")
    } else if let elsewhere {
      advice = Advice(
        en: "another key: `\(shown(id))` is \(elsewhere.withArticle).",
        ja: "別のキー。`\(shown(id))` は\(elsewhere.noun.ja)です")
    }
    return Message(
      "unknown-\(kind.noun.en)", en: "`\(shown(id))` is not \(kind.withArticle) of this plan",
      ja: "`\(shown(id))` という\(kind.noun.ja)はこの計画にありません", maybe: advice)
  }

  // MARK: Texts

  static func pasted(_ repair: PastedCharacters.Repair) -> Message {
    let code = "U+\(hexadecimal(repair.first))"
    let others =
      repair.count > 1
      ? (" and \(repair.count - 1) more", "ほか \(repair.count - 1) 字") : ("", "")
    guard CJKRadicals.contains(repair.first) else {
      return Message(
        "pasted-character",
        en: "the text holds \(code)\(others.0), which copying from a PDF or web page leaves behind",
        ja: "PDF やウェブからの貼り付けで入る文字 \(code) があります\(others.1)",
        maybe: Advice(
          en: repair.meaning == "" ? "delete it." : "\(repair.meaning ?? "").",
          ja: repair.meaning == "" ? "削除する" : repair.meaning ?? ""))
    }
    return Message(
      "cjk-radical",
      en: repair.count > 1
        ? "\(repair.first) (\(code))\(others.0) are radicals, not kanji; they are read as the kanji"
        : "\(repair.first) (\(code)) is a radical, not a kanji; it is read as the kanji",
      ja: "\(repair.first)（\(code)）\(others.1)は部首の記号で、漢字ではありません。漢字として読みます",
      maybe: repair.meaning.map { Advice("\($0)") })
  }

  static func morePasted(_ count: Int) -> Message {
    Message(
      "cjk-radical", en: "\(count) more texts hold radicals or other pasted characters",
      ja: "ほかに \(count) か所に部首などの貼り付け文字があります")
  }

  static func badLanguage(_ code: String) -> Message {
    Message(
      "language", en: "`\(shown(code))` is not a language code",
      ja: "`\(shown(code))` は言語の符号ではありません",
      maybe: Advice("{ja: …, en: …}"))
  }

  static func more(_ count: Int) -> Message {
    Message(
      "more", en: "and \(count) more errors or warnings", ja: "ほかに \(count) 件のエラーまたは警告があります")
  }
}
