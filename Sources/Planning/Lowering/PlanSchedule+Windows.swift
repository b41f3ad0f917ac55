public import Scheduling

extension PlanSchedule {
  /// Work on a calendar of windows that does not end in the window in which it begins.
  public struct BrokenWindow: Hashable, Sendable {
    /// Index of the task in `plan.tasks`.
    public var task: Int
    /// Id of its calendar.
    public var calendar: String
    /// Minutes of work.
    public var minutes: Int32
    /// The windows in which it is done, in order; at least two.
    public var windows: [WorkCalendar.Window]
    /// Minutes of work in the longest window of the calendar.
    public var longest: Int32
    /// The first window from the task's start on that has enough time; nil when there is none.
    public var sufficient: WorkCalendar.Window?
  }

  /// The tasks whose work is broken over several windows, in the plan's order.
  ///
  /// A cutover must end in the window in which it begins; that nothing else was asked for shows only
  /// in the dates. Tasks that are finished, that pause by intention (parts), or whose time runs by
  /// the clock are left out.
  ///
  /// - Complexity: O(tasks · log windows + windows · log windows).
  public func brokenWindows() -> [BrokenWindow] {
    var windowsOf: [Int32: [(window: WorkCalendar.Window, minutes: Int32)]] = [:]
    var result: [BrokenWindow] = []
    for (index, task) in plan.tasks.enumerated() {
      let number = lowered.calendar[index]
      guard let node = lowered.node[index], lowered.network.calendars[Int(number)].windows != nil,
        case .work = lowered.network.duration(of: node), task.parts.isEmpty,
        task.progress?.finished == nil
      else { continue }
      let windows = windowsOf[number] ?? measured(number)
      windowsOf[number] = windows
      let dates = tasks[index]
      let later = windows[windows.partitioningIndex { $0.window.end > dates.start }...]
      let used = later.prefix { $0.window.start < dates.finish }
      guard used.count > 1 else { continue }
      result.append(
        BrokenWindow(
          task: index, calendar: lowered.name(ofCalendar: number), minutes: dates.duration,
          windows: used.map(\.window), longest: windows.map(\.minutes).max() ?? 0,
          sufficient: later.first {
            $0.minutes >= dates.duration && $0.window.start >= dates.start
          }?.window))
    }
    return result
  }

  /// The windows of a calendar in which there is time to work, in order, with the working minutes of
  /// each.
  private func measured(
    _ calendar: Int32
  ) -> [(window: WorkCalendar.Window, minutes: Int32)] {
    (lowered.network.calendars[Int(calendar)].windows ?? []).sorted { $0.start < $1.start }.map {
      ($0, scheduled.workingMinutes(from: $0.start, to: $0.end, calendar: calendar))
    }.filter { $0.minutes > 0 }
  }
}

extension Array {
  /// The first index at which something holds that holds for all later elements; the count when it
  /// never does.
  ///
  /// - Complexity: O(log count).
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
