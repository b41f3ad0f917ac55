/// Why an XML file could not be written. Nothing half-written is left behind.
public enum XMLWriteError: Error, Hashable, Sendable {
  /// The file cannot be made or filled; `reason` is the operating system's.
  case file(path: String, reason: String)
  /// libxml2 refused: there is no memory left.
  case outOfMemory
  /// What was written breaks the schema of its own format, first at `line` and in so many places:
  /// a mistake of the writer, not of the plan. `reason` is libxml2's.
  case invalid(schema: String, line: Int, reason: String, places: Int)
}

extension XMLWriteError: CustomStringConvertible {
  /// The error as one sentence.
  public var description: String {
    switch self {
    case .file(let path, let reason): "cannot write \(path): \(reason)"
    case .outOfMemory: "there is not enough memory to write the XML"
    case .invalid(let schema, let line, let reason, let places):
      "the document is not valid by \(schema), line \(line): \(reason)"
        + (places > 1 ? " (and \(places - 1) more)" : "")
    }
  }
}
