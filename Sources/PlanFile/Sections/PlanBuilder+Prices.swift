import Planning

/// Reading what it costs to shorten a task, and how uncertain it is.
extension PlanBuilder {
  /// The distributions of estimates.
  private static let distributions = [
    "triangular", "pert", "uniform", "normal", "lognormal", "beta", "trigen",
  ]

  /// The distribution of an estimate that does not name one.
  static let standardDistribution = "triangular"

  /// Reads crash points: one map, or a list with falling durations and rising costs.
  mutating func readCrash(_ value: Value, normal: PlanDuration?) -> [PlanTask.CrashPoint] {
    var result: [PlanTask.CrashPoint] = []
    var last = PlanTask.CrashPoint(duration: normal ?? .zero, cost: 0)
    var isFirst = true
    var slope: (cost: Int64, length: Int64) = (0, 1)
    for item in value.kind == .map ? [value] : Array(items(value)) {
      guard let fields = record(item, as: CrashKey.self) else { continue }
      guard let to = fields[.to] else {
        missing(.to, in: fields)
        continue
      }
      guard let price = fields[.cost] else {
        missing(.cost, in: fields)
        continue
      }
      guard let duration = duration(to), let cost = money(price) else { continue }
      if normal != nil || !isFirst {
        guard let longer = length(last.duration), let shorter = length(duration),
          longer.isAlike(shorter)
        else {
          error(.crashUnits(to.text ?? "", last.duration.text), at: to.position)
          continue
        }
        guard shorter.amount < longer.amount else {
          error(.crashNotShorter(to.text ?? "", last.duration.text), at: to.position)
          continue
        }
        guard cost >= last.cost else {
          error(.crashCheaper(cost, last.cost), at: price.position)
          continue
        }
        let step = (cost: cost - last.cost, length: longer.amount - shorter.amount)
        if PlanBuilder.isCheaper(step, slope) {
          error(.crashNotConvex(to.text ?? ""), at: item.position)
          continue
        }
        slope = step
      }
      last = PlanTask.CrashPoint(duration: duration, cost: cost)
      isFirst = false
      result.append(last)
    }
    return result
  }

  /// Reads discrete alternatives.
  mutating func readModes(_ list: Value) -> [PlanTask.Mode] {
    items(list).compactMap { item in
      guard let fields = record(item, as: ModeKey.self) else { return nil }
      if let name = fields[.name] { _ = localizedText(name) }
      if let notes = fields[.notes] { _ = localizedText(notes) }
      guard let length = fields[.duration] else {
        missing(.duration, in: fields)
        return nil
      }
      var cost: Int64 = 0
      if let value = fields[.cost], let amount = money(value) { cost = amount }
      return duration(length).map { PlanTask.Mode(duration: $0, cost: cost) }
    }
  }

  /// Reads an estimate: low ≤ mode ≤ high.
  mutating func readEstimate(_ value: Value) -> PlanTask.Estimate? {
    guard let fields = record(value, as: EstimateKey.self) else { return nil }
    for key in [EstimateKey.low, .high] where fields[key] == nil { missing(key, in: fields) }
    var distribution = PlanBuilder.standardDistribution
    if let value = fields[.distribution] {
      let names = PlanBuilder.distributions.map { ($0, $0) }
      if let found = choice(value, of: names) { distribution = found }
    }
    var last: (length: Length, text: String)?
    var durations: [EstimateKey: PlanDuration] = [:]
    for key in [EstimateKey.low, .mode, .high] {
      guard let value = fields[key], let duration = duration(value), let length = length(duration)
      else { continue }
      durations[key] = duration
      if let last, !last.length.isAlike(length) {
        error(.estimateUnits(value.text ?? "", last.text), at: value.position)
      } else if let last, length.amount < last.length.amount {
        error(.estimateOrder(key.rawValue, value.text ?? "", last.text), at: value.position)
      }
      last = (length, value.text ?? "")
    }
    guard let low = durations[.low], let high = durations[.high] else { return nil }
    return PlanTask.Estimate(
      low: low, mode: durations[.mode], high: high, distribution: distribution)
  }

  // MARK: Comparing

  /// A duration for comparison with others of its sort.
  struct Length {
    /// Time of work, time of the clock, or months.
    var sort: Int
    /// Minutes or thousandths of a month.
    var amount: Int64

    /// Whether the two can be compared.
    func isAlike(_ other: Length) -> Bool { sort == other.sort || amount == 0 || other.amount == 0 }
  }

  /// The length of a duration; nil when it is too long to compute with.
  func length(_ duration: PlanDuration) -> Length? {
    if duration.unit == .calendarMonths { return Length(sort: 2, amount: duration.thousandths) }
    guard let minutes = plan.units.minutes(of: duration) else { return nil }
    return Length(sort: duration.unit.isElapsed ? 1 : 0, amount: Int64(minutes))
  }

  /// Whether the first step costs less per minute than the second.
  private static func isCheaper(
    _ left: (cost: Int64, length: Int64), _ right: (cost: Int64, length: Int64)
  ) -> Bool {
    let first = left.cost.multipliedFullWidth(by: right.length)
    let second = right.cost.multipliedFullWidth(by: left.length)
    return (first.high, first.low) < (second.high, second.low)
  }
}
