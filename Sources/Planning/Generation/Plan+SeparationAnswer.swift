import SharedSystem

extension Plan {
  /// Who gets which module, with the reasons.
  ///
  /// - Throws: `PlanError` when the modules cannot be separated as they demand.
  /// - Complexity: one minimum cut, for each module as many short flows as it has other choices, and
  ///   a chain of demands, O(modules + couplings), for some of those that can have no other holder.
  public func separationAnswer() throws(PlanError) -> SeparationAnswer {
    let plan = withoutGeneratedWork()
    let estimate = try plan.estimated()
    let problem = plan.separationProblem(estimate)
    return try plan.solved(problem, estimate.system) { solved in
      let separation = PlanSeparation(estimate, problem, solved.separation)
      var margins = [SeparationAnswer.Margin?](repeating: nil, count: plan.modules.count)
      var reasons = FixedReasons(plan, problem, solved.separation)
      var fixed: [SeparationAnswer.Fixed?] = plan.modules.indices.map { reasons.ofItself($0) }
      for margin in solved.margins() {
        margins[Int(margin.module)] = SeparationAnswer.Margin(margin, separation)
        if margin.cheapest == nil { fixed[Int(margin.module)] = reasons.ofOthers(margin) }
      }
      let bridges = plan.couplings.indices.map { estimate.interfaceEffort(of: $0).mode }
      let tangles = problem.tangles(bridgeCosts: bridges).map { tangle in
        SeparationAnswer.Tangle(
          modules: tangle.modules.map(Int.init), bridges: tangle.bridges.map(Int.init),
          cost: tangle.cost, lowerBound: tangle.lowerBound)
      }
      return SeparationAnswer(
        plan: plan, estimate: estimate, separation: separation, margins: margins, fixed: fixed,
        tangles: tangles)
    }
  }
}

extension SeparationAnswer.Margin {
  /// Raises a margin.
  fileprivate init(_ margin: SeparationMargin, _ separation: PlanSeparation) {
    let owners = separation.owners.count
    alternatives = margin.alternatives.compactMap { item in
      item.difference.map { extra in
        SeparationAnswer.Alternative(
          holders: Int(item.choice) < owners ? [Int(item.choice)] : Array(0..<owners),
          extra: extra, isExact: item.isExact)
      }
    }.sorted { $0.extra < $1.extra }
    ownDifference = margin.ownDifference
    followers = margin.followers.map { Int($0.module) }
    deciding = margin.decidingCouplings.map {
      SeparationAnswer.Deciding(coupling: Int($0.coupling), difference: $0.difference)
    }
  }
}
