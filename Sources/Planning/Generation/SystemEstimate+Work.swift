import SharedSystem

/// Efforts of a separation, as the generated work needs them.
extension SystemEstimate {
  /// The effort of a module, of all owners together.
  func effort(of module: Int, in separation: PlanSeparation) -> ThreePoint {
    system.owners.indices.reduce(ThreePoint.zero) {
      $0 + effort(of: module, for: $1, in: separation)
    }
  }

  /// What an owner spends on a module.
  func effort(of module: Int, for owner: Int, in separation: PlanSeparation) -> ThreePoint {
    effort(module: module, choice: Int(separation.solution.choices[module]), owner: owner)
  }

  /// The effort of a coupling that becomes an interface, of both ends together.
  func interfaceEffort(of coupling: Int) -> ThreePoint {
    crossingCost(coupling: coupling, owner: 0).value
  }

  /// The effort of each owner's project: its share of these modules.
  func efforts(of modules: [Int], in separation: PlanSeparation) -> [ThreePoint] {
    system.owners.indices.map { owner in
      modules.reduce(ThreePoint.zero) { $0 + effort(of: $1, for: owner, in: separation) }
    }
  }
}

extension ThreePoint {
  /// A share in thousandths.
  func share(_ thousandths: Int64) -> ThreePoint { times(ThreePoint(thousandths)) }
}

extension Plan {
  /// What separating the modules costs, with the plan's own figures in place of defaults.
  ///
  /// - Parameter drivers: schedule drivers (D1–D4) whose surcharge is left out.
  /// - Throws: `PlanError.estimatorDefault` for a figure that cannot replace a default.
  public func estimated(
    withoutDrivers drivers: Set<String> = []
  ) throws(PlanError) -> SystemEstimate {
    let values: EstimatorDefaults
    do {
      values = try EstimatorDefaults(overriding: defaults)
    } catch {
      throw .estimatorDefault(error)
    }
    return SystemEstimate(of: system, defaults: values, without: drivers)
  }
}
