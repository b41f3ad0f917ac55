import Scheduling

/// Early dates: the first slot at which everything holds.
extension PlainScheduler {
  /// Something that keeps a node from lying earlier.
  struct LowerBound {
    var instant: Int
    var bindsStart: Bool
  }

  /// Early dates of all nodes.
  ///
  /// - Parameter fixed: nodes that start here ("as late as possible").
  func earlyDates(fixed: [Int: Int]) -> [Dates] {
    var result = Array(repeating: Dates(start: 0, finish: 0), count: nodes.count)
    for task in order {
      let node = nodes[task]
      if node.isGate {
        result[task] = gateDates(task, result)
      } else if node.progress != nil {
        result[task] = datesUnderWay(task, result)
      } else if let placing = node.placing {
        result[task] = mandatoryDates(task, placing)
      } else if let start = fixed[task] {
        result[task] = dates(task, from: start)
      } else {
        result[task] = placed(task, result)
        if honorsDates { cap(task, &result[task]) }
      }
    }
    return result
  }

  /// A group starts with its first member and finishes with its last.
  func gateDates(_ task: Int, _ dates: [Dates]) -> Dates {
    let bounds = nodes[task].incoming.map { bound(links[$0], from: dates[links[$0].source]) }
    let isStart = nodes[task].kind == .groupStart
    let instant = (isStart ? bounds.min() : bounds.max()) ?? projectStart
    return Dates(start: instant, finish: instant)
  }

  /// The first dates that meet all lower bounds.
  func placed(_ task: Int, _ dates: [Dates]) -> Dates {
    let bounds = lowerBounds(task, dates)
    return first(task, from: bounds.filter(\.bindsStart).map(\.instant).max() ?? projectStart) {
      dates in bounds.allSatisfy { meets($0, task, dates) }
    }
  }

  func meets(_ bound: LowerBound, _ task: Int, _ dates: Dates) -> Bool {
    bound.bindsStart
      ? dates.start >= bound.instant : isMet(bound.instant, by: dates.finish, of: task)
  }

  private func first(_ task: Int, from slot: Int, where isGood: (Dates) -> Bool) -> Dates {
    var start = slot
    while true {
      if mayStart(task, start) {
        let dates = Dates(start: start, finish: finish(task, from: start))
        if isGood(dates) { return dates }
      }
      start += 1
    }
  }

  /// Links, the project's start, the status date, and dates "no earlier than"; under
  /// `ConstraintRule.logic` also dates "on".
  private func lowerBounds(_ task: Int, _ dates: [Dates]) -> [LowerBound] {
    let node = nodes[task]
    var bounds = node.incoming.map { index in
      LowerBound(
        instant: bound(links[index], from: dates[links[index].source]),
        bindsStart: links[index].type.toStart)
    }
    let lastLink = bounds.map(\.instant).max() ?? .min
    let floor =
      isFreeOfStart(node)
      ? statusDate ?? earliestSlot : max(projectStart, statusDate ?? projectStart)
    let wakes = node.isMilestone && !isStrict
    for (kind, date) in node.constraints {
      switch kind {
      case .startNoEarlierThan, .mustStartOn:
        if kind == .mustStartOn, honorsDates { continue }
        let isDecisive = wakes && date > lastLink
        bounds.append(
          LowerBound(
            instant: isDecisive ? node.calendar.nextWork(max(date, floor)) : date,
            bindsStart: true))
      case .finishNoEarlierThan, .mustFinishOn:
        if kind == .mustFinishOn, honorsDates { continue }
        bounds.append(LowerBound(instant: statedFinish(date, task), bindsStart: false))
      default: break
      }
    }
    let isAlone = bounds.allSatisfy { $0.instant < floor }
    bounds.append(
      LowerBound(
        instant: wakes && isAlone ? node.calendar.nextWork(floor) : floor, bindsStart: true))
    return bounds
  }

  private func isFreeOfStart(_ node: Node) -> Bool {
    let dates = node.constraints.filter {
      $0.kind == .startNoEarlierThan || $0.kind == .finishNoEarlierThan
    }
    return !isStrict && node.incoming.isEmpty && !dates.isEmpty
      && dates.allSatisfy { $0.date < projectStart }
  }

  // MARK: Dates that win over links

