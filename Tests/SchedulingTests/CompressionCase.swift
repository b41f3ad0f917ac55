import Foundation
import Scheduling
import Testing

/// One shared case of crashing as its file states it (`Cases/crash`). Costs there are direct costs:
/// those of the normal durations are in them.
struct CompressionCase: Decodable {
  struct Link: Decodable {
    var id: String
    var type: LinkType = .finishToStart
    var lag: Int64 = 0

    enum CodingKeys: String, CodingKey {
      case id, type, lag
    }

    init(from decoder: any Decoder) throws {
      if let id = try? decoder.singleValueContainer().decode(String.self) {
        self.id = id
        return
      }
      let values = try decoder.container(keyedBy: CodingKeys.self)
      id = try values.decode(String.self, forKey: .id)
      let code = try values.decodeIfPresent(String.self, forKey: .type) ?? "FS"
      type = try #require(LinkType.allCases.first { $0.code == code })
      lag = try values.decodeIfPresent(Int64.self, forKey: .lag) ?? 0
    }
  }

  struct Activity: Decodable {
    var id: String
    var normalDuration, crashDuration, normalCost, crashCost: Int64?
    var modes: [[Int64]]?
    var predecessors: [Link]

    enum CodingKeys: String, CodingKey {
      case id, modes, predecessors
      case normalDuration = "normal_duration"
      case crashDuration = "crash_duration"
      case normalCost = "normal_cost"
      case crashCost = "crash_cost"
    }
  }

  struct Expected: Decodable {
    var normalDuration, shortestDuration: Int64
    var curve: [String: Int64]
    var breakpoints: [[Int64]]?
    var front: [[Int64]]?

    enum CodingKeys: String, CodingKey {
      case curve, breakpoints
      case front = "pareto_front"
      case normalDuration = "T_normal"
      case shortestDuration = "T_min"
    }
  }

  var id: String
  var activities: [Activity]
  var expected: Expected

  /// What its durations cost when all are normal; 0 for alternatives, which have costs of their own.
  var normalCost: Int64 { activities.reduce(0) { $0 + ($1.normalCost ?? 0) } }

  /// The same as a problem.
  func problem() throws -> TimeCostProblem {
    var problem = TimeCostProblem()
    for activity in activities {
      if let modes = activity.modes {
        problem.add(.alternatives(modes.map { .init(duration: $0[0], cost: $0[1]) }))
        continue
      }
      let normal = try #require(activity.normalDuration)
      let shortest = try #require(activity.crashDuration)
      let cost = try #require(activity.crashCost) - (try #require(activity.normalCost))
      let points: [TimeCostActivity.Point] = [
        .init(duration: normal, cost: 0), .init(duration: shortest, cost: cost),
      ]
      problem.add(
        try #require(
          TimeCostActivity.convex(through: normal == shortest ? Array(points.prefix(1)) : points)))
    }
    for (number, activity) in activities.enumerated() {
      for link in activity.predecessors {
        let from = try #require(activities.firstIndex { $0.id == link.id })
        problem.addLink(from: Int32(from), to: Int32(number), link.type, lag: link.lag)
      }
    }
    return problem
  }

  /// Every case, by name of the file.
  static let all: [CompressionCase] = {
    do {
      let folder = try #require(Bundle.module.url(forResource: "Cases", withExtension: nil))
      return try FileManager.default.contentsOfDirectory(
        at: folder.appending(path: "crash"), includingPropertiesForKeys: nil
      )
      .filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { try JSONDecoder().decode(CompressionCase.self, from: Data(contentsOf: $0)) }
    } catch {
      Issue.record("the cases cannot be read: \(error)")
      return []
    }
  }()

  static let linear = all.filter { $0.activities[0].modes == nil }
  static let discrete = all.filter { $0.activities[0].modes != nil }
}

extension CompressionCase: CustomTestStringConvertible {
  var testDescription: String { id }
}
