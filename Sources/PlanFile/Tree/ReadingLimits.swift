/// How much a plan may hold, so that no file can use up time, memory or the stack.
package enum ReadingLimits {
  /// Bytes in one file.
  package static let bytesPerFile = 64 << 20
  /// Bytes in all files of a plan.
  static let bytesPerPlan = 256 << 20
  /// Values in all files of a plan, as written.
  package static let valuesPerPlan = 8_000_000
  /// Cells of one table, of which a row has four more than it shows.
  package static let cellsPerTable = 3_000_000
  /// Bytes of one cell: more is mostly a quote that is never closed.
  static let bytesPerCell = 1 << 20
  /// Values of a graph in JSON.
  package static let valuesPerGraph = 3_000_000
  /// How far aliases may blow up a file: values and characters beyond twice the bytes it has.
  static let expansion = 1_000_000
  /// Lists and maps inside each other.
  static let depth: Int32 = 128
  /// Files of one plan.
  static let files = 500
  /// Files that include each other in a chain.
  static let includeDepth = 16
  /// `%TAG` lines: libyaml compares each with all before it.
  static let directives = 100
  /// Warnings about pasted characters, before they are only counted.
  static let pastedWarnings = 20
  /// Extra working days of one calendar.
  static let openDays = 40_000
  /// Calendars that are searched for a working day in all years.
  static let longLooks = 100
  /// Periods with weekly hours of their own, of one calendar.
  static let workWeeks = 1000
  /// Selectors of levers that are tried out on all tasks.
  static let selectors = 200
  /// Characters of a text that is repaired for "Maybe …".
  static let repairedCharacters = 200
  /// Comparisons of spellings for "Maybe …" in one plan.
  static let spellingComparisons = 100_000
}
