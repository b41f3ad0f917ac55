/// What an import kept of a schedule made elsewhere, and what it left out or changed.
public struct ImportReport: Hashable, Sendable {
  /// How many tasks, summaries included.
  public internal(set) var tasks = 0
  /// How many links.
  public internal(set) var links = 0
  /// How many calendars.
  public internal(set) var calendars = 0
  /// What is held differently or not at all, in the order of `Kind`; each kind at most once.
  public internal(set) var remarks: [Remark] = []
  /// Elements of the file that were not read, by their path.
  public internal(set) var unread: [Unread] = []

  /// One way in which the plan differs from the file.
  public typealias Remark = CountedRemark<Kind>

  /// Elements that were not read.
  public struct Unread: Hashable, Sendable {
    /// Where they stand, as `Project/Tasks/Task/CreateDate`.
    public let path: String
    /// How many there are.
    public let count: Int
  }

  /// The ways in which a plan can differ from the file it came from.
  public enum Kind: Int, CaseIterable, RemarkKind {
    /// The status date is left out: Project moves no work because of it.
    case statusDate
    /// The project is scheduled from its finish: tasks without a constraint lie as the file says.
    case scheduledFromFinish
    /// A row without a task.
    case emptyRow
    /// A task that takes no part stays where it is.
    case inactiveTask
    /// A summary that is scheduled by hand spans its tasks.
    case manualSummary
    /// A task of another project stays where it is.
    case externalTask
    /// A link to another project.
    case linkToOtherProject
    /// A link to a task that is not there.
    case linkWithoutTask
    /// An assignment of a summary.
    case assignmentOfSummary
    /// A resource that does no work: a material, a cost.
    case resourceWithoutWork
    /// A resource's calendar differs from the project's and decides no date.
    case resourceCalendar
    /// A priority other than the usual one.
    case priority
    /// A work breakdown code other than the place in the outline.
    case breakdownCode
    /// A delay that levelling put before a task.
    case levelingDelay
    /// The shape of the work over the duration.
    case contour
    /// A value of a custom field.
    case customField
    /// A cost is rounded to whole units of the currency.
    case roundedCost
    /// A cost below zero, or beyond all sense.
    case impossibleCost
    /// A date, a time or an amount is rounded.
    case rounded

    /// Kinds are in the order of their declaration.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }
}

extension ImportReport {
  /// Counts one occurrence.
  mutating func note(_ kind: Kind, _ id: String? = nil, times: Int = 1) {
    ProjectXML.note(kind, id, times: times, in: &remarks)
  }

  /// Counts what a file has that no plan holds.
  mutating func count(_ file: MSPDIFile, isOwn: Bool) {
    let others = isOwn ? file.values.count { !MSPDIImporter.isOurs($0.fieldID) } : file.values.count
    note(.customField, times: others)
    let roundings = file.roundings
    note(
      .rounded,
      times: roundings.dates + roundings.timesOfDay + roundings.durations + roundings.numbers)
    unread = file.ignored.map { Unread(path: $0.path, count: $0.count) }
  }
}
