internal import Scheduling

/// A bound on the cutover of every plan that some decisions about levers leave possible.
///
/// The relaxed network holds, for each task, one node for each form it takes under a choice of its
/// touching levers that agrees with the decisions; the task's start is the earliest start of these
/// nodes, its finish their earliest finish (gates that take the minimum). Calendars have all the
/// working time that decided and undecided levers add.
///
/// *Why no plan can be earlier.* Take a possible choice S of levers and go through its network in
/// topological order. The task's form under S is that under S restricted to its touching levers
/// (`LeverScope`), so it is one of its nodes. That node waits for the same links, from tasks whose
/// relaxed dates are, by induction, no later than under S; the engine's early dates never get
/// earlier when what a task waits for gets later, and they get no later when a calendar that
/// `LeverScope.openers` may open gets more working time. So the node is no later than the task under
/// S, and the minimum over the nodes is no later either. Three things are taken out because they are
/// not monotone, each with an earlier result: "as late as possible" becomes as soon as possible; the
/// move of a milestone to a working minute, which happens only while a date and no link places it,
/// does not happen; and a task that may be absent binds no summary and no project finish.
struct RelaxedPlan {
  /// A lower bound on when the cutover finishes.
  enum Bound: Hashable, Sendable {
    /// No earlier than this.
    case notBefore(Instant)
    /// No choice that the decisions leave can be applied and scheduled.
    case impossible
    /// Nothing is known.
    case unknown

    /// Whether no choice finishes by a date.
    func excludes(_ date: Instant) -> Bool {
      switch self {
      case .notBefore(let bound): bound > date
      case .impossible: true
      case .unknown: false
      }
    }
  }

  private let base: LeverBase
  private var network: Network
  /// By task, what is left of it.
  private var shapes: [TaskShape]
  /// By node, the task and which of its forms it is.
  private var origin: [(task: Int, form: Int)?] = []
  /// By task, the nodes (or gates) that stand for its start and finish; nil: it may lie anywhere.
  private var ends: [(start: Int32, finish: Int32)?]

  /// - Parameters:
  ///   - decided: open levers that are applied.
  ///   - undecided: open levers that may be applied; the others are not.
  ///   - isShortest: whether every task that can be made shorter is at its shortest: then nothing
  ///     that money can do is earlier either.
  init?(
    _ base: LeverBase, decided: LeverSet, undecided: LeverSet, isShortest: Bool = false
  ) {
    self.base = base
    guard let shapes = base.shapes(decided: decided, undecided: undecided) else { return nil }
    self.shapes = isShortest ? shapes.map(\.atItsShortest) : shapes
    network = RelaxedPlan.emptyNetwork(base.opened(by: decided.union(undecided)))
    ends = Array(repeating: nil, count: shapes.count)
  }

  static func emptyNetwork(_ plan: Plan) -> Network {
    let project =
      plan.calendar.flatMap { id in plan.calendars.first { $0.id == id } }?.calendar ?? .standard
    var network = Network(start: plan.start, calendars: [project] + plan.calendars.map(\.calendar))
    network.constraintRule = plan.constraintRule
    network.progressRule = plan.progressRule
    network.statusDate = plan.statusDate
    return network
  }

  /// The bound.
  ///
  /// - Complexity: O(forms + links of forms); once more for each form whose calendar has no working
  ///   time left where it should lie.
  mutating func bound() -> Bound {
    // A form that cannot be placed even here cannot be placed in any plan: it is taken out.
    while true {
      build()
      do {
        let dates = try Scheduler.earlyDates(network, calendars: base.calendars)
        guard let cutover = network.cutover else { return .unknown }
        return .notBefore(Instant(minutes: dates.finish[Int(cutover)]))
      } catch {
        guard case .noWorkingTime(let node, _) = error, let own = origin[Int(node)] else {
          return .unknown
        }
        if base.plan.statusDate == nil, !shapes[own.task].isUnknown {
          shapes[own.task].nodes.remove(at: own.form)
          if shapes[own.task].nodes.isEmpty, !shapes[own.task].mayBeAbsent { return .impossible }
        } else {
          shapes[own.task].isUnknown = true
        }
      }
    }
  }

  // MARK: Building

  private mutating func build() {
    let plan = base.plan
    network = RelaxedPlan.emptyNetwork(with: network)
    origin = []
    ends = Array(repeating: nil, count: shapes.count)
    var nodes = [[Int32]](repeating: [], count: shapes.count)
    let projectStart = network.addGroupStart()
    origin.append(nil)
    for task in shapes.indices where !shapes[task].isUnknown {
      for (number, form) in shapes[task].nodes.enumerated() {
        nodes[task].append(add(form, task, number))
      }
      guard let first = nodes[task].first else { continue }
      ends[task] = nodes[task].count == 1 ? (first, first) : gates(over: nodes[task])
    }
    var summaries: [NodeForm.Source: Int32?] = [:]
    for task in shapes.indices where !shapes[task].isUnknown {
      for (node, form) in zip(nodes[task], shapes[task].nodes) {
        if form.needsFloor, !form.links.isEmpty { keepFloor(node, form, projectStart) }
        for link in form.links {
          let source = places(of: link.source, &summaries)
          guard let source else { continue }
          network.addLink(
            from: link.type.fromFinish ? source.finish : source.start, to: node, link.type,
            lag: link.lag, lagCalendar: link.lagCalendar)
        }
      }
    }
    network.cutover =
      plan.cutover.flatMap { id in base.index[id] }.flatMap { task in
        plan.tasks[task].isSummary
          ? places(of: .finishOf(summary: task), &summaries)?.finish : ends[task]?.finish
      } ?? (plan.cutover == nil ? projectFinish() : nil)
  }

