internal import Scheduling

/// One network that is no stricter than any plan that some decisions about levers leave possible:
/// each task is a single node that takes from its forms what they have in common.
///
/// A node has the links and dates that all its forms have, with the smallest lags, and the shortest
/// duration of them. What its forms do not agree on otherwise (calendar, kind of duration, progress,
/// pieces, whether it is there) makes it a task that may lie anywhere; links from it bind nothing.
/// Unlike `RelaxedPlan`, which keeps all forms side by side, this is a plain network: it has late
/// dates, and a problem of time and cost can be made of it.
struct MergedPlan {
  let base: LeverBase
  /// The network at the shortest durations. Where a duration may change and links hold the finish,
  /// they hold a gate behind the task instead: so a shorter duration starts no later.
  private(set) var network: Network
  /// By node, the task of the plan; nil: a gate.
  private(set) var task: [Int?] = []
  /// By task, its merged form; nil: it may lie anywhere.
  private(set) var forms: [MergedForm?]
  /// By task, its node.
  private(set) var node: [Int32?]
  /// By gate that stands for the finish of a task, the task's node.
  private(set) var nodeOfEnd: [Int32: Int32] = [:]
  /// By task, what stands for its finish: its node, or the gate behind it.
  private var end: [Int32?]
  private var finishGate: [Int: Int32?] = [:]
  private let shapes: [TaskShape]

  /// - Parameters:
  ///   - decided: open levers that are applied.
  ///   - undecided: open levers that may be applied; the others are not.
  /// - Returns: nil when no choice agrees with the decisions.
  /// - Complexity: O(choices · tasks + forms · links).
  init?(_ base: LeverBase, decided: LeverSet, undecided: LeverSet) {
    guard let shapes = base.shapes(decided: decided, undecided: undecided) else { return nil }
    self.base = base
    self.shapes = shapes
    let plan = base.opened(by: decided.union(undecided))
    network = RelaxedPlan.emptyNetwork(plan)
    forms = shapes.map(MergedForm.init)
    node = Array(repeating: nil, count: shapes.count)
    end = node
    for index in forms.indices {
      guard let form = forms[index] else { continue }
      let number = network.addTask(form.shortest, calendar: form.calendar)
      (node[index], end[index]) = (number, number)
      task.append(index)
      for constraint in form.constraints
      where !(form.isShortened && constraint.kind.concernsFinish) {
        network.constrain(number, constraint)
      }
      if let progress = form.progress { network.setProgress(number, progress) }
      if !form.parts.isEmpty { network.setParts(number, form.parts) }
    }
    for index in forms.indices {
      guard let form = forms[index], form.isShortened, let number = node[index],
        form.links.contains(where: { !$0.type.toStart })
      else { continue }
      let gate = network.addGroupFinish()
      task.append(nil)
      network.addLink(from: number, to: gate, .finishToFinish)
      (end[index], nodeOfEnd[gate]) = (gate, number)
    }
    for index in forms.indices {
      guard let form = forms[index], let start = node[index], let finish = end[index],
        !form.isPlaced(base.plan.constraintRule)
      else { continue }
      for link in form.links {
        guard let source = place(of: link.source, isFinish: link.type.fromFinish) else { continue }
        network.addLink(
          from: source, to: link.type.toStart ? start : finish, link.type, lag: link.lag,
          lagCalendar: link.lagCalendar)
      }
    }
    if let cutover = base.plan.cutover.flatMap({ base.index[$0] }) {
      network.cutover = base.plan.tasks[cutover].isSummary ? gate(of: cutover) : end[cutover]
    }
  }

  /// Whether the plan has a cutover that the network knows nothing of.
  var hasLostCutover: Bool { base.plan.cutover != nil && network.cutover == nil }

  /// The node that stands for a source of links; nil when it binds nothing.
  private mutating func place(of source: NodeForm.Source, isFinish: Bool) -> Int32? {
    switch source {
    case .task(let task): isFinish ? end[task] : node[task]
    // The earliest of several tasks: any of them may be it.
    case .startOf: nil
    case .finishOf(let summary): gate(of: summary)
    }
  }

  /// The node whose dates a source of links has: gates behind tasks give way to the tasks.
  func own(_ source: NodeForm.Source) -> Int32? {
    switch source {
    case .task(let task): node[task]
    case .startOf: nil
    case .finishOf(let summary): finishGate[summary] ?? nil
    }
  }

