internal import Scheduling

/// Collects the activities and differences of a `DatedProblem`, and solves them.
struct DatedProblemBuilder {
  /// What stands for a node: one activity, or, where the length is only known to be no less, one for
  /// its start, one for its length and one for its finish.
  private struct Place {
    var task: Int?
    /// Positions in `items`.
    var start: Int
    var middle: Int
    var finish: Int
    /// By point, the amount of the task's own time.
    var amounts: [Int32]
    var points: [TimeCostActivity.Point]
    var isExact: Bool
  }

  private struct Item {
    var points: [TimeCostActivity.Point]
    var isDiscrete = false
  }

  private struct Difference {
    var from: ProjectEvent
    var to: ProjectEvent
    var lag: Int64
  }

  private var items: [Item] = []
  private var places: [Int32: Place] = [:]
  private var order: [Int32] = []
  private var differences: [Difference] = []

  /// Adds a node.
  ///
  /// - Parameters:
  ///   - points: its lengths on the axis with their cost, longest and cheapest first.
  ///   - amounts: by point, its own time.
  ///   - isExact: whether it takes these lengths; false: no less.
  mutating func add(
    node: Int32, task: Int?, points: [TimeCostActivity.Point], amounts: [Int32], isDiscrete: Bool,
    isExact: Bool, earliestStart: Int64, earliestFinish: Int64, latestStart: Int64,
    latestFinish: Int64?
  ) {
    let first = items.count
    var (kept, own) = (points, amounts)
    if !isDiscrete { (kept, own) = DatedProblemBuilder.hull(points, amounts) }
    let single = Item(points: kept, isDiscrete: isDiscrete && kept.count > 1)
    let instant = Item(points: [.init(duration: 0, cost: 0)])
    items += isExact ? [single] : [instant, single, instant]
    let last = items.count - 1
    places[node] = Place(
      task: task, start: first, middle: (first + last) / 2, finish: last, amounts: own,
      points: kept, isExact: isExact)
    order.append(node)
    let (start, finish) = (
      ProjectEvent.start(of: Int32(first)), ProjectEvent.finish(of: Int32(last))
    )
    if last > first {
      for index in first..<last {
        differences.append(
          .init(from: .finish(of: Int32(index)), to: .start(of: Int32(index + 1)), lag: 0))
      }
    }
    differences.append(.init(from: .projectStart, to: start, lag: earliestStart))
    differences.append(.init(from: .projectStart, to: finish, lag: earliestFinish))
    differences.append(.init(from: start, to: .projectStart, lag: -latestStart))
    if let latestFinish {
      differences.append(.init(from: finish, to: .projectStart, lag: -latestFinish))
    }
  }

  /// Adds a difference between two nodes that were added.
  mutating func link(
    from source: Int32, isFinish: Bool, to target: Int32, isStart: Bool, lag: Int64
  ) {
    guard let from = places[source], let to = places[target] else { return }
    differences.append(
      .init(
        from: isFinish ? .finish(of: Int32(from.finish)) : .start(of: Int32(from.start)),
        to: isStart ? .start(of: Int32(to.start)) : .finish(of: Int32(to.finish)), lag: lag))
  }

  /// The lower hull of lengths and costs: what a mixture of them costs at least.
  private static func hull(
    _ points: [TimeCostActivity.Point], _ amounts: [Int32]
  ) -> ([TimeCostActivity.Point], [Int32]) {
    var kept: [Int] = []
    for place in points.indices {
      while kept.count > 1 {
        let (first, middle) = (points[kept[kept.count - 2]], points[kept[kept.count - 1]])
        let before =
          Int128(middle.cost - first.cost) * Int128(middle.duration - points[place].duration)
        let after =
          Int128(points[place].cost - middle.cost) * Int128(first.duration - middle.duration)
        if before <= after { break }
        kept.removeLast()
      }
      kept.append(place)
    }
    return (kept.map { points[$0] }, kept.map { amounts[$0] })
  }

  // MARK: Solving

