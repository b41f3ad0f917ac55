public import Scheduling

extension PlanSchedule {
  /// An interface that companies must agree on.
  public struct Contract: Hashable, Sendable {
    /// Index of the contract's task in `plan.tasks`.
    public var task: Int
    /// Index of the coupling in `plan.couplings`.
    public var coupling: Int
    /// Id of the owner who uses what the other provides.
    public var user: String
    /// Id of the owner who provides it.
    public var provider: String
    /// The latest finish that does not move the cutover.
    public var neededBy: Instant
    /// How far it may slip before the cutover moves, in minutes of work.
    public var float: Int32
  }

  /// The interfaces that companies must agree on, in the order in which the cutover needs them.
  ///
  /// - Throws: `PlanError` when a late date cannot be computed.
  /// - Complexity: one schedule and O(tasks + crossings · log crossings).
  public func contracts() throws(PlanError) -> [Contract] {
    guard let generated = plan.generated else { return [] }
    let anchored = try anchoredAtCutover()
    let separation = generated.separation
    var result: [Contract] = []
    for (index, task) in plan.tasks.enumerated() {
      guard let work = task.work, work.kind == .contract, let crossing = work.crossing else {
        continue
      }
      let dates = anchored.tasks[index]
      result.append(
        Contract(
          task: index, coupling: crossing.coupling, user: separation.owners[crossing.user],
          provider: separation.owners[crossing.provider],
          neededBy: dates.targetLateFinish ?? dates.lateFinish,
          float: dates.margin ?? dates.totalFloat))
    }
    return result.sorted {
      ($0.neededBy, tasks[$0.task].start, $0.task) < ($1.neededBy, tasks[$1.task].start, $1.task)
    }
  }

  /// The schedule whose target is its own cutover.
  private func anchoredAtCutover() throws(PlanError) -> PlanSchedule {
    var plan = plan
    plan.target = cutoverFinish
    return try plan.scheduled()
  }
}
