import Planning
import SharedSystem

/// Figures of an estimate as a numbered list: each figure once, after all it is made of.
struct DerivationList {
  /// One line of the list.
  struct Step {
    var number: Int
    var figure: EstimatedFigure
    /// Numbers of the steps it is made of.
    var inputs: [Int]
  }

  private let estimate: SystemEstimate
  private let context: ReportContext
  private let ownerName: @Sendable (String) -> String
  private var numbers: [EstimatedFigure: Int] = [:]

  init(
    _ estimate: SystemEstimate, _ context: ReportContext,
    ownerName: @escaping @Sendable (String) -> String
  ) {
    self.estimate = estimate
    self.context = context
    self.ownerName = ownerName
  }

  /// The steps that a figure adds to the list.
  mutating func add(_ figure: EstimatedFigure) -> [Step] {
    var steps: [Step] = []
    for part in figure.derivation where numbers[part] == nil {
      let number = numbers.count + 1
      numbers[part] = number
      var inputs: [Int] = []
      if case .computed(_, let figures) = part.origin {
        inputs = figures.compactMap { numbers[$0] }
      }
      steps.append(Step(number: number, figure: part, inputs: inputs))
    }
    return steps
  }

  /// A step as lines of text.
  func lines(_ step: Step) -> [String] {
    let words = context.words
    let meaning = words.meaning(
      step.figure.meaning, parameter: { name($0) }, owner: ownerName,
      all: words.allOwners(estimate.system.owners.count))
    let colon = words.pick(": ", "：")
    let origin = words.pick(" (\(origin(step)))", "（\(origin(step))）")
    let by = step.inputs.isEmpty ? origin : " = " + formula(step)
    return NumberedLines.lines(meaning + colon + value(step.figure) + by, number: step.number)
  }

  /// A step for programs.
  func json(_ step: Step) -> JSONValue {
    let figure = step.figure
    let words = context.words
    let meaning = words.meaning(
      figure.meaning, parameter: { name($0) }, owner: ownerName,
      all: words.allOwners(estimate.system.owners.count))
    var members: [JSONValue.Member] = [
      .init("step", .integer(Int64(step.number))), .init("meaning", .string(meaning)),
      .init("unit", .string(figure.unit.rawValue)),
      .init("low", .millionths(millionths(figure, .low))),
      .init("mode", .millionths(millionths(figure, .mode))),
      .init("high", .millionths(millionths(figure, .high))),
    ]
    members += originJSON(figure.origin)
    if !step.inputs.isEmpty {
      members.append(.init("inputs", .array(step.inputs.map { .integer(Int64($0)) })))
    }
    return .object(members)
  }

  private func name(_ key: String) -> String {
    estimate.defaults.entry(key).map { context.text($0.name) } ?? key
  }

  private func formula(_ step: Step) -> String {
    guard case .computed(let formula, _) = step.figure.origin else { return "" }
    return context.words.formula(formula, step.inputs)
  }

  private func origin(_ step: Step) -> String {
    let words = context.words
    switch step.figure.origin {
    case .entered(let place): return words.entered(place.map(DerivationList.place))
    case .overridden: return words.replaced
    case .standard(let key):
      return words.standard(estimate.defaults.entry(key)?.basis ?? .judgement)
    case .median(let group, let count): return words.median(group: group, count: count)
    case .computed: return formula(step)
    }
  }

  /// A place of a file: `modules.yaml:12`.
  static func place(_ place: SourceLocation) -> String {
    place.line > 0 ? "\(place.file.onOneLine):\(place.line)" : place.file.onOneLine
  }

  /// Parameters with all their decimal places, other figures rounded.
  func value(_ figure: EstimatedFigure) -> String {
    func text(_ level: EstimateLevel) -> String {
      switch figure.meaning {
      case .parameter, .exponent: Figures.decimal(millionths(figure, level), places: 6)
      default: Figures.estimated(figure.value.value(level))
      }
    }
    return context.words.figure(
      mode: text(.mode), low: text(.low), high: text(.high), figure.unit)
  }

  private func millionths(_ figure: EstimatedFigure, _ level: EstimateLevel) -> Int64 {
    switch figure.meaning {
    case .parameter(let key): estimate.defaults.millionths(key, level)
    case .exponent: ScheduleRules(estimate.defaults).effortExponent(level) / 1000
    default: figure.value.value(level) * 1000
    }
  }

  private func originJSON(_ origin: Origin) -> [JSONValue.Member] {
    switch origin {
    case .entered(let place):
      return [
        .init("origin", "entered"), .init("file", .text(place?.file)),
        .init("line", .number(place?.line)),
      ]
    case .standard(let key):
      let entry = estimate.defaults.entry(key)
      return [
        .init("origin", "default"), .init("key", .string(key)),
        .init("basis", .text(entry?.basis.rawValue)),
        .init("source", .text(entry?.source.text(in: context.language))),
      ]
    case .overridden(let key):
      return [.init("origin", "overridden"), .init("key", .string(key))]
    case .median(let group, let count):
      return [
        .init("origin", "median"), .init("group", .text(group)),
        .init("count", .integer(Int64(count))),
      ]
    case .computed(let formula, _):
      return [.init("origin", "computed"), .init("formula", .string(formula.rawValue))]
    }
  }
}
