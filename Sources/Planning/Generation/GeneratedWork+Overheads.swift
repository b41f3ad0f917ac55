import SharedSystem

extension GeneratedWork {
  /// What comes on top of the work and has no tasks of its own: the project office, checks by a
  /// third party.
  ///
  /// Each is its share (`overhead.…` among the defaults) of the work on modules and interfaces, in
  /// thousandths of a person-month, with its origin. It is in no owner's project and not in
  /// ``total``.
  ///
  /// - Complexity: O(modules + crossings).
  public var overheads: [EstimatedFigure] {
    let work = work
    guard work.value.high > 0 else { return [] }
    return estimate.defaults.keys(beginningWith: "overhead.").map { key in
      let share = estimate.defaults.figure(key)
      return EstimatedFigure(
        .overhead(key: key), work.value.times(share.value), .personMonths,
        .computed(.product, [work, share]))
    }
  }

  /// All work on modules for which there is something to do, and on interfaces.
  private var work: EstimatedFigure {
    let modules = waves.flatMap(\.modules).sorted().map { module in
      estimate.choiceCost(
        module: module, choice: Int(separation.solution.choices[module]))
    }
    let interfaces = separation.crossings.map {
      estimate.crossingCost(coupling: $0.coupling, owner: $0.user)
    }
    let parts = modules + interfaces
    return EstimatedFigure(
      .work, parts.reduce(.zero) { $0 + $1.value }, .personMonths, .computed(.sum, parts))
  }
}
