public import Scheduling

/// What a Microsoft Project XML file states, as it states it.
///
/// A value for those who map it to something: codes are the format's own, what is absent is nil
/// and never zero, and nothing is checked against anything else. Instants are whole minutes,
/// durations whole seconds, slack and delays tenths of minutes, money hundredths of the currency;
/// `roundings` counts what had to be rounded for it. Links, baselines, values of extended
/// attributes and periods of work lie in flat lists, of which each task or assignment has a part.
///
/// It is not a plan: nothing says that a link's predecessor exists.
public struct MSPDIFile: Hashable, Sendable {
  /// The project's own fields.
  public package(set) var project = Project()
  /// The calendars in the order of the file.
  public package(set) var calendars: [Calendar] = []
  /// The tasks in the order of the file, the project's own summary (UID 0) among them.
  public package(set) var tasks: [Task] = []
  /// The links of all tasks; `links(of:)` gives those of one.
  public package(set) var links: [Link] = []
  /// The baselines of all tasks; `baselines(of:)` gives those of one.
  public package(set) var baselines: [Baseline] = []
  /// The values of extended attributes of all tasks and resources; `values(of:)` gives those of
  /// one.
  public package(set) var values: [ExtendedValue] = []
  /// The resources in the order of the file.
  public package(set) var resources: [Resource] = []
  /// The assignments in the order of the file.
  public package(set) var assignments: [Assignment] = []
  /// The periods of work of all assignments; `plannedWork(of:)` and `actualWork(of:)` give those
  /// of one.
  public package(set) var periods: [WorkPeriod] = []
  /// The definitions of extended attributes.
  public package(set) var extendedAttributes: [ExtendedAttribute] = []
  /// What was not read, in the order in which it first occurs.
  public package(set) var ignored: [Ignored] = []
  /// What was rounded.
  public package(set) var roundings = Roundings()

  /// Makes an empty file.
  public init() {}

  /// Elements that were not read.
  public struct Ignored: Hashable, Sendable {
    /// The names of the elements from the root, `Project/Tasks/Task/CreateDate`.
    public package(set) var path: String
    /// How many there are.
    public package(set) var count: Int

    /// Makes a count.
    public init(path: String, count: Int) {
      self.path = path
      self.count = count
    }
  }

  /// How many values are held rounded.
  public struct Roundings: Hashable, Sendable {
    /// Dates with seconds, to the nearest minute.
    public package(set) var dates = 0
    /// Dates with an offset from UTC, which was dropped: a plan has the time of its people.
    public package(set) var offsets = 0
    /// Times of day with seconds: ends up to the next minute, others to the nearest.
    public package(set) var timesOfDay = 0
    /// Durations with fractions of a second, to the nearest second.
    public package(set) var durations = 0
    /// Numbers with more decimals than are held, to the nearest.
    public package(set) var numbers = 0
    /// Texts cut off at `MSPDIReader.longestText`.
    public package(set) var texts = 0

    /// Makes counts of zero.
    public init() {}
  }

  /// An extended attribute as the file defines it.
  public struct ExtendedAttribute: Hashable, Sendable {
    /// Project's number of the field: Text1 is 188743731.
    public package(set) var fieldID: Int
    /// Project's name of the field, `Text1`.
    public package(set) var fieldName: String?
    /// What people see as its title.
    public package(set) var alias: String?

    /// Makes a definition without anything but its number.
    public init(fieldID: Int) { self.fieldID = fieldID }
  }

  /// The project's own fields.
  public struct Project: Hashable, Sendable {
    /// The name, usually that of the file.
    public package(set) var name: String?
    /// The title.
    public package(set) var title: String?
    /// The version of the format: 9 for Project 2003, 12 for 2007, 14 for 2010 and later.
    public package(set) var saveVersion: Int?
    /// The version of the program that wrote the file.
    public package(set) var buildNumber: String?
    /// The project's start.
    public package(set) var startDate: Instant?
    /// The line that states it; 0 when none does.
    public package(set) var startLine = 0
    /// The project's finish.
    public package(set) var finishDate: Instant?
    /// The date up to which progress is stated.
    public package(set) var statusDate: Instant?
    /// The day that was today.
    public package(set) var currentDate: Instant?
    /// Whether tasks are scheduled from the start; from the finish when false.
    public package(set) var scheduleFromStart: Bool?
    /// The working minutes of a day, for durations.
    public package(set) var minutesPerDay: Int?
    /// The working minutes of a week, for durations.
    public package(set) var minutesPerWeek: Int?
    /// The working days of a month, for durations.
    public package(set) var daysPerMonth: Int?
    /// UID of the project's calendar.
    public package(set) var calendarUID: Int?
    /// When a day without stated times begins, in minutes of the day.
    public package(set) var defaultStartTime: Int?
    /// When a day without stated times ends, in minutes of the day; midnight is 1440.
    public package(set) var defaultFinishTime: Int?
    /// Whether dates of constraints win over links.
    public package(set) var honorConstraints: Bool?
    /// Whether each network of tasks has a critical path of its own.
    public package(set) var multipleCriticalPaths: Bool?
    /// The slack up to which tasks are critical, in days.
    public package(set) var criticalSlackLimit: Int?
    /// Whether remaining work may be split from work done.
    public package(set) var splitsInProgressTasks: Bool?
    /// Whether new tasks are scheduled by hand.
    public package(set) var newTasksAreManual: Bool?
    /// Whether the end of completed parts after the status date moves back to it.
    public package(set) var moveCompletedEndsBack: Bool?
    /// Whether the start of remaining parts then moves back as well.
    public package(set) var moveRemainingStartsBack: Bool?
    /// Whether the start of remaining parts before the status date moves forward to it.
    public package(set) var moveRemainingStartsForward: Bool?
    /// Whether the end of completed parts then moves forward as well.
    public package(set) var moveCompletedEndsForward: Bool?
    /// The currency's code, `JPY`.
    public package(set) var currencyCode: String?
    /// The currency's symbol.
    public package(set) var currencySymbol: String?
    /// The decimals of amounts.
    public package(set) var currencyDigits: Int?
    /// The unit in which durations are shown; see `Task.durationFormat`.
    public package(set) var durationFormat: Int?
    /// The type of new tasks; see `Task.type`.
    public package(set) var defaultTaskType: Int?

    /// Makes a project without any field.
    public init() {}
  }
}

extension MSPDIFile {
  /// The links of a task of this file, in the order of the file.
  public func links(of task: Task) -> ArraySlice<Link> { links[task.links.range] }

  /// The baselines of a task of this file.
  public func baselines(of task: Task) -> ArraySlice<Baseline> { baselines[task.baselines.range] }

  /// The values of extended attributes of a task of this file.
  public func values(of task: Task) -> ArraySlice<ExtendedValue> { values[task.values.range] }

  /// The values of extended attributes of a resource of this file.
  public func values(of resource: Resource) -> ArraySlice<ExtendedValue> {
    values[resource.values.range]
  }

  /// The periods of planned or remaining work of an assignment of this file.
  public func plannedWork(of assignment: Assignment) -> ArraySlice<WorkPeriod> {
    periods[assignment.plannedPeriods.range]
  }

  /// The periods of work done of an assignment of this file.
  public func actualWork(of assignment: Assignment) -> ArraySlice<WorkPeriod> {
    periods[assignment.actualPeriods.range]
  }
}
