import SharedSystem

extension Plan {
  /// The plan with the work that follows from its modules, joined with the tasks written by hand.
  ///
  /// A written task with the id of a generated one completes it: what it states wins, and what it
  /// waits for comes in addition. With `replace: true` it stands in its place as written.
  ///
  /// - Returns: the plan itself when it has no modules, when fewer than two owners can hold them,
  ///   or when it says that no work is generated.
  /// - Throws: why modules cannot be separated, and unknown defaults.
  /// - Complexity: one minimum cut and O(tasks + modules · owners + couplings · log couplings).
  public func withGeneratedWork() throws(PlanError) -> Plan {
    try generating(withoutDrivers: [], holding: nil)
  }

  /// The plan with generated work under other circumstances.
  ///
  /// - Parameters:
  ///   - drivers: schedule drivers (D1–D4) whose surcharge on effort is left out.
  ///   - choices: the choice of holders of each module; nil: the cheapest separation.
  func generating(
    withoutDrivers drivers: Set<String>, holding choices: Separation?
  ) throws(PlanError) -> Plan {
    guard let work = try ModuleWork(of: self, withoutDrivers: drivers, holding: choices) else {
      return self
    }
    return try joined(with: work)
  }

  /// The plan with the work of its modules joined with the tasks written by hand.
  ///
  /// - Parameter work: made of this plan, or of one that differs only in written tasks.
  /// - Complexity: O(tasks).
  package func joined(with work: ModuleWork) throws(PlanError) -> Plan {
    var plan = self
    plan.tasks = generated?.written ?? tasks
    plan.generated = work.generated
    plan.generated?.written = plan.tasks
    try plan.join(work.tasks)
    if plan.cutover == nil, plan.tasks.contains(where: { $0.id == "separation.operation" }) {
      plan.cutover = "separation.operation"
    }
    return plan
  }

  /// The plan with only what was written.
  public func withoutGeneratedWork() -> Plan {
    guard let generated else { return self }
    var plan = self
    plan.tasks = generated.written
    plan.generated = nil
    if plan.cutover == "separation.operation",
      !plan.tasks.contains(where: { $0.id == "separation.operation" })
    {
      plan.cutover = nil
    }
    return plan
  }

  /// Joins generated tasks with the written ones.
  private mutating func join(_ made: [PlanTask]) throws(PlanError) {
    let writtenIndex = Dictionary(
      tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let madeIDs = Dictionary(
      made.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var result: [PlanTask] = []
    result.reserveCapacity(tasks.count + made.count)
    /// By index among the written tasks, the index in the result.
    var place: [Int?] = []
    for task in tasks {
      var task = task
      let other = madeIDs[task.id].map { made[$0] }
      if let other, task.isSummary || other.isSummary { throw .overridesSummary(task: task.id) }
      // What completes a generated task takes its place, unless a written summary holds it.
      if other != nil, task.parent == nil {
        place.append(nil)
        continue
      }
      if let parent = task.parent { task.parent = place[parent] }
      place.append(result.count)
      result.append(other.map { task.completing($0) } ?? task)
    }
    /// By index among the made tasks, the index in the result.
    var madePlace: [Int] = []
    for task in made {
      var task = task
      if let parent = task.parent { task.parent = madePlace[parent] }
      if let written = writtenIndex[task.id] {
        if place[written] != nil {
          madePlace.append(-1)
          continue
        }
        let parent = task.parent
        task = tasks[written].completing(task)
        task.parent = parent
      }
      madePlace.append(result.count)
      result.append(task)
    }
    tasks = result
  }
}

extension PlanTask {
  /// This task, written by hand, with what it does not state taken from a generated one.
  fileprivate func completing(_ made: PlanTask) -> PlanTask {
    var task = self
    task.work = made.work
    if replacesGenerated { return task }
    if name == LocalizedText(id) { task.name = made.name }
    if duration == nil, !isMilestone {
      task.duration = made.duration
      task.isMilestone = made.isMilestone
      task.estimate = estimate ?? made.estimate
    }
    task.owner = owner ?? made.owner
    task.module = module ?? made.module
    if drivers.isEmpty { task.drivers = made.drivers }
    task.calendar = calendar ?? made.calendar
    task.cost = cost ?? made.cost
    if needs.isEmpty { task.needs = made.needs }
    task.after = made.after + after.filter { !made.after.contains($0) }
    return task
  }
}
