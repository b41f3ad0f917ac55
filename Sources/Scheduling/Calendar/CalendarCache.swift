internal import Synchronization

/// Compiled calendars for callers that schedule many variants of one plan.
///
/// Compiling the calendars of some years takes longer than scheduling a small plan. Hand the same
/// cache to every `Scheduler.schedule`: networks with equal lists of calendars share their tables.
/// Schedules are the same with and without it.
///
/// It remembers a few lists of calendars and forgets all of them when there are more. It may be used
/// from several threads at once.
public final class CalendarCache: Sendable {
  private static let capacity = 16
  private let tables = Mutex<[[WorkCalendar]: WorkingTime]>([:])

  /// Makes an empty cache.
  public init() {}

  /// The tables of a network's calendars and the continuous one for at least these days.
  ///
  /// - Complexity: O(calendars) when they are known, else that of compiling them.
  func tables(of network: Network, covering horizon: Horizon) -> WorkingTime {
    let known = tables.withLock { $0[network.calendars] }
    let firstDay = min(horizon.firstDay, known?.horizon.firstDay ?? horizon.firstDay)
    let lastDay = max(horizon.lastDay, known?.horizon.lastDay ?? horizon.lastDay)
    if let known, known.horizon == Horizon(firstDay: firstDay, lastDay: lastDay) { return known }
    let compiled = WorkingTime(
      network.calendars + [.continuous], firstDay: firstDay, lastDay: lastDay, extending: known)
    keep(compiled, of: network)
    return compiled
  }

  /// Remembers tables, unless longer ones are known.
  func keep(_ compiled: WorkingTime, of network: Network) {
    tables.withLock { tables in
      if let known = tables[network.calendars]?.horizon {
        let new = compiled.horizon
        guard new.firstDay <= known.firstDay, new.lastDay >= known.lastDay else { return }
      } else if tables.count == CalendarCache.capacity {
        tables.removeAll()
      }
      tables[network.calendars] = compiled
    }
  }
}
