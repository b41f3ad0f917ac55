internal import Planning
internal import Scheduling
internal import SharedSystem

/// The state of mapping one file to a plan.
struct MSPDIImporter {
  let file: MSPDIFile
  /// What places call the file.
  private let name: String
  var plan: Plan
  var report = ImportReport()
  /// What is wrong, at most so many of each kind, and how often each kind occurs.
  var problems: [MSPDIProblem] = [], problemCounts: [String: Int] = [:]

  // MARK: Calendars

  /// Which of the file's calendars has a UID.
  var calendarIndex: [Int: Int] = [:]
  /// The calendars with all that they take from their bases, by UID.
  var drafts: [Int: CalendarDraft] = [:]
  /// How many days the exceptions so far have named.
  var expandedDays = 0
  /// The UID of the project's own calendar.
  var projectUID: Int?
  /// The project's own calendar.
  var projectDraft: CalendarDraft
  /// The id in the plan of a calendar, by UID.
  var calendarIDs: [Int: String] = [:]
  /// The calendars of assignments that were worked out already.
  var assignmentCalendars: [CalendarPair: FoundCalendar] = [:]

  /// A resource's calendar on a task with a calendar.
  struct CalendarPair: Hashable {
    let resource: Int
    /// −1 for a task without a calendar of its own.
    let task: Int
  }

  /// What was found for a pair; without an id it is the time the task has anyway.
  struct FoundCalendar {
    let id: String?
  }

  /// The working time of calendars of the plan, by id, where it was needed.
  var clocks: [String: WorkingMinutes] = [:]

  // MARK: Rows

  /// Which of the file's resources has a UID.
  var resourceIndex: [Int: Int] = [:]
  /// The file's assignments by the UID of their task.
  var assignments: [Int: [Int]] = [:]
  /// The ids in the plan of the tasks that were kept, by UID.
  var taskIDs: [Int: String] = [:]
  /// The ids that tasks have already.
  var usedIDs: Set<String> = []
  /// The teams that the plan has already.
  var teamIDs: Set<String> = []
  /// The modules that tasks of our own file name.
  var moduleIDs: Set<String> = []
  /// What each resource of the file is in the plan, by its position.
  var people: [Person] = []

  /// What a resource is in the plan.
  enum Person {
    case owner(String), team(String)
    /// Someone who stands for a piece of work, in our own files.
    case piece
    /// Nothing: an empty row, a material, a cost.
    case none
  }

  // MARK: Our own files

  /// Whether the file was written by bunri: then custom fields and facts say what it meant.
  let isOwn: Bool
  /// What the file's row of the project says of the plan.
  let projectFacts: MSPDIFacts
  /// The ids of the plan's calendars.
  var usedCalendarIDs: Set<String> = []
  /// The ids of the plan's owners, and the calendars of those that have one.
  var ownerIDs: Set<String> = [], ownerCalendars: [String: String] = [:]
  /// The calendars of the plan that the file was written of.
  var statedCalendars: Set<String> = []
  /// What the values of the file mean.
  var meaning = MSPDIMeaning(units: WorkUnits())

  init(_ file: MSPDIFile, name: String) {
    self.file = file
    self.name = name
    plan = Plan(start: Instant(minutes: 0))
    projectDraft = CalendarDraft(week: [])
    isOwn = MSPDIImporter.isOwn(file)
    projectFacts = isOwn ? MSPDIImporter.projectFacts(of: file) : MSPDIFacts()
    projectDraft.week = standardWeek
  }

  /// A place in the file.
  func location(line: Int32) -> SourceLocation {
    SourceLocation(file: name, line: Int(line), column: 0)
  }

  mutating func run() {
    readProject()
    readCalendars()
    readResources()
    readTasks()
    checkCircles()
    checkLengths()
    if !isOwn { noteResourceCalendars() }
    report.count(file, isOwn: isOwn)
    report.tasks = plan.tasks.count
    report.links = plan.tasks.reduce(0) { $0 + $1.after.count }
    report.calendars = plan.calendars.count
  }

  private mutating func readProject() {
    let project = file.project
    let name = [project.title, project.name].lazy.compactMap { $0 }.first { !$0.isEmpty }
    plan.name = LocalizedText(name ?? "")
    let earliest = file.tasks.lazy.filter { $0.start != nil }.min {
      ($0.start ?? plan.start) < ($1.start ?? plan.start)
    }
    if let first = project.startDate ?? earliest?.start {
      plan.start = first
      if !isInRange(first) {
        let isStated = project.startDate != nil
        problem(
          .year(first, task: isStated ? nil : earliest.map { Int($0.uid) }),
          at: isStated ? project.startLine : Int(earliest?.line ?? 0))
      }
    } else if !file.tasks.isEmpty {
      problem(.noStart, at: 0)
    }
    if let code = project.currencyCode, code.utf8.count == 3,
      code.utf8.allSatisfy({ (65...90).contains($0) })
    {
      plan.currency = code
    }
    let day = positive(project.minutesPerDay, at: 1440) ?? 480
    plan.units = WorkUnits(
      minutesPerDay: day,
      daysPerWeek: min(7, max(1, (positive(project.minutesPerWeek, at: 10_080) ?? 5 * day) / day)),
      daysPerMonth: positive(project.daysPerMonth, at: 31) ?? 20)
    meaning = MSPDIMeaning(units: plan.units)
    plan.constraintRule = project.honorConstraints == false ? .soft : .dates
    plan.progressRule = project.splitsInProgressTasks == false ? .override : .retainedLogic
    if isOwn { readOwnProject() } else if project.statusDate != nil { report.note(.statusDate) }
    if project.scheduleFromStart == false { report.note(.scheduledFromFinish) }
    if project.multipleCriticalPaths == true { plan.criticalPaths = .eachEnd }
  }

  private func positive(_ value: Int?, at most: Int) -> Int? {
    value.flatMap { (1...most).contains($0) ? $0 : nil }
  }

  private mutating func readResources() {
    for (index, resource) in file.resources.enumerated() {
      if resourceIndex[resource.uid] != nil {
        problem(.duplicate(.resource, uid: resource.uid), at: resource.line)
      } else {
        resourceIndex[resource.uid] = index
      }
    }
    for resource in file.resources { people.append(person(resource)) }
    for (index, assignment) in file.assignments.enumerated() {
      guard let task = assignment.taskUID else { continue }
      assignments[task, default: []].append(index)
    }
  }
}
