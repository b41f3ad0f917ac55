import Scheduling
import Testing

/// Small networks in which something once went wrong, or easily could: each with the dates that
/// follow from the rules by hand, and all of them accepted by the checker.
struct HardCasesTests {
  // MARK: Months that end on the same day

  @Test func `a month must not end after a midnight because its start is a working hour`() throws {
    // 30 March 09:00 plus a month is after 30 April 00:00; only 29 March 17:00 ends in time.
    var network = Network(start: date(2029, 2, 1, 9))
    let task = network.addTask(.months(1))
    network.addTask(.months(4))
    network.setDeadline(task, date(2029, 4, 30, 0))
    let schedule = try checked(network)
    #expect(text(schedule.lateStart[0]) == "2029-03-29T17:00")
  }

  @Test func `a month must not end too early because its start moved to the next morning`() throws {
    // 30 March 18:00 plus a month is late enough, but work begins on 31 March 09:00, and that plus
    // a month is 30 April 09:00: it takes 1 April.
    var network = Network(start: date(2027, 3, 29, 9))
    let first = network.addTask(.work(minutes: 480))
    let month = network.addTask(.months(1))
    network.constrain(first, TaskConstraint(.startNoEarlierThan, date(2027, 4, 30, 9)))
    network.addLink(from: first, to: month, .finishToFinish)
    let schedule = try checked(network)
    #expect(text(schedule.start[1]) == "2027-04-01T09:00")
    #expect(text(schedule.finish[1]) == "2027-05-01T09:00")
  }

  // MARK: Calendars that end

