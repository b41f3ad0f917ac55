/// Where something is written: a place in one of a plan's files.
public struct SourceLocation: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1; 0 when only the line is known.
  public var column: Int

  /// Makes a place in a file.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
