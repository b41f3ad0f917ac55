import SharedSystem

/// Who gets which module: the cut, and the margin of every module.
enum SeparationBenchmarks {
  static var all: [(name: String, make: () throws -> Benchmark)] {
    [
      ("separate 5,000 modules, areas", { cut(.areas) }),
      ("separate 5,000 modules, uniform", { cut(.uniform) }),
      ("separate 5,000 modules, remote", { cut(.remote) }),
      ("all margins of 5,000 modules, areas", { try margins(.areas) }),
      ("all margins of 5,000 modules, uniform", { try margins(.uniform) }),
      ("all margins of 5,000 modules, remote", { try margins(.remote) }),
      ("separate 500 modules between 3 owners", { threeOwners() }),
    ]
  }

  private static func problem(_ shape: RandomSystem.Shape) -> SeparationProblem {
    RandomSystem.problem(
      owners: 2, modules: 5_000, couplings: 50_000, shape: shape, seed: 2029)
  }

  private static func cut(_ shape: RandomSystem.Shape) -> Benchmark {
    let problem = problem(shape)
    return Benchmark(
      limit: 300, repetitions: 10,
      check: {
        let check = SeparationCheck(try problem.separation(), of: problem)
        return check.isProvenCheapest ? nil : "\(check.faults)"
      },
      body: { _ in _ = try problem.separation() })
  }

  private static func margins(_ shape: RandomSystem.Shape) throws -> Benchmark {
    let problem = problem(shape)
    let solved = try problem.solved()
    return Benchmark(
      limit: 10_000, repetitions: 3,
      check: {
        let check = SeparationCheck(solved.separation, of: problem)
        guard check.isProvenCheapest else { return "\(check.faults)" }
        // Every two-hundredth is separated anew with the choice forced, and verified.
        for (number, margin) in solved.margins().enumerated() where number % 200 == 0 {
          for alternative in margin.alternatives {
            if let fault = fault(of: alternative, margin.module, solved) { return fault }
          }
        }
        return nil
      },
      body: { _ in _ = solved.margins() })
  }

  /// What is wrong with an alternative, by a separation in which it is the only choice.
  private static func fault(
    of alternative: SeparationMargin.Alternative, _ module: Int32, _ solved: SolvedSeparation
  ) -> String? {
    var forced = solved.problem
    for choice in 0..<Int32(forced.choiceCount) where choice != alternative.choice {
      forced.choiceCosts[Int(module) * forced.choiceCount + Int(choice)] =
        SeparationProblem.forbidden
    }
    let separation = try? forced.separation()
    if let separation, !SeparationCheck(separation, of: forced).isProvenCheapest {
      return "module \(module): the forced separation is not proven"
    }
    let difference = separation.map { $0.cost - solved.separation.cost }
    return difference == alternative.difference
      ? nil : "module \(module), choice \(alternative.choice): \(String(describing: difference))"
  }

  private static func threeOwners() -> Benchmark {
    let problem = RandomSystem.problem(
      owners: 3, modules: 500, couplings: 5_000, shape: .areas, seed: 2029)
    return Benchmark(
      limit: nil, repetitions: 3,
      check: {
        let separation = try problem.separation()
        let faults = SeparationCheck(separation, of: problem).faults
        if !faults.isEmpty { return "\(faults)" }
        // The bound is what this is about: five in a hundred are more than it has left on these.
        return separation.gap * 20 <= separation.cost
          ? nil : "a gap of \(separation.gap) in \(separation.cost)"
      },
      body: { _ in _ = try problem.separation() })
  }
}
