extension MSPDIElement {
  /// A task.
  static let task: MSPDIElement = .item(
    "Task", begin: { $0.beginTask() }, end: { $0.endTask() },
    taskFields + taskDates + taskAmounts + taskFlags + [link, baseline, extendedValue])

  private static let taskFields: [MSPDIElement] = [
    .field("UID") { $0.uid = $0.number() },
    .field("ID") { $0.task.id = $0.number() },
    .field("Name") { $0.task.name = $0.string() },
    .field("WBS") { $0.task.wbs = $0.string() },
    .field("OutlineNumber") { $0.task.outlineNumber = $0.string() },
    .field("OutlineLevel") { $0.task.outlineLevel = $0.number(in: 0...65_535) },
    .field("Type") { $0.task.type = $0.code() },
    .field("Priority") { $0.task.priority = $0.number(in: -32_767...32_767) },
    .field("DurationFormat") { $0.task.durationFormat = $0.code() },
    .field("ConstraintType") { $0.task.constraintType = $0.code() },
    .field("CalendarUID") { $0.task.calendarUID = $0.number() },
    .field("PercentComplete") { $0.task.percentComplete = $0.number(in: -32_767...32_767) },
    .field("PercentWorkComplete") {
      $0.task.percentWorkComplete = $0.number(in: -32_767...32_767)
    },
    .field("LevelingDelay") { $0.task.levelingDelay = $0.number() },
    .field("LevelingDelayFormat") { $0.task.levelingDelayFormat = $0.code() },
    .field("Notes") { $0.task.notes = $0.string() },
  ]

  private static let taskDates: [MSPDIElement] = [
    .field("Start") { $0.task.start = $0.instant() },
    .field("Finish") { $0.task.finish = $0.instant() },
    .field("Stop") { $0.task.stop = $0.instant() },
    .field("Resume") { $0.task.resume = $0.instant() },
    .field("EarlyStart") { $0.task.earlyStart = $0.instant() },
    .field("EarlyFinish") { $0.task.earlyFinish = $0.instant() },
    .field("LateStart") { $0.task.lateStart = $0.instant() },
    .field("LateFinish") { $0.task.lateFinish = $0.instant() },
    .field("ActualStart") { $0.task.actualStart = $0.instant() },
    .field("ActualFinish") { $0.task.actualFinish = $0.instant() },
    .field("ConstraintDate") { $0.task.constraintDate = $0.instant() },
    .field("Deadline") { $0.task.deadline = $0.instant() },
    .field("ManualStart") { $0.task.manualStart = $0.instant() },
    .field("ManualFinish") { $0.task.manualFinish = $0.instant() },
  ]

  private static let taskAmounts: [MSPDIElement] = [
    .field("Duration") { $0.task.duration = $0.duration() },
    .field("ManualDuration") { $0.task.manualDuration = $0.duration() },
    .field("ActualDuration") { $0.task.actualDuration = $0.duration() },
    .field("RemainingDuration") { $0.task.remainingDuration = $0.duration() },
    .field("Work") { $0.task.work = $0.duration() },
    .field("ActualWork") { $0.task.actualWork = $0.duration() },
    .field("RemainingWork") { $0.task.remainingWork = $0.duration() },
    .field("Cost") { $0.task.cost = $0.amount() },
    .field("FixedCost") { $0.task.fixedCost = $0.amount() },
    .field("FreeSlack") { $0.task.freeSlack = $0.number() },
    .field("TotalSlack") { $0.task.totalSlack = $0.number() },
    .field("StartSlack") { $0.task.startSlack = $0.number() },
    .field("FinishSlack") { $0.task.finishSlack = $0.number() },
  ]

  private static let taskFlags: [MSPDIElement] = [
    .field("IsNull") { $0.task.flags[.isNull] = $0.truth() },
    .field("Active") { $0.task.flags[.isActive] = $0.truth() },
    .field("Manual") { $0.task.flags[.isManual] = $0.truth() },
    .field("EffortDriven") { $0.task.flags[.isEffortDriven] = $0.truth() },
    .field("Estimated") { $0.task.flags[.isEstimated] = $0.truth() },
    .field("Milestone") { $0.task.flags[.isMilestone] = $0.truth() },
    .field("Summary") { $0.task.flags[.isSummary] = $0.truth() },
    .field("Critical") { $0.task.flags[.isCritical] = $0.truth() },
    .field("IsSubproject") { $0.task.flags[.isSubproject] = $0.truth() },
    .field("ExternalTask") { $0.task.flags[.isExternal] = $0.truth() },
    .field("Recurring") { $0.task.flags[.isRecurring] = $0.truth() },
    .field("LevelingCanSplit") { $0.task.flags[.levelingCanSplit] = $0.truth() },
    .field("IgnoreResourceCalendar") {
      $0.task.flags[.ignoresResourceCalendar] = $0.truth()
    },
  ]

  private static let link: MSPDIElement = .item(
    "PredecessorLink", begin: { $0.link = .init(line: $0.line) }, end: { $0.endLink() },
    [
      .field("PredecessorUID") { $0.link.predecessorUID = $0.number() },
      .field("Type") { $0.link.type = $0.code() },
      .field("LinkLag") { $0.link.lag = $0.number() },
      .field("LagFormat") { $0.link.lagFormat = $0.code() },
      .field("CrossProject") { $0.link.isCrossProject = $0.truth() },
      .field("CrossProjectName") { $0.link.crossProjectName = $0.string() },
    ])

  private static let baseline: MSPDIElement = .item(
    "Baseline", begin: { $0.baseline = .init() }, end: { $0.endBaseline() },
    [
      .field("Number") { $0.baseline.number = $0.code() },
      .field("Start") { $0.baseline.start = $0.instant() },
      .field("Finish") { $0.baseline.finish = $0.instant() },
      .field("Duration") { $0.baseline.duration = $0.duration() },
      .field("DurationFormat") { $0.baseline.durationFormat = $0.code() },
      .field("Work") { $0.baseline.work = $0.duration() },
      .field("Cost") { $0.baseline.cost = $0.amount() },
    ])

  /// A value of an extended attribute.
  static let extendedValue: MSPDIElement = .item(
    "ExtendedAttribute", begin: { $0.beginExtendedAttribute() }, end: { $0.endExtendedValue() },
    [
      .field("FieldID") { $0.fieldID = $0.number() },
      .field("Value") { $0.extendedValue = $0.string() },
    ])
}
