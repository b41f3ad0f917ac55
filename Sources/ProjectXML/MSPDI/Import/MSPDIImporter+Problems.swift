internal import Planning
internal import Scheduling
internal import SharedSystem

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
    case year(Instant, task: Int?)
    /// A duration of a task, or a lag before it, is longer than a plan may state.
    case length(task: String, lagAfter: String?)
    case depth(Int, task: Int)
    case days
    case selfLink(String)
    case ownSummary(String, String)
    case ownPart(String, String)
    case circle([String], lines: [Int])
  }

  /// The deepest outline that a plan may have: what a summary says goes to all tasks in it.
  static let deepestOutline = 500
  /// How many days the exceptions of all calendars may name.
  static let mostDays = 2_000_000

  /// Reports exceptions that name more days than all schedules have.
  mutating func tooManyDays(at line: Int) {
    if !problems.contains(where: { $0.id == "too-many-days" }) { problem(.days, at: line) }
  }

  /// Reports the first date of a task that a plan cannot state.
  mutating func checkYears(of task: MSPDIFile.Task) {
    let dates = [
      task.constraintDate, task.deadline, task.actualStart, task.actualFinish, task.resume,
      task.stop, task.manualStart,
      task.isManual == true || task.isActive == false ? task.start : nil,
    ]
    guard let wrong = dates.lazy.compactMap({ $0 }).first(where: { !isInRange($0) }) else { return }
    problem(.year(wrong, task: Int(task.uid)), at: Int(task.line))
  }

  func isInRange(_ date: Instant) -> Bool { MSPDIMeaning.isInRange(date) }

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
    case .length(let task, let predecessor):
      let path = predecessor.map { "\($0) → \(task)" }
      let element = path == nil ? "Duration" : "LinkLag"
      add(
        "duration", line,
        ja: (path.map { "\($0)：ラグ" } ?? "タスク \(task) の期間") + "が 190 年を超えています",
        en: (path.map { "\($0): the lag" } ?? "a duration of task \(task)")
          + " is more than 190 years",
        adviceJA: "もしかして \(element) の誤りです。", adviceEN: "Maybe `\(element)` was damaged.")
    case .depth(let level, let task):
      add(
        "outline-depth", line,
        ja: "タスク \(task) のアウトラインレベル \(level) は \(MSPDIImporter.deepestOutline) を超えています",
        en: "the outline level \(level) of task \(task) is beyond \(MSPDIImporter.deepestOutline)",
        adviceJA: "もしかして OutlineLevel の誤りです。",
        adviceEN: "Maybe `OutlineLevel` was damaged.")
    case .days:
      add(
        "too-many-days", line,
        ja: "カレンダーの例外が合計 \(MSPDIImporter.mostDays) 日を超えています",
        en: "the exceptions of calendars name more than \(MSPDIImporter.mostDays) days",
        adviceJA: "もしかして例外が重複しています。",
        adviceEN: "Maybe the same exceptions occur many times.")
    case .year(let date, let task):
      add(
        "date-range", line,
        ja: (task.map { "タスク \($0) の日付" } ?? "プロジェクトの開始日")
          + " \(date.date) は扱える年（1900〜2999 年）の外です",
        en: (task.map { "the date \(date.date) of task \($0)" }
          ?? "the project's start \(date.date)") + " lies outside the years 1900 to 2999",
        adviceJA: "日付を直すか、要素を消してください。",
        adviceEN: "Maybe the date was mistyped, or its element can go.")
    case .selfLink(let task):
      add(
        "cycle", line, ja: "\(task) → \(task)：タスクが自分自身を待っています",
        en: "\(task) → \(task): the task waits for itself",
        adviceJA: "もしかして PredecessorUID の誤りです。",
        adviceEN: "Maybe `PredecessorUID` should be another task's.")
    case .ownSummary(let task, let summary):
      add(
        "cycle", line, ja: "\(task) が、自分を含むサマリー \(summary) を待っています",
        en: "\(task) waits for \(summary), of which it is a part",
        adviceJA: "もしかして PredecessorUID の誤りです。",
        adviceEN: "Maybe `PredecessorUID` should be that of a task inside it.")
    case .ownPart(let summary, let task):
      add(
        "cycle", line, ja: "サマリー \(summary) が、自分に含まれる \(task) を待っています",
        en: "the summary \(summary) waits for its own part \(task)",
        adviceJA: "もしかして PredecessorUID の誤りです。",
        adviceEN: "Maybe `PredecessorUID` should be that of a task outside it.")
    case .circle(let tasks, let lines):
      let (path, places) = MSPDIImporter.circle(tasks, lines)
      add(
        "cycle", line, ja: "\(path)：タスクが互いを待っています",
        en: "\(path): the tasks wait for each other",
        adviceJA: "もしかして \(places.joined(separator: "、")) 行目のリンクのどれかが誤りです。",
        adviceEN: "Maybe one of the links at lines \(places.joined(separator: ", ")) is wrong.")
    }
  }

  /// The problems in the order of their lines, those that are only counted at the end.
  var listedProblems: [MSPDIProblem] {
    let more = problemCounts.filter { $0.value > ProblemList.most }.sorted { $0.key < $1.key }
    return problems.sorted { $0.line < $1.line }
      + more.map { id, count in
        let message = ReadingMessage.more(id, count - ProblemList.most)
        return MSPDIProblem(
          severity: .error, id: id, line: 0, column: 0, message: message.text,
          advice: message.advice)
      }
  }

  private mutating func add(
    _ id: String, _ line: Int, ja: String, en: String, adviceJA: String, adviceEN: String
  ) {
    problemCounts[id, default: 0] += 1
    // A broken file has a hundred thousand.
    guard problemCounts[id, default: 0] <= ProblemList.most else { return }
    problems.append(
      MSPDIProblem(
        severity: .error, id: id, line: line, column: 0,
        message: LocalizedText(byLanguage: ["ja": ja, "en": en]),
        advice: LocalizedText(byLanguage: ["ja": adviceJA, "en": adviceEN])))
  }
}
