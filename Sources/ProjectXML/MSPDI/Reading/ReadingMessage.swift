internal import Planning
internal import SharedSystem

/// The words of a problem, without its place. Every message of the reader is made here.
///
/// Tone: name the value and its state; advice begins with "Maybe" (もしかして).
struct ReadingMessage {
  /// The stable name of the problem.
  let id: String
  private let en: () -> String
  private let ja: () -> String
  private let maybe: (en: String, ja: String)?

  /// The words are made only when they are asked for: most problems of a broken file are counted.
  init(
    _ id: String, en: @autoclosure @escaping () -> String,
    ja: @autoclosure @escaping () -> String, maybe: (en: String, ja: String)? = nil
  ) {
    self.id = id
    self.en = en
    self.ja = ja
    self.maybe = maybe
  }

  /// What is wrong.
  var text: LocalizedText { LocalizedText(byLanguage: ["en": en(), "ja": ja()]) }

  /// What may be meant or done.
  var advice: LocalizedText? {
    maybe.map { LocalizedText(byLanguage: ["en": "Maybe \($0.en)", "ja": "もしかして \($0.ja)"]) }
  }

  /// What a text should be.
  enum Value: String {
    case truth = "boolean"
    case number
    case date
    case timeOfDay = "time-of-day"
    case duration
    /// A date in a year that no calendar of ours has.
    case year

    /// The name of the problem that it is none.
    var problem: String { self == .year ? "date-range" : "not-a-\(rawValue)" }

    /// A word in place of a date says that there is none, and is left out; a date in year 0 says
    /// that the file is damaged.
    var severity: MSPDIProblem.Severity { self == .year ? .error : .warning }
  }

  /// What has a UID.
  enum Kind: String { case calendar, task, resource, assignment }

  private static func words(_ kind: Kind) -> (en: String, ja: String) {
    switch kind {
    case .calendar: ("calendar", "カレンダー")
    case .task: ("task", "タスク")
    case .resource: ("resource", "リソース")
    case .assignment: ("assignment", "割り当て")
    }
  }

  /// A text, short enough for a message, on one line.
  static func shown(_ text: String) -> String {
    let line = String(text.prefix(60).map { $0.isNewline ? " " : $0 })
    return text.count > 60 ? line + "…" : line
  }
}

/// What values say.
extension ReadingMessage {
  static func unreadable(_ value: Value, _ text: String, in path: String) -> ReadingMessage {
    let (en, ja, spelling) =
      switch value {
      case .truth: ("true or false", "真偽値", "1, 0")
      case .number: ("a number that can be held", "扱える数値", "12, 0.5")
      case .date, .year: ("a date", "日時", "2029-04-02T09:00:00")
      case .timeOfDay: ("a time of day", "時刻", "08:30:00")
      case .duration: ("a duration", "期間", "PT8H0M0S")
      }
    if value == .year {
      return ReadingMessage(
        value.problem,
        en: "the date \"\(shown(text))\" in \(path) lies outside the years 1900 to 2999",
        ja: "\(path) の日付「\(shown(text))」は扱える年（1900〜2999 年）の外です",
        maybe: (
          "the date was damaged, or its element can go.", "日付が壊れています。直すか、要素を消してください。"
        ))
    }
    return ReadingMessage(
      value.problem, en: "\"\(shown(text))\" in \(path) is not \(en): left out",
      ja: "\(path) の「\(shown(text))」は\(ja)ではありません（読み飛ばします）",
      maybe: ("it should be like \(spelling).", "\(spelling) のような形です。"))
  }

  static func missingUID(_ kind: Kind) -> ReadingMessage {
    let (en, ja) = words(kind)
    return ReadingMessage(
      "missing-uid", en: "this \(en) has no UID: left out",
      ja: "この\(ja)には UID がありません（読み飛ばします）")
  }

  static func duplicateUID(_ kind: Kind, _ uid: Int) -> ReadingMessage {
    let (en, ja) = words(kind)
    return ReadingMessage(
      "duplicate-uid", en: "there is more than one \(en) with UID \(uid)",
      ja: "UID \(uid) の\(ja)が二つ以上あります",
      maybe: (
        "two files were joined: what refers to \(uid) is ambiguous.",
        "二つのファイルをつないだものです。\(uid) への参照は一意に決まりません。"
      ))
  }

  static func outlineJump(_ uid: Int, _ level: Int, after previous: Int) -> ReadingMessage {
    ReadingMessage(
      "outline-jump",
      en: "task UID \(uid) is at outline level \(level) right after level \(previous)",
      ja: "タスク UID \(uid) のアウトラインレベルが \(previous) の次に \(level) です",
      maybe: ("the summary between them is missing.", "間のサマリータスクが欠けています。"))
  }

  static var missingPredecessor: ReadingMessage {
    ReadingMessage(
      "missing-predecessor", en: "a link has no PredecessorUID: left out",
      ja: "PredecessorUID のないリンクがあります（読み飛ばします）")
  }

  static var missingFieldID: ReadingMessage {
    ReadingMessage(
      "missing-field-id", en: "an extended attribute has no FieldID: left out",
      ja: "FieldID のない拡張属性があります（読み飛ばします）")
  }

