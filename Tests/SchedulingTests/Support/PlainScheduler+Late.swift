import Scheduling

/// Late dates and free float: the last slot at which everything still holds.
extension PlainScheduler {
  /// Late dates of all nodes.
  ///
  /// - Parameters:
  ///   - anchors: by when each node must be finished.
  ///   - keepsDeadlines: whether deadlines bind too.
  ///   - leads: the nodes that only each other bind.
  func lateDates(
    anchors: [Int], keepsDeadlines: Bool, leads: [Bool]? = nil
  ) -> [Dates] {
    var result = Array(repeating: Dates(start: 0, finish: 0), count: nodes.count)
    /// By when what remains of a task under way must be finished.
    var limits = anchors
    for task in order.reversed() {
      var node = nodes[task]
      if let leads, leads[task] { node.outgoing.removeAll { !leads[links[$0].target] } }
      if keepsDeadlines, let deadline = node.deadline {
        limits[task] = min(limits[task], deadline)
      }
      if let done = node.progress {
        result[task] = lateUnderWay(
          task, node.outgoing, done.finished, limits: &limits, result)
      } else if let (kind, date) = node.placing, !node.isManual {
        let limit = kind.concernsFinish ? statedFinish(date, task) : date
        result[task] = last(task, from: limit) {
          (kind.concernsFinish ? $0.finish : $0.start) <= limit
        }
      } else if honorsDates, !node.isManual,
        node.constraints.contains(where: { $0.kind == .mustStartOn || $0.kind == .mustFinishOn })
      {
        result[task] = planned[task]
      } else {
        let limit = limits[task]
        result[task] = last(task, from: limit) { dates in
          dates.finish <= limit && (node.isManual || isEarlyEnough(task, dates))
            && node.outgoing.filter { !node.isManual || links[$0].type.fromFinish }
              .allSatisfy { keeps(links[$0], dates, result, limits) }
        }
      }
    }
    return result
  }

  /// "No later than", and under `ConstraintRule.logic` "on".
  private func isEarlyEnough(_ task: Int, _ dates: Dates) -> Bool {
    nodes[task].constraints.allSatisfy { kind, date in
      switch kind {
      case .startNoLaterThan, .mustStartOn:
        dates.start <= (isStrict ? date : nodes[task].calendar.nextWork(date))
      case .finishNoLaterThan, .mustFinishOn: dates.finish <= date
      default: true
      }
    }
  }

  private func last(_ task: Int, from slot: Int, where isGood: (Dates) -> Bool) -> Dates {
    var start = slot
    while true {
      if mayStart(task, start, late: true) {
        let dates = Dates(start: start, finish: finish(task, from: start, late: true))
        if isGood(dates) { return dates }
      }
      start -= 1
    }
  }

  /// Whether a link leaves its successor its late dates when the predecessor has these dates.
  private func keeps(_ link: Link, _ dates: Dates, _ late: [Dates], _ limits: [Int]) -> Bool {
    let successor = nodes[link.target]
    let bound = bound(link, from: dates, late: true)
    if successor.kind == .groupStart {
      return !setsGroupStart(link) || bound <= late[link.target].start
    }
    if successor.progress != nil {
      return keepsRemaining(link, bound, limit: limits[link.target], late[link.target].finish)
    }
    return link.type.toStart
      ? bound <= late[link.target].start
      : isMet(bound, by: late[link.target].finish, of: link.target, late: true)
  }

  /// Whether the remaining work of a successor, begun at `bound`, ends by its limit; with a link to
  /// its finish, whether that is late enough.
  private func keepsRemaining(_ link: Link, _ bound: Int, limit: Int, _ finish: Int) -> Bool {
    guard let done = nodes[link.target].progress, done.finished == nil, isRetained else {
      return true
    }
    guard link.type.toStart else {
      return isMet(bound, by: finish, of: link.target, late: true)
    }
    guard bound != .max else { return false }
    let remaining = remaining(link.target)
    return bound == .min
      || workCalendar(link.target).end(of: remaining, from: bound, late: true) <= limit
  }

  /// Whether the link's member sets the start of the group, the first of several.
  func setsGroupStart(_ link: Link) -> Bool {
    let first = nodes[link.target].incoming.first { index in
      bound(links[index], from: planned[links[index].source]) == planned[link.target].start
    }
    return first.map { links[$0].source == link.source } ?? false
  }

  /// Only the finish of what remains can still move, and only links from it bind it.
  private func lateUnderWay(
    _ task: Int, _ links: [Int], _ finished: Int?, limits: inout [Int], _ late: [Dates]
  ) -> Dates {
    let start = planned[task].start
    if let finished { return Dates(start: start, finish: finished) }
    let outgoing = links.map { self.links[$0] }.filter(\.type.fromFinish)
    var finish = limits[task]
    while !outgoing.allSatisfy({ keeps($0, Dates(start: start, finish: finish), late, limits) }) {
      finish -= 1
    }
    limits[task] = finish
    // Remaining work ends with work.
    if remaining(task) > 0, nodes[task].kind == .work {
      while !nodes[task].calendar.works(finish - 1, late: true) { finish -= 1 }
    }
    return Dates(start: start, finish: finish)
  }

  // MARK: Free float

  /// How far a node may slip with every successor, and the project, keeping its planned dates;
  /// negative when a successor's own date already breaks a link.
  func measureFreeFloat(_ task: Int) -> Int {
    let dates = planned[task]
    if let done = nodes[task].progress {
      if done.finished != nil { return 0 }
      var finish = projectFinish
      let outgoing = nodes[task].outgoing.map { links[$0] }.filter(\.type.fromFinish)
      while !outgoing.allSatisfy({ allows($0, Dates(start: dates.start, finish: finish)) }) {
        finish -= 1
      }
      return floatCalendar(task).count(from: dates.finish, to: finish)
    }
    let latest = last(task, from: projectFinish) { keepsSuccessors(task, $0) }
    return floatCalendar(task).count(from: dates.start, to: latest.start)
  }

  private func keepsSuccessors(_ task: Int, _ dates: Dates) -> Bool {
    dates.finish <= projectFinish
      && nodes[task].outgoing.allSatisfy { allows(links[$0], dates) }
  }

  /// Whether a link leaves its successor its planned dates when the predecessor has these dates.
  ///
  /// A group moves with its member, as far as its own successors keep their dates.
  func allows(_ link: Link, _ dates: Dates) -> Bool {
    let successor = nodes[link.target]
    let bound = bound(link, from: dates, late: true)
    let own = planned[link.target]
    switch successor.kind {
    case .groupStart where !setsGroupStart(link): return true
    case .groupStart, .groupFinish:
      return keepsSuccessors(link.target, Dates(start: bound, finish: bound))
    default: break
    }
    if successor.progress != nil {
      return keepsRemaining(link, bound, limit: own.finish, own.finish)
    }
    return link.type.toStart
      ? bound <= own.start : isMet(bound, by: own.finish, of: link.target, late: true)
  }
}
