import Scheduling
import Testing

/// The checker must accept what is right and report whatever is changed.
struct ScheduleCheckerTests {
  // MARK: One broken rule after the other

  /// A change to a schedule and the rule that it breaks, at a task (-1: the whole schedule).
  struct Tampering: Sendable, CustomTestStringConvertible {
    typealias Rule = ScheduleViolation.Rule

    let rule: Rule
    let task: Int
    let words: String
    let plan: SamplePlan
    let change: @Sendable (inout Schedule) -> Void

    var testDescription: String { "\(rule.rawValue): \(words)" }

    init(
      _ rule: Rule, at task: Int, _ words: String, in plan: SamplePlan = .ordinary,
      _ change: @escaping @Sendable (inout Schedule) -> Void
    ) {
      (self.rule, self.task, self.words, self.plan) = (rule, task, words, plan)
      self.change = change
    }
  }

  @Test(arguments: [SamplePlan.ordinary, .underWay])
  func `the samples are accepted`(plan: SamplePlan) throws {
    for rule in ConstraintRule.allCases {
      var network = plan.network
      network.constraintRule = rule
      let schedule = try Scheduler.schedule(network).schedule
      #expect(ScheduleChecker.violations(of: schedule, in: network).isEmpty)
    }
  }

  @Test(arguments: tamperings)
  func `a broken rule is named with its task`(tampering: Tampering) throws {
    let network = tampering.plan.network
    var schedule = try Scheduler.schedule(network).schedule
    tampering.change(&schedule)
    let violations = ScheduleChecker.violations(of: schedule, in: network)
    #expect(
      violations.contains { $0.rule == tampering.rule && Int($0.task) == tampering.task },
      "\(violations.map(\.description))")
  }

  @Test func `every rule is broken at least once`() {
    #expect(Set(tamperings.map(\.rule)) == Set(ScheduleViolation.Rule.allCases))
  }

  @Test func `a violation is one line with its link`() throws {
    let network = SamplePlan.ordinary.network
    var schedule = try Scheduler.schedule(network).schedule
    schedule.shift(SamplePlan.Task.design, byDays: -1)
    let violations = ScheduleChecker.violations(of: schedule, in: network)
    #expect(
      violations.filter { $0.rule == .link }.map(\.description)
        == ["task 1, link 0: link: starts before 2029-04-03T18:00"])
  }

  // MARK: Every single number matters

  /// Each date and float of a schedule in turn, a granule more and a granule less.
  ///
  /// One thing cannot be seen: under `ConstraintRule.logic`, free floats are those before tasks were
  /// placed as late as possible, and the dates of that moment are in no schedule. There, a free
  /// float that is too small is not reported.
  @Test(arguments: 0..<12, ConstraintRule.allCases)
  func `no number can be changed unnoticed`(seed: Int, rule: ConstraintRule) throws {
    let network = RandomOfficeNetwork.network(seed: UInt64(seed), maximumCount: 6, rule: rule)
    let schedule = try Scheduler.schedule(network).schedule
    let hasDelayed = (0..<Int32(network.taskCount)).contains { task in
      network.constraints(of: task).contains { $0.kind == .asLateAsPossible }
    }
    for task in 0..<network.taskCount {
      for change in [schedule.granule, -schedule.granule] {
        for list in Schedule.lists {
          let isUnseen = list == \.freeFloat && change < 0 && hasDelayed && rule == .logic
          var tampered = schedule
          tampered[keyPath: list][task] += change
          let isReported = !ScheduleChecker.violations(of: tampered, in: network).isEmpty
          #expect(isReported || isUnseen, "\(list)[\(task)] \(change)")
        }
        for list in Schedule.targetLists where schedule.toTarget != nil {
          var tampered = schedule
          tampered.toTarget?[keyPath: list][task] += change
          let isReported = !ScheduleChecker.violations(of: tampered, in: network).isEmpty
          #expect(isReported, "\(list)[\(task)] \(change)")
        }
      }
    }
  }

  // MARK: A task moved with all its numbers

  /// Here the numbers of a task fit each other, and only its neighbours can tell that it was moved.
  /// Tasks placed as late as possible are left out: the dates that held them are not recorded.
  @Test(arguments: 0..<10)
  func `no task can be moved unnoticed`(block: Int) throws {
    for seed in block * 6..<block * 6 + 6 {
      var generator = SplitMix64(seed: UInt64(seed))
      var plan = DayPlan.random(maximumCount: 8, using: &generator)
      for index in plan.activities.indices {
        plan.activities[index].constraints.removeAll { $0.kind == .asLateAsPossible }
      }
      let network = plan.network
      let schedule = try Scheduler.schedule(network).schedule
      let oracle = BruteForceScheduler(plan)
      for task in plan.activities.indices {
        for step in [1, -1] {
          let early = schedule.movingEarly(task, by: step, plan, oracle)
          let rules = ScheduleChecker.violations(of: early, in: network)
            .filter { $0.task == task }.map(\.rule)
          let expected: Set<ScheduleViolation.Rule> =
            step > 0
            ? [.asSoonAsPossible, .constraint] : [.link, .constraint, .projectStart]
          #expect(!expected.isDisjoint(with: rules), "task \(task) by \(step), seed \(seed)")

          let late = schedule.movingLate(task, by: step, plan, oracle)
          let lateRules = ScheduleChecker.violations(of: late, in: network)
            .filter { $0.task == task }.map(\.rule)
          #expect(
            lateRules.contains(step > 0 ? .lateDates : .latest),
            "late dates of task \(task) by \(step), seed \(seed)")
        }
      }
    }
  }
}

