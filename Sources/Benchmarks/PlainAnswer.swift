import Scheduling

/// A second computation of dates, floats and driving links, plain and slow: one array holds the
/// beginning of every working hour, and times are looked up by binary search.
///
/// Every number is compared with what the neighbours' numbers ask of it. In a network without cycles
/// only the right schedule passes, in whatever order tasks and links are numbered. It is only for
/// networks whose times are whole hours of one calendar, as in the benchmarks.
enum PlainAnswer {
  /// What is wrong with a schedule; nil when every number is as computed here.
  static func problem(in scheduled: ScheduledNetwork) -> String? {
    let answer = PlainAnswer.Checked(scheduled)
    return answer.early() ?? answer.late() ?? answer.driving()
      ?? (scheduled.drivingTasks().contains(true) ? nil : "no driving path")
  }

  private struct Checked {
    let network: Network
    let schedule: Schedule
    let hours: [Int32]
    let length: [Int]
    let start: [Int]

    init(_ scheduled: ScheduledNetwork) {
      network = scheduled.network
      schedule = scheduled.schedule
      hours = workingHours(of: network, until: schedule.projectFinish)
      length = (0..<Int32(network.taskCount)).map { [network] in
        if case .work(let minutes) = network.duration(of: $0) { return Int(minutes) / 60 }
        return 0
      }
      let hours = hours
      start = schedule.start.map { PlainAnswer.index($0, in: hours) }
    }

    /// The working hour at which a link lets its target start when its source has these dates.
    func needed(_ link: Network.Link, start: Int32, finish: Int32) -> Int {
      let base = link.type.fromFinish ? finish : start
      let asked = PlainAnswer.index(shifted(base, link.lag), in: hours)
      return link.type.toStart ? asked : asked - length[Int(link.target)]
    }

    private func shifted(_ instant: Int32, _ lag: Int32) -> Int32 {
      if lag == 0 { return instant }
      let position = PlainAnswer.index(instant, in: hours) + Int(lag / 60)
      return lag > 0 ? hours[position - 1] + 60 : hours[position]
    }

    private func needed(_ link: Network.Link) -> Int {
      let source = Int(link.source)
      return needed(link, start: schedule.start[source], finish: schedule.finish[source])
    }

    func early() -> String? {
      let floor = PlainAnswer.index(network.start.minutes, in: hours)
      var bound = [Int](repeating: floor, count: network.taskCount)
      for number in 0..<Int32(network.linkCount) {
        let link = network.link(number)
        bound[Int(link.target)] = max(bound[Int(link.target)], needed(link))
      }
      for task in bound.indices {
        if start[task] != bound[task] {
          return "task \(task) starts at hour \(start[task]), not \(bound[task])"
        }
        if hours[start[task] + length[task] - 1] + 60 != schedule.finish[task] {
          return "task \(task) has the wrong length"
        }
      }
      return schedule.finish.max() == schedule.projectFinish ? nil : "the project's finish"
    }

    func late() -> String? {
      let end = PlainAnswer.index(schedule.projectFinish, in: hours)
      let late = schedule.lateStart.map { PlainAnswer.index($0, in: hours) }
      var latest = length.map { end - $0 }
      var free = latest
      for number in 0..<Int32(network.linkCount) {
        let link = network.link(number)
        let (source, target) = (Int(link.source), Int(link.target))
        // All on one calendar: the source may slip as far as the target may.
        let distance = needed(link) - start[source]
        latest[source] = min(latest[source], late[target] - distance)
        free[source] = min(free[source], start[target] - distance)
      }
      for task in latest.indices {
        if late[task] != latest[task] { return "task \(task): late start" }
        if hours[late[task] + length[task] - 1] + 60 != schedule.lateFinish[task] {
          return "task \(task): late finish"
        }
        if Int(schedule.totalFloat[task]) != (latest[task] - start[task]) * 60 {
          return "task \(task): total float"
        }
        if Int(schedule.freeFloat[task]) != (free[task] - start[task]) * 60 {
          return "task \(task): free float"
        }
      }
      return nil
    }

    /// Of the links that leave their target no room, the one with the smallest total float before
    /// it drives, then the one with the smallest number.
    func driving() -> String? {
      var best = [(float: Int32, link: Int32)](repeating: (.max, -1), count: network.taskCount)
      for number in 0..<Int32(network.linkCount) {
        let link = network.link(number)
        let target = Int(link.target)
        guard needed(link) == start[target] else { continue }
        let entry = (schedule.totalFloat[Int(link.source)], number)
        if entry < best[target] { best[target] = entry }
      }
      let wrong = best.indices.first { best[$0].link != schedule.drivingLink[$0] }
      return wrong.map { "task \($0) is driven by \(best[$0].link)" }
    }
  }

  /// The number of whole working hours before an instant.
  private static func index(_ instant: Int32, in hours: [Int32]) -> Int {
    var (low, high) = (0, hours.count)
    while low < high {
      let middle = (low + high) / 2
      if hours[middle] < instant { low = middle + 1 } else { high = middle }
    }
    return low
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
