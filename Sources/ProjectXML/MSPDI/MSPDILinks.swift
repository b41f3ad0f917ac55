internal import Planning
internal import Scheduling

/// A link as MSPDI holds it, at its successor.
struct MSPDILink: Hashable {
  /// Index of the predecessor.
  var predecessor: Int
  /// Which dates are tied together.
  var type: LinkType
  /// Tenths of minutes, or per cent.
  var lag: Int64
  /// The number of the lag's unit.
  var format: Int
  /// The start it asks of its successor.
  var bound: Instant
}

extension MSPDIDocument {
  /// The links of each task as the format can hold them.
  ///
  /// - Complexity: O(links); a link that is expanded counts once for each task of the summary.
  mutating func heldLinks() -> [[MSPDILink]] {
    var result: [[MSPDILink]] = Array(repeating: [], count: plan.tasks.count)
    let indexOf = Dictionary(
      plan.tasks.indices.map { (plan.tasks[$0].id, $0) }, uniquingKeysWith: { $1 })
    for (task, stated) in plan.tasks.enumerated() where !isEmptySummary(task) {
      for dependency in stated.after {
        guard let before = indexOf[dependency.task], !isEmptySummary(before) else { continue }
        let lag = lag(of: dependency, from: before)
        let isOnOtherCalendar = lag.calendar == .predecessor || lag.calendar == .project
        var successors = [task]
        if outline.isSummary(task), !dependency.type.toStart || isOnOtherCalendar {
          report.note(.linkOfSummary, stated.id)
          successors = outline.leaves(of: task)
        }
        for successor in successors {
          result[successor].append(link(dependency.type, lag, from: before, to: successor))
        }
      }
    }
    for task in result.indices { governingFirst(&result[task], task) }
    report.links = result.reduce(0) { $0 + $1.count }
    return result
  }

  /// A lag in minutes, whose calendar counts them, and how the plan states it.
  private struct Lag {
    var minutes: Int32 = 0
    var calendar: LagCalendar
    var unit: PlanDuration.Unit?
    var percent: Int64?
    var isShare = false
  }

  private func lag(of dependency: PlanTask.Dependency, from before: Int) -> Lag {
    let stated = dependency.lagCalendar ?? plan.lagCalendar
    guard !dependency.lag.isZero else { return Lag(calendar: .successor, unit: .days) }
    switch dependency.lag {
    case .time(let time):
      return Lag(
        minutes: plan.units.minutes(of: time) ?? 0,
        calendar: time.unit.isElapsed ? .elapsed : stated,
        unit: stated == .elapsed && !time.unit.isElapsed ? nil : time.unit)
    case .percent(let share):
      let predecessor = plan.tasks[before]
      let whole = predecessor.isMilestone ? PlanDuration.zero : predecessor.duration ?? .zero
      // A link of an inactive task may state any share.
      let (exact, overflow) = Int64(plan.units.minutes(of: whole) ?? 0)
        .multipliedReportingOverflow(by: share)
      let product = overflow ? 0 : exact
      let isExact = share % 1000 == 0 && product % 100_000 == 0 && predecessor.progress == nil
      let isElapsed = whole.unit.isElapsed
      // Project counts a share of working time on the successor's calendar.
      let isPlain = isElapsed || stated == .successor
      return Lag(
        minutes: Int32(clamping: (product + (product < 0 ? -50_000 : 50_000)) / 100_000),
        calendar: isElapsed ? .elapsed : stated, unit: nil,
        percent: isExact && isPlain ? share / 1000 : nil, isShare: true)
    }
  }

  private mutating func link(
    _ type: LinkType, _ lag: Lag, from before: Int, to task: Int
  ) -> MSPDILink {
    let dates = schedule.tasks[before]
    let origin = type.fromFinish ? dates.finish : dates.start
    let own = calendars.inFile[task]
    let counting: Int? =
      switch lag.calendar {
      case .successor: calendars.ofTask[task]
      case .predecessor: calendars.ofTask[before]
      case .project: 0
      case .elapsed: nil
      }
    var minutes = lag.minutes
    var reached = Instant(minutes: origin.minutes + minutes)
    if let counting {
      reached = calendars.time[counting].shifted(origin, by: minutes) ?? reached
      if counting != own, minutes != 0 {
        minutes = calendars.time[own].minutes(from: origin, to: reached)
        report.note(.lagCalendar, plan.tasks[task].id)
      }
    }
    let bound = type.toStart ? reached : startFinishing(at: reached, task)
    var link = MSPDILink(
      predecessor: before, type: type, lag: Int64(minutes) * 10, format: 0, bound: bound)
    let isAsStated = counting == nil || counting == own || lag.minutes == 0
    if isAsStated, let percent = lag.percent {
      (link.lag, link.format) = (percent, MSPDI.percentCode)
    } else if isAsStated, let unit = lag.unit {
      link.format = MSPDI.code(unit)
    } else {
      let isWhole = minutes % 60 == 0
      let unit: PlanDuration.Unit =
        counting == nil
        ? isWhole ? .elapsedHours : .elapsedMinutes : isWhole ? .hours : .minutes
      link.format = MSPDI.code(unit)
      if lag.isShare { report.note(.percentAsTime, plan.tasks[task].id) }
    }
    return link
  }

  /// When a task starts that finishes at an instant.
  private func startFinishing(at instant: Instant, _ task: Int) -> Instant {
    let duration = schedule.tasks[task].duration
    let clock = Instant(minutes: instant.minutes - duration)
    if isElapsed(task) { return clock }
    return calendars.time(of: task).shifted(instant, by: -duration) ?? clock
  }

  /// Puts the link that asks for the latest start before others of the same predecessor.
  private mutating func governingFirst(_ links: inout [MSPDILink], _ task: Int) {
    guard links.count > 1 else { return }
    var firstOf: [Int: Int] = [:]
    for position in links.indices {
      guard let first = firstOf[links[position].predecessor] else {
        firstOf[links[position].predecessor] = position
        continue
      }
      report.note(.parallelLinks, plan.tasks[task].id)
      if links[position].bound > links[first].bound { links.swapAt(position, first) }
    }
  }

  /// The latest start that the links of each task, and of the summaries that hold it, ask for.
  ///
  /// - Complexity: O(tasks + links).
  func askedStarts(_ links: [[MSPDILink]]) -> [Instant?] {
    var asked: [Instant?] = links.map { $0.map(\.bound).max() }
    for task in outline.rows {
      guard let ofParent = outline.parents[task].flatMap({ asked[$0] }) else { continue }
      asked[task] = max(ofParent, asked[task] ?? ofParent)
    }
    return asked
  }

  mutating func writeLinks(_ links: [MSPDILink], to stream: inout XMLStream) {
    for link in links {
      var written = MSPDIFile.Link()
      written.predecessorUID = link.predecessor + 1
      written.type = MSPDI.code(link.type)
      written.lag = Int(link.lag)
      written.lagFormat = link.format
      row.links.append(written)
      stream.start("PredecessorLink")
      stream.element("PredecessorUID", link.predecessor + 1)
      stream.element("Type", MSPDI.code(link.type))
      stream.element("CrossProject", false)
      stream.element("LinkLag", link.lag)
      stream.element("LagFormat", link.format)
      stream.end()
    }
  }
}
