/// One step along the curve: as far as the cut goes that the flow leaves, then more flow.
extension CompressionFlow {
  /// Finds how much nearer the target can come to the origin in time before more flow is possible
  /// from one to the other, up to a limit; fills `settled` and `distance`.
  ///
  /// This is Dijkstra's search over the halves that can take more; the time that a half leaves
  /// between its ends is its length. Only nodes nearer than the result are visited.
  ///
  /// - Complexity: O(h + v log v) for the nodes v so near and their halves h.
  mutating func search(from origin: Int, to target: Int, limit: Int64) -> Int64 {
    beginRound()
    queue.removeAll()
    settled.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    let (reached, done) = (round &- 1, round)
    var bound = limit
    var key: Int64 = 0
    distance[origin] = 0
    state[origin] = reached
    pending.append(Int32(origin))
    while true {
      let node: Int
      if let next = pending.popLast() {
        node = Int(next)
      } else if let next = queue.removeNearest() {
        if next.distance >= bound { break }
        node = Int(next.node)
        key = next.distance
      } else {
        break
      }
      if state[node] == done { continue }
      state[node] = done
      settled.append(Int32(node))
      let time = times[node]
      for place in Int(first[node])..<Int(first[node + 1]) {
        let half = halves[place]
        if half.residual == 0 { continue }
        let head = Int(half.head)
        let reach = key + (times[head] - time - half.length)
        if reach >= bound || state[head] == done { continue }
        if head == target {
          bound = reach
          continue
        }
        if state[head] == reached, distance[head] <= reach { continue }
        state[head] = reached
        distance[head] = reach
        if reach == key { pending.append(half.head) } else { queue.add(half.head, at: reach) }
      }
      if bound == key { break }
    }
    return bound
  }

  /// Brings what the search visited later, and so the target nearer to the origin.
  mutating func shift(by amount: Int64) {
    for node in settled {
      let reach = distance[Int(node)]
      if reach < amount { times[Int(node)] += amount - reach }
    }
  }

  /// Sends flow from the origin to the target along halves that leave no time, until a whole walk
  /// finds no further path. What it finds is not always all there is; a search tells.
  ///
  /// - Returns: how much was sent.
  /// - Complexity: O(halves walked + paths · nodes on them); not recursive.
  mutating func augment(from origin: Int, to target: Int) -> Int64 {
    beginRound()
    let (seen, done) = (round &- 1, round)
    path.removeAll(keepingCapacity: true)
    var sent: Int64 = 0
    var node = origin
    current[origin] = first[origin]
    state[origin] = done
    while true {
      if node == target {
        var amount = Self.unbounded
        for half in path { amount = min(amount, halves[Int(half)].residual) }
        sent += amount
        var keep = 0
        for place in path.indices.reversed() {
          let half = Int(path[place])
          let partner = Int(halves[half].partner)
          halves[half].residual -= amount
          halves[partner].residual += amount
          if halves[half].residual == 0 { keep = place }
        }
        // Back to where the first half is used up; what lies behind it may be entered again.
        node = Int(halves[Int(halves[Int(path[keep])].partner)].head)
        for place in keep..<path.count {
          let head = Int(halves[Int(path[place])].head)
          if head != target { state[head] = seen }
        }
        path.removeLast(path.count - keep)
        if amount >= Self.unbounded / 2 { return sent }
        continue
      }
      let time = times[node]
      let end = first[node + 1]
      var place = current[node]
      while place < end {
        let half = halves[Int(place)]
        if half.residual > 0, times[Int(half.head)] - time == half.length,
          state[Int(half.head)] != done
        {
          break
        }
        place += 1
      }
      current[node] = place
      if place < end {
        let head = Int(halves[Int(place)].head)
        path.append(place)
        if state[head] != seen, head != target { current[head] = first[head] }
        if head != target { state[head] = done }
        node = head
      } else {
        // Nothing leads on from here.
        guard let half = path.popLast() else { return sent }
        node = Int(halves[Int(halves[Int(half)].partner)].head)
        current[node] += 1
      }
    }
  }

  /// Two fresh marks for `state`: `round - 1` and `round`.
  mutating func beginRound() {
    if round > Int32.max - 4 {
      for node in state.indices { state[node] = 0 }
      round = 0
    }
    round += 2
  }
}
