internal import Planning
internal import Scheduling
internal import SharedSystem

/// One schedule on its way into an MSPDI document.
struct MSPDIDocument {
  let schedule: PlanSchedule
  let options: MSPDI.Options
  let calendars: MSPDICalendars
  let outline: MSPDIOutline
  let progress: MSPDIProgress
  let resources: MSPDIResources
  /// What the values that are written mean to a reader.
  let meaning: MSPDIMeaning
  /// The exceptions of each calendar.
  let exceptions: [[CalendarException]]
  /// A number made of each calendar as it is written.
  let seals: [UInt32]
  /// The strategies of the modules that have one, by id.
  let strategies: [String: Module.Strategy]
  /// What has been written of the present row.
  var row = MSPDIStatement()
  /// The first and the last minute of a usual day of the project's calendar.
  let defaultHours: (start: Int, end: Int)
  var report = ExportReport()

  var plan: Plan { schedule.plan }

  init(_ schedule: PlanSchedule, _ options: MSPDI.Options) {
    self.schedule = schedule
    self.options = options
    calendars = MSPDICalendars(schedule, in: options.language)
    outline = MSPDIOutline(schedule.plan.tasks)
    progress = MSPDIProgress(schedule, outline, calendars)
    resources = MSPDIResources(schedule.plan, calendars, in: options.language)
    meaning = MSPDIMeaning(units: schedule.plan.units)
    let calendars = calendars
    exceptions = calendars.entries.map { calendars.exceptions(of: $0, in: options.language) }
    seals = zip(calendars.entries, exceptions).map { MSPDI.seal(of: $0, $1) }
    strategies = Dictionary(
      schedule.plan.modules.compactMap { module in module.strategy.map { (module.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let day = calendars.entries[0].calendar.week.first { !$0.isEmpty } ?? WorkCalendar.officeHours
    defaultHours = (day.first?.start ?? 540, day.last?.end ?? 1080)
    report.tasks = schedule.plan.tasks.count
    report.calendars = calendars.entries.count
    report.calendarYears = calendars.years
  }

  /// Whether a task's duration is counted on the clock.
  func isElapsed(_ task: Int) -> Bool { plan.tasks[task].countsOnClock }

  /// Whether a task is a summary that holds nothing.
  func isEmptySummary(_ task: Int) -> Bool {
    plan.tasks[task].isSummary && !outline.isSummary(task)
  }

  /// Writes the whole document.
  mutating func write(to stream: inout XMLStream) {
    stream.start("Project", namespace: MSPDI.namespace)
    writeHeader(to: &stream)
    writeFields(to: &stream)
    writeCalendars(to: &stream)
    writeTasks(to: &stream)
    writeResources(to: &stream)
    writeAssignments(to: &stream)
    stream.end()
    noteWhatIsLeftOut()
  }

  /// Notes what no element of the format can hold.
  private mutating func noteWhatIsLeftOut() {
    for task in plan.tasks {
      if !task.crash.isEmpty { report.note(.crash, task.id) }
      if !task.modes.isEmpty { report.note(.modes, task.id) }
      if task.estimate != nil { report.note(.estimate, task.id) }
    }
    for lever in plan.levers { report.note(.levers, lever.id) }
    for scenario in plan.scenarios { report.note(.scenarios, scenario.id) }
    for module in plan.modules { report.note(.modules, module.id) }
    report.note(.couplings, times: plan.couplings.count)
  }

  private mutating func writeHeader(to stream: inout XMLStream) {
    let name = XMLText.singleLine(plan.name.text(in: options.language))
    let (symbol, digits) = currency
    stream.element("SaveVersion", 14)
    stream.element("Name", name)
    stream.element("Title", name)
    if let sentence = plan.illustrative { stream.element("Subject", text(sentence)) }
    if let author = options.author { stream.element("Author", author) }
    stream.element("ScheduleFromStart", true)
    writeDate("StartDate", plan.start, nil, to: &stream)
    writeDate("FinishDate", schedule.finish, nil, to: &stream)
    stream.element("FYStartDate", 1)
    stream.element("CriticalSlackLimit", 0)
    stream.element("CurrencyDigits", digits)
    stream.element("CurrencySymbol", symbol)
    stream.element("CurrencyCode", plan.currency)
    stream.element("CurrencySymbolPosition", 0)
    stream.element("CalendarUID", 1)
    stream.element("DefaultStartTime", MSPDI.timeOfDay(defaultHours.start))
    stream.element("DefaultFinishTime", MSPDI.timeOfDay(defaultHours.end))
    stream.element("MinutesPerDay", plan.units.minutesPerDay)
    stream.element("MinutesPerWeek", plan.units.minutesPerDay * plan.units.daysPerWeek)
    stream.element("DaysPerMonth", plan.units.daysPerMonth)
    stream.element("DefaultTaskType", 1)
    stream.element("DefaultFixedCostAccrual", MSPDI.prorated)
    stream.element("DurationFormat", MSPDI.code(.days))
    stream.element("WorkFormat", 2)
    stream.element("EditableActualCosts", false)
    stream.element("HonorConstraints", plan.constraintRule == .dates)
    stream.element("MultipleCriticalPaths", plan.criticalPaths == .eachEnd)
    stream.element("NewTasksEffortDriven", false)
    stream.element("NewTasksEstimated", false)
    stream.element("SplitsInProgressTasks", plan.progressRule == .retainedLogic)
    stream.element("WeekStartDay", 1)
    if let status = plan.statusDate { writeDate("StatusDate", status, nil, to: &stream) }
    stream.element("Autolink", false)
    stream.element("DefaultTaskEVMethod", 0)
    stream.element("ActualsInSync", false)
    stream.element("NewTasksAreManual", false)
    if plan.constraintRule == .logic, plan.tasks.contains(where: { !$0.constraints.isEmpty }) {
      report.note(.linksWin)
    }
  }

  private var currency: (symbol: String, digits: Int) {
    switch plan.currency {
    case "JPY": ("¥", 0)
    case "KRW", "VND": (plan.currency, 0)
    case "USD": ("$", 2)
    case "EUR": ("€", 2)
    case "GBP": ("£", 2)
    default: (plan.currency, 2)
    }
  }

  /// A text in the language of the file.
  func text(_ text: LocalizedText) -> String { text.text(in: options.language) }

  /// Writes a date, and notes it when Project cannot hold it.
  mutating func writeDate(
    _ element: String, _ date: Instant, _ id: String?, to stream: inout XMLStream
  ) {
    if !MSPDI.years.contains(date.date.year) { report.note(.yearOutOfRange, id) }
    stream.element(element, MSPDI.date(date))
  }
}

extension MSPDI {
  /// How fixed costs arise: as the task proceeds.
  static let prorated = 3
}
