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
      if holders.count > MSPDIImporter.deepestOutline {
        return problem(.depth(level, task: Int(task.uid)), at: Int(task.line))
      }
      let next = position + 1 < rows.count ? file.tasks[rows[position + 1]].outlineLevel ?? 1 : 0
      var stated = PlanTask(
        id: taskIDs[Int(task.uid)] ?? MSPDIImporter.id(Int(task.uid)),
        name: LocalizedText(name(of: task)))
      let facts = facts(of: file.values(of: task))
      let row = MSPDIStatement(task, in: file)
      stated.parent = holders.last?.index
      stated.location = location(line: task.line)
      stated.isSummary = next > level || facts.value("summary", sealed: { row.seal(.work) }) != nil
      stated.isActive = task.isActive != false
      describe(task, &stated, hasCost: facts.unsealed("cost") != nil)
      if stated.isSummary {
        if task.isManual == true, !isOwn { report.note(.manualSummary, stated.id) }
        if next > level { holders.append((level, plan.tasks.count)) }
        let held = assignments[Int(task.uid)]?.count { isPerson($0) } ?? 0
        report.note(.assignmentOfSummary, stated.id, times: held)
      } else {
        readWork(of: task, &stated)
      }
      if isOwn { readOwn(task, row, facts, &stated) }
      plan.tasks.append(stated)
    }
    for (index, row) in rows.enumerated() { readLinks(of: file.tasks[row], index) }
    if isOwn {
      readOwnLinks(rows)
      dropUnusedCalendars()
    }
  }

  /// The id that our own file states for a task, unless another task has it; else its UID.
  private mutating func freeID(_ uid: Int, _ task: MSPDIFile.Task) -> String {
    let stated = isOwn ? value(MSPDIField.id.number, in: file.values(of: task)) : nil
    var id = stated.flatMap { PlanText.isID($0) ? $0 : nil } ?? MSPDIImporter.id(uid)
    if usedIDs.contains(id) { id = MSPDIImporter.id(uid) }
    while !usedIDs.insert(id).inserted { id += "-copy" }
    return id
  }

  /// A task's id: its UID, which no program makes negative.
  static func id(_ uid: Int) -> String { uid < 0 ? "uid\(uid)" : "\(uid)" }

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
      taskIDs[uid] = freeID(uid, task)
      checkYears(of: task)
      rows.append(row)
    }
    return rows
  }

  private func name(of task: MSPDIFile.Task) -> String {
    task.name.flatMap { $0.isEmpty ? nil : $0 } ?? "\(task.uid)"
  }

  /// What tasks and summaries have alike.
  ///
  /// - Parameter hasCost: whether facts state the cost, whatever the file can hold of it.
  private mutating func describe(
    _ task: MSPDIFile.Task, _ stated: inout PlanTask, hasCost: Bool
  ) {
    if let priority = task.priority, priority != 500 { report.note(.priority, stated.id) }
    if let code = task.wbs, let number = task.outlineNumber, code != number {
      report.note(.breakdownCode, stated.id)
    }
    if let notes = task.notes, !notes.isEmpty { stated.notes = LocalizedText(notes) }
    stated.deadline = task.deadline
    stated.baselines = meaning.baselines(
      file.baselines(of: task), format: task.durationFormat ?? 7)
    // The cost of a summary has that of its tasks in it; what it costs itself is fixed.
    if let cost = stated.isSummary ? task.fixedCost : task.cost, cost != 0 {
      stated.cost = MSPDIMeaning.money(cost)
      if hasCost {
        // What the elements cannot hold is not lost.
      } else if stated.cost == nil {
        report.note(.impossibleCost, stated.id)
      } else if cost % 100 != 0 {
        report.note(.roundedCost, stated.id)
      }
    }
    if task.constraintType != 1 || !stated.isSummary {
      stated.constraints = MSPDIMeaning.constraints(
        task.constraintType, task.constraintDate, start: plan.start)
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
      ?? meaning.duration(
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
      if !isOwn { report.note(.inactiveTask, stated.id) }
      // Nothing moves it any more.
      if let start = task.start { stated.constraints = [TaskConstraint(.manualStart, start)] }
    }
    if task.isExternal == true { report.note(.externalTask, stated.id) }
    if let delay = task.levelingDelay, delay != 0 { report.note(.levelingDelay, stated.id) }
    readProgress(of: task, &stated)
    let shares = readAssignments(of: task, &stated)
    if !stated.isMilestone, !duration.unit.isElapsed, entered == nil {
      stated.parts = parts(shares, task, stated)
    }
  }
}
