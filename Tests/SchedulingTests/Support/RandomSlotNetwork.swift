import Scheduling

/// Random networks for ``PlainScheduler``: in whole days or in pieces of four hours, with every
/// rule of the engine but calendar months.
struct RandomSlotNetwork {
  /// The network.
  private(set) var network: Network
  /// Its calendars as they were drawn.
  private let calendars: [DrawnCalendar]
  /// Days to either side of the start that no date leaves.
  let days: Int

  private var generator: SplitMix64
  private let firstDay: Int
  /// Dates are drawn from so many days.
  private let span: Int
  /// Minutes that all inputs are multiples of.
  private let step: Int

  /// Draws the network of a seed.
  init(seed: UInt64, maximumCount: Int, rule: ConstraintRule) {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 1...maximumCount, using: &generator)
    span = 3 * count + 10
    days = 200 + 35 * span
    step = generator.oneIn(2) ? 1440 : 240
    firstDay = Int.random(in: 20_500...22_000, using: &generator)
    let minute = generator.oneIn(2) ? 0 : Int.random(in: 0..<6, using: &generator) * 240
    let start = Instant(
      minutes: Int32(firstDay * 1440 + minute / step * step))
    let pieces = step == 1440 ? [0..<1440] : [480..<720, 960..<1200]
    calendars = RandomSlotNetwork.calendars(
      &generator, firstDay: firstDay, span: span, hours: pieces, step: step)
    network = Network(start: start, calendars: calendars.map(\.workCalendar))
    network.constraintRule = rule
    network.progressRule = generator.oneIn(2) ? .retainedLogic : .override
    self.generator = generator
    addTasks(count)
  }

  /// What the oracle makes of it.
  ///
  /// - Parameter unit: minutes that every input is a multiple of.
  func oracle(unit: Int) -> PlainScheduler {
    PlainScheduler(network, calendars: calendars, unit: unit, days: days)
  }

  // MARK: Calendars

  private static func calendars(
    _ generator: inout SplitMix64, firstDay: Int, span: Int, hours: [Range<Int>], step: Int
  ) -> [DrawnCalendar] {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      var calendar = DrawnCalendar(week: Array(repeating: hours, count: 5) + [[], []])
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: calendar.week = Array(repeating: [], count: 5) + [hours, hours]
      case 1: calendar.week = Array(repeating: [0..<1440], count: 7)
      case 2:
        calendar.week = (0..<7).map { _ in generator.oneIn(2) ? hours : [] }
        calendar.week[Int.random(in: 0..<7, using: &generator)] = hours
        if step < 1440 { calendar.week[2] = [0..<480, 1200..<1440] }
      default: break
      }
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let first = firstDay + Int.random(in: -20...span, using: &generator)
        for day in first..<first + Int.random(in: 1...9, using: &generator) {
          calendar.closed.insert(day)
        }
      }
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        calendar.open[firstDay + Int.random(in: -20...span, using: &generator)] =
          generator.oneIn(3) ? [0..<1440] : hours
      }
      if generator.oneIn(4) {
        calendar.windows = windows(&generator, firstDay: firstDay, span: span, step: step)
      }
      return calendar
    }
  }

  /// Some windows, and a last one in which everything fits.
  private static func windows(
    _ generator: inout SplitMix64, firstDay: Int, span: Int, step: Int
  ) -> [Range<Int>] {
    var windows = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      let start =
        firstDay * 1440 + Int.random(in: -10 * 1440 / step...span * 1440 / step, using: &generator)
        * step
      return start..<start + step * Int.random(in: 1...8 * 1440 / step, using: &generator)
    }
    let last = (firstDay + span + 10) * 1440
    windows.append(last..<last + 30 * span * 1440)
    return windows
  }

  // MARK: Tasks

  private mutating func date() -> Instant {
    let minutes = Int.random(in: -8 * 1440 / step...(span + 8) * 1440 / step, using: &generator)
    return Instant(minutes: Int32(firstDay * 1440 + minutes * step))
  }

  private mutating func calendar() -> Network.CalendarIndex {
    generator.oneIn(3) ? 0 : Int32.random(in: 0..<Int32(calendars.count), using: &generator)
  }

  private mutating func addTasks(_ count: Int) {
    for _ in 0..<count {
      let minutes = Int32(step) * Int32.random(in: 1...6, using: &generator)
      let duration: TaskDuration =
        switch Int.random(in: 0..<10, using: &generator) {
        case 0, 1: .work(minutes: 0)
        case 2: .elapsed(minutes: minutes)
        default: .work(minutes: minutes)
        }
      network.addTask(duration, calendar: calendar())
    }
    var order = (0..<Int32(count)).shuffled(using: &generator)
    if generator.oneIn(3) { addGroups(&order) }
    addLinks(order)
    let constrainedOneIn = [1, 3, 6, 1000].randomElement(using: &generator) ?? 3
    for task in 0..<Int32(count) where generator.oneIn(constrainedOneIn) { constrain(task) }
    for task in order where generator.oneIn(8) { network.setDeadline(task, date()) }
    if generator.oneIn(3) { addProgress(order) }
    if generator.oneIn(2) { network.target = date() }
    if generator.oneIn(3) { network.cutover = order.randomElement(using: &generator) }
  }

  private mutating func constrain(_ task: Int32) {
    repeat {
      var kind = TaskConstraint.Kind.allCases.randomElement(using: &generator) ?? .mustStartOn
      // Mandatory dates are rarer, or nothing else would decide.
      if kind == .mandatoryStart || kind == .mandatoryFinish || kind == .manualStart,
        !generator.oneIn(3)
      {
        kind = .asLateAsPossible
      }
      network.constrain(task, TaskConstraint(kind, date()))
    } while generator.oneIn(3)
  }

  private mutating func addLinks(_ order: [Int32]) {
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let laggedOneIn = [1, 2, 4, 1000].randomElement(using: &generator) ?? 2
    for _ in 0..<Int.random(in: 0...2 * order.count, using: &generator) {
      guard let first = order.randomElement(using: &generator),
        let second = order.randomElement(using: &generator), first != second
      else { continue }
      let isForward = (places[first] ?? 0) < (places[second] ?? 0)
      let (source, target) = isForward ? (first, second) : (second, first)
      if isGate(target) { continue }
      let lag =
        generator.oneIn(laggedOneIn) ? Int32(step) * .random(in: -6...6, using: &generator) : 0
      let lagCalendar =
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: network.calendar(of: source)
        case 1: calendar()
        case 2: Network.elapsedCalendar
        default: network.calendar(of: target)
        }
      network.addLink(
        from: source, to: target, generator.oneIn(2) ? .finishToStart : .any(using: &generator),
        lag: lag, lagCalendar: lagCalendar)
    }
  }

  private func isGate(_ task: Int32) -> Bool {
    network.kind(of: task) == .groupStart || network.kind(of: task) == .groupFinish
  }

  /// Groups of nodes that lie before them in the order, each with a start or a finish.
  private mutating func addGroups(_ order: inout [Int32]) {
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 1...order.count, using: &generator)
      let isStart = generator.oneIn(2)
      let gate = isStart ? network.addGroupStart() : network.addGroupFinish()
      for member in Set((0..<3).map { _ in Int.random(in: 0..<place, using: &generator) }) {
        network.addLink(
          from: order[member], to: gate, isStart ? .startToStart : .finishToFinish)
      }
      order.insert(gate, at: place)
    }
  }

  /// Tasks that have begun by the status date: mostly the first ones, some out of sequence.
  private mutating func addProgress(_ order: [Int32]) {
    let status = Int.random(in: 0...span / 2, using: &generator)
    let statusDate = Instant(
      minutes: network.start.minutes + Int32(status * 1440))
    network.statusDate = statusDate
    let begun = order.prefix(Int.random(in: 0...order.count, using: &generator))
    for task in order where !isGate(task) && (begun.contains(task) || generator.oneIn(8)) {
      let elapsed = Int32.random(in: 0...Int32(10 * 1440 / step), using: &generator)
      let started = Instant(minutes: statusDate.minutes - elapsed * Int32(step))
      var done = TaskProgress(started: started)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: continue
      case 1:
        let length = Int32.random(in: 0...elapsed, using: &generator) * Int32(step)
        done.finished = Instant(minutes: started.minutes + length)
      case 2 where !network.duration(of: task).isZero:
        done.remaining = Int32(step) * Int32.random(in: 0...8, using: &generator)
      default: break
      }
      network.setProgress(task, done)
    }
  }
}
