internal import Planning
internal import Scheduling
internal import SharedSystem

/// Files that bunri wrote: what their custom fields and facts say of the plan. A fact is believed
/// while the elements it was sealed with are unchanged.
extension MSPDIImporter {
  /// Whether a file has our field for ids.
  static func isOwn(_ file: MSPDIFile) -> Bool {
    file.extendedAttributes.contains {
      $0.fieldID == MSPDIField.id.number && $0.alias == MSPDIField.id.title(in: .en)
    }
  }

  /// Whether a custom field is one of those we write.
  static func isOurs(_ field: Int32) -> Bool {
    let number = Int(field)
    return MSPDIField.allCases.contains { $0.number == number }
      || MSPDIResourceField.allCases.contains { $0.number == number }
      || MSPDIFactField.position(number) != nil
  }

  /// The facts of the row that stands for the project.
  static func projectFacts(of file: MSPDIFile) -> MSPDIFacts {
    guard let row = file.tasks.first(where: { $0.uid == 0 && $0.outlineLevel ?? 0 == 0 }) else {
      return MSPDIFacts()
    }
    return facts(of: file.values(of: row))
  }

  /// The value of a custom field.
  func value(_ field: Int, in values: ArraySlice<MSPDIFile.ExtendedValue>) -> String? {
    values.first { Int($0.fieldID) == field }?.value
  }

  /// The facts among the values of a row; none in the file of another program.
  func facts(of values: ArraySlice<MSPDIFile.ExtendedValue>) -> MSPDIFacts {
    isOwn ? MSPDIImporter.facts(of: values) : MSPDIFacts()
  }

  private static func facts(of values: ArraySlice<MSPDIFile.ExtendedValue>) -> MSPDIFacts {
    var pieces: [String?] = []
    for value in values {
      guard let position = MSPDIFactField.position(Int(value.fieldID)) else { continue }
      while pieces.count <= position { pieces.append(nil) }
      pieces[position] = value.value
    }
    guard !pieces.isEmpty else { return MSPDIFacts() }
    return MSPDIFacts(pieces.prefix { $0 != nil }.compactMap { $0 }.joined())
  }

  // MARK: Project

  mutating func readOwnProject() {
    let project = file.project
    var seal = MSPDISeal()
    seal.add(project.name)
    if let name = projectFacts.value("name", sealed: { seal.value }).flatMap(PlanText.localized) {
      plan.name = name
    }
    plan.illustrative = projectFacts["illustrative"].flatMap(PlanText.localized)
    plan.target = projectFacts["target"].flatMap(PlanText.date)
    plan.statusDate = project.statusDate.flatMap { isInRange($0) ? $0 : nil }
    if let rule = projectFacts["lagCalendar"].flatMap(LagCalendar.init) { plan.lagCalendar = rule }
    if let rule = projectFacts["constraintRule"].flatMap(ConstraintRule.init),
      project.honorConstraints == false
    {
      plan.constraintRule = rule
    }
    for key in projectFacts.allKeys where key.hasPrefix("module-") {
      guard let id = MSPDIFacts.unescaped(key.dropFirst(7)), PlanText.isID(id),
        !moduleIDs.contains(id), let words = projectFacts[key]?.split(separator: " "),
        let first = words.first,
        let name = PlanText.localized(first)
      else { continue }
      var module = Module(id: id, name: name)
      if words.count > 1 { module.strategy = Module.Strategy(rawValue: String(words[1])) }
      plan.modules.append(module)
      // The file has the work already that follows from its modules.
      plan.generation.isEnabled = false
      moduleIDs.insert(id)
    }
  }

