import Foundation
import Planning
import Scheduling
import Testing

@testable import PlanFile

/// Writing plans to files and folders.
@Suite struct PlanFileWritingTests {
  private let plan = Plan(start: Instant(minutes: 0))
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    UUID().uuidString)

  private func inFolder(_ body: (String) throws -> Void) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    try body(folder.path)
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test func fileAndFolder() throws {
    try inFolder { path in
      try PlanWriter.write(plan, to: path + "/a.yaml")
      try PlanWriter.write(plan, to: path + "/a.yaml", header: ["again"])
      try PlanWriter.write(plan, to: path)
      try PlanWriter.write(plan, to: path + "/new/")
      #expect(try names(path) == ["a.yaml", "new", "plan.yaml"])
      #expect(try names(path + "/new") == ["plan.yaml"])
      let text = try String(contentsOfFile: path + "/a.yaml", encoding: .utf8)
      #expect(text == "# again\n\nbunri: 1\nproject:\n  start: 1970-01-01\n")
      #expect(PlanReader.read(path: path + "/new").plan?.start == plan.start)
    }
  }

  @Test func linkStaysLink() throws {
    try inFolder { path in
      try Data("old".utf8).write(to: folder.appendingPathComponent("real.yaml"))
      try FileManager.default.createSymbolicLink(
        atPath: path + "/link.yaml", withDestinationPath: path + "/real.yaml")
      try PlanWriter.write(plan, to: path + "/link.yaml")
      #expect(try names(path) == ["link.yaml", "real.yaml"])
      let type = try FileManager.default.attributesOfItem(atPath: path + "/link.yaml")[.type]
      #expect(type as? FileAttributeType == .typeSymbolicLink)
      #expect(PlanReader.read(path: path + "/real.yaml").plan != nil)
    }
  }

  @Test func failuresLeaveNothing() throws {
    try inFolder { path in
      try FileManager.default.createDirectory(
        atPath: path + "/plan.yaml", withIntermediateDirectories: false)
      for place in ["/none/a.yaml", "/none/deep/", ""] {
        #expect(throws: PlanWriteError.self) { try PlanWriter.write(plan, to: path + place) }
      }
      do {
        try PlanWriter.write(plan, to: path + "/none/a.yaml")
      } catch {
        #expect("\(error)".hasPrefix("cannot write \(path)/none/a.yaml: "))
      }
      #expect(try names(path) == ["plan.yaml"])
    }
  }
}
