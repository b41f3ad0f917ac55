import Foundation
import Scheduling

/// A large time–cost network from a folder of such files, which is not part of the repository.
struct TimeCostFile {
  /// Where the files are: `BUNRI_TIME_COST`, or a folder beside the repository.
  static let folder =
    ProcessInfo.processInfo.environment["BUNRI_TIME_COST"] ?? "../shared/cases/time-cost-large"

  /// What the file states.
  let problem: TimeCostProblem

  /// Reads `NAME.tct` (durations that cost so much a day) or `NAME.dtct` (alternatives).
  ///
  /// - Returns: nil when there is no such file.
  init?(_ name: String) {
    let isDiscrete = name.hasPrefix("disc")
    guard let lines = TimeCostFile.rows(name + (isDiscrete ? ".dtct" : ".tct")) else { return nil }
    let count = Int(lines[0][0])
    var problem = TimeCostProblem()
    for row in lines[1...count] {
      if isDiscrete {
        problem.add(
          .alternatives(
            stride(from: 2, to: row.count, by: 2).map {
              .init(duration: row[$0], cost: row[$0 + 1])
            }))
      } else {
        problem.add(
          .convex(
            normal: row[2], pieces: [.init(units: row[2] - row[1], costPerUnit: row[3])]))
      }
    }
    for row in lines[(count + 1)...] {
      problem.addLink(from: Int32(row[0]), to: Int32(row[1]))
    }
    self.problem = problem
  }

  /// The breakpoints of the exact curve as `pareto_NAME.csv` has them, longest duration first.
  static func breakpoints(_ name: String) -> [[Int64]]? {
    rows("pareto_\(name).csv").map { $0.dropFirst().sorted { $0[0] > $1[0] } }
  }

  /// The numbers of each line; what is no number is left out.
  private static func rows(_ file: String) -> [[Int64]]? {
    guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else {
      return nil
    }
    return text.split(whereSeparator: \.isNewline).map { line in
      line.split { $0 == " " || $0 == "," }.compactMap { Double($0).map { Int64($0) } }
    }
  }
}
