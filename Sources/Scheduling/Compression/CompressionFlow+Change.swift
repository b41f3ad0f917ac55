/// Activities whose costs change while the flow stays, and arcs that become longer.
extension CompressionFlow {
  /// What flows through an activity from its start to its finish; negative when back.
  func throughput(of activity: Int) -> Int64 {
    guard let own = pieces[activity] else { return 0 }
    var sum: Int64 = own.back >= 0 ? -flow(on: own.back) : 0
    for arc in own.halves { sum += flow(on: pieceHalves[Int(arc)]) }
    return sum
  }

  /// Gives an activity other costs. Its shortest duration may rise and its longest fall, but these
  /// two only do after ``liftEnds(of:_:allowed:)``. What flows through it is shared out anew, and
  /// what must not flow any more is noted as excess.
  mutating func change(_ activity: Int, to points: [TimeCostActivity.Point]) {
    guard let own = pieces[activity] else { return }
    var rest = throughput(of: activity)
    if own.back >= 0 {
      carry(own.back, max(0, -rest), capacity: Self.unbounded)
      rest = max(0, rest)
    }
    var price: Int64 = 0
    for (place, arc) in own.halves.dropLast().enumerated() {
      let half = pieceHalves[Int(arc)]
      var capacity: Int64 = 0
      var length = points[points.count - 1].duration
      if place + 1 < points.count {
        let (longer, shorter) = (points[place], points[place + 1])
        let rate = (shorter.cost - longer.cost) / (longer.duration - shorter.duration)
        (length, capacity) = (longer.duration, rate - price)
        price = rate
      }
      setLength(half, length)
      carry(half, min(capacity, rest), capacity: capacity)
      rest -= min(capacity, rest)
    }
    let last = pieceHalves[Int(own.halves.upperBound) - 1]
    carry(last, rest, capacity: Self.unbounded)
    saturate(activity)
    guard own.back >= 0 else { return }
    let time = times[Int(own.start)] - times[Int(own.finish)]
    let amount = flow(on: own.back)
    if amount > 0, halves[Int(own.back)].length < time {
      carry(own.back, 0, capacity: Self.unbounded)
      addExcess(amount, at: own.finish)
      addExcess(-amount, at: own.start)
    }
  }

  /// Brings an activity's times between its shortest and longest duration, where they may have
  /// moved.
  ///
  /// - Parameters:
  ///   - points: what it was changed to.
  ///   - allowed: by how much the least cost may rise; falls by what it did.
  /// - Returns: false when it would rise by more, or the durations are impossible. The flow is of no
  ///   use then.
  mutating func liftEnds(
    of activity: Int, _ points: [TimeCostActivity.Point], allowed: inout Int64
  ) -> Bool {
    guard let own = pieces[activity] else { return true }
    let last = pieceHalves[Int(own.halves.upperBound) - 1]
    if !lift(last, to: points[points.count - 1].duration, allowed: &allowed) { return false }
    return own.back < 0 || lift(own.back, to: -points[0].duration, allowed: &allowed)
  }

  /// Makes an arc without bound longer, and keeps the flow dearest for its amount: the same walk as
  /// along the curve, where the project's duration is the arc.
  mutating func lift(_ half: Int32, to length: Int64, allowed: inout Int64) -> Bool {
    let place = Int(half)
    let partner = Int(halves[place].partner)
    let (tail, head) = (Int(halves[partner].head), Int(halves[place].head))
    setLength(half, length)
    var missing = length - (times[head] - times[tail])
    if missing <= 0 { return true }
    var carried = halves[partner].residual
    (halves[place].residual, halves[partner].residual) = (0, 0)
    while missing > 0 {
      let step = search(from: head, to: tail, limit: missing)
      shift(by: step)
      missing -= step
      let (rise, overflow) = carried.multipliedReportingOverflow(by: step)
      if overflow || rise > allowed { return false }
      allowed -= rise
      if missing > 0 {
        let sent = augment(from: head, to: tail)
        if sent >= Self.unbounded / 2 { return false }
        carried += sent
      }
    }
    carry(half, carried, capacity: Self.unbounded)
    return true
  }

  private mutating func setLength(_ half: Int32, _ length: Int64) {
    halves[Int(half)].length = length
    halves[Int(halves[Int(half)].partner)].length = -length
  }

  private mutating func carry(_ half: Int32, _ amount: Int64, capacity: Int64) {
    halves[Int(half)].residual = capacity - amount
    halves[Int(halves[Int(half)].partner)].residual = amount
  }

  /// Closes the network: from now on the project takes at most as long as it does now, and the flow
  /// from its start to its finish goes back there.
  mutating func close(at duration: Int64, carrying amount: Int64) {
    guard let half = closingHalf else { return }
    setLength(half, -duration)
    carry(half, amount, capacity: Self.unbounded)
  }
}
