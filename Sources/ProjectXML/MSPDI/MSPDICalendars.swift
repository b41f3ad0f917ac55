internal import Planning
internal import Scheduling
internal import SharedSystem

/// The calendars of a plan, numbered as the file numbers them.
///
/// Index 0 is the project's own (UID 1, "Standard"); the others follow in the plan's order.
struct MSPDICalendars {
  /// The plan's calendar behind each number; its id is nil for the built-in standard.
  private(set) var entries: [Entry] = []
  /// The number of the calendar that each task runs on.
  private(set) var ofTask: [Int] = []
  /// The number of the calendar that each task has in the file.
  ///
  /// Project moves a milestone to working time unless it lies at the end of some. One that follows
  /// work of another calendar (a cutover on a holiday, say) has every minute in the file.
  private(set) var inFile: [Int] = []
  /// The calendars' working time on all days that a date of the plan can lie on.
  private(set) var time: [WorkingMinutes] = []
  /// The years whose days are stated.
  let years: ClosedRange<Int>
  /// Calendars whose work lies within the work of another, among those that tasks in pieces mix.
  private var within: Set<Pair> = []
  /// The number of each calendar of the plan, by id.
  private var numbers: [String: Int] = [:]

  /// Two calendars.
  private struct Pair: Hashable {
    var inner: Int, outer: Int
  }

  /// One calendar.
  struct Entry {
    /// The id in the plan.
    var id: String?
    /// The name in the file, unique in any case of letters.
    var name: String
    /// When work happens.
    var calendar: WorkCalendar
  }

  init(_ schedule: PlanSchedule, in language: LocalizedText.Language) {
    let plan = schedule.plan
    years = MSPDICalendars.years(of: schedule)
    let own = plan.calendars.first { $0.id == plan.calendar }
    entries.append(Entry(id: own?.id, name: "Standard", calendar: own?.calendar ?? .standard))
    if let own { numbers[own.id] = 0 }
    var names: Set<String> = ["standard"]
    for calendar in plan.calendars where numbers[calendar.id] == nil {
      numbers[calendar.id] = entries.count
      let stated = XMLText.singleLine(calendar.name.text(in: language))
      var name = stated.isEmpty ? calendar.id : stated
      if names.contains(name.lowercased()) { name += " (\(calendar.id))" }
      names.insert(name.lowercased())
      entries.append(Entry(id: calendar.id, name: name, calendar: calendar.calendar))
    }
    let ofOwner = Dictionary(
      plan.owners.map { ($0.id, $0.calendar) }, uniquingKeysWith: { first, _ in first })
    ofTask = plan.tasks.map { [numbers] task in
      let id = task.calendar ?? task.owner.flatMap { ofOwner[$0] ?? nil }
      return id.flatMap { numbers[$0] } ?? 0
    }
    let days = MSPDICalendars.days(of: schedule)
    time = entries.map {
      WorkingMinutes($0.calendar, from: days.lowerBound, through: days.upperBound)
    }
    inFile = ofTask
    noteNesting(plan)
    // Where a constraint states a date outside work, Project's working time is as good; the date of
    // "as late as possible" means nothing.
    let stated = Set(
      plan.tasks.flatMap { task in
        task.constraints.filter { $0.kind != .asLateAsPossible }.map(\.date)
      })
    let milestones = plan.tasks.indices.filter {
      isOutsideWork($0, schedule) && !stated.contains(schedule.tasks[$0].start)
    }
    guard !milestones.isEmpty else { return }
    let number = entries.firstIndex { $0.calendar.isContinuous } ?? entries.count
    if number == entries.count {
      var name = language == .ja ? "24時間" : "24 Hours"
      while names.contains(name.lowercased()) { name += " (bunri)" }
      entries.append(Entry(id: nil, name: name, calendar: .continuous))
      time.append(WorkingMinutes(.continuous, from: days.lowerBound, through: days.upperBound))
    }
    for task in milestones { inFile[task] = number }
  }

