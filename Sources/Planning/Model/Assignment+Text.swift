public import Scheduling

extension Assignment {
  /// Why a text is not an assignment.
  public enum Failure: Error, Hashable, Sendable {
    /// Not of the form `TASK.FIELD=VALUE`.
    case malformed
    /// The field is not one that can be set.
    case unknownField(String)
    /// The value does not fit the field; the text says what would.
    case badValue(field: String, value: String, expected: String)
  }

  /// The fields that can be set, as users write them.
  public static let fields = ["duration", "cost", "calendar", "owner", "deadline", "constraint"]

  /// Reads `TASK.FIELD=VALUE`. The ids are not checked.
  ///
  /// A duration is set (`40d`) or changed (`-10%`, `+5d`, `-5d`); a constraint is
  /// `start-no-earlier-than 2024-04-01`; `none` takes away a deadline, calendar, owner or
  /// constraint. The task's id may itself contain dots: the field is what follows the last one.
  ///
  /// - Throws: what is wrong with the text.
  public init(_ text: String) throws(Failure) {
    guard let equals = text.firstIndex(of: "=") else { throw .malformed }
    let left = text[..<equals]
    let value = text[text.index(after: equals)...].trimmingSpaces()
    guard let dot = left.lastIndex(of: ".") else { throw .malformed }
    let task = String(left[..<dot].trimmingSpaces())
    let field = String(left[left.index(after: dot)...].trimmingSpaces())
    guard !task.isEmpty, !value.isEmpty else { throw .malformed }
    self.init(task: task, value: try Assignment.value(field: field, String(value)), text: text)
  }

  private static func value(field: String, _ text: String) throws(Failure) -> Value {
    func bad(_ expected: String) -> Failure {
      .badValue(field: field, value: text, expected: expected)
    }
    switch field {
    case "duration":
      guard let change = Change.AmountChange(text) else {
        throw bad("60d, 60ed, P2M, -10% or +5d")
      }
      return .duration(change)
    case "cost":
      guard let cost = Int64(text.filter { $0 != "_" && $0 != "," }) else {
        throw bad("a whole amount of money")
      }
      return .cost(cost)
    case "calendar": return .calendar(text == "none" ? nil : text)
    case "owner": return .owner(text == "none" ? nil : text)
    case "deadline":
      if text == "none" { return .deadline(nil) }
      guard let date = try? PlanDate(text) else { throw bad("a date such as 2027-03-31") }
      return .deadline(date.asFinish)
    case "constraint":
      if text == "none" { return .constraint(nil) }
      guard let constraint = TaskConstraint(text) else {
        throw bad("a constraint such as `start-no-earlier-than 2024-04-01`")
      }
      return .constraint(constraint)
    default: throw .unknownField(field)
    }
  }
}

extension Change.AmountChange {
  /// Reads a new duration (`40d`), a difference (`+5d`, `-2w`) or a share (`-10%`).
  public init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let share = Percentage.thousandths(text) else { return nil }
      self = .percent(thousandths: share)
    } else if let duration = PlanDuration(text) {
      let isSigned = text.first == "+" || text.first == "-" || text.first == "−"
      self = isSigned ? .add(duration) : .set(duration)
    } else {
      return nil
    }
  }
}

extension TaskConstraint {
  /// Reads `KIND DATE`, or `as-late-as-possible` alone; nil when the text is neither.
  public init?(_ text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard let name = parts.first, let kind = Kind(planName: String(name)) else { return nil }
    if kind == .asLateAsPossible {
      guard parts.count == 1 else { return nil }
      self.init(kind, Instant(minutes: 0))
      return
    }
    guard parts.count == 2, let date = try? PlanDate(parts[1]) else { return nil }
    self.init(kind, kind.concernsFinish ? date.asFinish : date.asStart)
  }
}

extension TaskConstraint.Kind {
  /// The kind as the plan format names it: `start-no-earlier-than`.
  public var planName: String {
    switch self {
    case .startNoEarlierThan: "start-no-earlier-than"
    case .startNoLaterThan: "start-no-later-than"
    case .finishNoEarlierThan: "finish-no-earlier-than"
    case .finishNoLaterThan: "finish-no-later-than"
    case .mustStartOn: "must-start-on"
    case .mustFinishOn: "must-finish-on"
    case .mandatoryStart: "mandatory-start"
    case .mandatoryFinish: "mandatory-finish"
    case .asLateAsPossible: "as-late-as-possible"
    case .manualStart: "manual-start"
    }
  }

  /// The kind with this name in the plan format; nil when there is none.
  public init?(planName: String) {
    guard let kind = Self.allCases.first(where: { $0.planName == planName }) else { return nil }
    self = kind
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }
}
