import Scheduling
import Testing

/// Networks made to go wrong.
struct CompressionHardTests {
  typealias Piece = TimeCostActivity.Piece

  private func check(_ project: CompressedProject?, _ problem: TimeCostProblem) throws -> Int64 {
    let project = try #require(project)
    #expect(CompressionCheck.violations(of: project, in: problem).isEmpty)
    return project.cost
  }

  @Test func `a project without activities has one duration`() throws {
    let compression = try Compression(TimeCostProblem())
    #expect(compression.normalDuration == 0)
    #expect(compression.shortestDuration == 0)
    #expect(compression.curve().points.count == 1)
    #expect(try check(compression.cheapest(atMost: 0), compression.problem) == 0)
  }

  @Test func `nothing can be crashed`() throws {
    var problem = TimeCostProblem()
    for _ in 0..<5 { problem.add(.fixed(3)) }
    for activity in 0..<Int32(4) { problem.addLink(from: activity, to: activity + 1) }
    let compression = try Compression(problem)
    let curve = compression.curve()
    #expect(curve.points == [.init(duration: 15, cost: 0, slope: nil, changes: [])])
    #expect(compression.cheapest(atMost: 14) == nil)
    #expect(compression.shortest(within: 1_000_000)?.duration == 15)
    #expect(compression.limit.steps.filter { $0.reason == .shortestDuration }.count == 5)
  }

  @Test func `crashing for nothing is the first stretch`() throws {
    var problem = TimeCostProblem()
    problem.add(
      .convex(
        normal: 9,
        pieces: [.init(units: 4, costPerUnit: 0), .init(units: 2, costPerUnit: 7)]))
    // It could be crashed for nothing, too, and has no reason.
    problem.add(.convex(normal: 3, pieces: [.init(units: 2, costPerUnit: 0)]))
    let compression = try Compression(problem)
    let points = compression.curve().points
    #expect(points.map(\.duration) == [9, 5, 3])
    #expect(points.map(\.cost) == [0, 0, 14])
    #expect(points.map(\.slope) == [0, 7, nil])
    #expect(points[1].changes == [.init(activity: 0, by: -4, cost: 0)])
    #expect(compression.shortest(within: 0)?.duration == 5)
    #expect(compression.shortest(within: 13)?.duration == 4)
    #expect(compression.shortest(within: -1) == nil)
    #expect(compression.cheapest(atMost: 100)?.durations == [9, 3])
  }

  @Test func `parallel networks pay together, and ties are no matter`() throws {
    var problem = TimeCostProblem()
    for _ in 0..<50 {
      problem.add(.convex(normal: 10, pieces: [.init(units: 10, costPerUnit: 3)]))
    }
    let compression = try Compression(problem)
    let points = compression.curve(withCertificates: true).points
    #expect(points.map(\.duration) == [10, 0])
    #expect(points.map(\.slope) == [150, nil])
    #expect(try check(compression.cheapest(atMost: 4), problem) == 900)
  }