  /// The calendars that facts describe, in the order of the plan; a calendar that was changed
  /// elsewhere keeps its id and takes the hours of the file.
  mutating func readOwnCalendars() {
    var found: [(position: Int, calendar: PlanCalendar)] = []
    for calendar in file.calendars where drafts[calendar.uid] != nil {
      let key = "calendar-\(calendar.uid)"
      guard let text = projectFacts.unsealed(key) else { continue }
      let words = text.split(separator: " ", maxSplits: 3)
      guard words.count == 4, let position = Int(words[0]),
        let id = MSPDIFacts.unescaped(words[1]), PlanText.isID(id),
        let name = PlanText.localized(words[2]), calendarIDs[calendar.uid] == nil,
        usedCalendarIDs.insert(id).inserted
      else { continue }
      var stated: (calendar: WorkCalendar, hours: [WorkCalendar.Hours])?
      if projectFacts.value(key, sealed: { MSPDI.seal(of: calendar) }) != nil {
        stated = PlanText.calendar(words[3])
      }
      let hours = drafts[calendar.uid]?.calendar ?? .standard
      found.append(
        (
          position,
          PlanCalendar(
            id: id, name: name, calendar: stated?.calendar ?? hours,
            hours: stated?.hours ?? hours.week.first { !$0.isEmpty } ?? defaultHours)
        ))
      calendarIDs[calendar.uid] = id
    }
    plan.calendars = found.sorted { $0.position < $1.position }.map(\.calendar)
    statedCalendars = Set(plan.calendars.map(\.id))
  }

  /// Takes away the calendars that only the format needed: those of stand-ins, and of milestones
  /// outside the time of their own.
  mutating func dropUnusedCalendars() {
    var used = Set(plan.owners.compactMap(\.calendar))
    for task in plan.tasks {
      if let calendar = task.calendar { used.insert(calendar) }
      for part in task.parts { if let calendar = part.calendar { used.insert(calendar) } }
    }
    plan.calendars.removeAll {
      !statedCalendars.contains($0.id) && $0.id != plan.calendar && !used.contains($0.id)
    }
  }

  // MARK: Tasks

  /// What our fields and facts say of a task.
  mutating func readOwn(
    _ task: MSPDIFile.Task, _ row: MSPDIStatement, _ facts: MSPDIFacts, _ stated: inout PlanTask
  ) {
    let values = file.values(of: task)
    readOwner(value(MSPDIField.owner.number, in: values), task, &stated)
    if let id = value(MSPDIField.module.number, in: values), PlanText.isID(id) {
      stated.module = id
      addModule(id, value(MSPDIField.strategy.number, in: values))
    }
    if let drivers = value(MSPDIField.drivers.number, in: values), !drivers.isEmpty {
      stated.drivers = drivers.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }
    readCalendar(row, facts, &stated)
    guard !facts.isEmpty else { return }
    func believed(_ key: String, _ group: MSPDIStatement.Group) -> String? {
      facts.value(key, sealed: { row.seal(group) })
    }
    if let name = believed("name", .name).flatMap(PlanText.localized) { stated.name = name }
    if let notes = believed("notes", .notes) {
      stated.notes = notes.isEmpty ? nil : PlanText.localized(notes)
      stated.source = believed("source", .notes).flatMap { MSPDIFacts.unescaped($0) }
      stated.illustrative = believed("illustrative", .notes).map { $0 == "1" }
    }
    if let duration = believed("duration", .work) { readDuration(duration, &stated) }
    if let constraints = believed("constraints", .rules)
      .flatMap({ PlanText.constraints($0, start: plan.start) }),
      let deadline = believed("deadline", .rules)
    {
      stated.constraints = constraints
      stated.deadline = deadline == "-" ? nil : PlanText.date(deadline)
    }
    if let cost = believed("cost", .cost).flatMap({ Int64($0) }) { stated.cost = cost }
    if let progress = believed("progress", .progress).flatMap(PlanText.progress) {
      stated.progress = progress
    }
    if let baselines = believed("baselines", .baselines).flatMap(PlanText.baselines) {
      stated.baselines = baselines
    }
    readPieces(task, row, facts, &stated)
  }

