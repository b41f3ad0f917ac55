import Foundation
import Planning
import ProjectXML
import Testing

@testable import Conformance

/// Schedules that Microsoft Project calculated, recalculated here. The files belong to others and
/// are read where they lie; without them the tests of this suite are skipped.
@Suite struct StoredScheduleTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/conformance/msproject")

  static let files: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".xml") }.sorted()
  }()

  private func comparison(_ name: String) throws -> FileComparison {
    let path = StoredScheduleTests.folder.appending(path: name).path
    return FileComparison(name: name, file: try #require(MSPDIReader.read(path: path).file))
  }

  @Test(
    .enabled(if: !files.isEmpty, "the schedules of Microsoft Project are not at hand"),
    arguments: files)
  func everyTaskConformsWhereTheFileIsConsistent(name: String) throws {
    let comparison = try comparison(name)
    #expect(comparison.failure == nil)
    let known = Set(comparison.contradictions.map(\.uid))
    let others = comparison.differences.filter { !known.contains($0.uid) }
    #expect(others.isEmpty, "\(others.map { "\($0.uid) \($0.field) \($0.stored)" })")
    #expect(comparison.conforming + known.count == comparison.tasks)
  }

  @Test(.enabled(if: !files.isEmpty, "the schedules of Microsoft Project are not at hand"))
  func contradictionsAreFew() throws {
    let all = try StoredScheduleTests.files.map(comparison)
    let tasks = all.reduce(0) { $0 + $1.tasks }
    let conforming = all.reduce(0) { $0 + $1.conforming }
    #expect(conforming * 1000 >= tasks * 985, "\(conforming) of \(tasks)")
  }
}
