import Foundation
import Testing

/// `bunri diff` with plans, scenarios and schedules made elsewhere.
@Suite(.enabled(if: Command.executable != nil, "the executable bunri is not beside the tests"))
struct DiffTests {
  private static let root = TranscriptTests.root
  private static let carveOut = "Plans/carve-out"

  /// Schedules of Microsoft Project that belong to others: read where they lie, if they are there.
  private static let foreign: [String] = {
    let folder = root.deletingLastPathComponent()
      .appendingPathComponent("shared/conformance/msproject").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { "\(folder)/\($0)" }
  }()

  private func run(_ arguments: [String]) throws -> String {
    let result = try Command.run(["diff"] + arguments, in: Self.root)
    #expect(result.status == 0, "\(result.messages)")
    return result.output
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(run(arguments + ["--json"]).utf8))
    return try #require(object as? [String: Any])
  }

  private func export(_ plan: String, to file: URL) throws {
    let result = try Command.run(
      ["export", plan, "--format", "mspdi", "-o", file.path], in: Self.root)
    #expect(result.status == 0, "\(result.messages)")
  }

  /// A task's row without what depends on how its plan was read.
  private func rows(_ document: [String: Any]) throws -> [String: String] {
    let tasks = try #require(document["tasks"] as? [[String: Any]])
    return Dictionary(
      try tasks.map { row in
        let fields = try #require(row["fields"] as? [String])
        let kept = fields.filter { ["duration", "links", "calendar", "cost"].contains($0) }
        return (
          try #require(row["id"] as? String),
          "\(row["mark"] ?? "") \(row["movedElapsedMinutes"] ?? "") \(kept)"
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A plan and its export are the same schedule.
  @Test func aPlanAndItsExport() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("plan.xml")
      try export(Self.carveOut, to: file)
      for sides in [[Self.carveOut, file.path], [file.path, Self.carveOut]] {
        let document = try json(sides)
        #expect(document["same"] as? Bool == true)
        #expect(document["scope"] as? String == "schedule")
        #expect(document["movedElapsedMinutes"] as? Int == 0)
        let text = try run(sides + ["--lang", "en"])
        #expect(text.contains("Plans     no difference\n"))
        #expect(text.contains("\nLeft out  modules (20), couplings (47), "))
      }
      let text = try run([file.path, file.path, "--lang", "ja"])
      #expect(text.contains("計画      違いなし\n"))
    }
  }

  /// Two exports differ as the plans do that they were made from.
  @Test func twoExportsOfAPlan() throws {
    try withFolder { folder in
      let changed = folder.appendingPathComponent("changed.yaml")
      let applied = try Command.run(
        [
          "what-if", Self.carveOut, "--scenario", "twelve-months", "-o", changed.path,
        ], in: Self.root)
      #expect(applied.status == 0, "\(applied.messages)")
      let (first, second) = (
        folder.appendingPathComponent("1.xml"), folder.appendingPathComponent("2.xml")
      )
      try export(Self.carveOut, to: first)
      try export(changed.path, to: second)
      let ofExports = try json([first.path, second.path])
      let ofPlans = try json([Self.carveOut, changed.path])
      #expect(ofExports["movedElapsedMinutes"] as? Int == -35 * 1440)
      #expect(
        ofExports["movedElapsedMinutes"] as? Int == ofPlans["movedElapsedMinutes"] as? Int)
      #expect(ofExports["joinedPath"] as? [String] == ofPlans["joinedPath"] as? [String])
      let (left, right) = (try rows(ofExports), try rows(ofPlans))
      #expect(left.count > 100)
      #expect(left == right)
      // One side a schedule, the other a plan: still the same tasks.
      #expect(try rows(json([first.path, changed.path])) == right)
    }
  }

  @Test(.enabled(if: !foreign.isEmpty, "the schedules of Microsoft Project are not at hand"))
  func aForeignScheduleAgainstItself() throws {
    for file in Self.foreign {
      let document = try json([file, file])
      #expect(document["same"] as? Bool == true, "\(file)")
      let text = try run([file, file, "--lang", "en"])
      #expect(text.contains("Plans     no difference\n"), "\(file)")
    }
  }

  /// Two different schedules differ both ways round, with marks and moves turned about.
  @Test(.enabled(if: foreign.count > 1, "the schedules of Microsoft Project are not at hand"))
  func aDifferenceTurnedAbout() throws {
    let (first, second) = (Self.foreign[0], Self.foreign[1])
    let (there, back) = (try json([first, second]), try json([second, first]))
    func count(_ document: [String: Any], _ mark: String) throws -> Int {
      let tasks = try #require(document["tasks"] as? [[String: Any]])
      return tasks.count { $0["mark"] as? String == mark }
    }
    #expect(try count(there, "+") == count(back, "-"))
    #expect(try count(there, "-") == count(back, "+"))
    let moved = try #require(there["movedElapsedMinutes"] as? Int)
    #expect(back["movedElapsedMinutes"] as? Int == -moved)
  }

  @Test func scenariosOfOnePlan() throws {
    let forth = try json([Self.carveOut, "--scenario", "twelve-months"])
    let back = try json([
      Self.carveOut, "--scenario", "twelve-months", "--against", "twelve-months",
    ])
    #expect(forth["movedElapsedMinutes"] as? Int == -35 * 1440)
    #expect(back["same"] as? Bool == true)
    let wrong = try Command.run(["diff", Self.carveOut, "--scenario", "twelf"], in: Self.root)
    #expect(wrong.status == 1)
    let late = try run([
      Self.carveOut, "--scenario", "twelve-months", "--threshold", "40", "--lang", "en",
    ])
    let tasks = try #require(forth["tasks"] as? [[String: Any]])
    let near = tasks.count { row in
      (row["fields"] as? [String])?.isEmpty == true && row["mark"] as? String == "~"
        && abs(row["movedElapsedMinutes"] as? Int ?? 0) < 40 * 1440
    }
    #expect(late.contains("\(near) tasks moved by less than 40 days"))
  }
}
