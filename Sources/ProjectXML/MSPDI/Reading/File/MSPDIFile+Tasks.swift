public import Scheduling

extension MSPDIFile {
  /// A task, with the dates the program that wrote the file had calculated.
  public struct Task: Hashable, Sendable {
    /// What links and assignments call it; 0 is the project's own summary.
    public package(set) var uid: Int32
    /// The line of the file it begins in.
    public package(set) var line: Int32
    /// Its row.
    @Packed<Int32> public package(set) var id: Int?
    /// Its depth: 0 for the project's own summary, 1 for the outermost tasks.
    @Packed<Int32> public package(set) var outlineLevel: Int?
    /// The name.
    public package(set) var name: String?
    /// The work breakdown code.
    public package(set) var wbs: String?
    /// The place in the outline, `1.2.3`.
    public package(set) var outlineNumber: String?
    /// The notes.
    public package(set) var notes: String?

    /// The flags; each has a property of its own.
    package var flags = Flags()

    /// What stays fixed: 0 units, 1 duration, 2 work.
    @Packed<Int8> public package(set) var type: Int?
    /// 0 as soon as possible, 1 as late as possible, 2 must start on, 3 must finish on, 4 start
    /// no earlier than, 5 start no later than, 6 finish no earlier than, 7 finish no later than.
    @Packed<Int8> public package(set) var constraintType: Int?
    /// The unit of the duration: 3 minutes, 5 hours, 7 days, 9 weeks, 11 months, one more for
    /// elapsed time, 32 more for an estimate, 21 and 53 none.
    @Packed<Int8> public package(set) var durationFormat: Int?
    /// The unit of the levelling delay, as `durationFormat`.
    @Packed<Int8> public package(set) var levelingDelayFormat: Int?
    /// The priority, 0 to 1000.
    @Packed<Int16> public package(set) var priority: Int?
    /// How much of the duration is done.
    @Packed<Int16> public package(set) var percentComplete: Int?
    /// How much of the work is done.
    @Packed<Int16> public package(set) var percentWorkComplete: Int?

    /// The start.
    @PackedInstant public package(set) var start: Instant?
    /// The finish.
    @PackedInstant public package(set) var finish: Instant?
    /// The end of what is done.
    @PackedInstant public package(set) var stop: Instant?
    /// The beginning of what remains.
    @PackedInstant public package(set) var resume: Instant?
    /// The early start.
    @PackedInstant public package(set) var earlyStart: Instant?
    /// The early finish.
    @PackedInstant public package(set) var earlyFinish: Instant?
    /// The late start.
    @PackedInstant public package(set) var lateStart: Instant?
    /// The late finish.
    @PackedInstant public package(set) var lateFinish: Instant?
    /// When it started.
    @PackedInstant public package(set) var actualStart: Instant?
    /// When it was finished.
    @PackedInstant public package(set) var actualFinish: Instant?
    /// The date of the constraint.
    @PackedInstant public package(set) var constraintDate: Instant?
    /// The deadline.
    @PackedInstant public package(set) var deadline: Instant?
    /// The start entered by hand.
    @PackedInstant public package(set) var manualStart: Instant?
    /// The finish entered by hand.
    @PackedInstant public package(set) var manualFinish: Instant?

    /// The free slack, in tenths of minutes.
    @Packed<Int32> public package(set) var freeSlack: Int?
    /// The total slack, in tenths of minutes.
    @Packed<Int32> public package(set) var totalSlack: Int?
    /// Late start less early start, in tenths of minutes.
    @Packed<Int32> public package(set) var startSlack: Int?
    /// Late finish less early finish, in tenths of minutes.
    @Packed<Int32> public package(set) var finishSlack: Int?
    /// The levelling delay, in tenths of minutes.
    @Packed<Int32> public package(set) var levelingDelay: Int?
    /// UID of its calendar; −1 for none of its own.
    @Packed<Int32> public package(set) var calendarUID: Int?

