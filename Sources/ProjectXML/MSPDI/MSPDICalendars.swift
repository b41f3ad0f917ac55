internal import Planning
internal import Scheduling

/// The calendars of a plan, numbered as the file numbers them.
///
/// Index 0 is the project's own (UID 1, "Standard"); the others follow in the plan's order.
struct MSPDICalendars {
  /// The plan's calendar behind each number; its id is nil for the built-in standard.
  private(set) var entries: [Entry] = []
  /// The number of the calendar that each task runs on.
  private(set) var ofTask: [Int] = []
  /// The calendars' working time on all days that a date of the plan can lie on.
  private(set) var time: [WorkingMinutes] = []
  /// The years whose days are stated.
  let years: ClosedRange<Int>

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
    var numbers: [String: Int] = [:]
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
    ofTask = plan.tasks.map { task in
      let id = task.calendar ?? task.owner.flatMap { ofOwner[$0] ?? nil }
      return id.flatMap { numbers[$0] } ?? 0
    }
    let days = MSPDICalendars.days(of: schedule)
    time = entries.map {
      WorkingMinutes($0.calendar, from: days.lowerBound, through: days.upperBound)
    }
  }

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

extension MSPDIDocument {
  mutating func writeCalendars(to stream: inout XMLStream) {
    stream.start("Calendars")
    for (index, entry) in calendars.entries.enumerated() {
      let calendar = entry.calendar
      if calendar.windows != nil { report.note(.windows, entry.id) }
      stream.start("Calendar")
      stream.element("UID", index + 1)
      stream.element("Name", entry.name)
      stream.element("IsBaseCalendar", true)
      stream.element("IsBaselineCalendar", false)
      stream.element("BaseCalendarUID", -1)
      stream.start("WeekDays")
      // Sunday is day 1.
      for (day, weekday) in [6, 0, 1, 2, 3, 4, 5].enumerated() {
        stream.start("WeekDay")
        stream.element("DayType", day + 1)
        let hours = calendar.windows == nil ? calendar.week[weekday] : []
        writeHours(hours, of: entry, to: &stream)
        stream.end()
      }
      stream.end()
      writeExceptions(of: entry, to: &stream)
      stream.end()
    }
    stream.end()
  }

  private mutating func writeExceptions(
    of entry: MSPDICalendars.Entry, to stream: inout XMLStream
  ) {
    let exceptions = calendars.exceptions(of: entry, in: options.language)
    guard !exceptions.isEmpty else { return }
    stream.start("Exceptions")
    for exception in exceptions {
      stream.start("Exception")
      stream.element("EnteredByOccurrences", false)
      stream.start("TimePeriod")
      stream.element("FromDate", "\(CivilDate(dayNumber: exception.firstDay))T00:00:00")
      stream.element("ToDate", "\(CivilDate(dayNumber: exception.lastDay))T23:59:00")
      stream.end()
      stream.element("Occurrences", exception.lastDay - exception.firstDay + 1)
      stream.element("Name", exception.name)
      stream.element("Type", 1)
      writeHours(exception.hours, of: entry, to: &stream)
      stream.end()
    }
    stream.end()
  }

  private mutating func writeHours(
    _ hours: [WorkCalendar.Hours], of entry: MSPDICalendars.Entry, to stream: inout XMLStream
  ) {
    stream.element("DayWorking", !hours.isEmpty)
    guard !hours.isEmpty else { return }
    if hours.count > 5 { report.note(.piecesOfDay, entry.id) }
    stream.start("WorkingTimes")
    for piece in hours {
      stream.start("WorkingTime")
      stream.element("FromTime", MSPDI.timeOfDay(piece.start))
      stream.element("ToTime", MSPDI.timeOfDay(piece.end))
      stream.end()
    }
    stream.end()
  }
}
