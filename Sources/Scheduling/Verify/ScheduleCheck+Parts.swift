/// Tasks made of parts, recomputed piece by piece.
extension ScheduleCheck {
  func isInParts(_ task: Int) -> Bool { network.kind(of: Int32(task)) == .parts }

  private func pieces(_ task: Int, isLate: Bool) -> [(calendar: PlainCalendar, part: TaskPart)] {
    network.parts(of: Int32(task)).map { part in
      ((isLate ? lateCalendars : calendars)[Int(part.calendar)], part)
    }
  }

  /// From the first start to the last finish of the pieces of a task that may begin at an instant.
  func partDates(of task: Int, from instant: Int, isLate: Bool) -> Dates? {
    var dates: Dates?
    for (calendar, part) in pieces(task, isLate: isLate) {
      guard let free = calendar.nextWork(instant),
        let begun = calendar.end(of: Int(part.delay), from: free),
        let start = calendar.nextWork(begun),
        let finish = calendar.end(of: Int(part.minutes), from: start)
      else { return nil }
      dates = Dates(
        start: min(start, dates?.start ?? start), finish: max(finish, dates?.finish ?? finish))
    }
    return dates
  }

  /// The latest instant from which the pieces lie at these dates; nil when there is none.
  private func beginning(of task: Int, at dates: Dates, isLate: Bool) -> Int? {
    let all = pieces(task, isLate: isLate)
    let candidates = all.compactMap { calendar, part in
      calendar.start(of: Int(part.delay), before: dates.start)
    }
    return (candidates + [dates.start]).sorted(by: >).first {
      partDates(of: task, from: $0, isLate: isLate) == dates
    }
  }

  /// The dates of the pieces moved a granule earlier.
  func earlierParts(_ task: Int, _ dates: Dates) -> Dates? {
    guard let beginning = beginning(of: task, at: dates, isLate: false) else { return nil }
    let moved = pieces(task, isLate: false).compactMap { calendar, _ in
      calendar.start(of: granule, before: beginning)
    }
    return moved.max().flatMap { partDates(of: task, from: $0, isLate: false) }
  }

  /// The dates of the pieces moved a granule later.
  func laterParts(_ task: Int, _ dates: Dates) -> Dates? {
    guard let beginning = beginning(of: task, at: dates, isLate: true) else { return nil }
    let moved = pieces(task, isLate: true).compactMap { calendar, _ in
      calendar.end(of: granule, from: beginning).flatMap(calendar.nextWork)
    }
    return moved.min().flatMap { partDates(of: task, from: $0, isLate: true) }
  }

  /// Whether a task lies where its pieces put it.
  func areParts(_ task: Int, at dates: Dates, isLate: Bool) -> Bool {
    beginning(of: task, at: dates, isLate: isLate) != nil
  }
}