  private func mandatoryDates(
    _ task: Int, _ mandatory: (kind: TaskConstraint.Kind, date: Int)
  ) -> Dates {
    if mandatory.kind != .mandatoryFinish { return dates(task, from: mandatory.date) }
    let limit = statedFinish(mandatory.date, task)
    if nodes[task].isMilestone { return Dates(start: limit, finish: limit) }
    // From a start with all of the work before the date on.
    var start = nodes[task].calendar.start(of: nodes[task].amount + 1, before: limit)
    if nodes[task].kind == .elapsed { start = limit - nodes[task].amount }
    if start == .min { start = nodes[task].calendar.end(of: 1, from: earliestSlot) - 1 }
    return first(task, from: start) { isMet(limit, by: $0.finish, of: task) }
  }

  /// A slot before every date.
  private var earliestSlot: Int { min(projectStart, 0) - 100 * slotsPerDay }

  /// Under `ConstraintRule.dates`: "on" and "no later than" win over links.
  private func cap(_ task: Int, _ dates: inout Dates) {
    for (kind, date) in nodes[task].constraints {
      let calendar = nodes[task].calendar
      switch kind {
      case .startNoLaterThan:
        if dates.start > calendar.nextWork(date) { dates = startOn(task, date) }
      case .mustStartOn: dates = startOn(task, date)
      case .finishNoLaterThan:
        if floatCalendar(task).count(from: date, to: dates.finish) > 0 {
          dates = finishOn(task, date)
        }
      case .mustFinishOn: dates = finishOn(task, date)
      default: break
      }
    }
  }

  private func startOn(_ task: Int, _ date: Int) -> Dates {
    dates(task, from: nodes[task].calendar.nextWork(date))
  }

  /// The last dates that finish by a stated finish; with all work after it, the first work.
  private func finishOn(_ task: Int, _ date: Int) -> Dates {
    let limit = statedFinish(date, task)
    if nodes[task].isMilestone { return Dates(start: limit, finish: limit) }
    let calendar = nodes[task].calendar
    var start = limit
    while true {
      start = calendar.start(of: 1, before: start)
      if start == .min { return dates(task, from: earliestSlot) }
      let finish = finish(task, from: start)
      if finish <= limit { return Dates(start: start, finish: finish) }
    }
  }

  // MARK: Progress

  /// What remains: as reported, else the duration less the work up to the status date.
  func remaining(_ task: Int) -> Int {
    let node = nodes[task]
    guard let done = node.progress else { return node.amount }
    if let remaining = done.remaining { return remaining }
    guard let statusDate, statusDate > done.started else { return node.amount }
    let worked = (done.started..<statusDate).count { workCalendar(task).works($0) }
    return max(0, node.amount - worked)
  }

  /// The calendar that remaining work is counted in.
  func workCalendar(_ task: Int) -> SlotCalendar {
    nodes[task].kind == .elapsed ? clock : nodes[task].calendar
  }

  /// What has begun keeps its start. What remains goes on after the work that was done, not before
  /// the status date, and under retained logic not before the links allow.
  ///
  /// It does not end before a date "finish no earlier than", unless `ConstraintRule.logic` rules.
  private func datesUnderWay(_ task: Int, _ dates: [Dates]) -> Dates {
    var result = datesOfRemaining(task, dates)
    guard !isStrict, nodes[task].progress?.finished == nil else { return result }
    for (kind, date) in nodes[task].constraints where kind == .finishNoEarlierThan {
      result.finish = max(result.finish, statedFinish(date, task))
    }
    return result
  }

  private func datesOfRemaining(_ task: Int, _ dates: [Dates]) -> Dates {
    let node = nodes[task]
    guard let done = node.progress else { return dates[task] }
    if let finished = done.finished { return Dates(start: done.started, finish: finished) }
    let remaining = remaining(task)
    let calendar = workCalendar(task)
    let workDone = max(0, node.amount - remaining)
    var resume = max(calendar.end(of: workDone, from: done.started), statusDate ?? done.started)
    var finishBounds: [Int] = []
    if isRetained {
      for index in node.incoming {
        let bound = bound(links[index], from: dates[links[index].source])
        if links[index].type.toStart {
          resume = max(resume, bound)
        } else {
          finishBounds.append(bound)
        }
      }
    }
    if remaining == 0 {
      return Dates(start: done.started, finish: finishBounds.reduce(resume, max))
    }
    var finish = calendar.end(of: remaining, from: resume)
    while !finishBounds.allSatisfy({ isMet($0, by: finish, of: task) }) {
      resume += 1
      finish = calendar.end(of: remaining, from: resume)
    }
    return Dates(start: done.started, finish: finish)
  }
}
