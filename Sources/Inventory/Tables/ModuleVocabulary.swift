/// What columns about modules are called, in Japanese and English.
///
/// Words are compared after ``Folding/word(_:)``; earlier ones are the better names, so that of two
/// columns with the same meaning the better named one is taken. The keys are those of a plan's
/// table, and a few that are decided later:
///
/// - `name`, `part`: a name; `part` is the name of a smaller part, next to which a `name` is a group;
/// - `custodian`: a department or company in charge, see `CustodianRule`;
/// - `number`: a running number, which is no id.
enum ModuleVocabulary {
  static let words: [(key: String, words: [String])] = [
    (
      "id",
      [
        "id", "システムid", "モジュールid", "アプリid", "アプリケーションid", "システムコード", "モジュールコード", "アプリコード",
        "システム番号", "管理番号", "管理no", "管理id", "資産番号", "システムno", "コード", "識別子", "systemid", "moduleid",
        "applicationid", "appid", "systemcode", "modulecode", "applicationcode", "appcode", "code",
        "ciid", "sysid",
        "key", "identifier",
      ]
    ),
    (
      "part",
      [
        "モジュール名", "モジュール名称", "モジュール", "サブシステム名", "サブシステム名称", "機能名", "modulename", "module",
        "subsystemname", "componentname", "component", "コンポーネント名", "コンポーネント",
      ]
    ),
    (
      "name",
      [
        "name", "システム名", "システム名称", "アプリケーション名", "アプリケーション名称", "アプリ名", "アプリ名称", "業務システム名", "名称",
        "名前",
        "システム", "アプリケーション", "アプリ", "件名", "対象システム", "systemname", "applicationname", "application",
        "appname",
        "app", "system", "title", "label", "displayname", "ciname",
      ]
    ),
    (
      "name.en",
      ["name.en", "nameen", "英語名", "英名", "英字名", "システム名英", "システム名英語", "englishname", "nameenglish"]
    ),
    (
      "name.ja",
      ["name.ja", "nameja", "日本語名", "和名", "漢字名", "システム名和", "japanesename", "namejapanese"]
    ),
    (
      "group",
      [
        "group", "グループ", "グループ名", "システム群", "システム群名", "業務領域", "業務分類", "業務区分", "業務名", "業務", "領域",
        "ドメイン",
        "システム分類", "システム区分", "大分類", "分類", "カテゴリ", "カテゴリー", "サブシステム", "subsystem", "domain",
        "category", "area", "capability", "businessarea", "businessfunction", "systemgroup",
        "cluster",
      ]
    ),
    (
      "owner",
      [
        "owner", "分割後の所有", "分割後所有", "分割後の所有者", "分割後所有者", "分割後の所有会社", "分割後所有会社", "分割後の保有",
        "分割後保有", "分割後の保有会社", "分割後の主管", "分割後主管", "分割後の帰属", "分割後帰属", "分離後の所有", "分離後所有", "分離後の保有",
        "分離後の主管", "分離後の帰属", "分社後の所有", "将来の所有", "将来所有", "帰属先", "帰属", "移管先", "所有者", "所有会社", "所有",
        "保有先",
        "ownertarget", "targetowner", "futureowner", "owneraftersplit", "owneraftertheseparation",
        "ownerafterseparation", "pin", "assignedowner",
      ]
    ),
    ("allowed", ["allowed", "所有候補", "保有候補", "候補", "帰属候補", "allowedowners", "ownercandidates"]),
    (
      "heldBy",
      [
        "heldby", "利用会社", "使用会社", "利用主体", "現在の所有", "現所有", "現在の保有", "現保有", "現保有会社", "現在の利用",
        "現在の利用会社",
        "共用先", "共用会社", "保有会社", "利用者", "usedby", "users", "currentowner", "currentowners",
        "heldtoday", "holder",
        "holders", "sharedby",
      ]
    ),
    (
      "custodian",
      [
        "主管", "主管部署", "主管部門", "主管部", "主管課", "主管箇所", "主管会社", "主管組織", "所管", "所管部署", "所管部門", "所管部",
        "所管課", "所管箇所",
        "所管会社", "担当部署", "担当部門", "担当会社", "管理部署", "管理部門", "管理主体", "管理会社", "業務主管", "業務主管部署", "業務所管",
        "部署", "部門", "department", "division", "managedby", "custodian", "responsible",
        "businessowner",
        "systemowner", "businessunit", "owningdepartment", "ownedby",
      ]
    ),
    (
      "language",
      [
        "language", "開発言語", "言語", "プログラム言語", "プログラミング言語", "使用言語", "記述言語", "主要言語", "主言語", "実装言語",
        "programminglanguage", "lang", "languages",
      ]
    ),
    (
      "size.kloc",
      [
        "size.kloc", "kloc", "規模", "開発規模", "プログラム規模", "システム規模", "ソース規模", "コード規模", "ステップ数", "総ステップ数",
        "ステップ",
        "キロステップ", "行数", "コード行数", "ソース行数", "ソースコード行数", "プログラム行数", "kl", "ks", "kstep", "ksteps",
        "ksloc", "loc",
        "sloc", "steps", "linesofcode", "codelines", "lines", "codesize", "size",
      ]
    ),
    (
      "size.functionPoints",
      [
        "size.functionpoints", "functionpoints", "fp", "fp数", "fp値", "ファンクションポイント", "ファンクションポイント数",
        "機能規模",
        "functionpoint",
      ]
    ),
    (
      "size.screens",
      ["size.screens", "screens", "画面数", "画面本数", "画面", "screencount", "numberofscreens"]
    ),
    (
      "size.batches",
      [
        "size.batches", "batches", "バッチ数", "バッチ本数", "バッチ", "ジョブ数", "ジョブ本数", "バッチジョブ数", "batchcount",
        "jobs",
        "batchjobs", "jobcount", "numberofbatches",
      ]
    ),
    (
      "size.tables",
      [
        "size.tables", "tables", "テーブル数", "テーブル本数", "表数", "dbテーブル数", "テーブル", "tablecount",
        "numberoftables",
        "data.tables",
      ]
    ),
    ("size.files", ["size.files", "files", "ファイル数", "ファイル本数", "filecount", "numberoffiles"]),
    (
      "size.interfaces",
      [
        "size.interfaces", "interfaces", "インタフェース数", "インターフェース数", "インターフェイス数", "if数", "i/f数",
        "if本数", "連携数", "外部連携数",
        "interfacecount", "numberofinterfaces",
      ]
    ),
    (
      "size.reports",
      ["size.reports", "reports", "帳票数", "帳票本数", "帳票", "reportcount", "numberofreports"]
    ),
    (
      "data.rows",
      [
        "data.rows", "rows", "データ件数", "レコード数", "レコード件数", "データ行数", "保有件数", "件数", "records",
        "rowcount", "recordcount",
        "numberofrows", "numberofrecords",
      ]
    ),
    (
      "data.gigabytes",
      [
        "data.gigabytes", "gigabytes", "データ量", "データ容量", "db容量", "ディスク容量", "容量", "データサイズ",
        "datasize", "datavolume",
        "dbsize", "storage", "gb",
      ]
    ),
    (
      "strategy",
      [
        "strategy", "分割方式", "分離方式", "分割方針", "分離方針", "対応方式", "対応方針", "移行方式", "分割方法", "分離方法", "方式",
        "方針",
        "approach", "disposition", "separationstrategy", "treatment",
      ]
    ),
    ("drivers", ["drivers", "要因", "遅延要因", "工程要因", "driver"]),
    (
      "information",
      [
        "information", "情報区分", "情報分類", "取扱情報", "取り扱い情報", "保有情報", "情報種別", "情報の種類", "機密区分", "機密情報",
        "情報", "個人情報",
        "個人情報有無", "個人情報の有無", "個人情報保有", "顧客情報", "顧客情報有無", "託送情報", "託送情報有無", "infoclass",
        "informationclass",
        "informationclasses", "dataclass", "dataclassification", "pii", "personaldata",
      ]
    ),
    ("both", ["both", "両社保有工数", "両社工数", "複製工数"]),
    ("wave", ["wave", "ウェーブ", "移行ウェーブ", "切替ウェーブ", "切替群", "移行群", "移行フェーズ", "migrationwave"]),
    (
      "notes",
      [
        "notes", "備考", "備考欄", "特記事項", "特記", "メモ", "摘要", "コメント", "補足", "説明", "概要", "システム概要", "機能概要",
        "note", "remarks",
        "remark", "comment", "comments", "description", "documentation", "memo", "summary",
      ]
    ),
    ("source", ["source", "出典", "根拠", "情報源"]),
    ("number", ["no", "no.", "項番", "番号", "通番", "連番", "行番号", "#", "number", "seq", "項", "№"]),
  ]

  static let vocabulary = Vocabulary(words, isOfModules: true)
}

/// Words with the keys they mean.
struct Vocabulary: Sendable {
  /// The key and the rank of a word: 0 is the best name for the key.
  private let known: [String: (key: String, rank: Int)]
  /// Whether the columns are about modules, not couplings.
  let isOfModules: Bool

  init(_ words: [(key: String, words: [String])], isOfModules: Bool) {
    self.isOfModules = isOfModules
    var known: [String: (key: String, rank: Int)] = [:]
    for (key, words) in words {
      for (rank, word) in words.enumerated() {
        let folded = Folding.word(word)
        if !folded.isEmpty, known[folded] == nil { known[folded] = (key, rank) }
      }
    }
    self.known = known
  }

  /// The key that a word means; nil when it is unknown.
  ///
  /// - Complexity: O(length).
  func meaning(of folded: String) -> (key: String, rank: Int)? { known[folded] }
}