  /// The latest finish of what a summary holds for certain; nil when that is nothing.
  private mutating func gate(of summary: Int) -> Int32? {
    if let known = finishGate[summary] { return known }
    let held = base.leaves(of: summary).filter { !shapes[$0].mayBeAbsent }.compactMap { end[$0] }
    var gate: Int32?
    if !held.isEmpty {
      let number = network.addGroupFinish()
      task.append(nil)
      for member in held { network.addLink(from: member, to: number, .finishToFinish) }
      gate = number
    }
    finishGate[summary] = .some(gate)
    return gate
  }
}

/// What the forms of a task have in common.
struct MergedForm {
  /// The shortest duration of all.
  var shortest: TaskDuration
  var calendar: Int32
  /// The dates that all forms have.
  var constraints: [TaskConstraint]
  var progress: TaskProgress?
  var parts: [TaskPart]
  /// The links that all forms have, with the smallest lags.
  var links: [NodeForm.Link]
  /// The longest duration that costs nothing in any form.
  var free: TaskDuration
  /// Shorter durations of any form with their cost, in no order.
  var ways: [NodeForm.Way]
  /// Whether there is one form, and durations between its own are impossible.
  var isDiscrete: Bool

  /// Whether the duration may be another one than the planned one.
  var isShortened: Bool { shortest != free || !ways.isEmpty }

  /// Whether a date or what really happened may win over links.
  func isPlaced(_ rule: ConstraintRule) -> Bool {
    progress != nil
      || constraints.contains { constraint in
        switch constraint.kind {
        case .mandatoryStart, .mandatoryFinish, .manualStart: true
        case .mustStartOn, .mustFinishOn, .startNoLaterThan, .finishNoLaterThan: rule == .dates
        case .startNoEarlierThan, .finishNoEarlierThan, .asLateAsPossible: false
        }
      }
  }

  /// - Returns: nil when the forms do not agree on what kind of task it is.
  init?(_ shape: TaskShape) {
    guard !shape.isUnknown, !shape.mayBeAbsent, let first = shape.nodes.first else { return nil }
    let others = shape.nodes.dropFirst()
    func kind(_ duration: TaskDuration) -> Int {
      switch duration {
      case .work: 0
      case .elapsed: 1
      case .months: 2
      }
    }
    for other in others {
      guard other.calendar == first.calendar, other.progress == first.progress,
        other.parts == first.parts, kind(other.duration) == kind(first.duration)
      else { return nil }
    }
    calendar = first.calendar
    progress = first.progress
    parts = first.parts
    constraints = first.constraints.filter { constraint in
      constraint.kind != .asLateAsPossible
        && others.allSatisfy { $0.constraints.contains(constraint) }
    }
    links = first.links.compactMap { link in
      var link = link
      for other in others {
        let same = other.links.filter {
          $0.source == link.source && $0.type == link.type && $0.lagCalendar == link.lagCalendar
        }
        guard let least = same.map(\.lag).max() else { return nil }
        link.lag = min(link.lag, least)
      }
      return link
    }
    shortest = shape.nodes.map(\.shortest).min { $0.amount < $1.amount } ?? first.shortest
    // A milestone that only a date places may move to a working minute; with a link it does not.
    let isMilestone = shape.nodes.contains { $0.duration.isZero || $0.shortest.isZero }
    let common = links.count
    let losesLinks = shape.nodes.contains { $0.links.count > common }
    if isMilestone, losesLinks || shape.nodes.count > 1 {
      constraints = []
      if links.isEmpty { return nil }
    }
    free = shape.nodes.map(\.duration).min { $0.amount < $1.amount } ?? first.duration
    ways = shape.nodes.flatMap { node in
      node.shorter + [NodeForm.Way(duration: node.duration, cost: 0)]
    }
    let freeAmount = free.amount
    ways.removeAll { $0.duration.amount >= freeAmount }
    isDiscrete = shape.nodes.count == 1 && first.isDiscrete
  }
}

extension TaskDuration {
  /// Minutes or months.
  var amount: Int32 {
    switch self {
    case .work(let amount), .elapsed(let amount), .months(let amount): amount
    }
  }
}
