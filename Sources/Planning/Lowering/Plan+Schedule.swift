public import Scheduling
import SharedSystem

extension Plan {
  /// Schedules the plan, with the work that follows from its modules.
  ///
  /// - Parameter calendars: compiled calendars of plans scheduled before; nil compiles them.
  /// - Throws: `PlanError`, in the plan's own terms.
  /// - Complexity: O(tasks + links + days of the calendars), with links on summaries counted once
  ///   for each task they reach.
  public func scheduled(calendars: CalendarCache? = nil) throws(PlanError) -> PlanSchedule {
    let lowered = try LoweredPlan(generated == nil ? withGeneratedWork() : self)
    return PlanSchedule(lowered, try lowered.scheduled(calendars: calendars))
  }
}

extension LoweredPlan {
  /// Schedules the lowered network.
  ///
  /// - Throws: `PlanError`, in the plan's own terms.
  func scheduled(calendars: CalendarCache? = nil) throws(PlanError) -> ScheduledNetwork {
    do {
      let scheduled = try Scheduler.schedule(network, calendars: calendars)
      if plan.criticalPaths == .one { return scheduled }
      return try Scheduler.schedule(anchoringEachEnd(scheduled), calendars: calendars)
    } catch {
      throw raised(error)
    }
  }

  /// The network in which every task that nothing waits for must keep its own finish.
  ///
  /// - Complexity: O(tasks + links).
  private func anchoringEachEnd(_ scheduled: ScheduledNetwork) -> Network {
    var awaited = [Bool](repeating: false, count: network.taskCount)
    var gates: [(member: Int32, gate: Int32)] = []
    for number in 0..<Int32(network.linkCount) {
      let link = network.link(number)
      if isGate(link.target) {
        gates.append((link.source, link.target))
      } else {
        awaited[Int(link.source)] = true
      }
    }
    // A gate hands on whether anything waits for its group.
    for (member, gate) in gates where awaited[Int(gate)] { awaited[Int(member)] = true }
    var result = network
    for task in 0..<Int32(network.taskCount) where !awaited[Int(task)] && !isGate(task) {
      let finish = Instant(minutes: scheduled.schedule.finish[Int(task)])
      result.setDeadline(task, min(finish, network.deadline(of: task) ?? finish))
    }
    return result
  }

  /// An error in the plan's own terms.
  func raised(_ error: SchedulingError) -> PlanError {
    switch error {
    case .cycle(let nodes, let links): return cycle(nodes, links)
    case .noWorkingTime(let node, let after):
      let index = task[Int(node)]
      return .noWorkingTime(
        task: plan.tasks[index].id, calendar: name(ofCalendar: calendar[index]),
        after: "\(after.date)")
    case .outOfRange(let node): return .outOfRange(task: plan.tasks[task[Int(node)]].id)
    case .tooManyCalendarDays(let calendars, let from, let to):
      return .tooManyCalendarDays(calendars: calendars, from: from.date, to: to.date)
    }
  }

  /// The id of a calendar of the network; empty for a project's calendar that has none.
  func name(ofCalendar number: Int32) -> String {
    number == 0 ? plan.calendar ?? "" : plan.calendars[Int(number) - 1].id
  }

  /// A cycle of nodes as a cycle of tasks and summaries.
  private func cycle(_ nodes: [Int32], _ links: [Int32]) -> PlanError {
    var ids: [String] = []
    var locations: [SourceLocation?] = []
    for (node, link) in zip(nodes, links) {
      // The step from a task into the summary that holds it is no link anybody wrote.
      guard let dependency = origin[Int(link)].dependency else { continue }
      let statement = plan.tasks[dependency.task]
      ids.append(plan.tasks[task[Int(node)]].id)
      locations.append(statement.after[dependency.index].location ?? statement.location)
    }
    return .cycle(tasks: ids, links: locations)
  }
}
