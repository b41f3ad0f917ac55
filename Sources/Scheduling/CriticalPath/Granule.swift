/// The greatest number of minutes that divides every input of a network.
///
/// Every date the passes compute is a multiple of it. Two bounds need it, because they ask for the
/// latest or earliest instant *strictly* beyond another: in a plan made of whole days the answer
/// is then a whole day, not a day less a minute.
///
/// - Parameter withDurations: whether the durations of tasks count.
/// - Complexity: O(tasks + links + calendar exceptions) time, O(1) space.
func granule(of network: Network, withDurations: Bool = true) -> Int32 {
  var common: Int32 = 1440
  func take(_ minutes: Int32) {
    if minutes % common == 0 { return }
    common = greatestCommonDivisor(common, minutes)
  }
  func take(_ hours: [WorkCalendar.Hours]) {
    for piece in hours {
      take(Int32(piece.start))
      take(Int32(piece.end))
    }
  }
  for calendar in network.calendars {
    calendar.week.forEach(take)
    calendar.workWeeks.forEach { $0.week.forEach(take) }
    for day in calendar.open { take(day.hours) }
    for window in calendar.windows ?? [] {
      take(window.start.minutes)
      take(window.end.minutes)
    }
  }
  take(network.start.minutes)
  if let target = network.target { take(target.minutes) }
  if let status = network.statusDate { take(status.minutes) }
  for constraint in network.constraints.values.joined() { take(constraint.date.minutes) }
  for date in network.deadline.values { take(date.minutes) }
  for done in network.progress.values {
    take(done.started.minutes)
    if let finished = done.finished { take(finished.minutes) }
    if let remaining = done.remaining { take(remaining) }
    if let resumed = done.resumed { take(resumed.minutes) }
  }
  for part in network.parts.values.joined() {
    take(part.delay)
    take(part.minutes)
  }
  for task in 0..<(withDurations ? network.taskCount : 0) {
    if common == 1 { return 1 }
    if network.nodeKind[task] != .months { take(network.durationAmount[task]) }
  }
  for link in network.links where link.lag != 0 {
    if common == 1 { return 1 }
    take(link.lag)
  }
  return common
}

/// The greatest number that divides both; of zero and a number, the number.
///
/// - Source: Euclid, *Elements* VII.2.
func greatestCommonDivisor(_ first: Int32, _ second: Int32) -> Int32 {
  var (larger, smaller) = (first, second < 0 ? 0 &- second : second)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger
}
