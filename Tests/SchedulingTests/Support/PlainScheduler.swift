import Scheduling

/// The oracle for every rule of the engine: it tries one slot after the other until all rules hold.
///
/// It follows `ConstraintRule` and the scheduling rules, knows no working-time tables and no inverse
/// of a lag or of a duration, and shares nothing with the engine or with the checker. Calendar
/// months are not part of it. What the rules leave open, it decides like this:
///
/// - Of several constraints that override links under `ConstraintRule.dates`, each is applied to
///   what the ones before it gave, in the order in which they are stated.
/// - Of several mandatory dates and starts by hand the first one holds.
/// - A task without links whose dates "no earlier than" all lie before the project's start lies
///   there, unless `ConstraintRule.logic` rules.
/// - A stated finish means the end of the work before it on the same day.
/// - A milestone under `ConstraintRule.dates` moves to working time when a start date later than
///   all its links binds it, or when nothing but the project's start or the status date does; a
///   finish date does not move it.
/// - Against the target, what the cutover does not wait for binds nothing that it waits for.
/// - The group's start must be kept by the member that sets it, the first of several.
struct PlainScheduler {
  /// Slots, by node.
  struct Dates: Hashable {
    var start: Int
    var finish: Int
  }

  /// A node in slots.
  struct Node {
    var kind: Network.NodeKind
    var amount: Int
    var calendar: SlotCalendar
    var constraints: [(kind: TaskConstraint.Kind, date: Int)]
    var deadline: Int?
    var progress: (started: Int, finished: Int?, remaining: Int?)?
    var incoming: [Int] = []
    var outgoing: [Int] = []

    var isGate: Bool { kind == .groupStart || kind == .groupFinish }
    var isMilestone: Bool { amount == 0 }
    /// Whether it counts work of its calendar, more than none.
    var countsWork: Bool { kind == .work && amount > 0 }
    /// What says where it lies, whatever else is stated: the first of several.
    var placing: (kind: TaskConstraint.Kind, date: Int)? {
      constraints.first {
        $0.kind == .mandatoryStart || $0.kind == .mandatoryFinish || $0.kind == .manualStart
      }
    }
    /// Whether it starts by hand: then no other constraint counts, and its late dates are free.
    var isManual: Bool { placing?.kind == .manualStart }
    var isDelayed: Bool {
      progress == nil && placing == nil
        && constraints.contains { $0.kind == .asLateAsPossible }
    }
  }

  /// A link in slots.
  struct Link {
    var source: Int
    var target: Int
    var type: LinkType
    var lag: Int
    var calendar: SlotCalendar
  }

  // MARK: Results

  /// Planned dates.
  var planned: [Dates] = []
  /// Early dates: the planned ones but for what was placed as late as possible.
  private(set) var early: [Dates] = []
  private(set) var late: [Dates] = []
  private(set) var totalFloat: [Int] = []
  private(set) var freeFloat: [Int] = []
  private(set) var target: (late: [Dates], margin: [Int])?
  private(set) var projectFinish = 0

  // MARK: Inputs

  let nodes: [Node]
  let links: [Link]
  /// Nodes, predecessors first.
  let order: [Int]
  let isStrict: Bool
  /// Whether dates "on" and "no later than" win over links.
  let honorsDates: Bool
  let isRetained: Bool
  let projectStart: Int
  let statusDate: Int?
  let slotsPerDay: Int
  let cutover: Int?
  let clock: SlotCalendar

