/// Which dates of two tasks a link ties together.
public enum LinkType: Hashable, Sendable, CaseIterable {
  /// The successor starts after the predecessor finished.
  case finishToStart
  /// The successor starts after the predecessor started.
  case startToStart
  /// The successor finishes after the predecessor finished.
  case finishToFinish
  /// The successor finishes after the predecessor started.
  case startToFinish

  /// Whether the predecessor's finish counts (FS, FF) rather than its start.
  @inline(__always)
  public var fromFinish: Bool {
    switch self {
    case .finishToStart, .finishToFinish: true
    case .startToStart, .startToFinish: false
    }
  }

  /// Whether the successor's start is bound (FS, SS) rather than its finish.
  @inline(__always)
  public var toStart: Bool {
    switch self {
    case .finishToStart, .startToStart: true
    case .finishToFinish, .startToFinish: false
    }
  }

  /// The two letters of the trade: FS, SS, FF, SF.
  public var code: String {
    switch self {
    case .finishToStart: "FS"
    case .startToStart: "SS"
    case .finishToFinish: "FF"
    case .startToFinish: "SF"
    }
  }
}