  private static func emptyNetwork(with old: Network) -> Network {
    var network = Network(start: old.start, calendars: old.calendars)
    network.constraintRule = old.constraintRule
    network.progressRule = old.progressRule
    network.statusDate = old.statusDate
    return network
  }

  private mutating func add(_ form: NodeForm.Node, _ task: Int, _ number: Int) -> Int32 {
    let node = network.addTask(form.duration, calendar: form.calendar)
    origin.append((task, number))
    let isFloored = form.needsFloor && !form.links.isEmpty
    for constraint in form.constraints where constraint.kind != .asLateAsPossible {
      if isFloored, constraint.kind == .startNoEarlierThan || constraint.kind == .mustStartOn {
        if network.constraintRule != .dates || constraint.kind == .startNoEarlierThan { continue }
      }
      network.constrain(node, constraint)
    }
    if let progress = form.progress { network.setProgress(node, progress) }
    if !form.parts.isEmpty { network.setParts(node, form.parts) }
    return node
  }

  /// Keeps a milestone after the project's start and its own dates by links, which do not move it to
  /// a working minute.
  private mutating func keepFloor(_ node: Int32, _ form: NodeForm.Node, _ start: Int32) {
    var floor = max(network.start, network.statusDate ?? network.start).minutes
    for constraint in form.constraints {
      switch constraint.kind {
      case .startNoEarlierThan: floor = max(floor, constraint.date.minutes)
      case .mustStartOn where network.constraintRule != .dates:
        floor = max(floor, constraint.date.minutes)
      default: continue
      }
    }
    network.addLink(
      from: start, to: node, .startToStart, lag: floor - network.start.minutes,
      lagCalendar: Network.elapsedCalendar)
  }

  /// Gates at the earliest start and the earliest finish of some nodes.
  private mutating func gates(over nodes: [Int32]) -> (start: Int32, finish: Int32) {
    let start = network.addGroupStart()
    let finish = network.addGroupStart()
    origin += [nil, nil]
    for node in nodes {
      network.addLink(from: node, to: start, .startToStart, lagCalendar: Network.elapsedCalendar)
      network.addLink(from: node, to: finish, .finishToStart, lagCalendar: Network.elapsedCalendar)
    }
    return (start, finish)
  }

  /// The nodes that stand for a source; nil when it binds nothing.
  private mutating func places(
    of source: NodeForm.Source, _ summaries: inout [NodeForm.Source: Int32?]
  ) -> (start: Int32, finish: Int32)? {
    let isStart: Bool
    let summary: Int
    switch source {
    case .task(let task): return ends[task]
    case .startOf(let holder): (summary, isStart) = (holder, true)
    case .finishOf(let holder): (summary, isStart) = (holder, false)
    }
    if let known = summaries[source] { return known.map { ($0, $0) } }
    let made = isStart ? summaryStart(summary) : summaryFinish(summary)
    summaries[source] = made
    return made.map { ($0, $0) }
  }

  /// The earliest start of what a summary may hold; nil when that may be anywhere.
  private mutating func summaryStart(_ summary: Int) -> Int32? {
    let held = base.leaves(of: summary).filter { shapes[$0].isUnknown || ends[$0] != nil }
    if held.isEmpty || held.contains(where: { shapes[$0].isUnknown }) { return nil }
    let gate = network.addGroupStart()
    origin.append(nil)
    for end in held.compactMap({ ends[$0] }) {
      network.addLink(from: end.start, to: gate, .startToStart)
    }
    return gate
  }

  /// The latest finish of what a summary holds for certain; nil when that is nothing.
  private mutating func summaryFinish(_ summary: Int) -> Int32? {
    let held = base.leaves(of: summary).filter { !shapes[$0].mayBeAbsent }.compactMap { ends[$0] }
    if held.isEmpty { return nil }
    let gate = network.addGroupFinish()
    origin.append(nil)
    for end in held { network.addLink(from: end.finish, to: gate, .finishToFinish) }
    return gate
  }

  private mutating func projectFinish() -> Int32? {
    let certain = shapes.indices.filter { !shapes[$0].mayBeAbsent }.compactMap { ends[$0] }
    if certain.isEmpty { return nil }
    let gate = network.addGroupFinish()
    origin.append(nil)
    for end in certain { network.addLink(from: end.finish, to: gate, .finishToFinish) }
    return gate
  }
}

extension NodeForm.Node {
  /// Whether it is a milestone that a date may move to a working minute.
  var needsFloor: Bool { duration.isZero && progress == nil && parts.isEmpty }
}
