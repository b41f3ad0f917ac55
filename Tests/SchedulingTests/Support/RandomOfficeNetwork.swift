import Scheduling

/// Random networks as plans have them: office hours, Japanese holidays, a night shift, cutover
/// windows, work counted in elapsed time or months, groups, constraints, deadlines, progress.
struct RandomOfficeNetwork {
  /// What a network contains, so that a failing rule can be looked for in simpler networks.
  struct Features: OptionSet {
    let rawValue: Int

    static let constraints = Features(rawValue: 1)
    static let progress = Features(rawValue: 2)
    static let groups = Features(rawValue: 4)
    static let windows = Features(rawValue: 8)
    static let otherDurations = Features(rawValue: 16)
    /// Tasks of several parts, weeks that differ, work that resumes at a stated date.
    static let parts = Features(rawValue: 32)
    static let all: Features = [
      .constraints, .progress, .groups, .windows, .otherDurations, .parts,
    ]
  }

  private var generator: SplitMix64
  private let features: Features
  private let hasSpareWindow: Bool
  private var network: Network
  private let firstDay: CivilDate
  /// Dates are drawn from so many days.
  private let span: Int

  /// Draws the network of a seed.
  ///
  /// - Parameter hasSpareWindow: whether every calendar with windows gets one more, years after
  ///   everything else; the network is the same otherwise.
  static func network(
    seed: UInt64, maximumCount: Int, rule: ConstraintRule, features: Features = .all,
    hasSpareWindow: Bool = false
  ) -> Network {
    var draw = RandomOfficeNetwork(
      seed: seed, maximumCount: maximumCount, rule: rule, features: features,
      hasSpareWindow: hasSpareWindow)
    return draw.drawn(maximumCount: maximumCount)
  }

  private init(
    seed: UInt64, maximumCount: Int, rule: ConstraintRule, features: Features,
    hasSpareWindow: Bool
  ) {
    generator = SplitMix64(seed: seed)
    self.features = features
    self.hasSpareWindow = hasSpareWindow
    span = 6 * maximumCount
    let day = Int.random(in: 0..<1800, using: &generator)
    firstDay = CivilDate(dayNumber: 20_500 + day)
    let minute = [0, 540, 540, 600, 795, 1080].randomElement(using: &generator) ?? 540
    network = Network(start: Instant(firstDay, minuteOfDay: minute))
    network = Network(start: network.start, calendars: calendars())
    network.constraintRule = rule
    network.progressRule = generator.oneIn(2) ? .retainedLogic : .override
  }

  private mutating func drawn(maximumCount: Int) -> Network {
    let count = Int.random(in: 1...maximumCount, using: &generator)
    for _ in 0..<count { network.addTask(duration(), calendar: calendar()) }
    var order = (0..<Int32(count)).shuffled(using: &generator)
    if features.contains(.groups), generator.oneIn(2) { addGroups(&order) }
    addLinks(order)
    for task in 0..<Int32(count) {
      if features.contains(.constraints), generator.oneIn(4) { constrain(task) }
    }
    for task in order where generator.oneIn(10) { network.setDeadline(task, date()) }
    if features.contains(.progress), generator.oneIn(3) { addProgress(order) }
    if features.contains(.parts), generator.oneIn(2) { addParts(count) }
    if generator.oneIn(2) { network.target = date() }
    if generator.oneIn(3) { network.cutover = order.randomElement(using: &generator) }
    return network
  }

  // MARK: Calendars and dates

