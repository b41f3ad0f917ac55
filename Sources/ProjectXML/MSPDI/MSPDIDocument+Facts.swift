internal import Planning
internal import Scheduling
internal import SharedSystem

/// What the elements of a row do not say, or say differently: compared with what a reader makes of
/// them, so that a plain task has no facts at all.
extension MSPDIDocument {
  /// The facts of the task whose row has just been written.
  func facts(of task: Int) -> MSPDIFacts {
    let stated = plan.tasks[task]
    var facts = MSPDIFacts()
    if !isHeld(stated.name, as: row.name ?? "") {
      facts.add("name", PlanText.text(stated.name), seal: row.seal(.name))
    }
    addNotes(stated, to: &facts)
    if isEmptySummary(task) { facts.add("summary", "1", seal: row.seal(.work)) }
    if !stated.isSummary { addWork(task, stated, to: &facts) }
    addRules(task, stated, to: &facts)
    addLinks(task, stated, to: &facts)
    if let cost = stated.cost, cost == 0 || row.fixedCost.flatMap(MSPDIMeaning.money) != cost {
      facts.add("cost", "\(cost)", seal: row.seal(.cost))
    }
    addProgress(stated, to: &facts)
    if !stated.baselines.isEmpty,
      meaning.baselines(row.baselines, format: row.durationFormat ?? 7) != stated.baselines
    {
      facts.add("baselines", PlanText.text(stated.baselines), seal: row.seal(.baselines))
    }
    return facts
  }

  /// Whether a text is what a reader finds of it.
  func isHeld(_ text: LocalizedText, as held: String) -> Bool {
    guard text.byLanguage.isEmpty, let plain = text.plain, XMLText.isKept(held) else {
      return false
    }
    // By bytes: Swift's texts are equal when they look the same.
    return plain.utf8.elementsEqual(held.utf8)
  }

  private func addNotes(_ stated: PlanTask, to facts: inout MSPDIFacts) {
    guard stated.source != nil || stated.illustrative != nil || stated.notes != nil else { return }
    let isPlain = stated.source == nil && stated.illustrative == nil
    let notes = row.notes ?? ""
    if isPlain, let own = stated.notes, !notes.isEmpty, isHeld(own, as: notes) { return }
    let seal = row.seal(.notes)
    facts.add("notes", stated.notes.map(PlanText.text) ?? "", seal: seal)
    if let source = stated.source { facts.add("source", MSPDIFacts.escaped(source), seal: seal) }
    if let value = stated.illustrative {
      facts.add("illustrative", value ? "1" : "0", seal: seal)
    }
  }

  private func addWork(_ task: Int, _ stated: PlanTask, to facts: inout MSPDIFacts) {
    let held = meaning.duration(seconds: row.duration ?? 0, format: row.durationFormat ?? 7)
    let isHeld =
      held.thousandths == 0
      ? stated.isMilestone && stated.duration == nil
      : !stated.isMilestone && stated.duration == held && !row.isManual
    if !isHeld {
      let mark = stated.isMilestone ? "!" : ""
      facts.add(
        "duration", mark + (stated.duration?.text ?? "-"), seal: row.seal(.work))
    }
    let number = calendars.ofTask[task]
    let isUsual = calendars.inFile[task] == number && (number == 0 || row.calendarUID == number + 1)
    if stated.calendar != nil || !isUsual {
      facts.add(
        "calendar", stated.calendar.map(MSPDIFacts.escaped) ?? "-", seal: row.seal(.calendar))
    }
    if !stated.parts.isEmpty {
      facts.add("parts", PlanText.text(stated.parts), seal: row.seal(.people))
    }
    let areHeld =
      stated.needs.allSatisfy { $0.thousandths > 0 }
      && Set(stated.needs.map(\.team)).count == stated.needs.count
      && stated.needs.allSatisfy { resources.uid(team: $0.team) != nil }
    if !stated.needs.isEmpty, stated.hasPieces || !areHeld {
      facts.add("needs", PlanText.text(stated.needs), seal: row.seal(.people))
    }
  }

