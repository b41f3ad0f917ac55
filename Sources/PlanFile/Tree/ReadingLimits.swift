/// How much a plan may hold, so that no file can use up time, memory or the stack.
enum ReadingLimits {
  /// Bytes in one file.
  static let bytesPerFile = 64 << 20
  /// Bytes in all files of a plan.
  static let bytesPerPlan = 256 << 20
  /// Values in one file, as written.
  static let nodesPerFile = 8_000_000
  /// Values in one file more than it has bytes, when every alias is replaced by its value.
  static let expandedNodes = 1_000_000
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
  /// Comparisons of spellings for "Maybe …" in one plan.
  static let spellingComparisons = 300_000
}
