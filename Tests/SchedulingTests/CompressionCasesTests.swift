import Scheduling
import Testing

/// The shared cases of crashing, with the exact cost of every duration.
struct CompressionCasesTests {
  @Test func `there are 22 cases, 3 of them with alternatives`() {
    #expect(CompressionCase.linear.count == 19)
    #expect(CompressionCase.discrete.count == 3)
    #expect(CompressionCase.all.reduce(0) { $0 + $1.expected.curve.count } > 700)
  }

  @Test(arguments: CompressionCase.linear)
  func `every duration has its cost`(file: CompressionCase) throws {
    let problem = try file.problem()
    let compression = try Compression(problem)
    #expect(compression.normalDuration == file.expected.normalDuration)
    #expect(compression.shortestDuration == file.expected.shortestDuration)
    #expect(compression.cheapest(atMost: compression.shortestDuration - 1) == nil)
    let curve = compression.curve()
    for (text, cost) in file.expected.curve {
      let duration = try #require(Int64(text))
      let project = try #require(compression.cheapest(atMost: duration))
      #expect(project.cost + file.normalCost == cost)
      #expect(curve.cost(atMost: duration) == project.cost)
      #expect(CompressionCheck.violations(of: project, in: problem).isEmpty)
    }
  }

  @Test(arguments: CompressionCase.linear)
  func `the curve has exactly the breakpoints`(file: CompressionCase) throws {
    let problem = try file.problem()
    let compression = try Compression(problem)
    let curve = compression.curve(withCertificates: true)
    let points = curve.points.map { [$0.duration, $0.cost + file.normalCost] }
    #expect(points == file.expected.breakpoints)
    for index in curve.points.indices {
      let project = try #require(compression.project(on: curve, at: index))
      #expect(CompressionCheck.violations(of: project, in: problem).isEmpty)
    }
  }

  @Test func `the bridge gives time back`() throws {
    let file = try #require(CompressionCase.all.first { $0.id == "X01-bridge" })
    let curve = try Compression(try file.problem()).curve()
    let returned = curve.points.flatMap(\.changes).filter { $0.by > 0 }
    #expect(!returned.isEmpty)
    #expect(returned.allSatisfy { $0.cost < 0 })
  }
}
