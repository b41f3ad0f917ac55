/// What columns about couplings are called.
///
/// A coupling `from → to` means that `from` uses `to`. Interface lists name the ends by the way the
/// data goes instead: who receives data uses the one who sends it, so `sender` is `to` and
/// `receiver` is `from` (`CouplingDirection` turns this round).
enum CouplingVocabulary {
  private static let ends: [(key: String, words: [String])] = [
    (
      "from",
      [
        "from", "利用元", "利用側", "使用元", "参照元", "呼出元", "呼び出し元", "呼出し元", "依存元", "要求元", "caller",
        "consumer", "client",
        "user", "using", "dependent", "source", "src", "元", "fromnode",
      ]
    ),
    (
      "to",
      [
        "to", "利用先", "使用先", "参照先", "呼出先", "呼び出し先", "呼出し先", "依存先", "要求先", "被利用", "callee",
        "provider", "server",
        "used", "dependency", "target", "tgt", "dest", "destination", "先", "tonode",
      ]
    ),
    (
      "sender",
      [
        "送信元", "連携元", "連係元", "出力元", "提供元", "転送元", "配信元", "発信元", "送り元", "送信側", "連携元側", "データ元",
        "sender", "producer",
        "publisher", "sending", "datasource",
      ]
    ),
    (
      "receiver",
      [
        "送信先", "連携先", "連係先", "出力先", "提供先", "転送先", "配信先", "受信先", "受信側", "送り先", "宛先", "取込先", "データ先",
        "receiver",
        "subscriber", "recipient", "receiving", "datasink",
      ]
    ),
    ("parent", ["parent", "親", "親ci", "parentci", "parentconfigurationitem"]),
    ("child", ["child", "子", "子ci", "childci", "childconfigurationitem"]),
  ]

  private static let others: [(key: String, words: [String])] = [
    (
      "kind",
      [
        "kind", "種別", "if種別", "i/f種別", "連携種別", "連携方式", "連係方式", "連携方法", "連携手段", "接続方式", "接続方法", "方式",
        "方法", "手段", "種類",
        "通信方式", "通信手段", "インタフェース種別", "インターフェース種別", "type", "interfacetype", "couplingtype",
        "method", "protocol",
        "プロトコル", "媒体", "mechanism",
      ]
    ),
    (
      "cost",
      [
        "cost", "工数", "分離工数", "切断工数", "対応工数", "切替工数", "見積工数", "人月", "effort", "personmonths", "pm",
      ]
    ),
    (
      "information",
      [
        "information", "情報区分", "情報分類", "データ区分", "連携情報", "情報種別", "機密区分", "情報", "個人情報", "個人情報有無",
        "dataclass",
        "infoclass", "informationclass", "dataclassification",
      ]
    ),
    ("mayCross", ["maycross"]),
    ("direction", ["方向", "連携方向", "向き", "送受信", "direction"]),
    ("weight", ["重み", "value", "ウェイト", "強度", "結合度", "weight", "strength"]),
    (
      "frequency",
      ["頻度", "連携頻度", "送信頻度", "サイクル", "連携サイクル", "周期", "タイミング", "frequency", "cycle", "timing"]
    ),
    ("volume", ["件数", "本数", "データ量", "データ件数", "volume", "count", "calls"]),
    (
      "source",
      [
        "ifid", "i/fid", "インタフェースid", "インターフェースid", "連携id", "if番号", "連携番号", "interfaceid", "ifno",
        "if名", "if名称",
        "i/f名", "インタフェース名", "インターフェース名", "連携名", "連携名称", "連携データ", "データ名", "連携ファイル名", "ファイル名",
        "interfacename",
        "interface", "label", "name", "id",
      ]
    ),
    (
      "notes",
      [
        "notes", "備考", "備考欄", "特記事項", "メモ", "摘要", "コメント", "説明", "概要", "連携内容", "内容", "note",
        "remarks", "remark",
        "comment", "comments", "description",
      ]
    ),
    ("number", ["no", "no.", "項番", "番号", "通番", "連番", "#", "number", "seq", "№"]),
  ]

  /// What may stand behind the name of an end: 連携元システム名, "From ID".
  private static let suffixes = [
    "", "システム", "システム名", "システム名称", "システムid", "システムコード", "モジュール", "モジュール名", "モジュールid", "アプリ", "アプリ名",
    "アプリケーション", "アプリケーション名", "名", "名称", "id", "コード", "system", "systemname", "systemid", "module",
    "modulename",
    "moduleid", "application", "app", "name", "code", "ci",
  ]

  static let vocabulary: Vocabulary = {
    var words = others
    for (key, names) in ends {
      // An id names an end more surely than a name does: what ends in an id comes first.
      let isID = { (suffix: String) in
        suffix.hasSuffix("id") || suffix.hasSuffix("コード") || suffix.hasSuffix("code")
      }
      let ordered = suffixes.filter(isID) + suffixes.filter { !isID($0) }
      var all = ordered.flatMap { suffix in names.map { $0 + suffix } }
      all += names.flatMap { name in
        ["システム", "モジュール", "system", "module", "app"].map { $0 + name }
      }
      words.insert((key, all), at: 0)
    }
    return Vocabulary(words, isOfModules: false)
  }()
}
