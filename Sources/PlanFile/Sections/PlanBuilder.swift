import Planning
import Scheduling
import SharedSystem

/// A plan in the making: what has been read so far, what is still to be checked, and everything
/// that was found wrong.
///
/// The sections are read one by one (`PlanBuilder+Project.swift`, `+Tasks.swift`, …); ids may be
/// used before they are defined and in other files, so they are checked at the end
/// (`+References.swift`).
struct PlanBuilder {
  /// The plan; its start is replaced when the project is read.
  var plan = Plan(start: Instant(minutes: 0))
  /// Everything that was found wrong.
  var diagnostics = DiagnosticList()
  /// The files in the order of reading, as the user would name them.
  var files: [String] = []
  /// The sections of each file.
  var documents: [Record<SectionKey>] = []
  /// Whether a file could not be read: then nothing is said about what is missing or unknown.
  var isIncomplete = false
  /// The folder the plan's other files are in; nil when the plan was given as text.
  var folder: PlanFolder?
  /// Bytes of all files so far.
  var bytesRead = 0
  /// Values of all files so far.
  var valuesRead = 0

  /// Where each id is defined, by kind.
  var definitions = Array(repeating: [String: Position](), count: EntityKind.allCases.count)
  /// The ids of a kind in order, when they have been asked for.
  var sortedIDs: [EntityKind: [String]] = [:]
  /// Ids that are named and must exist.
  var references: [Reference] = []
  /// Selectors of levers, which should select something.
  var selections: [(selector: Change.Selector, position: Position)] = []
  /// Where each key of `project` is written, over all files.
  var projectKeys: [ProjectKey: Position] = [:]
  /// Calendars that were searched for a working day in all years.
  var longLooks = 0
  /// Durations and links that have been read before.
  var knownTexts = KnownTexts()
  /// The waves that modules name.
  var wavesNamed: [(id: String, position: Position)] = []
  /// Where figures are written that replace defaults of the estimator.
  var defaultPlaces: [String: Position] = [:]
  /// Tasks without a duration, which may complete generated ones: index and place.
  var withoutDuration: [(task: Int, position: Position)] = []
  /// Why the modules cannot be separated.
  var inseparable: Diagnostic?
  /// Whether the work that follows from the modules is made even when nothing can name it.
  var alwaysMakesWork = true
  /// The work that follows from the modules.
  var work: ModuleWork?
  /// Its tasks, by id.
  var generatedTasks: [String: PlanTask] = [:]
  /// Finds what was probably meant.
  var spelling = SpellingBudget()
  /// Texts with pasted characters so far.
  var pastedTexts = 0

  /// An id that is named somewhere.
  struct Reference {
    var kind: EntityKind
    var id: String
    var position: Position
    /// For what a task waits for: the index of that task; else −1.
    var successor: Int32 = -1
  }

  /// Adds an error.
  mutating func error(_ message: @autoclosure () -> Message, at position: Position) {
    diagnostics.error(message(), at: position)
  }

  /// Adds a warning.
  mutating func warn(_ message: @autoclosure () -> Message, at position: Position) {
    diagnostics.warning(message(), at: position)
  }

  /// The place for values of the plan.
  func location(_ position: Position) -> SourceLocation {
    SourceLocation(
      file: files[Int(position.file)], line: Int(position.line), column: Int(position.column))
  }

  /// The place in words: `line 12` in the same file, `work.yaml:12` in another.
  func place(_ position: Position, seenFrom other: Position) -> Message.Words {
    guard position.file == other.file else {
      let place = "\(files[Int(position.file)]):\(position.line)"
      return Message.Words(en: place, ja: place)
    }
    return Message.Words(en: "line \(position.line)", ja: "\(position.line) 行目")
  }

  /// Reads all sections of all files, after the files have been loaded.
  mutating func readSections() {
    readProject()
    for document in documents { if let list = document[.calendars] { readCalendars(list) } }
    for document in documents { if let list = document[.owners] { readOwners(list) } }
    for document in documents { if let list = document[.teams] { readTeams(list) } }
    for document in documents { if let list = document[.modules] { readModules(list) } }
    for document in documents { if let name = document[.modulesFrom] { readTable(name, .modules) } }
    for document in documents { if let list = document[.couplings] { readCouplings(list) } }
    for document in documents {
      if let name = document[.couplingsFrom] { readTable(name, .couplings) }
    }
    for document in documents { if let list = document[.information] { readInformation(list) } }
    for document in documents { if let value = document[.generation] { readGeneration(value) } }
    for document in documents { if let value = document[.defaults] { readDefaults(value) } }
    for document in documents { if let list = document[.tasks] { readTasks(list, parent: nil) } }
    for document in documents { if let list = document[.levers] { readLevers(list) } }
    for document in documents { if let list = document[.scenarios] { readScenarios(list) } }
    checkWaves()
    checkDefaults()
    if !isIncomplete { checkReferences() }
    reportPastedTexts()
  }

  /// The result.
  func reading() -> PlanReading {
    let isUsable = !diagnostics.hasErrors && inseparable == nil
    return PlanReading(
      plan: isUsable ? plan : nil,
      diagnostics: diagnostics.diagnostics(files: files) + (inseparable.map { [$0] } ?? []),
      work: isUsable ? work : nil)
  }
}
