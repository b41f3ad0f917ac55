import SharedSystem

extension SystemEstimate {
  /// What building each module anew takes before the drivers. A module without a size takes the
  /// median of the modules of its group that have one; failing these of all that have one; failing
  /// these an assumed size; each less certain than a size that is known.
  static func nominals(
    _ system: SystemModel, _ sizing: ModuleSizing
  ) -> [ModuleEstimator.Nominal] {
    let sized = system.modules.map(sizing.effort)
    var byGroup: [String: [ThreePoint]] = [:]
    for (module, result) in zip(system.modules, sized) {
      if let group = module.group, let result {
        byGroup[group, default: []].append(result.effort.value)
      }
    }
    let groups = byGroup.mapValues { (median($0), $0.count) }
    let all = sized.compactMap { $0?.effort.value }
    let middle = median(all)
    return zip(system.modules, sized).map { module, result in
      if let result {
        return .init(
          basis: .stated(measure: result.measure), effort: result.effort, others: result.others)
      }
      if let group = module.group, let (value, count) = groups[group] {
        return guessed(value, group: group, count: count, sizing)
      }
      if !all.isEmpty { return guessed(middle, group: nil, count: all.count, sizing) }
      return .init(basis: .assumed, effort: sizing.uncertain(sizing.assumedEffort()), others: [])
    }
  }

  private static func guessed(
    _ value: ThreePoint, group: String?, count: Int, _ sizing: ModuleSizing
  ) -> ModuleEstimator.Nominal {
    let figure = EstimatedFigure(
      .nominalEffort(measure: nil), value, .personMonths, .median(group: group, count: count))
    return .init(
      basis: .median(group: group, count: count), effort: sizing.uncertain(figure), others: [])
  }

  /// Of each level the middle value; of an even number the mean of the two in the middle.
  static func median(_ values: [ThreePoint]) -> ThreePoint {
    guard !values.isEmpty else { return .zero }
    return ThreePoint { level in
      let sorted = values.map { $0.value(level) }.sorted()
      let (lower, upper) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
      return (lower + upper) / 2
    }
  }
}