// MARK: - Tampering

private typealias Task = SamplePlan.Task
private typealias ProgressTask = SamplePlan.ProgressTask
private typealias Tampering = ScheduleCheckerTests.Tampering

private let tamperings: [Tampering] = [
  Tampering(.shape, at: -1, "a finish is missing") { $0.finish.removeLast() },
  Tampering(.shape, at: -1, "the dates against the target are missing") { $0.toTarget = nil },
  Tampering(.granule, at: -1, "a granule of seven minutes") { $0.granule = 7 },
  Tampering(.granule, at: Task.design, "a minute later") { $0.start[Task.design] += 1 },
  Tampering(.order, at: Task.design, "a start after the finish") {
    $0.lateStart[Task.design] = $0.lateFinish[Task.design] + 60
  },
  Tampering(.workingTime, at: Task.design, "a night shift") {
    $0.start[Task.design] += 12 * 60
    $0.finish[Task.design] += 12 * 60
  },
  Tampering(.duration, at: Task.design, "an hour too short") { $0.finish[Task.design] -= 60 },
  Tampering(.duration, at: Task.soak, "elapsed time an hour too long") {
    $0.finish[Task.soak] += 60
  },
  Tampering(.duration, at: Task.notice, "a month and a day") { $0.finish[Task.notice] += 1440 },
  Tampering(.milestone, at: Task.approval, "a milestone of an hour") {
    $0.finish[Task.approval] += 60
  },
  Tampering(.group, at: Task.workStart, "a group after its first member") {
    $0.shift(Task.workStart, byDays: 1)
  },
  Tampering(.group, at: Task.workFinish, "a group that ends before its last member") {
    $0.shift(Task.workFinish, byDays: -1)
  },
  Tampering(.link, at: Task.design, "a start before the predecessor's finish") {
    $0.shift(Task.design, byDays: -1)
  },
  Tampering(.link, at: Task.build, "a lag cut short") { $0.shift(Task.build, byDays: -1) },
  Tampering(.constraint, at: Task.training, "a day before no-earlier-than") {
    $0.shift(Task.training, byDays: -1)
  },
  Tampering(.asSoonAsPossible, at: Task.design, "a day of waiting") {
    $0.shift(Task.design, byDays: 1)
  },
  Tampering(.asSoonAsPossible, at: Task.approval, "a milestone the next morning") {
    $0.start[Task.approval] += 15 * 60
    $0.finish[Task.approval] += 15 * 60
  },
  Tampering(.asLateAsPossible, at: Task.cleanUp, "a day too soon") {
    $0.shift(Task.cleanUp, byDays: -1)
  },
  Tampering(.projectStart, at: Task.survey, "the Friday before") {
    $0.start[Task.survey] -= 3 * 1440
  },
  Tampering(.projectFinish, at: -1, "a day later") { $0.projectFinish += 1440 },
  Tampering(.lateDates, at: Task.survey, "late dates after the successor's") {
    $0.shiftLate(Task.survey, byDays: 1)
  },
  Tampering(.latest, at: Task.survey, "late dates a day too early") {
    $0.shiftLate(Task.survey, byDays: -1)
  },
  Tampering(.latest, at: Task.notice, "a month that could end later before the target") {
    $0.toTarget?.lateStart[Task.notice] -= 1440
    $0.toTarget?.lateFinish[Task.notice] -= 1440
  },
  Tampering(.earlyDates, at: Task.design, "early dates that are not planned") {
    $0.earlyStart[Task.design] += 1440
    $0.earlyFinish[Task.design] += 1440
  },
  Tampering(.totalFloat, at: Task.design, "an hour more") { $0.totalFloat[Task.design] += 60 },
  Tampering(.margin, at: Task.design, "an hour less") { $0.toTarget?.margin[Task.design] -= 60 },
  Tampering(.freeFloat, at: Task.survey, "an hour more") { $0.freeFloat[Task.survey] += 60 },
  Tampering(.freeFloat, at: Task.training, "an hour less") { $0.freeFloat[Task.training] -= 60 },
  Tampering(.progress, at: ProgressTask.begun, "another start", in: .underWay) {
    $0.start[ProgressTask.begun] -= 1440
  },
  Tampering(.progress, at: ProgressTask.begun, "work goes on a day late", in: .underWay) {
    $0.finish[ProgressTask.begun] += 1440
  },
  Tampering(.statusDate, at: ProgressTask.begun, "work done in the past", in: .underWay) {
    $0.finish[ProgressTask.begun] -= 1440
  },
  Tampering(.statusDate, at: ProgressTask.free, "a start in the past", in: .underWay) {
    $0.shift(ProgressTask.free, byDays: -1)
  },
  Tampering(.lateDates, at: ProgressTask.begun, "a finish too late for the next", in: .underWay) {
    $0.lateFinish[ProgressTask.begun] += 1440
  },
]

