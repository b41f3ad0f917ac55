public import Scheduling
public import SharedSystem

/// Reading and writing dependencies: `kickoff`, `contract SS+10d`, `design FF-2w`, `build FS+50%`.
extension PlanTask.Dependency {
  /// Reads a dependency from one text; nil when its form is wrong. The id is not checked.
  ///
  /// The type may be left out when there is no lag (`kickoff`), not when there is one.
  public init?(_ text: some StringProtocol, location: SourceLocation? = nil) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard let id = parts.first, parts.count <= 2 else { return nil }
    var type = LinkType.finishToStart
    var lag = PlanTask.Lag.none
    if parts.count == 2 {
      guard let found = LinkType(code: parts[1].prefix(2)) else { return nil }
      type = found
      let rest = parts[1].dropFirst(2)
      if !rest.isEmpty {
        guard let sign = rest.first, sign == "+" || sign == "-" || sign == "−",
          let found = PlanTask.Lag(rest)
        else { return nil }
        lag = found
      }
    }
    self.init(task: String(id), type: type, lag: lag, location: location)
  }

  /// The dependency as the plan format writes it.
  public var text: String {
    if lag.isZero { return type == .finishToStart ? task : "\(task) \(type.code)" }
    return "\(task) \(type.code)\(lag.signedText)"
  }
}

extension LinkType {
  /// The link type with the two letters FS, SS, FF or SF; nil for anything else.
  public init?(code: some StringProtocol) {
    guard let type = LinkType.allCases.first(where: { $0.code == code }) else { return nil }
    self = type
  }
}

extension PlanTask.Lag {
  /// Reads a lag: a duration or a percentage, with or without sign.
  public init?(_ text: some StringProtocol) {
    guard text.last == "%" else {
      guard let duration = PlanDuration(text) else { return nil }
      self = .time(duration)
      return
    }
    guard let thousandths = Percentage.thousandths(text) else { return nil }
    self = .percent(thousandths: thousandths)
  }

  /// The lag with its sign: `+10d`, `-2w`, `+50%`.
  public var signedText: String {
    let body: String
    let isNegative: Bool
    switch self {
    case .time(let duration):
      isNegative = duration.thousandths < 0
      body = duration.text
    case .percent(let thousandths):
      isNegative = thousandths < 0
      body = Percentage.text(thousandths: thousandths)
    }
    return isNegative ? body : "+\(body)"
  }
}

/// Percentages in thousandths of a per cent: `-10%` is −10 000.
public enum Percentage {
  /// Reads a percentage with up to three decimal places; nil when the text is not one.
  public static func thousandths(_ text: some StringProtocol) -> Int64? {
    guard text.last == "%" else { return nil }
    var rest = Substring(text).dropLast()
    var sign: Int64 = 1
    if let first = rest.first, first == "+" || first == "-" || first == "−" {
      sign = first == "+" ? 1 : -1
      rest = rest.dropFirst()
    }
    return PlanDuration.thousandths(of: rest).map { sign * $0 }
  }

  /// The percentage as text, without superfluous zeros.
  public static func text(thousandths: Int64) -> String {
    let asDays = PlanDuration(thousandths: thousandths, .minutes).text
    return "\(asDays.dropLast())%"
  }
}
