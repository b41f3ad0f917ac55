/// Whether a text goes to a terminal that shows colours.
package enum TextStyle: Hashable, Sendable {
  /// No escape sequences at all: for files, pipes and `NO_COLOR`.
  case plain
  /// ANSI escape sequences.
  case coloured

  /// The text with an emphasis; blank and plain texts stay as they are.
  func apply(_ emphasis: Emphasis, to text: String) -> String {
    guard self == .coloured, emphasis != .none, !text.isEmpty else { return text }
    return "\u{1B}[\(emphasis.code)m\(text)\u{1B}[0m"
  }
}

/// How a piece of text stands out.
package enum Emphasis: Hashable, Sendable {
  case none
  /// The verdict.
  case strong
  /// Something is late or wrong.
  case alarm
  /// Something is earlier or in order.
  case relief
  /// Words around the figures.
  case faint

  fileprivate var code: String {
    switch self {
    case .none: "0"
    case .strong: "1"
    case .alarm: "1;31"
    case .relief: "32"
    case .faint: "2"
    }
  }
}
