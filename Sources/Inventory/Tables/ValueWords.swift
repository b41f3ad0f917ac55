import SharedSystem

/// What cells mean that hold words.
enum ValueWords {
  /// Whether a cell says that nothing is known.
  static func isBlank(_ folded: String) -> Bool { blanks.contains(folded) }

  private static let blanks: Set<String> = [
    "", "-", "－", "−", "‐", "―", "ー", "--", "---", "n/a", "na", "none", "null", "nil", "tbd", "tbc",
    "?", "??",
    "不明", "未定", "未調査", "未計測", "未確認", "検討中", "調査中", "確認中", "該当なし", "なし", "無し", "対象外", "#n/a",
    "#ref!",
    "#value!", "unknown", "undecided", "open",
  ]

  /// Whether a cell is a mark that says yes, or one that says no; nil when it is no mark.
  static func mark(_ folded: String) -> Bool? {
    if yes.contains(folded) { return true }
    if no.contains(folded) { return false }
    return nil
  }

  private static let yes: Set<String> = [
    "○", "〇", "◯", "◎", "●", "✓", "✔", "レ", "有", "有り", "あり", "y", "yes", "true", "x", "要", "該当",
    "1", "△",
  ]
  private static let no: Set<String> = [
    "×", "✕", "✗", "無", "無し", "なし", "n", "no", "false", "不要", "非該当", "0", "-", "−", "ー", "―", "",
  ]

  /// Whether a row's name says that it is a sum.
  static func isSum(_ folded: String) -> Bool {
    ["合計", "総合計", "総計", "小計", "計", "total", "subtotal", "grandtotal", "sum"].contains(folded)
  }

  /// What a coupling is made of; nil when the word says nothing about it.
  static func kind(_ folded: String) -> Coupling.Kind? {
    if let kind = Coupling.Kind(rawValue: folded) { return kind }
    for (kind, words) in kinds where words.contains(where: { folded.contains($0) }) { return kind }
    return nil
  }

  /// In the order of trying: a "file of a batch" is a file, a "Web API" no page.
  private static let kinds: [(Coupling.Kind, [String])] = [
    (.file, ["ファイル", "file", "hulft", "ftp", "csv", "edi", "メール", "媒体", "s3", "帳票", "全銀"]),
    (
      .api,
      [
        "api", "rest", "soap", "電文", "mq", "メッセージ", "リアルタイム", "オンライン", "rpc", "http", "webサービス",
        "webservice", "queue",
        "kafka", "イベント", "event", "corba", "socket", "同期", "message", "service",
      ]
    ),
    (
      .table,
      [
        "テーブル", "table", "db", "データベース", "database", "sql", "ビュー", "view", "マスタ", "レプリ", "共有", "参照",
        "表",
      ]
    ),
    (.batch, ["バッチ", "batch", "ジョブ", "job", "jcl", "夜間", "日次", "月次"]),
    (.screen, ["画面", "screen", "sso", "リンク", "ui", "portal", "ポータル", "iframe"]),
    (
      .code,
      [
        "コード", "code", "ライブラリ", "library", "共通部品", "部品", "プログラム", "モジュール", "call", "サブルーチン", "copy",
        "import",
        "include", "jar", "link",
      ]
    ),
  ]

  /// How a module becomes separate; nil when the word is unknown.
  static func strategy(_ folded: String) -> Module.Strategy? {
    if let strategy = Module.Strategy(rawValue: folded) { return strategy }
    for (strategy, words) in strategies where words.contains(where: { folded.contains($0) }) {
      return strategy
    }
    return nil
  }

  private static let strategies: [(Module.Strategy, [String])] = [
    (.replatform, ["リプラットフォーム", "replatform", "基盤更改", "基盤移行"]),
    (.rehost, ["リホスト", "rehost", "載せ替え", "載替", "lift"]),
    (
      .rebuild,
      ["再構築", "リビルド", "rebuild", "新規開発", "作り直", "刷新", "スクラッチ", "rewrite", "refactor", "リライト"]
    ),
    (.clone, ["クローン", "複製", "コピー", "clone", "copy", "duplicate"]),
    (.package, ["パッケージ", "package", "saas", "cots", "replace", "購入"]),
    (.retire, ["廃止", "廃棄", "撤去", "retire", "終了", "停止"]),
    (.logical, ["論理", "logical", "アクセス制御", "権限"]),
    (.keep, ["継続", "現行", "維持", "存続", "残置", "そのまま", "keep", "retain", "流用"]),
  ]

  /// Whether a word names both owners.
  static func isBoth(_ folded: String) -> Bool {
    [
      "both", "両社", "両方", "双方", "両者", "共有", "共用", "共同", "共通", "shared", "それぞれ", "各々", "各社", "両社保有",
      "両社で保有",
    ].contains(folded)
  }

  /// Separates the items of a cell that holds several.
  static func items(_ text: String) -> [String] {
    text.split(whereSeparator: { "、,，;；/／|｜\n\r＋+&＆".contains($0) })
      .map { Folding.prose(String($0)) }
      .map { $0.hasPrefix("・") ? String($0.dropFirst()) : $0 }
      .flatMap { $0.contains("・") && !$0.allSatisfy(\.isASCII) ? splitAtDots($0) : [$0] }
      .filter { !$0.isEmpty }
  }

  /// 小売・送配電 are two; the dot inside a word of katakana separates nothing.
  private static func splitAtDots(_ text: String) -> [String] {
    let isKatakana = text.unicodeScalars.allSatisfy {
      (0x30A0...0x30FF).contains($0.value) || $0.isASCII
    }
    return isKatakana ? [text] : text.split(separator: "・").map(String.init)
  }
}
