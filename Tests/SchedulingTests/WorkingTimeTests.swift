import Testing

@testable import Scheduling

/// Tables that were compiled in parts must be those compiled at once.
struct WorkingTimeTests {
  @Test(arguments: 0..<40)
  func `tables continue where they ended`(seed: Int) {
    let calendars =
      RandomOfficeNetwork.network(
        seed: UInt64(seed), maximumCount: 20, rule: .dates
      ).calendars.reversed() + [.continuous]
    let network = RandomOfficeNetwork.network(seed: UInt64(seed), maximumCount: 20, rule: .dates)
    let firstDay = network.start.date.dayNumber - 30
    let whole = WorkingTime(calendars, firstDay: firstDay, lastDay: firstDay + 400)
    var parts = WorkingTime(calendars, firstDay: firstDay, lastDay: firstDay + 20 + seed)
    for lastDay in [firstDay + 61, firstDay + 200 + seed, firstDay + 400] {
      parts = WorkingTime(calendars, firstDay: firstDay, lastDay: lastDay, extending: parts)
    }
    for calendar in 0..<Int32(calendars.count) {
      #expect(parts.positions(of: calendar) == whole.positions(of: calendar))
      let instants = stride(
        from: Int32(firstDay - 2) * 1440, to: Int32(firstDay + 402) * 1440, by: 97)
      for instant in instants {
        let position = whole.position(instant, on: calendar)
        #expect(parts.position(instant, on: calendar) == position)
        #expect(
          parts.extendedInstant(position, on: calendar)
            == whole.extendedInstant(position, on: calendar))
      }
    }
  }

  /// Runs that overlap, yearly closures that begin on one day, also over the new year and on 29
  /// February: each day must be open or closed as looking at it alone says.
  @Test(arguments: 0..<60)
  func `closures are those of each day alone`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var calendar = WorkCalendar.continuous
    let first = try #require(CivilDate(year: 2023, month: 11, day: 1)).dayNumber
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let start = first + Int.random(in: -50...700, using: &random)
      calendar.closed.append(
        .init(
          CivilDate(dayNumber: start),
          CivilDate(dayNumber: start + Int.random(in: 0...60, using: &random))))
    }
    let corners = [(2, 28), (2, 29), (3, 1), (12, 31), (1, 1), (12, 28), (1, 3), (7, 15)]
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let (from, to) = (
        corners.randomElement(using: &random) ?? (1, 1),
        corners.randomElement(using: &random) ?? (1, 1)
      )
      calendar.yearlyClosures.append(
        .init(firstMonth: from.0, firstDay: from.1, lastMonth: to.0, lastDay: to.1))
    }
    calendar.forEachDay(from: first, through: first + 800) { day, hours in
      let date = CivilDate(dayNumber: day)
      let isInRun = calendar.closed.contains { $0.first <= date && date <= $0.last }
      let number = date.month * 100 + date.day
      let isYearly = calendar.yearlyClosures.contains { closure in
        let (from, to) = (
          closure.firstMonth * 100 + closure.firstDay, closure.lastMonth * 100 + closure.lastDay
        )
        return from <= to ? from <= number && number <= to : from <= number || number <= to
      }
      #expect(hours.isEmpty == (isInRun || isYearly), "\(seed) \(date)")
    }
  }

  @Test func `calendars that would fill the memory are refused`() throws {
    let start = Instant(try #require(CivilDate(year: 2026, month: 4, day: 1)))
    let far = Instant(try #require(CivilDate(year: 2999, month: 1, day: 1)))
    func schedule(_ calendars: Int, _ target: Instant?) throws {
      var network = Network(
        start: start, calendars: Array(repeating: WorkCalendar.standard, count: calendars))
      network.target = target
      _ = try Scheduler.schedule(network)
      _ = try Scheduler.earlyDates(network, calendars: CalendarCache())
    }
    try schedule(200, nil)
    try schedule(3, far)
    for (calendars, target) in [(30_000, nil), (200, far)] {
      #expect { try schedule(calendars, target) } throws: { error in
        guard case SchedulingError.tooManyCalendarDays(calendars, _, _) = error else {
          return false
        }
        return true
      }
    }
    var long = Network(
      start: start, calendars: Array(repeating: WorkCalendar.standard, count: 40))
    for task in 0..<Int32(12) {
      long.addTask(.work(minutes: 100_000 * 480))
      if task > 0 { long.addLink(from: task - 1, to: task, .finishToStart) }
    }
    #expect(throws: SchedulingError.self) { try Scheduler.schedule(long) }
  }
}
