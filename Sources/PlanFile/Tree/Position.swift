/// A place in one of the files of a plan, small enough to keep for every value.
package struct Position: Hashable, Comparable, Sendable {
  /// Index of the file in the order of reading.
  package var file: Int32
  /// The line, from 1; 0 when unknown.
  package var line: Int32
  /// The column in Unicode characters, from 1; 0 when unknown.
  package var column: Int32

  /// Makes a place.
  package init(file: Int32, line: Int32 = 0, column: Int32 = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// By file, then line, then column.
  package static func < (left: Position, right: Position) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