  private mutating func calendars() -> [WorkCalendar] {
    var office = WorkCalendar.standard
    if !generator.oneIn(4) { office.holidayRules = [.japan] }
    if generator.oneIn(2) {
      office.yearlyClosures = [
        WorkCalendar.YearlyClosure(firstMonth: 12, firstDay: 29, lastMonth: 1, lastDay: 3)
      ]
    }
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      let first = day()
      office.closed.append(
        WorkCalendar.Days(first, first.adding(days: Int.random(in: 0...9, using: &generator))))
    }
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      office.open.append(
        WorkCalendar.OpenDay(date: day(), hours: [WorkCalendar.Hours(start: 600, end: 960)]))
    }
    if features.contains(.parts), generator.oneIn(3) {
      let first = day()
      let half = [WorkCalendar.Hours(start: 540, end: 720)]
      office.workWeeks = [
        WorkCalendar.WorkWeek(
          .init(first, first.adding(days: Int.random(in: 0...40, using: &generator))),
          week: [half, [], WorkCalendar.officeHours, half, half, half, []])
      ]
    }
    let night = [
      WorkCalendar.Hours(start: 0, end: 300), WorkCalendar.Hours(start: 1320, end: 1440),
    ]
    var shift = WorkCalendar(week: Array(repeating: night, count: 7))
    if generator.oneIn(2) { shift.week[2] = [WorkCalendar.Hours(start: 480, end: 1200)] }
    let long = [WorkCalendar.Hours(start: 480, end: 1200)]
    let weekend = WorkCalendar(week: Array(repeating: [], count: 5) + [long, long])
    var all = [office, shift, weekend, .continuous]
    if features.contains(.windows) { all.append(windowed(all)) }
    let others = all.dropFirst().shuffled(using: &generator)
    return [office] + others.prefix(Int.random(in: 1...3, using: &generator))
  }

  /// A calendar of some windows, the last of them far away so that most networks fit.
  private mutating func windowed(_ calendars: [WorkCalendar]) -> WorkCalendar {
    var result = calendars.randomElement(using: &generator) ?? .continuous
    result.windows = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      let start = date()
      return WorkCalendar.Window(
        start: start,
        end: Instant(minutes: start.minutes + 60 * .random(in: 1...96, using: &generator)))
    }
    if !generator.oneIn(4) { result.windows?.append(longWindow(from: lastWindow)) }
    if hasSpareWindow {
      let spare = Instant(minutes: lastWindow.minutes + 3000 * 1440)
      result.windows?.append(longWindow(from: spare))
    }
    return result
  }

  private func longWindow(from start: Instant) -> WorkCalendar.Window {
    WorkCalendar.Window(start: start, end: Instant(minutes: start.minutes + 2000 * 1440))
  }

  /// When the long window begins that most calendars with windows end with.
  private var lastWindow: Instant { Instant(firstDay.adding(days: 5 * span)) }

  private mutating func calendar() -> Network.CalendarIndex {
    if generator.oneIn(2) { return 0 }
    return Int32.random(in: 0..<Int32(network.calendars.count), using: &generator)
  }

  private mutating func day() -> CivilDate {
    firstDay.adding(days: Int.random(in: -10...span, using: &generator))
  }

  private mutating func date() -> Instant {
    let minute = [0, 0, 540, 540, 720, 1080, 1080, 690, 1440].randomElement(using: &generator) ?? 0
    return Instant(day(), minuteOfDay: minute)
  }

  private mutating func duration() -> TaskDuration {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: .work(minutes: 0)
    case 1 where features.contains(.otherDurations):
      .elapsed(minutes: 30 * Int32.random(in: 1...200, using: &generator))
    case 2 where features.contains(.otherDurations):
      .months(Int32.random(in: 1...3, using: &generator))
    case 3...5: .work(minutes: 30 * Int32.random(in: 1...40, using: &generator))
    default: .work(minutes: 480 * Int32.random(in: 1...6, using: &generator))
    }
  }

  /// Makes some tasks of pieces on calendars that never end.
  private mutating func addParts(_ count: Int) {
    let endless = network.calendars.indices.filter { network.calendars[$0].windows == nil }
    for task in 0..<Int32(count) where generator.oneIn(4) {
      guard case .work(let minutes) = network.duration(of: task), minutes > 0 else { continue }
      var parts: [TaskPart] = []
      for number in 0..<Int.random(in: 1...3, using: &generator) {
        let calendar = endless.randomElement(using: &generator) ?? 0
        parts.append(
          TaskPart(
            calendar: Int32(calendar),
            delay: number == 0 ? 0 : 30 * Int32.random(in: 0...40, using: &generator),
            minutes: 30 * Int32.random(in: 1...40, using: &generator)))
      }
      network.setParts(task, parts)
    }
  }

  // MARK: Links and groups

  private mutating func addLinks(_ order: [Int32]) {
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    for _ in 0..<Int.random(in: 0...2 * order.count, using: &generator) {
      guard let first = order.randomElement(using: &generator),
        let second = order.randomElement(using: &generator), first != second
      else { continue }
      let isForward = (places[first] ?? 0) < (places[second] ?? 0)
      let (source, target) = isForward ? (first, second) : (second, first)
      // Members are told to a gate by `addGroups` alone.
      switch network.kind(of: target) {
      case .groupStart, .groupFinish: continue
      default: break
      }
      let lag = generator.oneIn(3) ? 30 * Int32.random(in: -60...60, using: &generator) : 0
      let lagCalendar = lagCalendar(into: target, lag)
      network.addLink(
        from: source, to: target, generator.oneIn(2) ? .finishToStart : .any(using: &generator),
        lag: lag, lagCalendar: lagCalendar)
    }
  }

  private mutating func lagCalendar(into target: Int32, _ lag: Int32) -> Network.CalendarIndex {
    let result =
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: calendar()
      case 1: Network.elapsedCalendar
      default: network.calendar(of: target)
      }
    // No lag on a calendar that soon ends: a link that nothing can satisfy has no rule.
    return result >= 0 && lag > 0 && endsSoon(network.calendars[Int(result)]) ? 0 : result
  }

  private func endsSoon(_ calendar: WorkCalendar) -> Bool {
    calendar.windows.map { !$0.contains { $0.start == lastWindow } } ?? false
  }

  /// Groups of tasks that lie before them in the order, each with a start or a finish.
  private mutating func addGroups(_ order: inout [Int32]) {
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 1...order.count, using: &generator)
      let isStart = generator.oneIn(2)
      let gate = isStart ? network.addGroupStart() : network.addGroupFinish()
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        guard let member = order[..<place].randomElement(using: &generator) else { continue }
        network.addLink(from: member, to: gate, isStart ? .startToStart : .finishToFinish)
      }
      order.insert(gate, at: place)
    }
  }

  // MARK: Constraints and progress

  private mutating func constrain(_ task: Int32) {
    let kind = TaskConstraint.Kind.allCases.randomElement(using: &generator) ?? .mustStartOn
    // At the end of a month, later starts may end earlier (31 January 09:00 plus a month is before
    // 30 January 18:00 plus a month), so "as late as possible" may move the project's finish back.
    if kind == .asLateAsPossible, network.kind(of: task) == .months { return }
    network.constrain(task, TaskConstraint(kind, date()))
    if generator.oneIn(3) {
      let second: TaskConstraint.Kind =
        generator.oneIn(2) ? .startNoEarlierThan : .finishNoLaterThan
      network.constrain(task, TaskConstraint(second, date()))
    }
  }

  /// Some tasks that have begun by the status date, mostly the first ones.
  private mutating func addProgress(_ order: [Int32]) {
    let status = firstDay.adding(days: Int.random(in: 0...span / 2, using: &generator))
    network.statusDate = Instant(status, minuteOfDay: generator.oneIn(2) ? 540 : 1080)
    for task in order.prefix(Int.random(in: 0...order.count, using: &generator)) {
      switch network.kind(of: task) {
      case .groupStart, .groupFinish: continue
      default: break
      }
      let days = Int.random(in: 0...10, using: &generator)
      let started = Instant(status.adding(days: -days), minuteOfDay: 540)
      var done = TaskProgress(started: started)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: continue
      case 1:
        let last = Int.random(in: 0...days, using: &generator)
        done.finished = Instant(started.date.adding(days: last), minuteOfDay: 1080)
      case 2 where !network.duration(of: task).isZero:
        done.remaining = 30 * Int32.random(in: 0...60, using: &generator)
      default: break
      }
      if features.contains(.parts), done.finished == nil, generator.oneIn(3) {
        done.resumed = Instant(
          started.date.adding(days: Int.random(in: 0...20, using: &generator)), minuteOfDay: 600)
      }
      network.setProgress(task, done)
    }
  }
}
