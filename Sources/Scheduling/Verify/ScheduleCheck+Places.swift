/// Whether the dates of a task are dates it can have at all (rules 1 and 2).
extension ScheduleCheck {
  /// Every list has one entry per task; dates against the target are there when there is a target.
  mutating func checkShape() {
    let count = network.taskCount
    var sizes = [
      schedule.start.count, schedule.finish.count, schedule.earlyStart.count,
      schedule.earlyFinish.count, schedule.lateStart.count, schedule.lateFinish.count,
      schedule.totalFloat.count, schedule.freeFloat.count,
    ]
    if let target = schedule.toTarget {
      sizes += [target.lateStart.count, target.lateFinish.count, target.margin.count]
    }
    if sizes.contains(where: { $0 != count }) {
      report(.shape, -1, "lists of \(sizes) entries for \(count) tasks")
      return
    }
    if (schedule.toTarget == nil) != (network.target == nil) {
      report(.shape, -1, "dates against the target without a target, or none with one")
    }
    if schedule.granule < 1 || 1440 % schedule.granule != 0 {
      report(.granule, -1, "a granule of \(schedule.granule) min does not divide a day")
    }
  }

  /// The project finishes with its last task (rule 6).
  mutating func checkProjectFinish() {
    let finish = schedule.finish.max() ?? network.start.minutes
    if schedule.projectFinish != finish {
      report(
        .projectFinish, -1,
        "\(text(Int(schedule.projectFinish))), but the last task ends \(text(Int(finish)))")
    }
  }

  /// Checks each pair of dates of a task on its own.
  mutating func checkPlaces(of task: Int) {
    var pairs: [(name: String, dates: Dates, isLate: Bool)] = [
      ("planned", planned(task), false),
      ("early", dates(task, schedule.earlyStart, schedule.earlyFinish), false),
      ("late", dates(task, schedule.lateStart, schedule.lateFinish), true),
    ]
    if let target = schedule.toTarget {
      pairs.append(("target's late", dates(task, target.lateStart, target.lateFinish), true))
    }
    for (name, dates, isLate) in pairs {
      if dates.start % granule != 0 || dates.finish % granule != 0 {
        report(.granule, task, "\(name) dates are no multiples of \(granule) min")
      }
      // What has happened may have happened at any time.
      if progress(task) != nil { continue }
      if dates.start > dates.finish {
        report(.order, task, "\(name) start \(text(dates.start)) after \(text(dates.finish))")
      } else if isMilestone(task) {
        if dates.start != dates.finish {
          report(.milestone, task, "\(name) start and finish differ")
        }
      } else if isInParts(task) {
        if !areParts(task, at: dates, isLate: isLate) {
          report(.duration, task, "\(name) dates are not those of its parts")
        }
      } else {
        checkPlace(of: task, name, dates, isLate: isLate)
      }
    }
  }

  private mutating func checkPlace(of task: Int, _ name: String, _ dates: Dates, isLate: Bool) {
    let calendar = isLate ? lateCalendar(task) : calendar(task)
    if !calendar.isWorking(dates.start) {
      report(.workingTime, task, "\(name) start \(text(dates.start)) is no working minute")
    }
    if countsWork(task), !calendar.isWorking(dates.finish - 1) {
      report(.workingTime, task, "\(name) finish \(text(dates.finish)) ends no working minute")
    }
    let isRight: Bool
    if case .work(let minutes) = network.duration(of: Int32(task)) {
      isRight = calendar.minutes(from: dates.start, to: dates.finish) == Int(minutes)
    } else {
      isRight = finish(of: task, from: dates.start) == dates.finish
    }
    if !isRight {
      report(
        .duration, task,
        "\(name) dates \(text(dates.start)) to \(text(dates.finish)) are not its duration")
    }
  }

  private func dates(_ task: Int, _ start: [Int32], _ finish: [Int32]) -> Dates {
    Dates(start: Int(start[task]), finish: Int(finish[task]))
  }
}
