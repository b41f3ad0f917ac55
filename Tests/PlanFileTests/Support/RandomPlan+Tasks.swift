import Planning
import Scheduling

extension RandomPlan {
  mutating func makeTasks() {
    var parents: [Int?] = [nil]
    for _ in 0..<int(0...9) {
      while parents.count > 1, chance(35) { parents.removeLast() }
      let index = soFar.tasks.count
      let isSummary = chance(25) && parents.count < 5
      append(makeTask(parent: parents.last ?? nil, isSummary: isSummary))
      if isSummary {
        parents.append(index)
        append(makeTask(parent: index, isSummary: false))
      }
    }
    for index in soFar.tasks.indices { setAfter(index, after(index)) }
  }

  private mutating func makeTask(parent: Int?, isSummary: Bool) -> PlanTask {
    let id = id()
    var task = PlanTask(id: id, name: name(id))
    task.parent = parent
    task.isSummary = isSummary
    task.owner = ownerID()
    task.module = moduleID()
    task.drivers = words()
    task.calendar = calendarID()
    task.constraints = chance(60) ? [] : many(3) { $0.constraint() }
    task.deadline = maybe { $0.finish() }
    task.cost = maybe { $0.money() }
    task.isActive = !chance(15)
    task.replacesGenerated = chance(5)
    task.illustrative = maybe { $0.chance(50) }
    task.source = maybe { $0.text() }
    task.notes = maybe { $0.localized() }
    task.baselines = (0...10).filter { _ in chance(5) }.map { number in
      var baseline = PlanTask.Baseline(number: number)
      baseline.start = maybe { $0.finish() }
      baseline.finish = maybe { $0.finish() }
      baseline.duration = maybe { $0.duration() }
      baseline.cost = maybe { $0.money() }
      return baseline
    }
    guard !isSummary else { return task }
    task.needs = soFar.teams.filter { _ in chance(40) }.shuffled(using: &random).map {
      PlanTask.TeamNeed(team: $0.id, thousandths: amount(9))
    }
    task.progress = maybe { $0.progress() }
    task.isMilestone = chance(20)
    if !task.isMilestone { makeWork(&task) }
    if let unit = task.duration?.unit, !unit.isElapsed, unit != .calendarMonths, chance(20) {
      task.parts = parts()
    }
    return task
  }

  private mutating func parts() -> [PlanTask.Part] {
    (0...int(0...2)).map { _ in
      PlanTask.Part(
        duration: duration(.hours), delay: chance(50) ? .zero : duration(.days),
        calendar: calendarID())
    }
  }

  private mutating func makeWork(_ task: inout PlanTask) {
    let normal = duration()
    task.duration = normal
    if chance(30) {
      let low = duration(normal.unit == .calendarMonths ? .days : normal.unit)
      let mode = PlanDuration(thousandths: low.thousandths + amount(50), low.unit)
      task.estimate = PlanTask.Estimate(
        low: low, mode: maybe { _ in mode },
        high: PlanDuration(thousandths: mode.thousandths + amount(50), low.unit),
        distribution: pick(["triangular", "pert", "uniform", "normal"]))
    }
    switch int(0...3) {
    case 0: task.modes = many(3) { PlanTask.Mode(duration: $0.duration(), cost: $0.money()) }
    case 1 where normal.unit == .days && normal.thousandths >= 5000:
      var cost: Int64 = 0
      for step in 1...Int64(int(1...4)) {
        // Each day dearer than the one before.
        cost += step * Int64(1_000_000 + int(0...1000))
        task.crash.append(
          PlanTask.CrashPoint(
            duration: PlanDuration(thousandths: normal.thousandths - step * 1000, .days),
            cost: cost))
      }
    default: break
    }
  }

  mutating func constraint() -> TaskConstraint {
    let kind = pick(TaskConstraint.Kind.allCases)
    if kind == .asLateAsPossible { return TaskConstraint(kind, Instant(minutes: 0)) }
    return TaskConstraint(kind, kind.concernsFinish ? finish() : start())
  }

  private mutating func progress() -> PlanTask.Progress {
    let started = recent()
    let later = Instant(minutes: started.minutes + Int32(int(0...500_000)))
    switch int(0...2) {
    case 0: return PlanTask.Progress(started: started, finished: later)
    case 1: return PlanTask.Progress(started: started, finished: later, remaining: .zero)
    default:
      return PlanTask.Progress(
        started: started, remaining: maybe { $0.duration() }, resumed: maybe { _ in later })
    }
  }

  mutating func lag() -> PlanTask.Lag {
    let sign: Int64 = chance(40) ? -1 : 1
    if chance(20) { return .percent(thousandths: sign * amount(200)) }
    let duration = duration()
    if duration.unit == .calendarMonths || chance(40) { return .none }
    return .time(
      PlanDuration(
        thousandths: chance(10) ? 0 : sign * duration.thousandths, duration.unit))
  }

  private mutating func after(_ index: Int) -> [PlanTask.Dependency] {
    let tasks = soFar.tasks
    var result: [PlanTask.Dependency] = []
    for _ in 0..<int(0...4) {
      let other = int(0...(tasks.count - 1))
      guard !isPart(index, of: other), !isPart(other, of: index) else { continue }
      let dependency = PlanTask.Dependency(
        task: tasks[other].id, type: pick(LinkType.allCases), lag: lag(),
        lagCalendar: chance(20) ? pick(LagCalendar.allCases) : nil)
      if !result.contains(dependency) { result.append(dependency) }
    }
    return result
  }

  private func isPart(_ task: Int, of summary: Int) -> Bool {
    var holder: Int? = task
    while let index = holder {
      if index == summary { return true }
      holder = soFar.tasks[index].parent
    }
    return false
  }
}
