import Scheduling
import Testing

/// What a driver claims, checked by changing the network.
struct DriverTests {
  private static let features: RandomOfficeNetwork.Features = [
    .windows, .otherDurations, .groups, .progress,
  ]

  @Test(arguments: 0..<4, [ConstraintRule.dates, .logic])
  func `a slip of the driving predecessor moves the task`(block: Int, rule: ConstraintRule) throws {
    var checked = 0
    for seed in 0..<12 {
      let network = RandomOfficeNetwork.network(
        seed: UInt64(block * 1000 + seed), maximumCount: 14, rule: rule, features: Self.features)
      guard let scheduled = try? Scheduler.schedule(network) else { continue }
      for task in 0..<Int32(network.taskCount) {
        for case .link(let link) in scheduled.drivers(of: task) {
          let source = network.link(link).source
          guard canBeDelayed(source, network) else { continue }
          let date = scheduled.schedule.start[Int(source)] + scheduled.schedule.granule
          var delayed = network
          delayed.constrain(source, TaskConstraint(.startNoEarlierThan, Instant(minutes: date)))
          guard let result = try? Scheduler.schedule(delayed) else { continue }
          #expect(scheduled.slack(ofLink: link) <= 0)
          if network.kind(of: task) == .groupStart {
            // Another member may take over.
            #expect(result.schedule.start[Int(task)] >= scheduled.schedule.start[Int(task)])
            continue
          }
          #expect(
            result.schedule.start[Int(task)] > scheduled.schedule.start[Int(task)],
            "seed \(seed), task \(task)")
          checked += 1
        }
      }
    }
    #expect(checked > 10)
  }

  @Test(arguments: 0..<4, [ConstraintRule.dates, .logic])
  func `the driver alone gives the date`(block: Int, rule: ConstraintRule) throws {
    var checked = 0
    for seed in 0..<15 {
      let network = RandomOfficeNetwork.network(
        seed: UInt64(block * 1000 + seed), maximumCount: 16, rule: rule)
      guard let scheduled = try? Scheduler.schedule(network) else { continue }
      for task in 0..<Int32(network.taskCount) {
        guard let alone = AloneWithItsDriver(task, scheduled) else { continue }
        let result = try Scheduler.schedule(alone.network)
        #expect(
          Instant(minutes: result.schedule.start[Int(alone.task)])
            == Instant(minutes: scheduled.schedule.start[Int(task)]),
          "seed \(seed), task \(task), \(scheduled.driver(of: task)) \(network.kind(of: task)) \(network.duration(of: task)) \(network.constraints(of: task))"
        )
        checked += 1
      }
    }
    #expect(checked > 50)
  }

  /// Milestones and months may slip without moving anything, and what has begun cannot.
  private func canBeDelayed(_ task: Int32, _ network: Network) -> Bool {
    if network.progress(of: task) != nil { return false }
    switch network.kind(of: task) {
    case .work: return !network.duration(of: task).isZero
    case .elapsed: return true
    case .months, .parts, .groupStart, .groupFinish: return false
    }
  }
}

/// A task with nothing but what drives its date.
private struct AloneWithItsDriver {
  private(set) var network: Network
  let task: Int32

  /// Nil where the driver gives the date only together with others: a date that links are not
  /// allowed to pass, or the wish to be late.
  init?(_ task: Int32, _ scheduled: ScheduledNetwork) {
    let whole = scheduled.network
    var alone = Network(start: whole.start, calendars: whole.calendars)
    alone.constraintRule = whole.constraintRule
    alone.progressRule = whole.progressRule
    alone.statusDate = whole.statusDate
    let calendar = whole.calendar(of: task)
    self.task =
      switch whole.kind(of: task) {
      case .groupStart: alone.addGroupStart(calendar: calendar)
      case .groupFinish: alone.addGroupFinish(calendar: calendar)
      default: alone.addTask(whole.duration(of: task), calendar: calendar)
      }
    // A granule as fine as the whole network's.
    alone.addTask(.work(minutes: scheduled.schedule.granule))
    let parts = whole.parts(of: task)
    if !parts.isEmpty { alone.setParts(self.task, parts) }
    network = alone
    switch scheduled.driver(of: task) {
    case .projectStart, .statusDate: break
    case .actual:
      guard let done = whole.progress(of: task) else { return nil }
      network.setProgress(self.task, done)
    case .constraint(let constraint):
      switch constraint.kind {
      case .asLateAsPossible, .startNoLaterThan, .finishNoLaterThan: return nil
      default: network.constrain(self.task, constraint)
      }
    case .link(let number), .calendarGap(let number, _):
      let link = whole.link(number)
      // The predecessor as a point in time: the date that counts for the link.
      let schedule = scheduled.schedule
      let date = link.type.fromFinish ? schedule.finish : schedule.start
      let source = network.addTask(.work(minutes: 0))
      network.constrain(
        source, TaskConstraint(.mandatoryStart, Instant(minutes: date[Int(link.source)])))
      network.addLink(
        from: source, to: self.task, link.type, lag: link.lag, lagCalendar: link.lagCalendar)
    }
  }
}
