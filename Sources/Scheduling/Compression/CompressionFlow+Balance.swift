/// Flow that has become wrong because arcs have changed, put right again.
extension CompressionFlow {
  /// Fills every piece that is longer than the time between its ends, and empties every piece that
  /// is shorter; what then is missing or too much at the nodes is noted in `excess`.
  mutating func saturate() {
    for activity in pieces.indices { saturate(activity) }
  }

  /// The same for the pieces of one activity.
  mutating func saturate(_ activity: Int) {
    guard let own = pieces[activity] else { return }
    if excess.isEmpty { excess = Array(repeating: 0, count: nodeCount) }
    let time = times[Int(own.finish)] - times[Int(own.start)]
    for arc in own.halves {
      let half = Int(pieceHalves[Int(arc)])
      let partner = Int(halves[half].partner)
      var amount: Int64 = 0
      if halves[half].length > time {
        amount = halves[half].residual
      } else if halves[half].length < time {
        amount = -halves[partner].residual
      }
      if amount == 0 { continue }
      halves[half].residual -= amount
      halves[partner].residual += amount
      addExcess(amount, at: own.finish)
      addExcess(-amount, at: own.start)
    }
  }

  mutating func addExcess(_ amount: Int64, at node: Int32) {
    if excess[Int(node)] == 0 { excessNodes.append(node) }
    excess[Int(node)] += amount
  }

  /// Sends what is too much at some nodes to those where it is missing, along shortest ways.
  ///
  /// Always possible: what `saturate` moved can at worst go back.
  ///
  /// - Complexity: O(ways · (h + v log v)) for the nodes v on the way and their halves h.
  mutating func balance() {
    var next = 0
    while next < excessNodes.count {
      let node = Int(excessNodes[next])
      if excess[node] <= 0 {
        next += 1
        continue
      }
      guard let target = nearestLack(from: node) else {
        preconditionFailure("flow that came from somewhere can go back")
      }
      send(from: node, to: target)
    }
    excessNodes.removeAll(keepingCapacity: true)
  }

  /// Finds the nearest node with a lack and moves the times so that the way there takes none.
  private mutating func nearestLack(from origin: Int) -> Int? {
    beginRound()
    queue.removeAll()
    settled.removeAll(keepingCapacity: true)
    let (reached, done) = (round &- 1, round)
    distance[origin] = 0
    state[origin] = reached
    queue.add(Int32(origin), at: 0)
    while let (node, key) = queue.removeNearest() {
      if state[Int(node)] == done { continue }
      if excess[Int(node)] < 0 {
        shift(by: key)
        return Int(node)
      }
      state[Int(node)] = done
      settled.append(node)
      let time = times[Int(node)]
      for place in Int(first[Int(node)])..<Int(first[Int(node) + 1]) {
        let half = halves[place]
        if half.residual == 0 { continue }
        let head = Int(half.head)
        let reach = key + (times[head] - time - half.length)
        if state[head] == done || state[head] == reached && distance[head] <= reach { continue }
        state[head] = reached
        distance[head] = reach
        reachedBy[head] = Int32(place)
        queue.add(half.head, at: reach)
      }
    }
    return nil
  }

  private mutating func send(from origin: Int, to target: Int) {
    var amount = min(excess[origin], -excess[target])
    var node = target
    while node != origin {
      let half = Int(reachedBy[node])
      amount = min(amount, halves[half].residual)
      node = Int(halves[Int(halves[half].partner)].head)
    }
    node = target
    while node != origin {
      let half = Int(reachedBy[node])
      let partner = Int(halves[half].partner)
      halves[half].residual -= amount
      halves[partner].residual += amount
      node = Int(halves[partner].head)
    }
    excess[origin] -= amount
    excess[target] += amount
  }
}
