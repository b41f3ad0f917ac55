extension MSPDIFile {
  /// Optional truth values, two bits each: whether one is stated, and which.
  package struct Flags: Hashable, Sendable {
    private var stated: UInt32 = 0
    private var set: UInt32 = 0

    /// The flags of tasks.
    package enum Name: UInt32 {
      case isNull, isActive, isManual, isEffortDriven, isEstimated, isMilestone, isSummary
      case isCritical, isSubproject, isExternal, isRecurring, levelingCanSplit
      case ignoresResourceCalendar
    }

    package subscript(name: Name) -> Bool? {
      get {
        let bit: UInt32 = 1 << name.rawValue
        return stated & bit == 0 ? nil : set & bit != 0
      }
      set {
        let bit: UInt32 = 1 << name.rawValue
        stated = newValue == nil ? stated & ~bit : stated | bit
        set = newValue == true ? set | bit : set & ~bit
      }
    }
  }
}

extension MSPDIFile.Task {
  /// Whether it is an empty row.
  public var isNull: Bool? { flags[.isNull] }
  /// Whether it takes part; an inactive task is kept for the record.
  public var isActive: Bool? { flags[.isActive] }
  /// Whether its dates are entered by hand.
  public var isManual: Bool? { flags[.isManual] }
  /// Whether more resources make it shorter.
  public var isEffortDriven: Bool? { flags[.isEffortDriven] }
  /// Whether its duration is an estimate.
  public var isEstimated: Bool? { flags[.isEstimated] }
  /// Whether it is shown as a milestone.
  public var isMilestone: Bool? { flags[.isMilestone] }
  /// Whether it holds the tasks that follow it at a deeper level.
  public var isSummary: Bool? { flags[.isSummary] }
  /// Whether it is critical.
  public var isCritical: Bool? { flags[.isCritical] }
  /// Whether it stands for another project that is inserted.
  public var isSubproject: Bool? { flags[.isSubproject] }
  /// Whether it stands for a task of another project.
  public var isExternal: Bool? { flags[.isExternal] }
  /// Whether it recurs.
  public var isRecurring: Bool? { flags[.isRecurring] }
  /// Whether levelling may split it.
  public var levelingCanSplit: Bool? { flags[.levelingCanSplit] }
  /// Whether its calendar alone counts, not those of its resources.
  public var ignoresResourceCalendar: Bool? { flags[.ignoresResourceCalendar] }
}
