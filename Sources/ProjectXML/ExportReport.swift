/// What a file holds, and what of the plan it holds differently or not at all.
public struct ExportReport: Hashable, Sendable {
  /// How many tasks, summaries included.
  public internal(set) var tasks = 0
  /// How many links.
  public internal(set) var links = 0
  /// How many calendars.
  public internal(set) var calendars = 0
  /// How many resources: owners, teams, and stand-ins for work in pieces.
  public internal(set) var resources = 0
  /// How many assignments of resources to tasks.
  public internal(set) var assignments = 0
  /// The years for which calendars state their holidays; later years have only the weekly hours.
  public internal(set) var calendarYears: ClosedRange<Int> = 0...0
  /// What is held differently, in the order of `Kind`; each kind at most once.
  public internal(set) var remarks: [Remark] = []

  /// One way in which the file differs from the plan.
  public typealias Remark = CountedRemark<Kind>

  /// The ways in which a file can differ from its plan.
  public enum Kind: Int, CaseIterable, RemarkKind {
    /// A duration in calendar months is a number of elapsed minutes.
    case calendarMonths
    /// A percentage that is not whole, or counted on another calendar, is a time.
    case percentAsTime
    /// A lag of another calendar is counted on the successor's.
    case lagCalendar
    /// A link that the format refuses on a summary is a link of each task in it.
    case linkOfSummary
    /// Two links between the same two tasks: Project keeps one; the first is the one that governs.
    case parallelLinks
    /// A constraint of a summary is a constraint of each task in it.
    case constraintOfSummary
    /// A second constraint of a task is left out.
    case constraintDropped
    /// A second constraint "finish no later than" is a deadline.
    case constraintAsDeadline
    /// A mandatory date is a "must" date.
    case mandatoryDate
    /// Links win over constraint dates: Project's option for it is set, and weaker.
    case linksWin
    /// A task that waits only for the status date is held there by a constraint, as by Project's
    /// own "reschedule uncompleted work".
    case heldAtStatusDate
    /// A task that a lead would pull before the project's start is held there by a constraint.
    case heldAtStart
    /// Time without work between what is done and what remains is part of the duration.
    case interruptedProgress
    /// The pieces of a task's work are assignments of stand-ins, each with a calendar and a delay.
    case parts
    /// A calendar of windows is a calendar of exceptions: after the last one nothing works.
    case windows
    /// A milestone outside the working time of its calendar has every minute of the day.
    case milestoneCalendar
    /// A day has more than five pieces of working time.
    case piecesOfDay
    /// A summary without tasks is a task without duration.
    case emptySummary
    /// A date outside the years 1984 to 2149 that Project knows.
    case yearOutOfRange
    /// A name with line breaks is on one line.
    case lineBreak
    /// A name or a field is longer than the 255 characters Project keeps.
    case longText
    /// Characters that XML cannot hold are U+FFFD.
    case illegalCharacter
    /// How a task can be shortened for money is left out.
    case crash
    /// Alternative ways to do a task are left out.
    case modes
    /// The uncertainty of a duration is left out.
    case estimate
    /// A lever is left out.
    case levers
    /// A scenario is left out.
    case scenarios
    /// Of a module only its id, its name and its strategy are held, and those with its tasks.
    case modules
    /// A coupling is left out.
    case couplings
    /// A baseline is left out.
    case baseline
    /// Calendars have names only.
    case calendarHours
    /// A task of several parts is one bar.
    case piecesLeftOut
    /// What a task needs of a team is left out.
    case needsLeftOut
    /// Ways to do a task in less time, for money, are left out.
    case accelerationLeftOut
    /// How uncertain a duration is, is left out.
    case estimateLeftOut
    /// A text that a spreadsheet would take for a formula has an apostrophe before it.
    case guardedCell
    /// An amount of elapsed time runs on a calendar of 24 hours.
    case elapsedCalendar
    /// A link with a summary is one of each task in it.
    case linkOfWBS
    /// A link from the start of a summary is one from the task in it that starts first.
    case startOfSummary
    /// A lag that the project's lag calendar does not count is converted.
    case lagConverted
    /// An id is longer than P6 keeps.
    case longIdentifier
    /// A name is longer than P6 keeps.
    case longName
    /// A deadline, which P6 does not have, is left out.
    case deadlineLeftOut
    /// A task that takes no part in the schedule is left out.
    case inactiveLeftOut
    /// Notes and sources are left out.
    case notesLeftOut
    /// Constraint dates win over links, which P6 does only for mandatory ones.
    case datesWin
    /// A task scheduled by hand has a mandatory start.
    case manualAsMandatory
    /// A milestone that took time is an activity.
    case longMilestone

    /// Kinds are in the order of their declaration.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }
}

extension ExportReport {
  /// Counts one occurrence.
  mutating func note(_ kind: Kind, _ id: String? = nil, times: Int = 1) {
    ProjectXML.note(kind, id, times: times, in: &remarks)
  }
}
