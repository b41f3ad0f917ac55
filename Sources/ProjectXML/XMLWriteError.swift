/// Why an XML file could not be written. Nothing half-written is left behind.
public enum XMLWriteError: Error, Hashable, Sendable {
  /// The file cannot be made or filled; `reason` is the operating system's.
  case file(path: String, reason: String)
  /// libxml2 refused: there is no memory left.
  case outOfMemory
}

extension XMLWriteError: CustomStringConvertible {
  /// The error as one sentence.
  public var description: String {
    switch self {
    case .file(let path, let reason): "cannot write \(path): \(reason)"
    case .outOfMemory: "there is not enough memory to write the XML"
    }
  }
}
