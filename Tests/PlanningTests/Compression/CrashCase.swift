import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

/// One shared case of crashing (`SchedulingTests/Cases/crash`) as a plan: days on a calendar without
/// nights.
struct CrashCase: CustomTestStringConvertible {
  let name: String
  let plan: Plan
  let isDiscrete: Bool
  /// Duration in days and extra cost, longest first.
  let points: [[Int64]]

  var testDescription: String { name }

  static let all: [CrashCase] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "SchedulingTests/Cases/crash")
    do {
      return try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil
      )
      .filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }.map(CrashCase.init)
    } catch {
      Issue.record("the cases cannot be read: \(error)")
      return []
    }
  }()

  /// A plan on a calendar of whole days, seven a week.
  static func continuousPlan() -> Plan {
    var plan = smallPlan()
    let always = WorkCalendar(week: Array(repeating: [.init(start: 0, end: 1440)], count: 7))
    plan.calendars = [.init(id: "always", name: LocalizedText("always"), calendar: always)]
    plan.calendar = "always"
    plan.units.minutesPerDay = 1440
    return plan
  }

  private init(_ file: URL) throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let document = try #require(object as? [String: Any])
    let activities = try #require(document["activities"] as? [[String: Any]])
    let expected = try #require(document["expected"] as? [String: Any])
    var plan = CrashCase.continuousPlan()
    var base: Int64 = 0
    for activity in activities {
      let id = try #require(activity["id"] as? String)
      var item: PlanTask
      if let modes = activity["modes"] as? [[Int]] {
        let longest = try #require(modes.max { $0[0] < $1[0] })
        item = task(id, "\(longest[0])d")
        item.modes = modes.map { .init(duration: PlanDuration($0[0], .days), cost: Int64($0[1])) }
        base += Int64(longest[1])
      } else {
        let normal = try #require(activity["normal_duration"] as? Int)
        let shortest = try #require(activity["crash_duration"] as? Int)
        let cost = try #require(activity["normal_cost"] as? Int)
        let crash = try #require(activity["crash_cost"] as? Int)
        item = task(id, "\(normal)d")
        if shortest < normal {
          item.crash = [
            .init(duration: PlanDuration(shortest, .days), cost: Int64(crash - cost))
          ]
        }
        base += Int64(cost)
      }
      for link in try #require(activity["predecessors"] as? [Any]) {
        if let id = link as? String {
          item.after.append(.init(task: id))
          continue
        }
        let values = try #require(link as? [String: Any])
        let code = values["type"] as? String ?? "FS"
        item.after.append(
          .init(
            task: try #require(values["id"] as? String),
            type: try #require(LinkType.allCases.first { $0.code == code }),
            lag: .time(PlanDuration(values["lag"] as? Int ?? 0, .days))))
      }
      plan.tasks.append(item)
    }
    self.plan = plan
    name = file.lastPathComponent
    isDiscrete = activities[0]["modes"] != nil
    let stated = try #require(
      expected[isDiscrete ? "pareto_front" : "breakpoints"] as? [[Int]])
    points = stated.map { [Int64($0[0]), Int64($0[1]) - base] }.sorted { $0[0] > $1[0] }
  }
}
