public import SharedSystem

/// What a figure of an estimate is counted in.
public enum EstimateUnit: String, Hashable, Sendable, CaseIterable {
  case personMonths, months, weeks, hours, minutes
  /// A share of something, a multiplier, an exponent, or a yes (1) and no (0).
  case share, factor, exponent, yesNo
  /// A number of things.
  case count
  /// Thousands of lines of source code.
  case thousandLines
  case functionPoints, screens, batches, files
  /// Thousands, or millions, of rows of data.
  case thousandRows, millionRowsPerHour, perMillionRows
  case personMonthsPerScreen, personMonthsPerBatch, personMonthsPerFile
  case functionPointsPerPersonMonth, linesPerFunctionPoint
}

/// What a default rests on.
public enum EstimateBasis: String, Hashable, Sendable, CaseIterable {
  /// A source that was published and read.
  case published
  /// Nobody measured it: the judgement of the authors of bunri.
  case judgement
  /// Said to be published, written down from memory and not verified.
  case memory
}

/// One value of the table of defaults.
public struct EstimatorDefault: Hashable, Sendable {
  /// The key, unique: `interface.api`.
  public var key: String
  /// What it says.
  public var name: LocalizedText
  /// What else one must know to replace it, the published ratings for instance.
  public var note: LocalizedText?
  /// What it is counted in.
  public var unit: EstimateUnit
  /// The value in thousandths of the unit.
  public var value: ThreePoint
  /// What is to be added to the value, in millionths: of coefficients published with four decimal
  /// places.
  public var remainder: Int64
  /// Whether zero makes no sense, because something is divided by it.
  public var isPositive: Bool
  /// What it rests on.
  public var basis: EstimateBasis
  /// Where it comes from.
  public var source: LocalizedText
  /// Whether no command computes with it: it is shown for comparison, and for users of the library.
  public var isShownOnly = false
  /// Whether the plan replaced the value.
  public var isOverridden = false

  /// A value in millionths of the unit, with all decimal places.
  public func millionths(_ level: EstimateLevel = .mode) -> Int64 {
    value.value(level) * 1000 + remainder
  }
}
