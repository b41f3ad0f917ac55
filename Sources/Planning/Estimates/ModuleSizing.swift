import SharedSystem

/// From the size of a module to the effort of building it anew.
///
/// Lines of code go before function points, these before screens, batches and files; what other
/// measures would give is kept for comparison.
struct ModuleSizing {
  /// What rests on one measure.
  struct Result {
    /// The measure that was used.
    var measure: String
    /// The effort before the drivers.
    var effort: EstimatedFigure
    /// The same from other measures.
    var others: [EstimatedFigure]
  }

  let defaults: EstimatorDefaults
  private let rules: ScheduleRules

  init(_ defaults: EstimatorDefaults) {
    self.defaults = defaults
    rules = ScheduleRules(defaults)
  }

  /// The nominal effort of a module; nil when it has no size that a rule understands.
  func effort(of module: Module) -> Result? {
    var candidates: [(measure: String, effort: EstimatedFigure)] = []
    if let lines = size("kloc", .thousandLines, of: module) {
      candidates.append(("kloc", cocomo(lines, measure: "kloc")))
    }
    if let points = size("functionPoints", .functionPoints, of: module) {
      candidates.append(("functionPoints", productivity(points)))
      if let lines = backfired(points, module) {
        candidates.append(("functionPoints", cocomo(lines, measure: "slocPerFP")))
      }
    }
    if let effort = regression(module) { candidates.append(("screens", effort)) }
    guard let first = candidates.first else { return nil }
    return Result(
      measure: first.measure, effort: first.effort, others: candidates.dropFirst().map(\.effort))
  }

  /// The effort of an assumed size, for a system in which no module has one.
  func assumedEffort() -> EstimatedFigure {
    cocomo(defaults.figure("missingSize.kloc"), measure: "kloc")
  }

  /// What is known about a module without a size, from modules with one.
  func uncertain(_ effort: EstimatedFigure) -> EstimatedFigure {
    let factor = defaults.figure("missingSize.uncertainty")
    return EstimatedFigure(
      .nominalEffort(measure: nil), effort.value.widened(by: factor.value), .personMonths,
      .computed(.widened, [effort, factor]))
  }

  private func size(_ measure: String, _ unit: EstimateUnit, of module: Module) -> EstimatedFigure?
  {
    guard let size = module.size[measure], size > 0 else { return nil }
    return EstimatedFigure(
      .size(measure: measure), ThreePoint(size), unit, .entered(module.location))
  }

  /// COCOMO II: `A · KSLOC^E`, times a spread.
  private func cocomo(_ lines: EstimatedFigure, measure: String) -> EstimatedFigure {
    let spread = defaults.figure("uncertainty.kloc")
    let value = ThreePoint { level in
      FixedPower.power(
        coefficient: defaults.millionths("cocomo2.A", level), base: lines.value.value(level),
        exponent: rules.effortExponent(level))
    }
    let inputs = [defaults.figure("cocomo2.A"), lines, rules.exponentFigure, spread]
    return EstimatedFigure(
      .nominalEffort(measure: measure), value.times(spread.value), .personMonths,
      .computed(.power, inputs))
  }

  private func productivity(_ points: EstimatedFigure) -> EstimatedFigure {
    let rate = defaults.figure("functionPoints.perPersonMonth")
    return EstimatedFigure(
      .nominalEffort(measure: "functionPoints"), points.value.divided(by: rate.value),
      .personMonths, .computed(.quotient, [points, rate]))
  }

  /// Function points as thousands of lines of the module's language; nil when no ratio is known.
  private func backfired(_ points: EstimatedFigure, _ module: Module) -> EstimatedFigure? {
    guard let language = module.language else { return nil }
    let key = "slocPerFP." + ModuleSizing.languageKey(language)
    guard defaults.entry(key) != nil else { return nil }
    let ratio = defaults.figure(key)
    let thousandth = ThreePoint(1)
    return EstimatedFigure(
      .backfiredSize, points.value.times(ratio.value).times(thousandth), .thousandLines,
      .computed(.product, [points, ratio]))
  }

  /// The last part of a language's key: `PL/I`, `pl1` and `PL/1` are `pli`; `C++` is `cpp`.
  static func languageKey(_ language: String) -> String {
    let letters = language.lowercased().map { $0 == "+" ? "p" : $0 }
      .filter { $0.isLetter || $0.isNumber }
    let key = String(letters)
    return switch key {
    case "pl1": "pli"
    case "js": "javascript"
    default: key
    }
  }

  /// JUAS: so much for each screen, each batch program, each file.
  private func regression(_ module: Module) -> EstimatedFigure? {
    let measures: [(String, EstimateUnit)] = [
      ("screens", .screens), ("batches", .batches), ("files", .files),
    ]
    var inputs: [EstimatedFigure] = []
    var value = ThreePoint.zero
    for (measure, unit) in measures {
      guard let size = size(measure, unit, of: module) else { continue }
      let rate = defaults.figure("juas.\(measure)")
      inputs += [size, rate]
      value = value + size.value.times(rate.value)
    }
    // Files alone say nothing about the functions.
    guard inputs.first?.meaning != .size(measure: "files"), !inputs.isEmpty else { return nil }
    return EstimatedFigure(
      .nominalEffort(measure: "screens"), value, .personMonths, .computed(.sumOfProducts, inputs))
  }
}