  @Test func `a lag longer than the last window has no answer, at once`() throws {
    var network = Network(start: april(2, 9), calendars: [.standard, windows])
    let first = network.addTask(.work(minutes: 480))
    let second = network.addTask(.work(minutes: 480))
    network.addLink(from: first, to: second, lag: 2000, lagCalendar: 1)
    #expect(throws: SchedulingError.noWorkingTime(task: second, after: network.start)) {
      try Scheduler.schedule(network)
    }
  }

  @Test(arguments: [
    (TaskConstraint.Kind.mandatoryFinish, ConstraintRule.logic),
    (.mandatoryFinish, .dates), (.mustFinishOn, .dates), (.finishNoLaterThan, .dates),
  ])
  func `a finish before the first window means the first window`(
    kind: TaskConstraint.Kind, rule: ConstraintRule
  ) throws {
    var network = Network(start: april(2, 9), calendars: [.standard, windows])
    network.constraintRule = rule
    let task = network.addTask(.work(minutes: 480), calendar: 1)
    network.constrain(task, TaskConstraint(kind, april(3, 18)))
    let schedule = try checked(network)
    #expect(text(schedule.start[0]) == "2029-04-07T00:00")
  }

  @Test func `after the last window a finish is never late for a bound`() throws {
    // The successor's calendar has no work after its window: its late finish counts until the
    // predecessor's own end.
    var network = Network(start: april(2, 9), calendars: [.standard, windows])
    let inWindow = network.addTask(.work(minutes: 480), calendar: 1)
    let long = network.addTask(.work(minutes: 3360))
    let other = network.addTask(.work(minutes: 480))
    network.addLink(from: other, to: inWindow, .finishToFinish)
    let schedule = try checked(network)
    #expect(text(schedule.finish[Int(long)]) == "2029-04-10T18:00")
    #expect(text(schedule.lateFinish[Int(other)]) == "2029-04-10T18:00")
  }

  // MARK: As late as possible under the rule that links win

  @Test func `a milestone goes to the end of its last working day`() throws {
    // The project ends on Saturday; the milestone counts working days and stops on Friday evening.
    var network = Network(start: april(2, 9), calendars: [.standard, .continuous])
    network.constraintRule = .logic
    network.addTask(.work(minutes: 7740), calendar: 1)
    let milestone = network.addTask(.work(minutes: 0))
    network.constrain(milestone, TaskConstraint(.asLateAsPossible, april(2, 9)))
    let schedule = try checked(network)
    #expect(text(schedule.projectFinish) == "2029-04-07T18:00")
    #expect(text(schedule.start[1]) == "2029-04-06T18:00")
  }

  @Test func `groups follow their members`() throws {
    var network = Network(start: april(2, 9))
    network.constraintRule = .logic
    let long = network.addTask(.work(minutes: 2400))
    let short = network.addTask(.work(minutes: 480))
    let start = network.addGroupStart()
    let finish = network.addGroupFinish()
    network.addLink(from: short, to: start, .startToStart)
    network.addLink(from: short, to: finish, .finishToFinish)
    network.constrain(short, TaskConstraint(.asLateAsPossible, april(2, 9)))
    let schedule = try checked(network)
    #expect(text(schedule.start[Int(short)]) == "2029-04-06T09:00")
    #expect(schedule.start[Int(start)] == schedule.start[Int(short)])
    #expect(schedule.finish[Int(finish)] == schedule.finish[Int(long)])
  }

  @Test(arguments: ConstraintRule.allCases)
  func `a mandatory date holds`(rule: ConstraintRule) throws {
    var network = Network(start: april(2, 9))
    network.constraintRule = rule
    network.addTask(.work(minutes: 2400))
    let fixed = network.addTask(.work(minutes: 480))
    network.constrain(fixed, TaskConstraint(.asLateAsPossible, april(2, 9)))
    network.constrain(fixed, TaskConstraint(.mandatoryStart, april(3, 9)))
    let schedule = try checked(network)
    #expect(text(schedule.start[Int(fixed)]) == "2029-04-03T09:00")
  }

  @Test func `a mandatory date wins over a "must" stated before it`() throws {
    // The mandatory start is a Saturday: the task starts on Monday, too late for it.
    var network = Network(start: april(2, 9))
    let fixed = network.addTask(.work(minutes: 480))
    network.constrain(fixed, TaskConstraint(.mustStartOn, april(4, 9)))
    network.constrain(fixed, TaskConstraint(.mandatoryStart, april(7, 0)))
    let schedule = try checked(network)
    #expect(text(schedule.start[0]) == "2029-04-09T09:00")
    #expect(text(schedule.lateStart[0]) == "2029-04-06T17:00")
    #expect(schedule.totalFloat[0] < 0)
  }

  // MARK: Tasks under way

  @Test func `a task with nothing left ends by the project's finish, not on the next day`() throws {
    var network = Network(start: april(2, 9))
    network.statusDate = april(4, 18)
    let done = network.addTask(.work(minutes: 480))
    network.addTask(.work(minutes: 480))
    network.setProgress(done, TaskProgress(started: april(3, 9), remaining: 0))
    let schedule = try checked(network)
    #expect(text(schedule.finish[0]) == "2029-04-04T18:00")
    #expect(text(schedule.lateFinish[0]) == "2029-04-05T18:00")
  }

  @Test func `remaining work that ignores predecessors does not bind them`() throws {
    var network = underWay(.override, .finishToFinish)
    network.constraintRule = .logic
    let schedule = try checked(network)
    #expect(text(schedule.lateFinish[0]) == "2029-04-13T18:00")
  }

  @Test func `remaining work that waits for a predecessor binds its free float`() throws {
    let schedule = try checked(underWay(.retainedLogic, .finishToStart))
    #expect(text(schedule.finish[1]) == "2029-04-05T18:00")
    #expect(schedule.freeFloat[0] == 0)
    #expect(schedule.totalFloat[0] > 0)
  }

  @Test func `remaining work ends at a bound outside working time, when links win`() throws {
    // The predecessor ends at 19:00; the end of the task's first hour after that is 10:00.
    var network = underWay(.retainedLogic, .finishToFinish)
    network.constraintRule = .logic
    network.setDuration(0, .elapsed(minutes: 600))
    let schedule = try checked(network)
    #expect(text(schedule.finish[0]) == "2029-04-04T19:00")
    #expect(text(schedule.finish[1]) == "2029-04-05T10:00")
  }

  @Test
  func `a predecessor under way drives`() throws {
    // A day of work, begun on Monday, of which all is left on Thursday: any slip of its finish moves
    // the successor, though its start lies far before.
    var network = Network(start: april(2, 9))
    network.statusDate = april(5, 9)
    let begun = network.addTask(.work(minutes: 480))
    let next = network.addTask(.work(minutes: 480))
    let link = network.addLink(from: begun, to: next)
    network.setProgress(begun, TaskProgress(started: april(2, 9), remaining: 480))
    let scheduled = try Scheduler.schedule(network)
    #expect(text(scheduled.schedule.start[Int(next)]) == "2029-04-06T09:00")
    #expect(scheduled.slack(ofLink: link) == 0)
    #expect(scheduled.driver(of: next) == .link(link))
    #expect(scheduled.drivingTasks(acrossGaps: false) == [true, true])
  }

  /// A predecessor on Wednesday, a successor under way since Tuesday with a day of work left, and a
  /// task until the end of the next week.
  private func underWay(_ rule: ProgressRule, _ type: LinkType) -> Network {
    var network = Network(start: april(2, 9))
    network.statusDate = april(4, 9)
    network.progressRule = rule
    let first = network.addTask(.work(minutes: 480))
    let begun = network.addTask(.work(minutes: 960))
    network.addTask(.work(minutes: 8 * 480))
    network.addLink(from: first, to: begun, type)
    network.setProgress(begun, TaskProgress(started: april(3, 9), remaining: 480))
    return network
  }

  // MARK: Helpers

  /// The weekend of 7 and 8 April 2029.
  private var windows: WorkCalendar {
    var calendar = WorkCalendar.continuous
    calendar.windows = [WorkCalendar.Window(start: april(7, 0), end: april(8, 0))]
    return calendar
  }

  private func checked(_ network: Network) throws -> Schedule {
    let schedule = try Scheduler.schedule(network).schedule
    let violations = ScheduleChecker.violations(of: schedule, in: network)
    #expect(violations.isEmpty, "\(violations.map(\.description))")
    return schedule
  }

  private func text(_ minutes: Int32) -> String { Instant(minutes: minutes).description }

  private func april(_ day: Int, _ hour: Int) -> Instant { SamplePlan.april(day, hour) }

  private func date(_ year: Int, _ month: Int, _ day: Int, _ hour: Int) -> Instant {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("\(year)-\(month)-\(day) is no date")
    }
    return Instant(date, minuteOfDay: hour * 60)
  }
}