  static var halfWorkingTime: ReadingMessage {
    ReadingMessage(
      "half-working-time", en: "a working time has only one of FromTime and ToTime: left out",
      ja: "FromTime と ToTime の一方しかない稼働時間があります（読み飛ばします）")
  }

  static func more(_ id: String, _ count: Int) -> ReadingMessage {
    ReadingMessage(
      id, en: "\(count) more problems of this kind", ja: "同じ種類の問題がほかに \(count) 件あります")
  }
}

/// What the document as a whole is.
extension ReadingMessage {
  static func cannotRead(_ path: String, _ reason: String) -> ReadingMessage {
    ReadingMessage(
      "cannot-read", en: "cannot read \(path): \(reason)", ja: "\(path) を読めません: \(reason)")
  }

  static var empty: ReadingMessage {
    ReadingMessage("empty-file", en: "the file is empty", ja: "ファイルが空です")
  }

  static var notXML: ReadingMessage {
    ReadingMessage(
      "not-xml", en: "the file does not begin as XML", ja: "ファイルの先頭が XML ではありません",
      maybe: (
        "it is an .mpp file: save it as XML in Microsoft Project.",
        ".mpp ファイルです。Microsoft Project で XML 形式で保存してください。"
      ))
  }

  static func notWellFormed(_ reason: String) -> ReadingMessage {
    ReadingMessage(
      "not-well-formed", en: "this is not well-formed XML: \(reason)",
      ja: "XML として正しくありません: \(reason)")
  }

  static func namespaces(_ reason: String) -> ReadingMessage {
    ReadingMessage(
      "namespace-error", en: "XML namespaces: \(reason)", ja: "XML 名前空間: \(reason)")
  }

  static func truncated(in path: String) -> ReadingMessage {
    ReadingMessage(
      "truncated", en: "the file ends within \(path.isEmpty ? "its first element" : path)",
      ja: "ファイルが \(path.isEmpty ? "最初の要素" : path) の途中で終わっています",
      maybe: ("it was cut off while it was copied.", "コピーの途中で切れています。"))
  }

  static func notMSPDI(root: String, namespace: String?) -> ReadingMessage {
    let space = namespace.map { " (\(shown($0)))" } ?? ""
    let origin: (en: String, ja: String)? =
      switch root {
      case "APIBusinessObjects": ("it is Primavera P6's XML.", "Primavera P6 の XML です。")
      case "project":
        ("it is a file of GNOME Planner or GanttProject.", "GNOME Planner か GanttProject のファイルです。")
      case "Project": ("it is a project of MSBuild.", "MSBuild のプロジェクトです。")
      case "html": ("it is a web page.", "ウェブページです。")
      default: nil
      }
    return ReadingMessage(
      "not-mspdi",
      en: "the root element is <\(shown(root))>\(space), not Microsoft Project's <Project>",
      ja: "最上位の要素が <\(shown(root))>\(space) です。Microsoft Project の <Project> ではありません",
      maybe: origin)
  }

  static func otherNamespace(_ namespace: String) -> ReadingMessage {
    ReadingMessage(
      "other-namespace",
      en: "the namespace is \"\(shown(namespace))\", not \(MSPDI.namespace): read all the same",
      ja: "名前空間が「\(shown(namespace))」で、\(MSPDI.namespace) ではありません（そのまま読みます）")
  }
}

/// What is refused to keep the reader safe.
extension ReadingMessage {
  static var documentType: ReadingMessage {
    ReadingMessage(
      "document-type", en: "the file declares a document type (<!DOCTYPE>), which is refused",
      ja: "文書型宣言（<!DOCTYPE>）のあるファイルは受け付けません",
      maybe: (
        "the declaration can be removed: Microsoft Project writes none.",
        "宣言を取り除けます。Microsoft Project は書きません。"
      ))
  }

  static func tooDeep(_ limit: Int) -> ReadingMessage {
    ReadingMessage(
      "too-deep", en: "elements are nested more than \(limit) deep",
      ja: "要素の入れ子が \(limit) 段を超えています")
  }

  static func tooManyAttributes(_ limit: Int) -> ReadingMessage {
    ReadingMessage(
      "too-many-attributes", en: "an element has more than \(limit) attributes",
      ja: "属性が \(limit) 個を超える要素があります")
  }

  static func tooManyNames(_ limit: Int) -> ReadingMessage {
    ReadingMessage(
      "too-many-names", en: "there are more than \(limit) different names of elements",
      ja: "要素名の種類が \(limit) を超えています")
  }

  static func longMarkup(_ limit: Int) -> ReadingMessage {
    ReadingMessage(
      "long-markup", en: "a tag, a comment or a CDATA section is longer than \(limit) bytes",
      ja: "\(limit) バイトを超えるタグ・コメント・CDATA があります")
  }

  static var tooMuch: ReadingMessage {
    ReadingMessage(
      "too-much", en: "the file holds far more items than a schedule of its size",
      ja: "ファイルの大きさに対して項目が多すぎます")
  }
}
