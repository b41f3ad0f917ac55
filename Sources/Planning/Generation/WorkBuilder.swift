internal import Scheduling
import SharedSystem

/// Builds the work breakdown: tasks of modules, of interfaces, and of waves, with their links.
///
/// Ids are made of the ids of what a task is about (`billing.design.retail`,
/// `contract.billing--metering.table`, `wave.main.rehearsal-2`), so that another module leaves them
/// as they are. A task that there is no reason for is not made: links to it are then left out.
///
/// - Source: the work breakdown of twenty steps in `bunri`'s separation method; rules and figures
///   are defaults (`EstimatorDefaults`) that a plan can replace.
struct WorkBuilder {
  let plan: Plan
  let system: SystemModel
  let estimate: SystemEstimate
  let separation: PlanSeparation
  let waves: WaveAssignment
  let durations: WorkDurations
  let names: WorkNames
  let joint: String?
  /// By coupling, the modules at its ends.
  let ends: [(from: Int, to: Int)]
  /// By coupling, the id its tasks share.
  let interfaceIDs: [String]
  /// By module, the crossings that have one of their ends there, in the order of the separation.
  private let crossingsOfModule: [[PlanSeparation.Crossing]]

  /// The tasks made so far, each summary before the tasks it holds.
  private(set) var tasks: [PlanTask] = []
  private(set) var remarks: [GeneratedWork.Remark] = []
  /// The ids of the tasks made so far.
  private var made: Set<String> = []
  /// The place of each summary in ``tasks``, by its id.
  private var summaries: [String: Int] = [:]
  private var summary: Int?

  init(
    _ plan: Plan, _ estimate: SystemEstimate, _ separation: PlanSeparation,
    _ waves: WaveAssignment
  ) {
    self.plan = plan
    system = plan.system
    self.estimate = estimate
    self.separation = separation
    self.waves = waves
    durations = WorkDurations(
      defaults: estimate.defaults, rules: ScheduleRules(estimate.defaults),
      rule: plan.generation.rule,
      daysPerMonth: Int64(plan.units.daysPerMonth))
    names = WorkNames(
      owners: Dictionary(
        plan.owners.map { ($0.id, $0.shortName) }, uniquingKeysWith: { first, _ in first }))
    joint = plan.jointOwner
    ends = WaveAssignment.ends(of: system)
    interfaceIDs = WorkBuilder.interfaceIDs(system.couplings)
    crossingsOfModule = WorkBuilder.filed(
      separation.crossings, ends, moduleCount: system.modules.count)
  }

  /// Crossings filed by the modules at their ends; one between a module and itself is filed once.
  private static func filed(
    _ crossings: [PlanSeparation.Crossing], _ ends: [(from: Int, to: Int)], moduleCount: Int
  ) -> [[PlanSeparation.Crossing]] {
    var result = [[PlanSeparation.Crossing]](repeating: [], count: moduleCount)
    for crossing in crossings {
      let (from, to) = ends[crossing.coupling]
      result[from].append(crossing)
      if to != from { result[to].append(crossing) }
    }
    return result
  }

  /// `from--to.kind`, with a number from the second on when there are several of one kind.
  private static func interfaceIDs(_ couplings: [Coupling]) -> [String] {
    var count: [String: Int] = [:]
    return couplings.map { coupling in
      let id = "\(coupling.from)--\(coupling.to).\(coupling.kind.rawValue)"
      count[id, default: 0] += 1
      let number = count[id] ?? 1
      return number == 1 ? id : "\(id).\(number)"
    }
  }

  // MARK: Adding tasks

  /// Opens a summary; the tasks that follow belong to it.
  mutating func open(_ id: String, _ name: LocalizedText, _ item: GeneratedWork.Item) {
    var task = PlanTask(id: id, name: name)
    task.isSummary = true
    task.work = item
    summary = tasks.count
    summaries[id] = tasks.count
    made.insert(id)
    tasks.append(task)
  }

  /// Opens a summary again.
  mutating func reopen(_ id: String) { summary = summaries[id] }

  /// Closes the open summary.
  mutating func close() { summary = nil }

  /// The tasks in outline order: each summary before the tasks it holds, and none without any.
  ///
  /// - Complexity: O(tasks).
  var outline: [PlanTask] {
    var children: [[Int]] = Array(repeating: [], count: tasks.count)
    for (index, task) in tasks.enumerated() {
      if let parent = task.parent { children[parent].append(index) }
    }
    var result: [PlanTask] = []
    for (index, task) in tasks.enumerated() where task.parent == nil {
      if task.isSummary, children[index].isEmpty { continue }
      let place = result.count
      result.append(task)
      for child in children[index] {
        result.append(tasks[child])
        result[result.count - 1].parent = place
      }
    }
    return result
  }

