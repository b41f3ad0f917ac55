/// In which order the 2013 schema of MSPDI wants the children of an element: those we write.
///
/// Keys are an element and the one around it, since names recur (a task and a project have a
/// `Name`). Lists hold one kind of child only.
enum ElementOrder {
  static let sequences: [String: [String]] = [
    "Project": words(
      """
      SaveVersion Name Title Subject Author ScheduleFromStart StartDate FinishDate FYStartDate
      CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition
      CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth
      DefaultTaskType DefaultFixedCostAccrual DurationFormat WorkFormat EditableActualCosts
      HonorConstraints MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated
      SplitsInProgressTasks WeekStartDay StatusDate Autolink DefaultTaskEVMethod ActualsInSync
      NewTasksAreManual ExtendedAttributes Calendars Tasks Resources Assignments
      """),
    "ExtendedAttributes/ExtendedAttribute": ["FieldID", "FieldName", "Alias"],
    "Calendars/Calendar": words(
      """
      UID Name IsBaseCalendar IsBaselineCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks
      """),
    "WeekDays/WeekDay": ["DayType", "DayWorking", "WorkingTimes"],
    "Exceptions/Exception": words(
      "EnteredByOccurrences TimePeriod Occurrences Name Type DayWorking WorkingTimes"),
    "Exception/TimePeriod": ["FromDate", "ToDate"],
    "WorkWeeks/WorkWeek": ["TimePeriod", "Name", "WeekDays"],
    "WorkWeek/TimePeriod": ["FromDate", "ToDate"],
    "WorkingTimes/WorkingTime": ["FromTime", "ToTime"],
    "Tasks/Task": words(
      """
      UID ID Name Type IsNull Contact WBS OutlineNumber OutlineLevel Priority Start Finish Duration
      DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated
      Milestone Summary Critical IsSubproject ExternalTask EarlyStart EarlyFinish LateStart
      LateFinish FreeSlack StartSlack FinishSlack TotalSlack FixedCost FixedCostAccrual
      PercentComplete Cost ActualStart ActualFinish ActualDuration ActualWork RemainingDuration
      RemainingWork ConstraintType CalendarUID ConstraintDate Deadline IgnoreResourceCalendar Notes
      PredecessorLink ExtendedAttribute Baseline Active Manual ManualStart ManualFinish
      ManualDuration
      """),
    "Task/PredecessorLink": ["PredecessorUID", "Type", "CrossProject", "LinkLag", "LagFormat"],
    "Task/ExtendedAttribute": ["FieldID", "Value"],
    "Task/Baseline": words(
      "Number Interim Start Finish Duration DurationFormat EstimatedDuration Cost"),
    "Resources/Resource": words(
      """
      UID ID Name Type IsNull MaxUnits OverAllocated CanLevel AccrueAt StandardRate
      StandardRateFormat OvertimeRate OvertimeRateFormat CostPerUse CalendarUID IsGeneric IsInactive
      BookingType ExtendedAttribute AvailabilityPeriods
      """),
    "Resource/ExtendedAttribute": ["FieldID", "Value"],
    "AvailabilityPeriods/AvailabilityPeriod": words("AvailableFrom AvailableTo AvailableUnits"),
    "Assignments/Assignment": words(
      """
      UID TaskUID ResourceUID PercentWorkComplete ActualFinish ActualStart ActualWork Delay
      Finish HasFixedRateUnits RegularWork RemainingWork Start Units Work WorkContour
      """),
  ]

  /// Elements that hold any number of one child.
  static let lists: [String: String] = [
    "ExtendedAttributes": "ExtendedAttribute", "Calendars": "Calendar", "WeekDays": "WeekDay",
    "Exceptions": "Exception", "WorkingTimes": "WorkingTime", "Tasks": "Task",
    "WorkWeeks": "WorkWeek", "Resources": "Resource", "Assignments": "Assignment",
    "AvailabilityPeriods": "AvailabilityPeriod",
  ]

  /// Children of a sequence that may come more than once in a row.
  static let repeated: Set<String> = ["PredecessorLink", "ExtendedAttribute", "Baseline"]

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// What is wrong with the children of an element; nil when nothing is.
  static func fault(_ path: [String], _ children: [String]) -> String? {
    let name = path.last ?? ""
    if let child = lists[name] {
      return children.allSatisfy { $0 == child } ? nil : "\(path) holds other than \(child)"
    }
    let key = path.count == 1 ? name : path.suffix(2).joined(separator: "/")
    guard let sequence = sequences[key] else { return "\(path) is unknown" }
    var last = -1
    for child in children {
      guard let place = sequence.firstIndex(of: child) else { return "\(path)/\(child) is unknown" }
      if place < last || (place == last && !repeated.contains(child)) {
        return "\(path)/\(child) is out of order"
      }
      last = place
    }
    return nil
  }
}
