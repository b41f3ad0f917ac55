extension ScheduledNetwork {
  /// The least working time of the project's calendar that passes while something else takes its
  /// time: work on another calendar or on the clock, or a lag there.
  ///
  /// The length is piecewise linear in the minute at which it begins; it bends only where one of the
  /// two calendars starts or stops work at its beginning or its end. These minutes are tried.
  ///
  /// - Parameters:
  ///   - minutes: what it takes in minutes of its calendar, more than 0.
  ///   - calendar: index into the network's calendars, or `Network.elapsedCalendar`.
  ///   - first: it begins no earlier.
  ///   - last: it begins no later.
  /// - Returns: 0 where the calendars are not known far enough.
  /// - Complexity: O(stretches of work of both calendars in that time).
  package func leastLength(
    of minutes: Int32, on calendar: Network.CalendarIndex, from first: Instant, to last: Instant
  ) -> Int32 {
    let time = engine.time
    let own = calendar == Network.elapsedCalendar ? Int32(network.calendars.count) : calendar
    guard minutes > 0, first <= last else { return 0 }
    let low = time.position(first.minutes, on: own)
    let high = time.position(last.minutes, on: own)
    let end = time.instant(high &+ minutes &- 1, on: own)
    guard !WorkingTime.isFar(low), !WorkingTime.isFar(high), !WorkingTime.isFar(end),
      time.covers(first.minutes, on: 0), time.covers(end + 1, on: 0)
    else { return 0 }
    func length(_ position: Int32) -> Int32? {
      guard position >= low, position <= high else { return nil }
      let start = time.instant(position, on: own)
      let finish = time.instant(position + minutes - 1, on: own)
      guard !WorkingTime.isFar(start), !WorkingTime.isFar(finish) else { return nil }
      return time.position(finish + 1, on: 0) - time.position(start, on: 0)
    }
    var least = min(length(low) ?? 0, length(high) ?? 0)
    for edge in time.edges(of: 0, from: first.minutes, to: end + 1)
      + time.edges(of: own, from: first.minutes, to: end + 1)
    {
      let position = time.position(edge, on: own)
      for near in [position, position - minutes] {
        for candidate in near - 1...near + 1 {
          if let found = length(candidate) { least = min(least, found) }
        }
      }
    }
    return max(0, least)
  }
}

extension WorkingTime {
  /// The minutes at which the calendar starts or stops work between two instants.
  ///
  /// - Complexity: O(log stretches + stretches between).
  fileprivate func edges(of calendar: Int32, from first: Int32, to last: Int32) -> [Int32] {
    let head = heads[Int(calendar)]
    if head.isContinuous { return [] }
    var (low, high) = (Int(head.firstSpan), Int(head.lastSpan))
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end < first { low = middle + 1 } else { high = middle }
    }
    var result: [Int32] = []
    while low < Int(head.lastSpan), spans[low].start <= last {
      result.append(spans[low].start)
      result.append(spans[low].end)
      low += 1
    }
    return result
  }
}
