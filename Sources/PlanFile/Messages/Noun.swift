/// The kinds of things of a plan that have ids.
enum EntityKind: Int, CaseIterable, Sendable {
  case task, owner, module, calendar, team, lever, scenario

  /// The word in both languages.
  var noun: (en: String, ja: String) {
    switch self {
    case .task: ("task", "タスク")
    case .owner: ("owner", "所有者")
    case .module: ("module", "モジュール")
    case .calendar: ("calendar", "カレンダー")
    case .team: ("team", "チーム")
    case .lever: ("lever", "前倒し策")
    case .scenario: ("scenario", "シナリオ")
    }
  }

  /// The word with its English article.
  var withArticle: String { self == .owner ? "an owner" : "a \(noun.en)" }
}
