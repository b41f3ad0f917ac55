public import Scheduling

/// How much each thing on the driving path costs the cutover: drag, found by scheduling the plan
/// without it (S. A. Devaux, "Total Project Control", 1999), not from floats.
///
/// Tried are the tasks on some driving path to the cutover (ties included), the lags and constraints
/// that set their dates, and the runs of days on which nobody works between the path's start and its
/// end. Of what lies on no driving path nothing is tried: the cutover does not wait for it, so taking
/// it away leaves the cutover where it is.
public struct DragAnalysis: Sendable {
  /// What is taken away.
  public enum Subject: Hashable, Sendable {
    /// A task takes no time: index in `plan.tasks`.
    case task(Int)
    /// The lag of a dependency: the task's index, and the position in its `after`.
    case lag(task: Int, dependency: Int)
    /// A constraint of a task.
    case constraint(task: Int, TaskConstraint)
    /// A run of days without work becomes working days.
    case closed(first: CivilDate, last: CivilDate)
    /// Work on a calendar (its id) may be done outside its windows, too.
    case windows(calendar: String)
  }

  /// What one thing costs.
  public struct Item: Hashable, Sendable {
    /// What was taken away.
    public var subject: Subject
    /// Working minutes of the project's calendar by which the cutover is then earlier.
    public var drag: Int32
    /// The same in minutes of the clock.
    public var elapsed: Int32
    /// The other window that the last task that waits for one then reaches; nil where it waits for
    /// none, or for the same.
    public var window: WorkCalendar.Window?
  }

  /// What gains nothing because a window swallows it: without it the work before the window is ready
  /// earlier, and what waits for the window waits all the same.
  public struct Swallowed: Hashable, Sendable {
    /// What was taken away.
    public var subject: Subject
    /// The task that waits for the window: index in `plan.tasks`.
    public var task: Int
    /// Working minutes of the project's calendar by which the work before it is ready earlier.
    public var gained: Int32
    /// The window it waits for all the same.
    public var window: WorkCalendar.Window
    /// The window before that one in which the task would fit; nil when there is none.
    public var previous: WorkCalendar.Window?
    /// Working minutes of the project's calendar that are missing for the window before.
    public var missing: Int32?
  }

  /// The plan as it is.
  public var schedule: PlanSchedule
  /// Everything that was tried and has drag, the most drag first.
  public var items: [Item]
  /// What a window swallows, the largest gain first.
  public var swallowed: [Swallowed]
  /// How many things were tried.
  public var tried: Int
}

extension PlanSchedule {
  /// What each thing on the driving path costs the cutover.
  ///
  /// - Complexity: one pass over the network, O(tasks + links), for each thing that is tried; for
  ///   closed days also the days of the calendars.
  public func dragAnalysis(calendars: CalendarCache = CalendarCache()) -> DragAnalysis {
    let subjects = dragSubjects
    let trials = DragTrials(self, calendars)
    var items: [DragAnalysis.Item] = []
    var swallowed: [DragAnalysis.Swallowed] = []
    for subject in subjects {
      guard let trial = trials.without(subject) else { continue }
      if trial.cutoverFinish < cutoverFinish {
        items.append(
          .init(
            subject: subject,
            drag: scheduled.workingMinutes(from: trial.cutoverFinish, to: cutoverFinish),
            elapsed: cutoverFinish.minutes - trial.cutoverFinish.minutes, window: trial.window))
      } else if let lost = trials.swallowed(trial, subject) {
        swallowed.append(lost)
      }
    }
    let order = items.indices.sorted {
      (-items[$0].drag, -items[$0].elapsed, $0) < (-items[$1].drag, -items[$1].elapsed, $1)
    }
    let lostOrder = swallowed.indices.sorted {
      (-swallowed[$0].gained, $0) < (-swallowed[$1].gained, $1)
    }
    return DragAnalysis(
      schedule: self, items: order.map { items[$0] }, swallowed: lostOrder.map { swallowed[$0] },
      tried: subjects.count)
  }

  // MARK: What is tried

  private var dragSubjects: [DragAnalysis.Subject] {
    let isDriving = scheduled.drivingTasks()
    var result: [DragAnalysis.Subject] = []
    var seen: Set<DragAnalysis.Subject> = []
    func add(_ subject: DragAnalysis.Subject) {
      if seen.insert(subject).inserted { result.append(subject) }
    }
    var first = cutoverFinish
    var used: Set<Int32> = []
    let network = lowered.network
    for node in isDriving.indices where isDriving[node] && !lowered.isGate(Int32(node)) {
      let task = lowered.task[node]
      first = min(first, tasks[task].start)
      used.insert(network.calendar(of: Int32(node)))
      if !network.duration(of: Int32(node)).isZero,
        network.progress(of: Int32(node))?.finished == nil
      {
        add(.task(task))
      }
      for driver in scheduled.drivers(of: Int32(node)) {
        if let link = driver.link, network.link(link).lag > 0,
          let origin = lowered.origin[Int(link)].dependency
        {
          add(.lag(task: origin.task, dependency: origin.index))
        }
        if case .constraint(let constraint) = driver {
          add(.constraint(task: task, constraint))
        }
      }
    }
    for number in used.sorted() where network.calendars[Int(number)].windows != nil {
      let id = number == 0 ? plan.calendar : plan.calendars[Int(number) - 1].id
      if let id { add(.windows(calendar: id)) }
    }
    for run in closedRuns(used, from: first) { add(run) }
    return result
  }

  /// Runs of days without work, weekends at their ends left out, that some working day of the week
  /// falls into, on a calendar without windows that the path uses.
  private func closedRuns(_ used: Set<Int32>, from first: Instant) -> [DragAnalysis.Subject] {
    var runs: Set<[Int]> = []
    let range = (
      Instant.day(of: max(first, plan.start).minutes), Instant.day(of: cutoverFinish.minutes)
    )
    guard range.0 <= range.1 else { return [] }
    for number in used where lowered.network.calendars[Int(number)].windows == nil {
      let calendar = lowered.network.calendars[Int(number)]
      var run: [Int] = []
      calendar.forEachDay(from: range.0, through: range.1) { day, hours in
        if !hours.isEmpty {
          if let start = run.first, let end = run.last { runs.insert([start, end]) }
          run = []
        } else if !calendar.week[CivilDate(dayNumber: day).isoWeekday - 1].isEmpty {
          run.append(day)
        }
      }
      if let start = run.first, let end = run.last { runs.insert([start, end]) }
    }
    return runs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map {
      .closed(first: CivilDate(dayNumber: $0[0]), last: CivilDate(dayNumber: $0[1]))
    }
  }
}
