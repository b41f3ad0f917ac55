import Foundation
import SharedSystem

/// Writes random systems as JSON with our separation: what `Tests/Interop/cut_check.py` reads.
enum SeparationDump {
  /// A problem and what we say of it. What is forbidden is null.
  private struct Entry: Encodable {
    let choiceCosts: [Int64?]
    let couplings: [[Int32]]
    let crossingCosts: [Int64?]
    /// The cheapest cost; null when there is no separation.
    let cost: Int64?
    let choices: [Int32]
  }

  /// The cheapest separation, nil when there is none.
  private static func cheapest(_ problem: SeparationProblem) throws -> Separation? {
    do {
      return try problem.separation()
    } catch SeparationError.contradiction {
      return nil
    }
  }

  /// Writes this many problems of growing size.
  static func write(count: Int, to file: String) throws {
    let shapes: [RandomSystem.Shape] = [.areas, .uniform, .remote]
    let entries = try (0..<count).map { number in
      var problem = RandomSystem.problem(
        owners: 2, modules: 5 + 3 * number, couplings: 10 + 20 * number, shape: shapes[number % 3],
        seed: UInt64(number))
      // One in four gets what may contradict itself.
      if number % 4 == 3 {
        for coupling in stride(from: 0, to: problem.couplingCount, by: 7) {
          problem.crossingCosts[2 * coupling] = SeparationProblem.forbidden
        }
      }
      let separation = try cheapest(problem)
      func orNull(_ costs: [Int64]) -> [Int64?] {
        costs.map { $0 == SeparationProblem.forbidden ? nil : $0 }
      }
      return Entry(
        choiceCosts: orNull(problem.choiceCosts),
        couplings: zip(problem.couplingSources, problem.couplingTargets).map { [$0, $1] },
        crossingCosts: orNull(problem.crossingCosts), cost: separation?.cost,
        choices: separation?.choices ?? [])
    }
    try JSONEncoder().encode(entries).write(to: URL(fileURLWithPath: file))
  }
}