  /// Schedules a network without cycles.
  ///
  /// - Parameters:
  ///   - calendars: those of the network.
  ///   - unit: minutes in a slot.
  ///   - days: days before and after the project's start that no date leaves; one that does traps.
  init(_ network: Network, calendars: [DrawnCalendar], unit: Int, days: Int) {
    let base = network.start.date.dayNumber
    func slot(_ instant: Instant) -> Int {
      let minutes = Int(instant.minutes) - base * 1440
      precondition(minutes % unit == 0, "\(instant) is not the beginning of a slot")
      return minutes / unit
    }
    let clock = SlotCalendar(days: days, unit: unit)
    let rows = calendars.map { SlotCalendar($0, days: days, unit: unit, base: base) }
    var nodes = (0..<Int32(network.taskCount)).map { task in
      let amount: Int32
      switch network.duration(of: task) {
      case .work(let minutes), .elapsed(let minutes): amount = minutes
      case .months: preconditionFailure("months are not slots")
      }
      return Node(
        kind: network.kind(of: task), amount: Int(amount) / unit,
        calendar: rows[Int(network.calendar(of: task))],
        constraints: network.constraints(of: task).map {
          ($0.kind, $0.kind == .asLateAsPossible ? 0 : slot($0.date))
        },
        deadline: network.deadline(of: task).map(slot),
        progress: network.progress(of: task).map {
          (slot($0.started), $0.finished.map(slot), $0.remaining.map { Int($0) / unit })
        })
    }
    links = (0..<Int32(network.linkCount)).map { index in
      let link = network.link(index)
      return Link(
        source: Int(link.source), target: Int(link.target), type: link.type,
        lag: Int(link.lag) / unit,
        calendar: link.lagCalendar == Network.elapsedCalendar
          ? clock : rows[Int(link.lagCalendar)])
    }
    for (index, link) in links.enumerated() {
      nodes[link.target].incoming.append(index)
      nodes[link.source].outgoing.append(index)
    }
    self.nodes = nodes
    self.clock = clock
    order = PlainScheduler.order(nodes, links)
    isStrict = network.constraintRule == .logic
    honorsDates = network.constraintRule == .dates
    isRetained = network.progressRule == .retainedLogic
    projectStart = slot(network.start)
    statusDate = network.statusDate.map(slot)
    slotsPerDay = 1440 / unit
    cutover = network.cutover.map { Int($0) }
    schedule(target: network.target.map(slot))
  }

  /// Predecessors first, by looking for a node that is free again and again.
  private static func order(_ nodes: [Node], _ links: [Link]) -> [Int] {
    var order: [Int] = []
    var isPlaced = Array(repeating: false, count: nodes.count)
    while order.count < nodes.count {
      let free = nodes.indices.first { index in
        !isPlaced[index] && nodes[index].incoming.allSatisfy { isPlaced[links[$0].source] }
      }
      guard let free else { preconditionFailure("the network has a cycle") }
      order.append(free)
      isPlaced[free] = true
    }
    return order
  }

  private mutating func schedule(target: Int?) {
    planned = earlyDates(fixed: [:])
    early = planned
    projectFinish = planned.map(\.finish).max() ?? projectStart
    let delayed = nodes.indices.filter { nodes[$0].isDelayed }
    if !isStrict, !delayed.isEmpty {
      // "As late as possible" uses up total float.
      let late = lateDates(anchors: anchors(projectFinish), keepsDeadlines: true)
      let fixed = delayed.map { ($0, max(late[$0].start, early[$0].start)) }
      planned = earlyDates(fixed: Dictionary(uniqueKeysWithValues: fixed))
      for task in planned.indices where !nodes[task].isDelayed { early[task] = planned[task] }
      projectFinish = planned.map(\.finish).max() ?? projectStart
    }
    freeFloat = nodes.indices.map(measureFreeFloat)
    if isStrict, !delayed.isEmpty {
      for task in delayed where freeFloat[task] > 0 { useUpFreeFloat(task) }
      for task in order where nodes[task].isGate { planned[task] = gateDates(task, planned) }
      for task in order where nodes[task].isGate { freeFloat[task] = measureFreeFloat(task) }
      early = planned
    }
    late = lateDates(anchors: anchors(projectFinish), keepsDeadlines: true)
    totalFloat = nodes.indices.map { float($0, to: late[$0]) }
    guard let target else { return }
    var anchors = anchors(cutover == nil ? target : max(target, projectFinish))
    if let cutover { anchors[cutover] = target }
    let lateForTarget = lateDates(
      anchors: anchors, keepsDeadlines: false, leads: cutover.map(leading))
    self.target = (lateForTarget, nodes.indices.map { float($0, to: lateForTarget[$0]) })
  }

