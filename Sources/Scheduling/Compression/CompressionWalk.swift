/// A walk along the curve, from its longest duration on.
struct CompressionWalk {
  private let compression: Compression
  private var flow: CompressionFlow
  private(set) var duration: Int64
  private(set) var cost: Int64
  /// What the next unit of time costs, as far as is known.
  private var slope: Int64 = 0
  private var durations: [Int64]

  private let isRecording: Bool
  private let keepsCertificates: Bool
  private var points: [CompressionCurve.Point] = []
  private var changes: [CompressionCurve.Change] = []
  private var carried: [Int64] = []
  private var certificateChanges: [[(item: Int32, by: Int64)]] = []

  /// - Parameter withCertificates: nil when the points on the way are not asked for.
  init(_ compression: Compression, withCertificates: Bool? = nil) {
    self.compression = compression
    flow = compression.base
    duration = flow.projectDuration
    cost = compression.baseCost
    durations = compression.baseDurations
    isRecording = withCertificates != nil
    keepsCertificates = withCertificates == true
    if keepsCertificates { carried = flow.items.map { flow.flow(on: $0.half) } }
  }

  /// Walks to a duration, or as far as a budget lasts.
  mutating func go(to target: Int64, budget: Int64?) {
    while duration > target {
      var limit = duration - target
      if let budget, slope > 0 { limit = min(limit, (budget - cost) / slope) }
      if limit == 0 { break }
      let step = flow.search(from: flow.source, to: flow.sink, limit: limit)
      if step > 0 { take(step) }
      if duration > target { slope += flow.augment(from: flow.source, to: flow.sink) }
    }
    if isRecording { record(slope: nil) }
  }

  private mutating func take(_ step: Int64) {
    if isRecording { record(slope: slope) }
    flow.shift(by: step)
    duration -= step
    cost += slope * step
    if isRecording { noteChanges() }
  }

  private mutating func record(slope: Int64?) {
    points.append(.init(duration: duration, cost: cost, slope: slope, changes: changes))
    changes.removeAll()
    guard keepsCertificates, slope != nil else { return }
    // The flow that leaves this point proves the next one.
    var changed: [(item: Int32, by: Int64)] = []
    for (place, item) in flow.items.enumerated() {
      let amount = flow.flow(on: item.half)
      if amount != carried[place] {
        changed.append((item.item, amount - carried[place]))
        carried[place] = amount
      }
    }
    certificateChanges.append(changed)
  }

  private mutating func noteChanges() {
    for node in flow.settled {
      let activity = Int(flow.activityOf[Int(node)])
      guard activity >= 0 else { continue }
      let own = compression.problem.activities[activity]
      let (before, after) = (durations[activity], flow.duration(of: activity, normal: own.normal))
      if before == after { continue }
      durations[activity] = after
      changes.append(
        .init(
          activity: Int32(activity), by: after - before,
          cost: (own.cost(of: after) ?? 0) - (own.cost(of: before) ?? 0)))
    }
    changes.sort { $0.activity < $1.activity }
  }

  /// The points so far.
  var curve: CompressionCurve {
    CompressionCurve(
      points: points, firstDurations: compression.baseDurations,
      certificates: keepsCertificates
        ? (compression.base.certificate(compression.problem), certificateChanges) : nil)
  }

  /// The project here, at a duration that may be longer than the curve is.
  func project(duration: Int64) -> CompressedProject {
    let activities = compression.problem.activities
    let durations = activities.indices.map { flow.duration(of: $0, normal: activities[$0].normal) }
    return CompressedProject(
      duration: duration, cost: cost, durations: durations,
      starts: ProjectTimes.earliestStarts(compression.graph, durations: durations),
      certificate: flow.certificate(compression.problem))
  }
}

extension CompressionFlow {
  /// The flow as prices of the problem's differences.
  func certificate(_ problem: TimeCostProblem) -> CompressionCertificate {
    var certificate = CompressionCertificate(problem)
    for (half, item) in items where item >= 0 { certificate[item] = flow(on: half) }
    return certificate
  }
}
