import Scheduling
import Testing

/// The shared cases of the critical path method: the oracle and the scheduler against the dates,
/// floats and paths written there, and against the answers published where the cases were found.
///
/// The cases are plans in whole days whose links win over dates; a project's deadline is the target
/// there, so its late dates are those against the target. `drag` is compared neither with the
/// expectation nor with the published answer: it is not part of a schedule but of its analysis,
/// and tested there.
struct CasesTests {
  @Test func `there are 66 cases: 60 schedules and 6 errors`() {
    #expect(CaseFile.all.count == 66)
    #expect(CaseFile.all.count { $0.expected.valid } == 60)
    #expect(CaseFile.all.count { $0.expected.activities != nil } == 60)
    #expect(CaseFile.all.count { $0.publishedAnswer != nil } == 6)
    #expect(CaseFile.all.flatMap(\.activities).count(where: \.isHammock) == 2)
  }

  @Test(arguments: CaseFile.all.filter(\.expected.valid))
  func `the oracle agrees`(file: CaseFile) throws {
    let oracle = BruteForceScheduler(try file.dayPlan())
    let expected = try #require(file.expected.activities)
    #expect(oracle.projectFinish == file.expected.projectFinish)
    for (index, activity) in file.work.enumerated() {
      let dates = try #require(expected[activity.id])
      #expect(oracle.early.start[index] == dates.earlyStart)
      #expect(oracle.early.finish[index] == dates.earlyFinish)
      #expect(oracle.late.start[index] == dates.lateStart)
      #expect(oracle.late.finish[index] == dates.lateFinish)
      #expect(oracle.totalFloat[index] == dates.totalFloat)
      #expect(oracle.freeFloat[index] == dates.freeFloat)
      #expect(oracle.isOnLongestPath[index] == dates.isOnLongestPath)
    }
  }

  @Test(arguments: CaseFile.all.filter(\.expected.valid))
  func `the schedule has the expected dates and floats`(file: CaseFile) throws {
    let plan = try file.dayPlan()
    let schedule = DaySchedule(try Scheduler.schedule(plan.network), of: plan)
    let expected = try #require(file.expected.activities)
    #expect(schedule.projectFinish == file.expected.projectFinish)
    #expect(plan.deadline ?? schedule.projectFinish == file.expected.anchor)
    #expect(expected.count == file.activities.count)
    for (index, activity) in file.work.enumerated() {
      let dates = try #require(expected[activity.id])
      #expect(schedule.earlyStart[index] == dates.earlyStart)
      #expect(schedule.earlyFinish[index] == dates.earlyFinish)
      #expect(schedule.lateStart[index] == dates.lateStart)
      #expect(schedule.lateFinish[index] == dates.lateFinish)
      #expect(schedule.totalFloat[index] == dates.totalFloat)
      #expect(schedule.freeFloat[index] == dates.freeFloat)
      #expect((schedule.totalFloat[index] <= 0) == dates.isCritical)
      #expect(schedule.isOnLongestPath[index] == dates.isOnLongestPath)
    }
    let ids = file.work.map(\.id)
    let critical = ids.indices.filter { schedule.totalFloat[$0] <= 0 }.map { ids[$0] }
    #expect(critical.sorted() == file.expected.critical)
    let longest = ids.indices.filter { schedule.isOnLongestPath[$0] }.map { ids[$0] }
    #expect(longest.sorted() == file.expected.longestPath)
  }

  @Test(arguments: CaseFile.all.filter { $0.project.startDate != nil })
  func `the schedule falls on the expected days`(file: CaseFile) throws {
    let plan = try file.dayPlan()
    let schedule = DaySchedule(try Scheduler.schedule(plan.network), of: plan)
    for (index, activity) in file.work.enumerated() {
      let dates = try #require(file.expected.activities?[activity.id])
      let first = plan.instant(schedule.earlyStart[index]).date.description
      let last = plan.instant(schedule.earlyFinish[index] - 1).date.description
      let lateFirst = plan.instant(schedule.lateStart[index]).date.description
      let lateLast = plan.instant(schedule.lateFinish[index] - 1).date.description
      if activity.duration == 0 {
        #expect([first, lateFirst] == [dates.earlyInstantDate, dates.lateInstantDate])
      } else {
        #expect([first, last] == [dates.earlyFirstDay, dates.earlyLastDay])
        #expect([lateFirst, lateLast] == [dates.lateFirstDay, dates.lateLastDay])
      }
    }
  }

