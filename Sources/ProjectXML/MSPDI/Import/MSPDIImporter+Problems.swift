internal import Planning

/// What makes a file unusable although its XML is in order.
extension MSPDIImporter {
  /// The things that have UIDs.
  enum Thing {
    case task, calendar, resource

    var name: (ja: String, en: String) {
      switch self {
      case .task: ("タスク", "task")
      case .calendar: ("カレンダー", "calendar")
      case .resource: ("リソース", "resource")
      }
    }
  }

  enum Trouble {
    case duplicate(Thing, uid: Int)
    case noStart
  }

  mutating func problem(_ trouble: Trouble, at line: Int) {
    switch trouble {
    case .duplicate(let thing, let uid):
      add(
        "duplicate-uid", line,
        ja: "UID \(uid) の\(thing.name.ja)が二つあります",
        en: "there are two \(thing.name.en)s with the UID \(uid)",
        adviceJA: "UID は一度だけ使ってください。",
        adviceEN: "Maybe the file was put together by hand; each UID must occur once.")
    case .noStart:
      add(
        "no-start", line, ja: "プロジェクトにもタスクにも開始日がありません",
        en: "neither the project nor any task has a start date",
        adviceJA: "Project の StartDate を加えてください。",
        adviceEN: "Maybe add `StartDate` to `Project`.")
    }
  }

  private mutating func add(
    _ id: String, _ line: Int, ja: String, en: String, adviceJA: String, adviceEN: String
  ) {
    problems.append(
      MSPDIProblem(
        severity: .error, id: id, line: line, column: 0,
        message: LocalizedText(byLanguage: ["ja": ja, "en": en]),
        advice: LocalizedText(byLanguage: ["ja": adviceJA, "en": adviceEN])))
  }
}
