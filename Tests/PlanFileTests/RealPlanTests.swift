import Foundation
import Planning
import SharedSystem
import Testing

@testable import PlanFile

/// The plans that come with the package must be read without errors.
@Suite struct RealPlanTests {
  private static var root: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  /// Every folder of `Plans` with a plan, and every file of `Examples` that is one; the examples
  /// whose names begin with `broken` are meant to be.
  static var paths: [String] {
    let manager = FileManager.default
    let folders = (try? manager.contentsOfDirectory(atPath: root + "/Plans")) ?? []
    let examples = (try? manager.contentsOfDirectory(atPath: root + "/Examples")) ?? []
    return folders.map { "\(root)/Plans/\($0)" }
      .filter { manager.fileExists(atPath: $0 + "/plan.yaml") }
      + examples.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("broken") }.map {
        "\(root)/Examples/\($0)"
      }
  }

  @Test(arguments: paths)
  func readsWithoutErrors(path: String) {
    let reading = PlanReader.read(path: path)
    #expect(reading.diagnostics.map { $0.text(in: .en) } == [])
    #expect(reading.plan != nil)
  }
}
