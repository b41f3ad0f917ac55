internal import Planning
internal import Scheduling
internal import SharedSystem

/// Tasks: rows with outline levels become a tree, and each row a task of the plan.
extension MSPDIImporter {
  mutating func readTasks() {
    let rows = keptRows()
    var holders: [(level: Int, index: Int)] = []
    for (position, row) in rows.enumerated() {
      let task = file.tasks[row]
      let level = max(1, task.outlineLevel ?? 1)
      while let last = holders.last, last.level >= level { holders.removeLast() }
      let next = position + 1 < rows.count ? file.tasks[rows[position + 1]].outlineLevel ?? 1 : 0
      var stated = PlanTask(
        id: MSPDIImporter.id(Int(task.uid)), name: LocalizedText(name(of: task)))
      stated.parent = holders.last?.index
      stated.location = location(line: task.line)
      stated.isSummary = next > level
      stated.isActive = task.isActive != false
      describe(task, &stated)
      if stated.isSummary {
        if task.isManual == true { report.note(.manualSummary, stated.id) }
        holders.append((level, plan.tasks.count))
      } else {
        readWork(of: task, &stated)
      }
      plan.tasks.append(stated)
    }
    for (index, row) in rows.enumerated() { readLinks(of: file.tasks[row], index) }
  }

  /// A task's id: its UID, which no program makes negative.
  private static func id(_ uid: Int) -> String { uid < 0 ? "uid\(uid)" : "\(uid)" }

  /// The rows that become tasks: not the project's own summary and empty rows.
  private mutating func keptRows() -> [Int] {
    var rows: [Int] = []
    for (row, task) in file.tasks.enumerated() {
      let uid = Int(task.uid)
      if uid == 0, task.outlineLevel ?? 0 == 0 { continue }
      if task.isNull == true {
        report.note(.emptyRow)
        continue
      }
      if taskIDs[uid] != nil {
        problem(.duplicate(.task, uid: uid), at: Int(task.line))
        continue
      }
      taskIDs[uid] = MSPDIImporter.id(uid)
      checkYears(of: task)
      rows.append(row)
    }
    return rows
  }

  private func name(of task: MSPDIFile.Task) -> String {
    task.name.flatMap { $0.isEmpty ? nil : $0 } ?? "\(task.uid)"
  }

  /// What tasks and summaries have alike.
  private mutating func describe(_ task: MSPDIFile.Task, _ stated: inout PlanTask) {
    if let notes = task.notes, !notes.isEmpty { stated.notes = LocalizedText(notes) }
    stated.deadline = task.deadline
    stated.baselines = baselines(of: task)
    if !stated.isSummary, let cost = task.cost, cost != 0 {
      stated.cost = money(cost)
      if stated.cost == nil {
        report.note(.impossibleCost, stated.id)
      } else if cost % 100 != 0 {
        report.note(.roundedCost, stated.id)
      }
    }
    if let date = task.constraintDate, let kind = constraintKind(task.constraintType) {
      stated.constraints.append(TaskConstraint(kind, date))
    } else if task.constraintType == 1, !stated.isSummary {
      stated.constraints.append(TaskConstraint(.asLateAsPossible, plan.start))
    }
  }

  /// A cost in whole units of the currency; nil for one that a plan cannot state.
  func money(_ hundredths: Int) -> Int64? {
    let units = (Int64(hundredths) + 50) / 100
    return hundredths >= 0 && units <= 1_000_000_000_000_000 ? units : nil
  }

  private func constraintKind(_ code: Int?) -> TaskConstraint.Kind? {
    switch code {
    case 2: .mustStartOn
    case 3: .mustFinishOn
    case 4: .startNoEarlierThan
    case 5: .startNoLaterThan
    case 6: .finishNoEarlierThan
    case 7: .finishNoLaterThan
    default: nil
    }
  }

  /// Duration, calendar, assignments and progress of a task that is no summary.
  private mutating func readWork(of task: MSPDIFile.Task, _ stated: inout PlanTask) {
    let isManual = task.isManual == true || task.isExternal == true
    let format = task.durationFormat ?? file.project.durationFormat ?? 7
    if let uid = task.calendarUID, uid > 0, let id = calendarID(of: uid), id != plan.calendar {
      stated.calendar = id
    }
    let entered = isManual ? durationByHand(task, stated.calendar, format: format) : nil
    let duration =
      entered
      ?? duration(
        seconds: task.duration ?? (isManual ? task.manualDuration : nil) ?? 0, format: format)
    if duration.thousandths == 0 {
      stated.isMilestone = true
    } else {
      stated.duration = duration
    }
    if let start = isManual ? task.start ?? task.manualStart : nil {
      stated.constraints = [TaskConstraint(.manualStart, start)]
    }
    if !stated.isActive {
      report.note(.inactiveTask, stated.id)
      // Nothing moves it any more.
      if let start = task.start { stated.constraints = [TaskConstraint(.manualStart, start)] }
    }
    if task.isExternal == true { report.note(.externalTask, stated.id) }
    if let delay = task.levelingDelay, delay != 0 { report.note(.levelingDelay, stated.id) }
    readProgress(of: task, &stated)
    if !stated.isMilestone, !duration.unit.isElapsed { readAssignments(of: task, &stated) }
    if entered != nil { stated.parts = [] }
  }

  /// A duration in the largest unit in which it is exact to the thousandth.
  func duration(seconds: Int, format: Int) -> PlanDuration {
    let minutes = (max(0, seconds) + 30) / 60
    return duration(minutes: minutes, format: format)
  }

  func duration(minutes: Int, format: Int) -> PlanDuration {
    let code = format >= 32 ? format - 32 : format
    let (units, unit) = unit(of: code)
    let fallback: PlanDuration.Unit = unit.isElapsed ? .elapsedMinutes : .minutes
    if minutes == 0 { return PlanDuration(0, unit) }
    return minutes * 1000 % units == 0
      ? PlanDuration(thousandths: Int64(minutes * 1000 / units), unit)
      : PlanDuration(minutes, fallback)
  }

  /// The minutes of a unit, and the unit.
  private func unit(of code: Int) -> (Int, PlanDuration.Unit) {
    let day = plan.units.minutesPerDay
    return switch code {
    case 3: (1, .minutes)
    case 4: (1, .elapsedMinutes)
    case 5: (60, .hours)
    case 6: (60, .elapsedHours)
    case 8: (1440, .elapsedDays)
    case 9: (day * plan.units.daysPerWeek, .weeks)
    case 10: (7 * 1440, .elapsedWeeks)
    case 11: (day * plan.units.daysPerMonth, .months)
    case 12: (1440, .elapsedDays)
    default: (day, .days)
    }
  }
}
