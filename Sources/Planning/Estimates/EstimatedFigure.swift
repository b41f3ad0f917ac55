public import SharedSystem

/// A figure of an estimate: what it means, its value, and where it comes from.
public struct EstimatedFigure: Hashable, Sendable {
  /// What the figure says.
  public enum Meaning: Hashable, Sendable {
    /// A size that was entered, by its measure (`kloc`, `screens`, …).
    case size(measure: String)
    /// A value of the table of defaults, by its key.
    case parameter(key: String)
    /// The exponent of a rule.
    case exponent
    /// The lines of code that a number of function points is worth.
    case backfiredSize
    /// The effort of a full rebuild before the drivers, from a measure; nil: from a median.
    case nominalEffort(measure: String?)
    /// The effort of a full rebuild with the module's drivers.
    case rebuildEffort
    /// The part of the rebuild that an owner does under a strategy; nil: done together.
    case part(Module.Strategy, owner: String?)
    /// Moving the data.
    case migration
    /// Repairing rows by hand.
    case handRepair
    /// All work of a strategy.
    case strategy(Module.Strategy)
    /// What it costs that one owner holds the module alone; nil: that each has an instance.
    case choice(owner: String?)
    /// What it costs to make a coupling an interface between companies.
    case crossing
    /// All work on modules and interfaces, of all owners.
    case work
    /// What comes on top of the work, by the key of its share.
    case overhead(key: String)
  }

  /// What the figure says.
  public var meaning: Meaning
  /// The value, in thousandths of the unit.
  public var value: ThreePoint
  /// What it is counted in.
  public var unit: EstimateUnit
  /// Where it comes from.
  public var origin: Origin

  /// Makes a figure.
  public init(_ meaning: Meaning, _ value: ThreePoint, _ unit: EstimateUnit, _ origin: Origin) {
    self.meaning = meaning
    self.value = value
    self.unit = unit
    self.origin = origin
  }
}

/// Where a figure comes from.
public indirect enum Origin: Hashable, Sendable {
  /// The plan says so, at this place.
  case entered(SourceLocation?)
  /// The table of defaults says so.
  case standard(key: String)
  /// The plan replaced the default.
  case overridden(key: String)
  /// The middle of the modules with a size: of a group, or of all when `group` is nil.
  case median(group: String?, count: Int)
  /// A formula made it of other figures.
  case computed(EstimateFormula, [EstimatedFigure])
}

/// How a figure follows from others, in their order.
public enum EstimateFormula: String, Hashable, Sendable, CaseIterable {
  /// The first is the figure.
  case same
  /// All added.
  case sum
  /// All multiplied.
  case product
  /// The first divided by the second.
  case quotient
  /// Pairs multiplied, then added.
  case sumOfProducts
  /// The first times the second to the power of the third, times the fourth if there is one.
  case power
  /// The first and a hundredth of the sum of the others.
  case exponent
  /// The first, its low value divided and its high value multiplied by the second.
  case widened
  /// Rows · defects per million · share repaired by hand · minutes, in person-months.
  case handRepair
}

extension EstimatedFigure {
  /// The figure with all it was made of, each once, what something is made of before it.
  ///
  /// - Complexity: O(figures).
  public var derivation: [EstimatedFigure] {
    var seen: Set<EstimatedFigure> = []
    var list: [EstimatedFigure] = []
    collect(&seen, &list)
    return list
  }

  /// The depth is that of the formulas, a handful, not that of the plan.
  private func collect(_ seen: inout Set<EstimatedFigure>, _ list: inout [EstimatedFigure]) {
    guard !seen.contains(self) else { return }
    if case .computed(_, let inputs) = origin {
      for input in inputs { input.collect(&seen, &list) }
    }
    seen.insert(self)
    list.append(self)
  }
}
