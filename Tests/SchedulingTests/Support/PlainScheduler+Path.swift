import Scheduling

/// The longest path: the nodes from which every slip spreads to the cutover.
extension PlainScheduler {
  /// Whether each node is on a longest path, found from the cutover, or from what finishes last,
  /// backwards through the links that actually set each date (rule 7).
  var isOnLongestPath: [Bool] {
    var result = Array(repeating: false, count: nodes.count)
    var pending =
      cutover.map { [$0] }
      ?? planned.indices.filter { planned[$0].finish == projectFinish }
    while let task = pending.popLast() {
      if result[task] { continue }
      result[task] = true
      if isSetByItself(task) { continue }
      pending += nodes[task].incoming.map { links[$0] }.filter(isDriving).map(\.source)
    }
    return result
  }

  /// Whether what happened or a constraint put the node where it is, whatever its links say.
  private func isSetByItself(_ task: Int) -> Bool {
    let node = nodes[task]
    if node.isGate { return false }
    if node.progress != nil || node.placing != nil { return true }
    let kinds = node.constraints.map(\.kind)
    if honorsDates, kinds.contains(where: { $0 == .mustStartOn || $0 == .mustFinishOn }) {
      return true
    }
    let unmoved = placed(task, planned)
    if node.isDelayed, planned[task].start > unmoved.start { return true }
    let isCapped = kinds.contains { $0 == .startNoLaterThan || $0 == .finishNoLaterThan }
    return honorsDates && isCapped && planned[task].start < unmoved.start
  }

  /// Whether the link sets the node's date, and every slip of the predecessor moves it.
  private func isDriving(_ link: Link) -> Bool {
    asksForDate(link)
      && (nodes[link.target].kind == .groupStart || !holds(link, slipped(link.source)))
  }

  /// Whether the node could not lie earlier with this link alone.
  func asksForDate(_ link: Link) -> Bool {
    let own = planned[link.target]
    let instant = bound(link, from: planned[link.source])
    if nodes[link.target].kind == .groupStart { return instant == own.start }
    let earlier =
      nodes[link.target].isMilestone
      ? own.start - 1 : nodes[link.target].calendar.start(of: 1, before: own.start)
    // At the first work of its calendar it cannot lie earlier anyway.
    guard earlier > .min else { return true }
    let before = Dates(start: earlier, finish: finish(link.target, from: earlier))
    let asked = LowerBound(instant: instant, bindsStart: link.type.toStart)
    return !meets(asked, link.target, before)
  }

  private func holds(_ link: Link, _ dates: Dates) -> Bool {
    let bound = bound(link, from: dates, late: true)
    return link.type.toStart
      ? bound <= planned[link.target].start
      : isMet(bound, by: planned[link.target].finish, of: link.target, late: true)
  }

  /// The dates of a node moved by the least that it can: to its next worked slot, or for a milestone
  /// to the next slot. What has begun ends a worked slot later.
  private func slipped(_ task: Int) -> Dates {
    let dates = planned[task]
    let node = nodes[task]
    if node.progress != nil {
      let finish =
        node.isMilestone
        ? dates.finish + 1 : workCalendar(task).end(of: 1, from: dates.finish, late: true)
      return Dates(start: dates.start + 1, finish: finish)
    }
    if node.isMilestone { return Dates(start: dates.start + 1, finish: dates.finish + 1) }
    let start = node.calendar.nextWork(dates.start + 1)
    return Dates(start: start, finish: finish(task, from: start))
  }
}