  private func addRules(_ task: Int, _ stated: PlanTask, to facts: inout MSPDIFacts) {
    let held =
      stated.isSummary && (!isEmptySummary(task) || row.constraintType == 1)
      ? [] : row.constraints(projectStart: plan.start)
    let own = stated.constraints.map {
      $0.kind == .asLateAsPossible ? TaskConstraint($0.kind, plan.start) : $0
    }
    guard held != own || row.deadline != stated.deadline else { return }
    let seal = row.seal(.rules)
    facts.add("constraints", PlanText.text(stated.constraints), seal: seal)
    facts.add("deadline", stated.deadline.map(PlanText.text) ?? "-", seal: seal)
  }

  private func addLinks(_ task: Int, _ stated: PlanTask, to facts: inout MSPDIFacts) {
    var isHeld = row.links.count == stated.after.count
    for (link, own) in zip(row.links, stated.after) where isHeld {
      let before = plan.tasks[(link.predecessorUID ?? 0) - 1].id
      let (lag, calendar) = held(link)
      isHeld =
        before == own.task && MSPDIMeaning.linkType(link.type) == own.type && lag == own.lag
        && calendar == own.lagCalendar
    }
    if !isHeld { facts.add("after", PlanText.text(stated.after), seal: row.seal(.links)) }
    if stated.isSummary, !stated.needs.isEmpty {
      facts.add("needs", PlanText.text(stated.needs), seal: row.seal(.people))
    }
    if stated.isSummary, !stated.parts.isEmpty {
      facts.add("parts", PlanText.text(stated.parts), seal: row.seal(.people))
    }
  }

  /// The lag of a link as a reader takes it.
  private func held(_ link: MSPDIFile.Link) -> (PlanTask.Lag, LagCalendar?) {
    let (lag, calendar) = meaning.lag(link.lag ?? 0, format: link.lagFormat ?? 7)
    return (lag, calendar ?? (lag.isZero || plan.lagCalendar == .successor ? nil : .successor))
  }

  private func addProgress(_ stated: PlanTask, to facts: inout MSPDIFacts) {
    guard let progress = stated.progress else { return }
    let held = stated.isSummary ? nil : meaning.progress(of: row)
    if held != progress {
      facts.add("progress", PlanText.text(progress), seal: row.seal(.progress))
    }
  }
}

/// Facts of the project.
extension MSPDIDocument {
  /// The facts of the project, in the row that stands for it.
  func projectFacts() -> MSPDIFacts {
    var facts = MSPDIFacts()
    facts.add("file", "1")
    var seal = MSPDISeal()
    let name = XMLText.singleLine(plan.name.text(in: options.language))
    seal.add(name)
    if !isHeld(plan.name, as: name) || name.isEmpty {
      facts.add("name", PlanText.text(plan.name), seal: seal.value)
    }
    if let sentence = plan.illustrative { facts.add("illustrative", PlanText.text(sentence)) }
    if let target = plan.target { facts.add("target", PlanText.text(target)) }
    if let cutover = plan.cutover { facts.add("cutover", MSPDIFacts.escaped(cutover)) }
    if plan.lagCalendar != .successor { facts.add("lagCalendar", plan.lagCalendar.rawValue) }
    if plan.constraintRule == .logic { facts.add("constraintRule", plan.constraintRule.rawValue) }
    if calendars.entries[0].id == nil { facts.add("builtIn", "1") }
    addModules(to: &facts)
    addCalendars(to: &facts)
    return facts
  }

  /// The modules that tasks are about, with the names and strategies they have; no more of a module
  /// is kept.
  private func addModules(to facts: inout MSPDIFacts) {
    let used = Set(plan.tasks.compactMap(\.module))
    for module in plan.modules where used.contains(module.id) {
      facts.add(
        "module-" + MSPDIFacts.escaped(module.id),
        PlanText.text(module.name) + (module.strategy.map { " " + $0.rawValue } ?? ""))
    }
  }

  private func addCalendars(to facts: inout MSPDIFacts) {
    let order = Dictionary(
      plan.calendars.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, entry) in calendars.entries.enumerated() {
      guard let id = entry.id, let position = order[id] else { continue }
      let stated = plan.calendars[position]
      facts.add(
        "calendar-\(number + 1)",
        "\(position) \(MSPDIFacts.escaped(id)) \(PlanText.text(stated.name))"
          + " \(PlanText.text(stated))",
        seal: seals[number])
    }
  }
}