  /// Solves what was added.
  ///
  /// - Parameters:
  ///   - limit: the length of the project on the axis.
  ///   - cutover: the node that ends it; nil: all of them.
  func solve(
    within limit: Int64, cutover: Int32?,
    shouldStop: @escaping (DiscreteCompression.Progress) -> Bool
  ) -> DatedProblem.Outcome {
    guard limit >= 0 else { return .impossible }
    guard let (unit, scale, isFloored) = units(limit) else { return .unknown }
    var problem = TimeCostProblem()
    for item in items { problem.add(activity(item, unit, scale, isFloored)) }
    for item in differences {
      problem.addConstraint(from: item.from, to: item.to, lag: item.lag / unit)
    }
    if let cutover {
      guard let place = places[cutover] else { return .unknown }
      problem.finish(with: [Int32(place.finish)])
    }
    let solver: CompressionSolver
    do {
      solver = try CompressionSolver(problem, day: 1, shouldStop: shouldStop)
    } catch {
      if case .contradiction = error { return .impossible }
      return .unknown
    }
    guard solver.shortest <= limit / unit else { return .impossible }
    guard let found = solver.cheapest(atMost: limit / unit) else { return .unknown }
    return .least(
      .init(
        cost: .init(found.lowerBound ?? found.cost, over: scale),
        amounts: amounts(found.durations, unit), isStopped: found.lowerBound != nil))
  }

  /// The unit of time that divides everything, and the factor that makes prices of units integers;
  /// prices are rounded down where that would be too large.
  private func units(_ limit: Int64) -> (unit: Int64, scale: Int64, isFloored: Bool)? {
    var unit = limit
    for item in items { for point in item.points { unit = unit.commonDivisor(point.duration) } }
    for item in differences { unit = unit.commonDivisor(item.lag) }
    unit = max(1, unit)
    var total: Int64 = 1
    var dearest: Int64 = 1
    for item in items {
      let cost = item.points.map(\.cost).max() ?? 0
      dearest = max(dearest, cost)
      total = total.addingReportingOverflow(cost).partialValue
      guard cost <= TimeCostProblem.largestNumber, total > 0, total <= 1 << 48 else { return nil }
    }
    var room = (Int64(1) << 48) / total
    var scale: Int64? = 1
    for item in items {
      if item.isDiscrete { room = min(room, TimeCostProblem.largestNumber / dearest) }
      for (before, after) in zip(item.points, item.points.dropFirst()) {
        let units = (before.duration - after.duration) / unit
        let cost = after.cost - before.cost
        room = min(room, TimeCostProblem.largestNumber / 2 / (cost / units + 1))
        let divisor = units / units.commonDivisor(cost)
        scale = scale.flatMap { scale in
          let (product, overflow) = scale.multipliedReportingOverflow(
            by: divisor / divisor.commonDivisor(scale))
          return overflow ? nil : product
        }
      }
    }
    if let scale, scale <= room { return (unit, scale, false) }
    return (unit, max(1, room), true)
  }

  private func activity(
    _ item: Item, _ unit: Int64, _ scale: Int64, _ isFloored: Bool
  ) -> TimeCostActivity {
    let scaled = item.points.map {
      TimeCostActivity.Point(duration: $0.duration / unit, cost: $0.cost * scale)
    }
    if item.isDiscrete { return .alternatives(scaled) }
    var price: Int64 = 0
    let pieces = zip(scaled, scaled.dropFirst()).map { before, after in
      let units = before.duration - after.duration
      price = max(price, (after.cost - before.cost) / units)
      return TimeCostActivity.Piece(units: units, costPerUnit: price)
    }
    return .convex(normal: scaled[0].duration, pieces: pieces)
  }

  private func amounts(_ durations: [Int64], _ unit: Int64) -> [Int: Int32] {
    var result: [Int: Int32] = [:]
    for node in order {
      guard let place = places[node], let task = place.task, place.points.count > 1 else {
        continue
      }
      let length = durations[place.middle] * unit
      if let known = place.points.firstIndex(where: { $0.duration == length }) {
        if known > 0 { result[task] = place.amounts[known] }
        continue
      }
      guard let next = place.points.firstIndex(where: { $0.duration < length }), next > 0 else {
        continue
      }
      if place.isExact {
        result[task] = Int32(clamping: length)
        continue
      }
      // As much of the way between the amounts as between the lengths; rather too short.
      let (longer, shorter) = (place.points[next - 1], place.points[next])
      let way = Int64(place.amounts[next - 1]) - Int64(place.amounts[next])
      let part = way * (length - shorter.duration) / (longer.duration - shorter.duration)
      result[task] = place.amounts[next] + Int32(clamping: part)
    }
    return result
  }
}
