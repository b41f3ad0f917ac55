public import Scheduling

extension MSPDIFile {
  /// Who or what does the work.
  public struct Resource: Hashable, Sendable {
    /// What assignments call it.
    public package(set) var uid: Int
    /// The line of the file it begins in.
    public package(set) var line: Int
    /// Its row.
    public package(set) var id: Int?
    /// The name.
    public package(set) var name: String?
    /// 0 material, 1 work, 2 cost.
    public package(set) var type: Int?
    /// How much of it there is at most, in millionths: 1,000,000 is one full unit.
    public package(set) var maxUnits: Int?
    /// UID of its calendar.
    public package(set) var calendarUID: Int?
    /// Whether levelling may delay its tasks.
    public package(set) var canLevel: Bool?
    /// Whether it stands for a kind of resource.
    public package(set) var isGeneric: Bool?
    /// Whether it only holds a budget.
    public package(set) var isBudget: Bool?
    /// The standard rate, in millionths of the currency.
    public package(set) var standardRate: Int?
    /// What the rate is for: 1 minute, 2 hour, 3 day, 4 week, 5 month, 7 year, 8 unit of material.
    public package(set) var standardRateFormat: Int?
    /// Whether it is an empty row.
    public package(set) var isNull: Bool?
    /// When how much of it there is.
    public package(set) var availability: [Availability] = []
    /// Its values of extended attributes in the file's list.
    public package(set) var values = Part()

    /// Makes a resource without anything but its UID.
    public init(uid: Int, line: Int = 0) {
      self.uid = uid
      self.line = line
    }
  }

  /// How much of a resource there is in a period.
  public struct Availability: Hashable, Sendable {
    /// From when; nil for always.
    public package(set) var from: Instant?
    /// Until when; nil for ever.
    public package(set) var to: Instant?
    /// How much, in millionths.
    public package(set) var units: Int?

    /// Makes a period without any field.
    public init() {}
  }

  /// The work of a resource on a task.
  public struct Assignment: Hashable, Sendable {
    /// What the file calls it.
    public package(set) var uid: Int32
    /// The line of the file it begins in.
    public package(set) var line: Int32
    /// UID of the task.
    @Packed<Int32> public package(set) var taskUID: Int?
    /// UID of the resource; −65535 when nobody is assigned.
    @Packed<Int32> public package(set) var resourceUID: Int?
    /// The start.
    @PackedInstant public package(set) var start: Instant?
    /// The finish.
    @PackedInstant public package(set) var finish: Instant?
    /// When it started.
    @PackedInstant public package(set) var actualStart: Instant?
    /// When it was finished.
    @PackedInstant public package(set) var actualFinish: Instant?
    /// The end of what is done.
    @PackedInstant public package(set) var stop: Instant?
    /// The beginning of what remains.
    @PackedInstant public package(set) var resume: Instant?
    /// How long after its task it starts, in tenths of minutes.
    @Packed<Int32> public package(set) var delay: Int?
    /// The levelling delay, in tenths of minutes.
    @Packed<Int32> public package(set) var levelingDelay: Int?
    /// How much of the resource works, in millionths.
    @Packed<Int64> public package(set) var units: Int?
    /// The work, in seconds.
    @Packed<Int64> public package(set) var work: Int?
    /// The work done, in seconds.
    @Packed<Int64> public package(set) var actualWork: Int?
    /// The work that remains, in seconds.
    @Packed<Int64> public package(set) var remainingWork: Int?
    /// How much of the work is done, in per cent.
    @Packed<Int16> public package(set) var percentWorkComplete: Int?
    /// The shape of the work: 0 flat, 1 back loaded, 2 front loaded, 3 double peak, 4 early peak,
    /// 5 late peak, 6 bell, 7 turtle, 8 by hand.
    @Packed<Int8> public package(set) var workContour: Int?
    /// Bits of the two flags: 1 stated, 2 set; the second two places up.
    private var flags: UInt8 = 0
    /// The planned or remaining work by periods, in the file's list.
    public package(set) var plannedPeriods = Part()
    /// The work done by periods, in the file's list.
    public package(set) var actualPeriods = Part()

    /// Makes an assignment without anything but its UID.
    public init(uid: Int32, line: Int32 = 0) {
      self.uid = uid
      self.line = line
    }

    /// Whether its task is a milestone.
    public package(set) var isMilestone: Bool? {
      get { flags & 1 == 0 ? nil : flags & 2 != 0 }
      set { flags = flags & ~3 | (newValue.map { $0 ? 3 : 1 } ?? 0) }
    }

    /// Whether units are a rate, not an amount.
    public package(set) var hasFixedRateUnits: Bool? {
      get { flags & 4 == 0 ? nil : flags & 8 != 0 }
      set { flags = flags & ~12 | (newValue.map { $0 ? 12 : 4 } ?? 0) }
    }
  }

  /// Work within a period.
  public struct WorkPeriod: Hashable, Sendable {
    /// The start.
    @PackedInstant public package(set) var start: Instant?
    /// The finish.
    @PackedInstant public package(set) var finish: Instant?
    /// The work, in seconds; zero where the work is split.
    @Packed<Int64> public package(set) var work: Int?

    /// Makes a period without any field.
    public init() {}
  }
}
