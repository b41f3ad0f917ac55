import Scheduling

/// A second computation of the early dates and floats, plain and slow: one array holds the
/// beginning of every working minute's hour, and times are looked up by binary search.
///
/// It is only for networks whose times are whole hours of one calendar, as in the benchmarks.
enum PlainAnswer {
  /// What is wrong with a schedule; nil when every date and float is as computed here.
  static func problem(in scheduled: ScheduledNetwork) -> String? {
    let network = scheduled.network
    let schedule = scheduled.schedule
    let hours = workingHours(of: network, until: schedule.projectFinish)
    /// The number of whole working hours before an instant.
    func index(_ instant: Int32) -> Int {
      var (low, high) = (0, hours.count)
      while low < high {
        let middle = (low + high) / 2
        if hours[middle] < instant { low = middle + 1 } else { high = middle }
      }
      return low
    }
    func shifted(_ instant: Int32, _ lag: Int32) -> Int32 {
      if lag == 0 { return instant }
      let position = index(instant) + Int(lag / 60)
      return lag > 0 ? hours[position - 1] + 60 : hours[position]
    }
    var bound = [Int](repeating: index(network.start.minutes), count: network.taskCount)
    var slip = [Int](repeating: hours.count, count: network.taskCount)
    for number in 0..<Int32(network.linkCount) {
      let link = network.link(number)
      let (source, target) = (Int(link.source), Int(link.target))
      let base = link.type.fromFinish ? schedule.finish[source] : schedule.start[source]
      let asked = index(shifted(base, link.lag))
      let needed = link.type.toStart ? asked : asked - length(network, target)
      bound[target] = max(bound[target], needed)
      slip[source] = min(slip[source], index(schedule.start[target]) - needed)
    }
    for task in 0..<network.taskCount {
      let start = index(schedule.start[task])
      if start != bound[task] {
        return "task \(task) starts at hour \(start), not \(bound[task])"
      }
      if hours[start + length(network, task) - 1] + 60 != schedule.finish[task] {
        return "task \(task) has the wrong length"
      }
      if schedule.totalFloat[task] < 0 { return "task \(task) has negative float" }
      if Int(schedule.freeFloat[task]) > slip[task] * 60 { return "task \(task): free float" }
      if schedule.freeFloat[task] > schedule.totalFloat[task] {
        return "task \(task): free float above total float"
      }
    }
    return scheduled.drivingTasks().contains(true) ? nil : "no driving path"
  }

  private static func length(_ network: Network, _ task: Int) -> Int {
    if case .work(let minutes) = network.duration(of: Int32(task)) { return Int(minutes) / 60 }
    return 0
  }

  private static func workingHours(of network: Network, until finish: Int32) -> [Int32] {
    var hours: [Int32] = []
    var date = network.start.date.adding(days: -366)  // room for leads
    let calendar = network.calendars[0]
    while Instant(date).minutes <= finish + 366 * 1440 {
      for piece in calendar.hours(on: date) {
        for minute in stride(from: piece.start, to: piece.end, by: 60) {
          hours.append(Instant(date, minuteOfDay: minute).minutes)
        }
      }
      date = date.adding(days: 1)
    }
    return hours
  }
}
