extension MSPDIElement {
  /// The root and all that is read in it.
  static let project: MSPDIElement = .item(
    "Project",
    projectFields + projectSwitches + [
      .list("ExtendedAttributes", [extendedAttribute]),
      .list("Calendars", [calendar]),
      .list("Tasks", [task]),
      .list("Resources", [resource]),
      .list("Assignments", [assignment]),
    ])

  private static let projectFields: [MSPDIElement] = [
    .field("Name") { $0.file.project.name = $0.string() },
    .field("Title") { $0.file.project.title = $0.string() },
    .field("SaveVersion") { $0.file.project.saveVersion = $0.number() },
    .field("BuildNumber") { $0.file.project.buildNumber = $0.string() },
    .field("StartDate") {
      $0.file.project.startDate = $0.instant()
      $0.file.project.startLine = Int($0.line)
    },
    .field("FinishDate") { $0.file.project.finishDate = $0.instant() },
    .field("StatusDate") { $0.file.project.statusDate = $0.instant() },
    .field("CurrentDate") { $0.file.project.currentDate = $0.instant() },
    .field("MinutesPerDay") { $0.file.project.minutesPerDay = $0.number() },
    .field("MinutesPerWeek") { $0.file.project.minutesPerWeek = $0.number() },
    .field("DaysPerMonth") { $0.file.project.daysPerMonth = $0.number() },
    .field("CalendarUID") { $0.file.project.calendarUID = $0.number() },
    .field("DefaultStartTime") {
      $0.file.project.defaultStartTime = $0.timeOfDay(isEnd: false)
    },
    .field("DefaultFinishTime") {
      $0.file.project.defaultFinishTime = $0.timeOfDay(isEnd: true)
    },
    .field("CriticalSlackLimit") { $0.file.project.criticalSlackLimit = $0.number() },
    .field("CurrencyCode") { $0.file.project.currencyCode = $0.string() },
    .field("CurrencySymbol") { $0.file.project.currencySymbol = $0.string() },
    .field("CurrencyDigits") { $0.file.project.currencyDigits = $0.number() },
    .field("DurationFormat") { $0.file.project.durationFormat = $0.number() },
    .field("DefaultTaskType") { $0.file.project.defaultTaskType = $0.number() },
  ]

  private static let projectSwitches: [MSPDIElement] = [
    .field("ScheduleFromStart") { $0.file.project.scheduleFromStart = $0.truth() },
    .field("HonorConstraints") { $0.file.project.honorConstraints = $0.truth() },
    .field("MultipleCriticalPaths") { $0.file.project.multipleCriticalPaths = $0.truth() },
    .field("SplitsInProgressTasks") { $0.file.project.splitsInProgressTasks = $0.truth() },
    .field("NewTasksAreManual") { $0.file.project.newTasksAreManual = $0.truth() },
    .field("MoveCompletedEndsBack") { $0.file.project.moveCompletedEndsBack = $0.truth() },
    .field("MoveRemainingStartsBack") { $0.file.project.moveRemainingStartsBack = $0.truth() },
    .field("MoveRemainingStartsForward") {
      $0.file.project.moveRemainingStartsForward = $0.truth()
    },
    .field("MoveCompletedEndsForward") { $0.file.project.moveCompletedEndsForward = $0.truth() },
  ]

  private static let extendedAttribute: MSPDIElement = .item(
    "ExtendedAttribute", begin: { $0.beginExtendedAttribute() },
    end: { $0.endExtendedAttribute() },
    [
      .field("FieldID") { $0.fieldID = $0.number() },
      .field("FieldName") { $0.extendedAttribute.fieldName = $0.string() },
      .field("Alias") { $0.extendedAttribute.alias = $0.string() },
    ])
}