extension Schedule {
  fileprivate static var lists: [WritableKeyPath<Schedule, [Int32]>] {
    [
      \.start, \.finish, \.earlyStart, \.earlyFinish, \.lateStart, \.lateFinish, \.totalFloat,
      \.freeFloat,
    ]
  }

  fileprivate static var targetLists: [WritableKeyPath<Schedule.TargetDates, [Int32]>] {
    [\.lateStart, \.lateFinish, \.margin]
  }

  /// Moves planned and early dates; floats stay.
  fileprivate mutating func shift(_ task: Int, byDays days: Int32) {
    start[task] += days * 1440
    finish[task] += days * 1440
    earlyStart[task] += days * 1440
    earlyFinish[task] += days * 1440
  }

  fileprivate mutating func shiftLate(_ task: Int, byDays days: Int32) {
    lateStart[task] += days * 1440
    lateFinish[task] += days * 1440
  }

  /// The schedule with a task's planned dates a working day later or earlier, floats adapted.
  fileprivate func movingEarly(
    _ task: Int, by step: Int, _ plan: DayPlan, _ oracle: BruteForceScheduler
  ) -> Schedule {
    let old = plan.day(start[task])
    let new = oracle.neighbour(of: old, task, step)
    let change = Int32(oracle.workdays(task, from: new, to: old) * 1440)
    var result = self
    result.start[task] = plan.instant(new).minutes
    result.finish[task] = plan.instant(oracle.finish(task, from: new)).minutes
    result.earlyStart[task] = result.start[task]
    result.earlyFinish[task] = result.finish[task]
    result.totalFloat[task] += change
    result.freeFloat[task] += change
    result.toTarget?.margin[task] += change
    return result
  }

  /// The schedule with a task's late dates a working day later or earlier, total float adapted.
  fileprivate func movingLate(
    _ task: Int, by step: Int, _ plan: DayPlan, _ oracle: BruteForceScheduler
  ) -> Schedule {
    let old = plan.day(lateStart[task])
    let new = oracle.neighbour(of: old, task, step)
    var result = self
    result.lateStart[task] = plan.instant(new).minutes
    result.lateFinish[task] = plan.instant(oracle.finish(task, from: new)).minutes
    result.totalFloat[task] += Int32(oracle.workdays(task, from: old, to: new) * 1440)
    return result
  }
}

extension BruteForceScheduler {
  /// The next day, later or earlier, on which an activity may start.
  fileprivate func neighbour(of day: Int, _ index: Int, _ step: Int) -> Int {
    var day = day + step
    while !mayStart(index, on: day) { day += step }
    return day
  }
}