  @Test func `lengthening an activity shortens the project`() throws {
    // 0 starts; 1 finishes 12 after that, and 2 starts when 1 starts: the longer 1, the sooner 2.
    var problem = TimeCostProblem()
    problem.add(.fixed(1))
    problem.add(.convex(normal: 8, pieces: [.init(units: 6, costPerUnit: 2)]))
    problem.add(.convex(normal: 9, pieces: [.init(units: 5, costPerUnit: 4)]))
    problem.addLink(from: 0, to: 1, .startToFinish, lag: 12)
    problem.addLink(from: 1, to: 2, .startToStart)
    let compression = try Compression(problem)
    #expect(compression.normalDuration == 13)
    // Finish 12 cannot be undercut; crashing 1 would only make it worse.
    #expect(compression.shortestDuration == 12)
    let project = try #require(compression.cheapest(atMost: 12))
    #expect(project.durations == [1, 8, 8])
    #expect(try check(project, problem) == 4)
    #expect(
      compression.limit.steps.contains {
        $0.reason == .constraint(0) && $0.event == .finish(of: 1)
      })
  }

  @Test func `a date that forces crashing costs at every duration`() throws {
    var problem = TimeCostProblem()
    problem.add(.convex(normal: 10, pieces: [.init(units: 6, costPerUnit: 5)]))
    problem.add(.convex(normal: 10, pieces: [.init(units: 6, costPerUnit: 1)]))
    problem.addLink(from: 0, to: 1)
    problem.addConstraint(from: .finish(of: 0), to: .projectStart, lag: -7)
    let compression = try Compression(problem)
    #expect(compression.normalDuration == 17)
    #expect(compression.shortestDuration == 8)
    let points = compression.curve(withCertificates: true).points
    #expect(points.map(\.duration) == [17, 11, 8])
    #expect(points.map(\.cost) == [15, 21, 36])
    #expect(try check(compression.cheapest(atMost: 30), problem) == 15)
    #expect(compression.shortest(within: 14) == nil)
  }

  @Test func `maximal lags that contradict each other are named`() throws {
    var problem = TimeCostProblem()
    problem.add(.fixed(5))
    problem.add(.convex(normal: 9, pieces: [.init(units: 2, costPerUnit: 1)]))
    problem.add(.fixed(5))
    problem.addLink(from: 0, to: 1)
    problem.addLink(from: 1, to: 2)
    problem.addMaximalLag(from: 0, to: 2, lag: 6)
    do {
      _ = try Compression(problem)
      Issue.record("it takes seven units at least")
    } catch .contradiction(let events) {
      let expected: Set<ProjectEvent> = [
        .finish(of: 0), .start(of: 1), .finish(of: 1), .start(of: 2),
      ]
      #expect(Set(events).isSubset(of: expected.union([.start(of: 0)])))
      #expect(Set(events).isSuperset(of: [.start(of: 1), .finish(of: 1)]))
    } catch {
      Issue.record("another error: \(error)")
    }
  }

  @Test func `only what leads to the cutover counts`() throws {
    var problem = TimeCostProblem()
    problem.add(.convex(normal: 6, pieces: [.init(units: 3, costPerUnit: 2)]))
    problem.add(.convex(normal: 40, pieces: [.init(units: 30, costPerUnit: 9)]))
    problem.addLink(from: 0, to: 1)
    problem.finish(with: [0])
    let compression = try Compression(problem)
    #expect(compression.normalDuration == 6)
    #expect(compression.shortestDuration == 3)
    #expect(try check(compression.cheapest(atMost: 3), problem) == 6)
  }

  @Test func `a chain of many activities needs no deep stack`() throws {
    var problem = TimeCostProblem()
    let count: Int32 = 30_000
    for _ in 0..<count {
      problem.add(.convex(normal: 2, pieces: [.init(units: 1, costPerUnit: 5)]))
    }
    for activity in 1..<count { problem.addLink(from: count - activity, to: count - activity - 1) }
    let compression = try Compression(problem)
    let points = compression.curve().points
    #expect(points.map(\.duration) == [60_000, 30_000])
    #expect(points.map(\.cost) == [0, 150_000])
    #expect(points[1].changes.count == Int(count))
  }

  @Test func `costs that do not divide rise in whole steps`() throws {
    let activity = try #require(
      TimeCostActivity.convex(through: [
        .init(duration: 10, cost: 0), .init(duration: 3, cost: 26),
      ]))
    #expect((3...10).map { activity.cost(of: $0) } == [26, 22, 18, 14, 10, 6, 3, 0])
    #expect(activity.cost(of: 2) == nil)
    #expect(activity.cost(of: 11) == nil)
    let falling: [TimeCostActivity.Point] = [
      .init(duration: 10, cost: 0), .init(duration: 9, cost: 5), .init(duration: 8, cost: 6),
    ]
    #expect(TimeCostActivity.convex(through: falling) == nil)
  }

  @Test func `a wrong claim is found`() throws {
    var problem = TimeCostProblem()
    problem.add(.convex(normal: 6, pieces: [.init(units: 3, costPerUnit: 2)]))
    problem.add(.convex(normal: 6, pieces: [.init(units: 3, costPerUnit: 3)]))
    problem.addLink(from: 0, to: 1)
    let good = try #require(try Compression(problem).cheapest(atMost: 10))
    #expect(CompressionCheck.violations(of: good, in: problem).isEmpty)
    func claim(
      duration: Int64 = 10, cost: Int64 = 4, durations: [Int64] = [4, 6], starts: [Int64] = [0, 4],
      _ change: (inout CompressionCertificate) -> Void = { _ in }
    ) -> [CompressionCheck.Violation] {
      var certificate = good.certificate
      change(&certificate)
      return CompressionCheck.violations(
        of: CompressedProject(
          duration: duration, cost: cost, durations: durations, starts: starts,
          certificate: certificate), in: problem)
    }
    #expect(claim().isEmpty)
    #expect(claim(cost: 5) == [.wrongCost(actual: 4), .provesOnly(4)])
    // Feasible, but dearer than need be.
    #expect(claim(cost: 6, durations: [6, 4], starts: [0, 6]) == [.provesOnly(4)])
    #expect(claim(starts: [0, 3]) == [.constraint(0)])
    #expect(
      claim(starts: [-1, 4])
        == [.startsBeforeProject(activity: 0)])
    #expect(claim(starts: [0, 5]) == [.finishesAfterProject(activity: 1)])
    #expect(
      claim(durations: [7, 6], starts: [0, 7]).contains(.impossibleDuration(activity: 0)))
    #expect(claim { $0.constraints[0] += 1 }.contains(.unbalanced(activity: 0)))
    #expect(claim { $0.constraints[0] = -1 }.contains(.negativePrice))
    #expect(claim { $0.constraints = [] }.contains(.wrongCount))
    #expect(claim(durations: [4]) == [.wrongCount])
  }
}
