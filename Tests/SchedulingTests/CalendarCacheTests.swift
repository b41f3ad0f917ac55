import Scheduling
import Testing

/// A cache may save work, not change a schedule.
struct CalendarCacheTests {
  @Test func `schedules are the same with tables of other networks`() throws {
    let cache = CalendarCache()
    for seed in 0..<60 {
      var network = RandomOfficeNetwork.network(
        seed: UInt64(seed % 20), maximumCount: 12, rule: seed < 30 ? .dates : .logic)
      // The third time around the tables must begin earlier and end later.
      if seed >= 40, network.kind(of: 0) == .work {
        network.start = Instant(minutes: network.start.minutes - 1_000_000)
        network.setDuration(0, .work(minutes: 900_000))
      }
      let alone = try? Scheduler.schedule(network).schedule
      let together = try? Scheduler.schedule(network, calendars: cache).schedule
      let again = try? Scheduler.schedule(network, calendars: cache).schedule
      #expect(together == alone, "seed \(seed)")
      #expect(again == alone, "seed \(seed)")
    }
  }
}
