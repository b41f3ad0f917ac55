internal import Planning
internal import Scheduling
internal import SharedSystem

/// The calendars of a PMXML document, numbered from 1: those of the plan, the project's own first,
/// and one of 24 hours when a task counts elapsed time.
struct PMXMLCalendars {
  private let shared: MSPDICalendars
  private let units: WorkUnits
  private let language: LocalizedText.Language
  /// The index of the calendar of 24 hours; nil when there is none.
  private let continuous: Int?
  /// The working minutes of each calendar.
  let time: [WorkingMinutes]
  /// The index of the calendar that each task has in the file.
  let inFile: [Int]
  /// Tasks whose elapsed time is work on the calendar of 24 hours.
  let elapsed: [Int]

  init(
    _ schedule: PlanSchedule, _ shared: MSPDICalendars, _ language: LocalizedText.Language
  ) {
    let tasks = schedule.plan.tasks
    self.shared = shared
    self.language = language
    units = schedule.plan.units
    elapsed = tasks.indices.filter { tasks[$0].countsOnClock && !tasks[$0].isSummary }
    let known = shared.entries.firstIndex { $0.calendar.isContinuous }
    continuous = elapsed.isEmpty ? known : known ?? shared.entries.count
    var inFile = shared.ofTask
    if let continuous { for task in elapsed { inFile[task] = continuous } }
    self.inFile = inFile
    let isAdded = continuous == shared.entries.count
    time =
      shared.time + (isAdded ? [WorkingMinutes(.continuous, from: 0, through: 0)] : [])
  }

  /// How many there are.
  var count: Int { time.count }

  /// The index of the calendar that a task runs on in the plan.
  func ofTask(_ task: Int) -> Int { shared.ofTask[task] }

  /// Writes all calendars.
  func write(to stream: inout XMLStream) {
    for (index, entry) in shared.entries.enumerated() {
      write(
        index, entry.name, entry.calendar, shared.exceptions(of: entry, in: language), to: &stream)
    }
    if count > shared.entries.count {
      let names = Set(shared.entries.map { $0.name.lowercased() })
      var name = language == .ja ? "24時間" : "24 Hours"
      while names.contains(name.lowercased()) { name += " (bunri)" }
      write(count - 1, name, .continuous, [], to: &stream)
    }
  }

  private func write(
    _ index: Int, _ name: String, _ calendar: WorkCalendar, _ exceptions: [CalendarException],
    to stream: inout XMLStream
  ) {
    let perDay = Int64(units.minutesPerDay)
    stream.start("Calendar")
    stream.element("HoursPerDay", PMXML.hours(perDay))
    stream.element("HoursPerMonth", PMXML.hours(perDay * Int64(units.daysPerMonth)))
    stream.element("HoursPerWeek", PMXML.hours(perDay * Int64(units.daysPerWeek)))
    stream.element("HoursPerYear", PMXML.hours(perDay * Int64(units.daysPerMonth) * 12))
    stream.element("IsDefault", index == 0)
    stream.element("IsPersonal", false)
    stream.element("Name", name)
    stream.element("ObjectId", index + 1)
    stream.element("Type", "Global")
    stream.start("StandardWorkWeek")
    let days = [
      "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    for (number, day) in days.enumerated() {
      stream.start("StandardWorkHours")
      stream.element("DayOfWeek", day)
      let isWindowed = calendar.windows != nil
      write(isWindowed ? [] : calendar.week[(number + 6) % 7], to: &stream)
      stream.end()
    }
    stream.end()
    stream.start("HolidayOrExceptions")
    for exception in exceptions {
      for day in exception.firstDay...exception.lastDay {
        stream.start("HolidayOrException")
        stream.element("Date", "\(CivilDate(dayNumber: day))T00:00:00")
        write(exception.hours, to: &stream)
        stream.end()
      }
    }
    stream.end()
    stream.end()
  }

  private func write(_ hours: [WorkCalendar.Hours], to stream: inout XMLStream) {
    for piece in hours where piece.end > piece.start {
      stream.start("WorkTime")
      stream.element("Start", PMXML.timeOfDay(piece.start))
      stream.element("Finish", PMXML.timeOfDay(piece.end - 1))
      stream.end()
    }
  }
}
