import Scheduling

/// A calendar of a random network, as it is drawn: it can be handed to the engine, and be cut into
/// slots for the oracle.
struct DrawnCalendar {
  /// Hours by weekday, Monday first, in minutes of the day.
  var week: [[Range<Int>]]
  /// Day numbers.
  var closed: Set<Int> = []
  var open: [Int: [Range<Int>]] = [:]
  /// Minutes since 1970.
  var windows: [Range<Int>]?

  /// The same for the engine.
  var workCalendar: WorkCalendar {
    func hours(_ pieces: [Range<Int>]) -> [WorkCalendar.Hours] {
      pieces.map { WorkCalendar.Hours(start: $0.lowerBound, end: $0.upperBound) }
    }
    var result = WorkCalendar(week: week.map(hours))
    result.closed = closed.sorted().map {
      WorkCalendar.Days(CivilDate(dayNumber: $0), CivilDate(dayNumber: $0))
    }
    result.open = open.sorted { $0.key < $1.key }.map {
      WorkCalendar.OpenDay(date: CivilDate(dayNumber: $0.key), hours: hours($0.value))
    }
    result.windows = windows?.map {
      WorkCalendar.Window(
        start: Instant(minutes: Int32($0.lowerBound)), end: Instant(minutes: Int32($0.upperBound)))
    }
    return result
  }

  /// The worked time of a day in minutes since 1970, by the four rules that `WorkCalendar` states;
  /// pieces may overlap.
  func work(on day: Int) -> [Range<Int>] {
    func onDay(_ hours: [Range<Int>]) -> [Range<Int>] {
      hours.map { $0.lowerBound + day * 1440..<$0.upperBound + day * 1440 }
    }
    if let hours = open[day] { return onDay(hours) }
    if closed.contains(day) { return [] }
    let hours = onDay(week[((day + 3) % 7 + 7) % 7])
    guard let windows else { return hours }
    return hours.flatMap { piece in windows.map { piece.clamped(to: $0) } }
  }

  /// Whether there is a first and a last minute of work.
  var isFinite: Bool { windows != nil || week.allSatisfy(\.isEmpty) }
}

/// A calendar as a row of slots, each worked or not: the oracle's only notion of time.
///
/// Slots are numbered from the project's first day; a slot is the greatest number of minutes that
/// divides all inputs. An instant is the beginning of the slot with its number.
struct SlotCalendar {
  private let isWorked: [Bool]
  private let isWorkedLate: [Bool]
  private let first: Int

  /// Every slot of so many days before and after slot 0.
  init(days: Int, unit: Int) {
    first = -days * 1440 / unit
    isWorked = Array(repeating: true, count: 2 * days * 1440 / unit)
    isWorkedLate = isWorked
  }

  /// Cuts a drawn calendar into slots of `unit` minutes.
  ///
  /// - Parameters:
  ///   - days: how many days before and after day `base` the slots are for; slot 0 begins that day.
  init(_ calendar: DrawnCalendar, days: Int, unit: Int, base: Int) {
    first = -days * 1440 / unit
    var isWorked = Array(repeating: false, count: 2 * days * 1440 / unit)
    for day in base - days..<base + days {
      for piece in calendar.work(on: day) where !piece.isEmpty {
        let start = (piece.lowerBound - base * 1440) / unit - first
        for slot in start..<start + piece.count / unit { isWorked[slot] = true }
      }
    }
    self.isWorked = isWorked
    // Late dates before the very first work of a calendar count the clock.
    var late = isWorked
    if calendar.isFinite, let firstWork = isWorked.firstIndex(of: true) {
      for index in 0..<firstWork { late[index] = true }
    }
    isWorkedLate = late
  }

  /// Whether a slot is worked; `late` counts the clock before the first work.
  func works(_ slot: Int, late: Bool = false) -> Bool {
    late ? isWorkedLate[slot - first] : isWorked[slot - first]
  }

  /// The end of the `count`-th worked slot from an instant; after all dates when there are not so
  /// many.
  func end(of count: Int, from instant: Int, late: Bool = false) -> Int {
    let slots = late ? isWorkedLate : isWorked
    var (index, left) = (instant - first, count)
    while left > 0 {
      if index >= slots.count { return .max }
      if slots[index] { left -= 1 }
      index += 1
    }
    return index + first
  }

  /// The beginning of the `count`-th worked slot before an instant; before all dates when there are
  /// not so many.
  func start(of count: Int, before instant: Int, late: Bool = false) -> Int {
    let slots = late ? isWorkedLate : isWorked
    var (index, left) = (instant - first, count)
    while left > 0 {
      if index <= 0 { return .min }
      index -= 1
      if slots[index] { left -= 1 }
    }
    return index + first
  }

  /// The first worked slot at or after an instant.
  func nextWork(_ instant: Int, late: Bool = false) -> Int {
    var slot = instant
    while !works(slot, late: late) { slot += 1 }
    return slot
  }

  /// The worked slots from one instant to another; negative when `last` is before `first`.
  func count(from first: Int, to last: Int) -> Int {
    if last < first { return -count(from: last, to: first) }
    return (first..<last).count { works($0, late: true) }
  }
}