  /// Adds a task.
  ///
  /// - Parameter after: what it waits for; tasks that were not made are left out.
  mutating func add(
    _ id: String, _ name: LocalizedText, _ item: GeneratedWork.Item, _ span: WorkDurations.Span?,
    owner: String?, module: Int? = nil, drivers: Set<String> = [], calendar: String? = nil,
    after: [PlanTask.Dependency]
  ) {
    guard made.insert(id).inserted else { return }
    var task = PlanTask(id: id, name: name)
    task.parent = summary
    task.owner = owner
    task.calendar = calendar
    task.work = item
    if let rate = plan.generation.rate, let effort = item.effort {
      task.cost = Int64(clamping: Int128(effort.mode) * Int128(rate) / 1000)
    }
    if let module {
      task.module = system.modules[module].id
      task.drivers = drivers.intersection(system.modules[module].drivers).sorted()
    } else {
      task.drivers = drivers.sorted()
    }
    if let span {
      task.duration = span.mode
      task.estimate = span.estimate
    } else {
      task.isMilestone = true
    }
    task.after = after.filter { made.contains($0.task) }
    if task.after.isEmpty { task.after = plan.generation.after }
    tasks.append(task)
  }

  /// Makes the last task as long as the team for its language needs, and says that it needs the
  /// team.
  mutating func staff(_ language: String?, for effort: ThreePoint) {
    guard let language = language?.lowercased(), let index = tasks.indices.last,
      let team = plan.teams.first(where: { $0.id.lowercased() == language }),
      let capacity = team.capacity.map(\.thousandths).max(), capacity > 0,
      let duration = tasks[index].duration, duration.unit == .days
    else { return }
    let rule = Int(duration.thousandths / 1000)
    let needed = durations.days(of: effort.mode, capacity: capacity)
    let days = max(rule, needed)
    if days > rule {
      tasks[index].duration = PlanDuration(days, .days)
      tasks[index].work?.ruleDays = rule
      if var estimate = tasks[index].estimate {
        let low = durations.days(of: effort.low, capacity: capacity)
        let high = durations.days(of: effort.high, capacity: capacity)
        estimate.low = longer(estimate.low, low)
        estimate.mode = PlanDuration(days, .days)
        estimate.high = longer(estimate.high, max(high, days))
        tasks[index].estimate = estimate
      }
      remarks.append(
        .teamTooSmall(task: tasks[index].id, team: team.id, ruleDays: rule, days: days))
    }
    let people = effort.mode * durations.daysPerMonth / Int64(max(1, days))
    let units = min(capacity, max(100, (people + 50) / 100 * 100))
    tasks[index].needs = [PlanTask.TeamNeed(team: team.id, thousandths: units)]
  }

  private func longer(_ duration: PlanDuration, _ days: Int) -> PlanDuration {
    duration.thousandths >= Int64(days) * 1000 ? duration : PlanDuration(days, .days)
  }

  mutating func remark(_ remark: GeneratedWork.Remark) { remarks.append(remark) }

  // MARK: Looking up

  /// The wave of a module.
  func wave(of module: Int) -> String { waves.ids[waves.waveOfModule[module]] }

  /// The wave's id as names show it; nil when there is only one.
  func shown(wave: Int) -> String? { waves.ids.count > 1 ? waves.ids[wave] : nil }

  /// The id of an owner by its index among the holders.
  func owner(_ index: Int) -> String { separation.owners[index] }

  /// The crossings that have one of their ends at a module.
  func crossings(of module: Int) -> [PlanSeparation.Crossing] { crossingsOfModule[module] }

  /// Whether the separation makes work for a module: it is built or moved, an interface is made, or
  /// somebody who has it today loses it.
  func isTouched(_ module: Int) -> Bool {
    separation.strategies[module] != .keep || !losers(of: module).isEmpty
      || !crossingsOfModule[module].isEmpty
  }

  /// Owners who hold or use a module today and will not hold it, as indices among the holders.
  func losers(of module: Int) -> [Int] {
    let holders = separation.holders[module]
    return system.owners.indices.filter {
      system.modules[module].heldBy.contains(system.owners[$0]) && !holders.contains($0)
    }
  }

  /// A dependency on a task.
  func wait(
    _ task: String, _ type: LinkType = .finishToStart, _ lag: PlanTask.Lag = .none
  ) -> PlanTask.Dependency {
    PlanTask.Dependency(task: task, type: type, lag: lag)
  }
}
