/// Why a plan could not be written. Nothing half-written is left behind.
public enum PlanWriteError: Error, Hashable, Sendable {
  /// The file or folder cannot be made or filled; `reason` is the operating system's.
  case file(path: String, reason: String)
}

extension PlanWriteError: CustomStringConvertible {
  /// The error as one sentence.
  public var description: String {
    switch self {
    case .file(let path, let reason): "cannot write \(path): \(reason)"
    }
  }
}