  @Test(arguments: CaseFile.all.filter { $0.publishedAnswer != nil })
  func `the published answer is ours`(file: CaseFile) throws {
    let published = try #require(file.publishedAnswer)
    let plan = try file.dayPlan()
    let schedule = DaySchedule(try Scheduler.schedule(plan.network), of: plan)
    let ids = file.work.map(\.id)
    if let finish = published.finish { #expect(schedule.projectFinish == finish) }
    if let path = published.critical {
      let critical = ids.indices.filter { schedule.totalFloat[$0] <= 0 }.map { ids[$0] }
      #expect(critical.joined(separator: "-") == path)
    }
    for (index, id) in ids.enumerated() {
      if let day = published.earlyStart?[id] { #expect(schedule.earlyStart[index] == day) }
      if let day = published.lateStart?[id] { #expect(schedule.lateStart[index] == day) }
      if let days = published.totalFloat?[id] { #expect(schedule.totalFloat[index] == days) }
    }
  }

  // MARK: Hammocks

  /// A hammock hangs between the earliest start of its `from` activities and the latest finish of
  /// its `to` activities. Its early dates are those of two gates of the network, one linked from the
  /// starts of `from`, one from the finishes of `to`. Gates have late dates as *tasks* have them (how
  /// late the group could start for its successors); the case asks for something else, the extremes
  /// of the members' late dates, which are read off the members. The gates change nothing else.
  @Test(arguments: CaseFile.all.filter { $0.activities.contains(where: \.isHammock) })
  func `a hammock spans its members`(file: CaseFile) throws {
    let plan = try file.dayPlan()
    var network = plan.network
    let ids = file.work.map(\.id)
    let hammock = try #require(file.activities.first { $0.isHammock })
    let dates = try #require(file.expected.activities?[hammock.id])
    let from = try #require(hammock.from).map { try #require(ids.firstIndex(of: $0)) }
    let to = try #require(hammock.to).map { try #require(ids.firstIndex(of: $0)) }
    let start = network.addGroupStart()
    let finish = network.addGroupFinish()
    for member in from { network.addLink(from: Int32(member), to: start, .startToStart) }
    for member in to { network.addLink(from: Int32(member), to: finish, .finishToFinish) }

    let alone = DaySchedule(try Scheduler.schedule(plan.network), of: plan)
    let schedule = DaySchedule(try Scheduler.schedule(network), of: plan)
    #expect(schedule.earlyStart[Int(start)] == dates.earlyStart)
    #expect(schedule.earlyFinish[Int(finish)] == dates.earlyFinish)
    #expect(dates.earlyFinish - dates.earlyStart == dates.duration)
    #expect(from.map { schedule.lateStart[$0] }.min() == dates.lateStart)
    #expect(to.map { schedule.lateFinish[$0] }.max() == dates.lateFinish)
    #expect(!dates.isCritical)
    #expect(schedule.dropped(last: 2) == alone)
  }

  // MARK: Errors

  @Test(arguments: CaseFile.all.filter { $0.expected.error == "cycle" })
  func `a cycle is named whole`(file: CaseFile) throws {
    let network = try file.dayPlan().network
    let onCycles = try #require(file.expected.detail)
    do {
      _ = try Scheduler.schedule(network)
      Issue.record("a cycle was scheduled")
    } catch .cycle(let tasks, let links) {
      // One cycle, of perhaps several: its steps are links from each task to the next.
      #expect(!tasks.isEmpty && tasks.count == links.count)
      for (step, link) in links.enumerated() {
        #expect(network.link(link).source == tasks[step])
        #expect(network.link(link).target == tasks[(step + 1) % tasks.count])
      }
      #expect(Set(tasks.map { file.work[Int($0)].id }).isSubset(of: onCycles))
    } catch {
      Issue.record("another error: \(error)")
    }
  }

  /// A network has numbers for tasks, so an unknown or repeated id cannot be said in it, and a
  /// negative duration is refused when the task is added (a programmer's error). Where plans are
  /// read, all three are problems of the text, tested with the reader of plans. Here: that the
  /// cases fall in this class, and that no fourth kind of error slipped in.
  @Test(arguments: CaseFile.all.filter { !$0.expected.valid && $0.expected.error != "cycle" })
  func `an error of the plan's text never becomes a network`(file: CaseFile) throws {
    let error = try #require(CaseError(rawValue: file.expected.error ?? ""))
    #expect(throws: error) { try file.dayPlan() }
  }
}