  /// Pieces of work and needs, if the assignments are as they were written.
  private func readPieces(
    _ task: MSPDIFile.Task, _ row: MSPDIStatement, _ facts: MSPDIFacts, _ stated: inout PlanTask
  ) {
    guard facts.unsealed("parts") != nil || facts.unsealed("needs") != nil else { return }
    var row = row
    row.assignments = (assignments[Int(task.uid)] ?? []).map { index in
      let assignment = file.assignments[index]
      return [
        assignment.resourceUID ?? 0, (assignment.units ?? 0) / 1000, assignment.work ?? 0,
        (assignment.delay ?? 0) / 10,
      ]
    }
    if let parts = facts.value("parts", sealed: { row.seal(.people) }).flatMap(PlanText.parts),
      parts.allSatisfy({ $0.calendar.map(usedCalendarIDs.contains) ?? true })
    {
      stated.parts = parts
    }
    if let needs = facts.value("needs", sealed: { row.seal(.people) }).flatMap(PlanText.needs),
      needs.allSatisfy({ teamIDs.contains($0.team) })
    {
      stated.needs = needs
    }
  }

  /// The owner: whoever is assigned, else what the field says.
  private mutating func readOwner(
    _ stated: String?, _ task: MSPDIFile.Task, _ result: inout PlanTask
  ) {
    var assigned: [String] = []
    if !result.isSummary {
      for index in assignments[Int(task.uid)] ?? [] {
        if let uid = file.assignments[index].resourceUID, let resource = resourceIndex[uid],
          case .owner(let id) = people[resource]
        {
          assigned.append(id)
        }
      }
    }
    if assigned.count == 1 {
      result.owner = assigned[0]
    } else if let stated, PlanText.isID(stated) {
      result.owner = stated
      if ownerIDs.insert(stated).inserted {
        plan.owners.append(Owner(id: stated, name: LocalizedText(stated)))
      }
    }
  }

  private mutating func addModule(_ id: String, _ strategy: String?) {
    guard moduleIDs.insert(id).inserted else { return }
    var module = Module(id: id, name: LocalizedText(id))
    module.strategy = strategy.flatMap { Module.Strategy(rawValue: $0) }
    plan.modules.append(module)
    // The file has the work already that follows from its modules.
    plan.generation.isEnabled = false
  }

  /// The calendar that a task has beside that of its owner.
  private func readCalendar(
    _ row: MSPDIStatement, _ facts: MSPDIFacts, _ stated: inout PlanTask
  ) {
    if let text = facts.value("calendar", sealed: { row.seal(.calendar) }) {
      let id = text == "-" ? nil : MSPDIFacts.unescaped(text)
      if id.map(usedCalendarIDs.contains) ?? true {
        stated.calendar = id
        return
      }
    }
    if let inherited = stated.owner.flatMap({ ownerCalendars[$0] }), inherited != plan.calendar {
      if stated.calendar == inherited {
        stated.calendar = nil
      } else if stated.calendar == nil, !stated.isSummary {
        stated.calendar = plan.calendar
      }
    }
  }

  private func readDuration(_ text: String, _ stated: inout PlanTask) {
    let isMilestone = text.hasPrefix("!")
    let amount = isMilestone ? text.dropFirst() : Substring(text)
    if amount == "-" {
      stated.duration = nil
    } else if let duration = PlanText.duration(amount) {
      stated.duration = duration
    } else {
      return
    }
    stated.isMilestone = isMilestone
  }

  /// The links that facts state, when the predecessors are still there; then the cutover.
  mutating func readOwnLinks(_ rows: [Int]) {
    for (index, row) in rows.enumerated() {
      let task = file.tasks[row]
      let facts = facts(of: file.values(of: task))
      guard facts.unsealed("after") != nil else { continue }
      let statement = MSPDIStatement(task, in: file)
      guard
        let stated = facts.value("after", sealed: { statement.seal(.links) })
          .flatMap(PlanText.dependencies), stated.allSatisfy({ usedIDs.contains($0.task) })
      else { continue }
      plan.tasks[index].after = stated.map { dependency in
        var dependency = dependency
        dependency.location = location(line: task.line)
        return dependency
      }
    }
    if let cutover = projectFacts["cutover"].flatMap({ MSPDIFacts.unescaped($0) }),
      usedIDs.contains(cutover)
    {
      plan.cutover = cutover
    }
  }
}

extension Substring {
  /// The text without spaces around it.
  fileprivate var trimmed: String {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