  /// By node, whether it is the cutover or the cutover waits for it.
  private func leading(to cutover: Int) -> [Bool] {
    var leads = nodes.indices.map { $0 == cutover }
    for task in order.reversed() where leads[task] {
      for link in nodes[task].incoming { leads[links[link].source] = true }
    }
    return leads
  }

  private func anchors(_ finish: Int) -> [Int] { Array(repeating: finish, count: nodes.count) }

  /// From start to start; what has begun counts from finish to finish, and what lies earlier than
  /// its links ask, because a date won over them, from where they ask.
  private func float(_ task: Int, to late: Dates) -> Int {
    let node = nodes[task]
    let calendar = floatCalendar(task)
    var start = planned[task].start
    if honorsDates, node.progress == nil, node.placing == nil, !node.isGate, !node.isDelayed {
      start = max(start, placed(task, planned).start)
    }
    return node.progress == nil
      ? calendar.count(from: start, to: late.start)
      : calendar.count(from: planned[task].finish, to: late.finish)
  }

  /// Milestones go to the end of the last worked slot of their float, work to the next worked slot.
  private mutating func useUpFreeFloat(_ task: Int) {
    let from = floatCalendar(task).end(
      of: freeFloat[task], from: planned[task].start, late: true)
    planned[task] = dates(task, from: from)
    freeFloat[task] = 0
  }

  // MARK: Time

  /// The calendar that counts the floats of a node: the clock for elapsed time.
  func floatCalendar(_ task: Int) -> SlotCalendar {
    nodes[task].kind == .elapsed ? clock : nodes[task].calendar
  }

  func finish(_ task: Int, from start: Int, late: Bool = false) -> Int {
    nodes[task].kind == .elapsed
      ? start + nodes[task].amount
      : nodes[task].calendar.end(of: nodes[task].amount, from: start, late: late)
  }

  /// The dates of a node that starts with the work from an instant on; of a milestone, there.
  func dates(_ task: Int, from instant: Int) -> Dates {
    if nodes[task].isMilestone { return Dates(start: instant, finish: instant) }
    let start = nodes[task].calendar.nextWork(instant)
    return Dates(start: start, finish: finish(task, from: start))
  }

  func mayStart(_ task: Int, _ slot: Int, late: Bool = false) -> Bool {
    nodes[task].isMilestone || nodes[task].calendar.works(slot, late: late)
  }

  /// The instant a link asks its successor to respect (rule 3).
  func bound(_ link: Link, from dates: Dates, late: Bool = false) -> Int {
    let base = link.type.fromFinish ? dates.finish : dates.start
    return link.lag >= 0
      ? link.calendar.end(of: link.lag, from: base, late: late)
      : link.calendar.start(of: -link.lag, before: base, late: late)
  }

  /// Whether a finish is late enough for a bound: under `ConstraintRule.dates` also when only time
  /// without work lies between.
  func isMet(_ bound: Int, by finish: Int, of task: Int, late: Bool = false) -> Bool {
    if finish >= bound { return true }
    guard !isStrict, nodes[task].countsWork, bound != .max else { return false }
    return (finish..<bound).allSatisfy { !nodes[task].calendar.works($0, late: late) }
  }

  /// A stated finish: the end of the work before it, if that is on the same day.
  func statedFinish(_ date: Int, _ task: Int) -> Int {
    let firstOfDay = day(date - 1) * slotsPerDay
    return stride(from: date, to: firstOfDay, by: -1).first {
      nodes[task].calendar.works($0 - 1)
    } ?? date
  }

  private func day(_ slot: Int) -> Int {
    slot >= 0 ? slot / slotsPerDay : (slot - slotsPerDay + 1) / slotsPerDay
  }
}
