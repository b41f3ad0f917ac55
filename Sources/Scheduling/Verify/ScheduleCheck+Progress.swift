/// Whether tasks that have begun keep what happened, and go on as soon as they may (rule 8).
extension ScheduleCheck {
  /// The calendar that remaining work is counted in: the clock for durations that ignore calendars.
  private func workCalendar(_ task: Int) -> PlainCalendar {
    countsWork(task) ? calendar(task) : calendars[calendars.count - 1]
  }

  /// The whole duration of a task that started at an instant, in minutes of its work calendar.
  private func wholeDuration(_ task: Int, from started: Int) -> Int {
    if case .work(let minutes) = network.duration(of: Int32(task)) { return Int(minutes) }
    return finish(of: task, from: started).map { $0 - started } ?? 0
  }

  /// What remains of a task under way: as reported, else the duration less the work between its
  /// start and the status date.
  func remaining(_ task: Int, _ done: TaskProgress) -> Int {
    if let remaining = done.remaining { return Int(remaining) }
    if isInParts(task) {
      // Its parts are what remains.
      return network.parts(of: Int32(task)).reduce(0) { $0 + Int($1.minutes) }
    }
    let started = Int(done.started.minutes)
    let whole = wholeDuration(task, from: started)
    guard let status = network.statusDate else { return whole }
    let worked = workCalendar(task).minutes(from: started, to: Int(status.minutes))
    return max(0, whole - max(0, worked))
  }

  /// Checks the dates of a task that has begun.
  mutating func checkProgress(_ task: Int, _ done: TaskProgress) {
    let dates = planned(task)
    let started = Int(done.started.minutes)
    if dates.start != started {
      report(.progress, task, "started \(done.started), not \(text(dates.start))")
    }
    if let finished = done.finished {
      if dates.finish != Int(finished.minutes) {
        report(.progress, task, "finished \(finished), not \(text(dates.finish))")
      }
      return
    }
    let calendar = workCalendar(task)
    let remaining = remaining(task, done)
    let isDone = max(0, wholeDuration(task, from: started) - remaining)
    var resume =
      done.resumed.map { Int($0.minutes) } ?? calendar.end(of: isDone, from: started) ?? started
    if let status = network.statusDate { resume = max(resume, Int(status.minutes)) }
    var finishes: [(bound: Int, link: Int32)] = []
    if network.progressRule == .retainedLogic {
      for link in incoming[task] {
        let source = planned(Int(network.link(link).source))
        let bound = bound(of: link, from: source)
        if network.link(link).type.toStart {
          resume = max(resume, bound)
        } else {
          finishes.append((bound, link))
        }
      }
    }
    let end =
      isInParts(task) && remaining > 0
      ? resume < .max ? partDates(of: task, from: resume, isLate: false)?.finish : nil
      : calendar.end(of: remaining, from: resume)
    guard resume < .max, let earliest = end else {
      report(.progress, task, "remaining work has no working time")
      return
    }
    if dates.finish < earliest {
      let rule: ScheduleViolation.Rule =
        resume == network.statusDate.map { Int($0.minutes) } ? .statusDate : .progress
      report(rule, task, "remaining work cannot end before \(text(earliest))")
    }
    let stated = isStrict ? nil : statedFinishes(task).max()
    if let stated, dates.finish < stated {
      report(.constraint, task, "finishes before \(text(stated))")
    }
    if let stated, dates.finish == stated { return }
    for (bound, link) in finishes where !meets(task, dates.finish, bound) {
      report(.link, task, link: link, "finishes before \(text(bound))")
    }
    if isInParts(task), remaining > 0 {
      let first = earliestParts(task, from: resume) { dates in
        finishes.allSatisfy { meets(task, dates.finish, $0.bound) }
      }
      if let first, first.finish != dates.finish {
        report(.progress, task, "remaining work could end \(text(first.finish))")
      }
      return
    }
    let couldEnd: Int?
    if remaining == 0 {
      // Nothing is left to do: it ends with the last it waits for.
      couldEnd = finishes.map(\.bound).reduce(earliest, max)
    } else {
      couldEnd = calendar.start(of: granule, before: dates.finish)
        .flatMap(calendar.endOfWork(before:))
    }
    if let couldEnd, couldEnd < dates.finish, couldEnd >= earliest,
      finishes.allSatisfy({ meets(task, couldEnd, $0.bound) })
    {
      report(.progress, task, "remaining work could end \(text(couldEnd))")
    }
  }

  /// The dates before which a task under way must not finish.
  private func statedFinishes(_ task: Int) -> [Int] {
    constraints(task).filter { $0.kind == .finishNoEarlierThan }
      .map { statedFinish($0.date, task) }
  }

  private func meets(_ task: Int, _ finish: Int, _ bound: Int) -> Bool {
    isMet(
      Bound(instant: bound, bindsStart: false, rule: .link), task,
      Dates(start: finish, finish: finish))
  }
}
