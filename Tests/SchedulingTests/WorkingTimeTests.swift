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
}