    /// The duration, in seconds; `durationFormat` says whether it is elapsed.
    @Packed<Int64> public package(set) var duration: Int?
    /// The duration entered by hand, in seconds.
    @Packed<Int64> public package(set) var manualDuration: Int?
    /// The duration of what is done, in seconds.
    @Packed<Int64> public package(set) var actualDuration: Int?
    /// The duration of what remains, in seconds.
    @Packed<Int64> public package(set) var remainingDuration: Int?
    /// The work, in seconds.
    @Packed<Int64> public package(set) var work: Int?
    /// The work done, in seconds.
    @Packed<Int64> public package(set) var actualWork: Int?
    /// The work that remains, in seconds.
    @Packed<Int64> public package(set) var remainingWork: Int?
    /// The cost, in hundredths of the currency.
    @Packed<Int64> public package(set) var cost: Int?
    /// The cost that does not come from resources, in hundredths of the currency.
    @Packed<Int64> public package(set) var fixedCost: Int?

    /// Its links to predecessors in the file's list.
    public package(set) var links = Part()
    /// Its baselines in the file's list.
    public package(set) var baselines = Part()
    /// Its values of extended attributes in the file's list.
    public package(set) var values = Part()

    /// Makes a task without anything but its UID.
    public init(uid: Int32, line: Int32 = 0) {
      self.uid = uid
      self.line = line
    }
  }

  /// A link, held by its successor.
  public struct Link: Hashable, Sendable {
    /// UID of the predecessor; nil only for a link that names another project instead.
    @Packed<Int32> public package(set) var predecessorUID: Int?
    /// The lag in tenths of minutes, or in per cent; `lagFormat` says which.
    @Packed<Int32> public package(set) var lag: Int?
    /// 0 finish to finish, 1 finish to start, 2 start to finish, 3 start to start.
    @Packed<Int8> public package(set) var type: Int?
    /// The unit of the lag as `Task.durationFormat`, or 19 per cent, 20 elapsed per cent, and
    /// 51, 52 (and, written by Project, 53) for estimates.
    @Packed<Int8> public package(set) var lagFormat: Int?
    /// Whether the predecessor is in another project.
    @Packed<Int8> var crossProject: Int?
    /// The line of the file it begins in.
    public package(set) var line: Int32
    /// The other project, and its task.
    public package(set) var crossProjectName: String?

    /// Makes a link without any field.
    public init(line: Int32 = 0) { self.line = line }

    /// Whether the predecessor is in another project; nil when the file does not say.
    public package(set) var isCrossProject: Bool? {
      get { crossProject.map { $0 != 0 } }
      set { crossProject = newValue.map { $0 ? 1 : 0 } }
    }
  }

  /// Dates and amounts of a task as they were once saved.
  public struct Baseline: Hashable, Sendable {
    /// Which baseline, 0 to 10.
    @Packed<Int8> public package(set) var number: Int?
    /// The unit of the duration; see `Task.durationFormat`.
    @Packed<Int8> public package(set) var durationFormat: Int?
    /// The start.
    @PackedInstant public package(set) var start: Instant?
    /// The finish.
    @PackedInstant public package(set) var finish: Instant?
    /// The duration, in seconds.
    @Packed<Int64> public package(set) var duration: Int?
    /// The work, in seconds.
    @Packed<Int64> public package(set) var work: Int?
    /// The cost, in hundredths of the currency.
    @Packed<Int64> public package(set) var cost: Int?

    /// Makes a baseline without any field.
    public init() {}
  }

  /// What a task or a resource states for an extended attribute.
  public struct ExtendedValue: Hashable, Sendable {
    /// Project's number of the field.
    public package(set) var fieldID: Int32
    /// The value as text; nil when the file states none.
    public package(set) var value: String?

    /// Makes a value.
    public init(fieldID: Int32, value: String?) {
      self.fieldID = fieldID
      self.value = value
    }
  }
}
