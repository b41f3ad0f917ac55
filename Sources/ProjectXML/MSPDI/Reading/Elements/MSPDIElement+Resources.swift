extension MSPDIElement {
  /// A resource.
  static let resource: MSPDIElement = .item(
    "Resource", begin: { $0.beginResource() }, end: { $0.endResource() },
    [
      .field("UID") { $0.uid = $0.number() },
      .field("ID") { $0.resource.id = $0.number() },
      .field("Name") { $0.resource.name = $0.string() },
      .field("Type") { $0.resource.type = $0.number() },
      .field("IsNull") { $0.resource.isNull = $0.truth() },
      .field("MaxUnits") { $0.resource.maxUnits = $0.millionths() },
      .field("CalendarUID") { $0.resource.calendarUID = $0.number() },
      .field("CanLevel") { $0.resource.canLevel = $0.truth() },
      .field("IsGeneric") { $0.resource.isGeneric = $0.truth() },
      .field("IsBudget") { $0.resource.isBudget = $0.truth() },
      .field("StandardRate") { $0.resource.standardRate = $0.millionths() },
      .field("StandardRateFormat") { $0.resource.standardRateFormat = $0.number() },
      extendedValue,
      .list(
        "AvailabilityPeriods",
        [
          .item(
            "AvailabilityPeriod", begin: { $0.availability = .init() },
            end: { $0.endAvailability() },
            [
              .field("AvailableFrom") { $0.availability.from = $0.instant() },
              .field("AvailableTo") { $0.availability.to = $0.instant() },
              .field("AvailableUnits") { $0.availability.units = $0.millionths() },
            ])
        ]),
    ])

  /// An assignment.
  static let assignment: MSPDIElement = .item(
    "Assignment", begin: { $0.beginAssignment() }, end: { $0.endAssignment() },
    [
      .field("UID") { $0.uid = $0.number() },
      .field("TaskUID") { $0.assignment.taskUID = $0.number() },
      .field("ResourceUID") { $0.assignment.resourceUID = $0.number() },
      .field("Units") { $0.assignment.units = $0.millionths() },
      .field("Work") { $0.assignment.work = $0.duration() },
      .field("ActualWork") { $0.assignment.actualWork = $0.duration() },
      .field("RemainingWork") { $0.assignment.remainingWork = $0.duration() },
      .field("Start") { $0.assignment.start = $0.instant() },
      .field("Finish") { $0.assignment.finish = $0.instant() },
      .field("ActualStart") { $0.assignment.actualStart = $0.instant() },
      .field("ActualFinish") { $0.assignment.actualFinish = $0.instant() },
      .field("Stop") { $0.assignment.stop = $0.instant() },
      .field("Resume") { $0.assignment.resume = $0.instant() },
      .field("Delay") { $0.assignment.delay = $0.number() },
      .field("LevelingDelay") { $0.assignment.levelingDelay = $0.number() },
      .field("WorkContour") { $0.assignment.workContour = $0.code() },
      .field("PercentWorkComplete") {
        $0.assignment.percentWorkComplete = $0.number(in: -32_767...32_767)
      },
      .field("Milestone") { $0.assignment.isMilestone = $0.truth() },
      .field("HasFixedRateUnits") { $0.assignment.hasFixedRateUnits = $0.truth() },
      .item(
        "TimephasedData", begin: { $0.beginWorkPeriod() }, end: { $0.endWorkPeriod() },
        [
          .field("Type") { $0.workPeriodType = $0.number() },
          .field("Start") { $0.workPeriod.start = $0.instant() },
          .field("Finish") { $0.workPeriod.finish = $0.instant() },
          .field("Value") { $0.readWork() },
        ]),
    ])
}