  /// Whether a task without duration lies neither in working time nor at the end of some.
  private func isOutsideWork(_ task: Int, _ schedule: PlanSchedule) -> Bool {
    let stated = schedule.plan.tasks[task]
    let dates = schedule.tasks[task]
    guard !stated.isSummary, stated.progress == nil, dates.duration == 0,
      dates.start == dates.finish, dates.start > schedule.plan.start
    else { return false }
    let time = time(of: task)
    return time.nextWork(dates.start) != dates.start
      && time.previousWorkEnd(dates.start) != dates.start
  }

  /// Whether a calendar works only when another does; known of those that tasks in pieces mix.
  func isWithin(_ inner: Int, _ outer: Int) -> Bool {
    within.contains(Pair(inner: inner, outer: outer))
  }

  private mutating func noteNesting(_ plan: Plan) {
    var asked: Set<Pair> = []
    for task in plan.tasks.indices where plan.tasks[task].hasPieces {
      for part in plan.tasks[task].parts {
        let own = part.calendar.map { number(of: $0) } ?? ofTask[task]
        let pair = Pair(inner: own, outer: ofTask[task])
        if own != ofTask[task], asked.insert(pair).inserted, time[own].isWithin(time[pair.outer]) {
          within.insert(pair)
        }
      }
    }
  }

  /// The number of the calendar with an id; of the project's own for none.
  func number(of id: String?) -> Int { id.flatMap { numbers[$0] } ?? 0 }

  /// The working minutes of the calendar that a task runs on.
  func time(of task: Int) -> WorkingMinutes { time[ofTask[task]] }

  /// From the year before the project to two years after it, within what Project knows if the
  /// project itself is.
  private static func years(of schedule: PlanSchedule) -> ClosedRange<Int> {
    let first = min(schedule.plan.start, schedule.start).date.year
    let last = max(schedule.finish, schedule.plan.target ?? schedule.finish).date.year
    let begin = first >= MSPDI.years.lowerBound ? max(first - 1, MSPDI.years.lowerBound) : first - 1
    let end = last <= MSPDI.years.upperBound ? min(last + 2, MSPDI.years.upperBound) : last + 2
    return begin...max(begin, end)
  }

  /// All days on which a date of the schedule lies, with a year and more on either side.
  private static func days(of schedule: PlanSchedule) -> ClosedRange<Int> {
    var first = min(schedule.plan.start, schedule.start)
    var last = max(schedule.plan.start, schedule.finish)
    for task in schedule.tasks {
      first = min(first, task.start, task.earlyStart, task.lateStart)
      last = max(last, task.finish, task.earlyFinish, task.lateFinish)
    }
    for task in schedule.plan.tasks {
      for constraint in task.constraints where constraint.kind != .asLateAsPossible {
        first = min(first, constraint.date)
        last = max(last, constraint.date)
      }
      if let deadline = task.deadline {
        first = min(first, deadline)
        last = max(last, deadline)
      }
    }
    return first.date.dayNumber - 400...last.date.dayNumber + 800
  }

  /// The exceptions of a calendar for the years stated and, for windows, all of its windows.
  func exceptions(of entry: Entry, in language: LocalizedText.Language) -> [CalendarException] {
    var first = years.lowerBound
    var last = years.upperBound
    for window in entry.calendar.windows ?? [] {
      first = min(first, window.start.date.year)
      last = max(last, window.end.date.year)
    }
    guard let start = CivilDate(year: first, month: 1, day: 1),
      let end = CivilDate(year: last, month: 12, day: 31)
    else { return [] }
    return CalendarException.all(
      of: entry.calendar, from: start.dayNumber, through: end.dayNumber, in: language)
  }
}

extension MSPDICalendars.Entry {
  /// The weekly hours that the file states: none for a calendar of windows, whose days with work are
  /// exceptions.
  var weekInFile: [[WorkCalendar.Hours]] {
    calendar.windows == nil ? calendar.week : Array(repeating: [], count: 7)
  }
}

extension WorkCalendar {
  /// Whether there are periods with other weekly hours and the format can hold them as such: none
  /// begins before another has ended.
  var hasPlainWorkWeeks: Bool {
    guard !workWeeks.isEmpty, windows == nil else { return false }
    let periods = workWeeks.map(\.days).sorted { $0.first < $1.first }
    return periods.allSatisfy { $0.first <= $0.last }
      && zip(periods, periods.dropFirst()).allSatisfy { $0.last < $1.first }
  }
}
