extension ScheduledNetwork {
  /// Where the total float of a task comes from.
  public struct TightestPath: Hashable, Sendable {
    /// One step onwards from a task.
    public struct Step: Hashable, Sendable {
      /// The task it leads to.
      public let task: Int32
      /// How far the task before may slip before this one moves, in minutes of work.
      public let slack: Int32
    }

    /// The steps, from the task's successor on.
    public let steps: [Step]
    /// Whether the last task has its late date from a deadline or a constraint of its own, not from
    /// the project's finish.
    public let endsAtOwnDate: Bool
  }

  /// Follows from a task the links that leave the least total float, to the project's finish or to
  /// a task whose own deadline or constraint leaves less than any link.
  ///
  /// - Complexity: O(tasks + links).
  public func tightestPath(from task: Int32) -> TightestPath {
    let floats = CutoverFloat(projectFinishOf: self)
    var steps: [TightestPath.Step] = []
    var current = task
    while true {
      let own = floats.float(of: current) ?? Int32.max
      guard let link = floats.tightestLink(from: current) else {
        return TightestPath(steps: steps, endsAtOwnDate: own < floats.floatToEnd(of: current))
      }
      if own < floats.float(leftBy: link) {
        return TightestPath(steps: steps, endsAtOwnDate: true)
      }
      current = network.linkTarget[Int(link)]
      steps.append(.init(task: current, slack: floats.slack(ofLink: link)))
    }
  }
}

extension ScheduledNetwork {
  /// The links into a task whose predecessors may slip by less than so many minutes of work before
  /// it moves. The way from a milestone to the next working minute is no slack.
  ///
  /// - Complexity: O(links into the task).
  package func links(into task: Int32, slackBelow limit: Int32) -> [Int32] {
    engine.links(into: Int(task)).compactMap { position in
      let source = engine.incoming[position].source
      var slack = slack(ofIncoming: position, into: Int(task))
      if engine.tasks[Int(source)].amount == 0, slack > 0 {
        let date = schedule.start[Int(source)]
        slack = workingMinutes(
          from: Instant(minutes: date), to: Instant(minutes: date + slack),
          calendar: network.calendar(of: task))
      }
      return slack < limit ? engine.incomingNumber[position] : nil
    }
  }
}
