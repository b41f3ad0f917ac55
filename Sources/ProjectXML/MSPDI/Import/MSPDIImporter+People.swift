internal import Planning
internal import Scheduling
internal import SharedSystem

/// Resources: in our own files owners, teams and stand-ins; elsewhere every resource that works is a
/// team, whether or not it decides a date.
extension MSPDIImporter {
  /// What a resource is in the plan, which gets it.
  mutating func person(_ resource: MSPDIFile.Resource) -> Person {
    guard resource.isNull != true, resource.type ?? 1 == 1 else {
      if resource.isNull != true { report.note(.resourceWithoutWork) }
      return .none
    }
    let values = file.values(of: resource)
    if isOwn {
      let id = value(MSPDIResourceField.id.number, in: values).flatMap {
        PlanText.isID($0) ? $0 : nil
      }
      let facts = MSPDIFacts(value(MSPDIResourceField.facts.number, in: values) ?? "")
      switch (value(MSPDIResourceField.kind.number, in: values), id) {
      case ("owner", let id?) where !ownerIDs.contains(id):
        addOwner(id, resource, facts)
        return .owner(id)
      case ("team", let id?) where !teamIDs.contains(id):
        addTeam(id, resource, facts)
        return .team(id)
      case ("piece", _): return .piece
      default: break
      }
    }
    // The row that Project keeps for "nobody" has no name.
    guard let name = resource.name, !name.isEmpty || resource.uid != 0 else { return .none }
    var id = "resource-\(MSPDIImporter.id(resource.uid))"
    while teamIDs.contains(id) { id += "-copy" }
    addTeam(id, resource, MSPDIFacts())
    return .team(id)
  }

  private func name(
    of resource: MSPDIFile.Resource, _ id: String, _ facts: MSPDIFacts
  ) -> LocalizedText {
    var seal = MSPDISeal()
    seal.add(resource.name)
    if let name = facts.value("name", sealed: { seal.value }).flatMap(PlanText.localized) {
      return name
    }
    return LocalizedText(resource.name.flatMap { $0.isEmpty ? nil : $0 } ?? id)
  }

  private mutating func addOwner(
    _ id: String, _ resource: MSPDIFile.Resource, _ facts: MSPDIFacts
  ) {
    var owner = Owner(id: id, name: name(of: resource, id, facts))
    let base = resource.calendarUID.flatMap { calendarIndex[$0] }
      .flatMap { file.calendars[$0].baseUID }
    var seal = MSPDISeal()
    seal.add(base)
    let stated = facts.value("calendar", sealed: { seal.value }).flatMap {
      MSPDIFacts.unescaped($0)
    }
    if let stated, usedCalendarIDs.contains(stated) {
      owner.calendar = stated
    } else if let base, base != projectUID, let own = calendarID(of: base), own != plan.calendar {
      owner.calendar = own
    }
    plan.owners.append(owner)
    ownerIDs.insert(id)
    ownerCalendars[id] = owner.calendar
  }

  private mutating func addTeam(
    _ id: String, _ resource: MSPDIFile.Resource, _ facts: MSPDIFacts
  ) {
    teamIDs.insert(id)
    let now = Int64(max(0, resource.maxUnits ?? 1_000_000) / 1000)
    let rows = resource.availability.map {
      Team.Step(from: $0.from, thousandths: Int64(($0.units ?? 0) / 1000))
    }
    var steps = MSPDI.capacity(availability: rows, now: now)
    if let stated = facts.value("capacity", sealed: { MSPDI.seal(now: now, steps: steps) }),
      let capacity = PlanText.capacity(stated)
    {
      steps = capacity
    } else {
      steps = ordered(steps, resource.availability)
    }
    plan.teams.append(Team(id: id, name: name(of: resource, id, facts), capacity: steps))
  }

  /// Capacities in order of their dates, with nothing where no period says more.
  private func ordered(
    _ steps: [Team.Step], _ periods: [MSPDIFile.Availability]
  ) -> [Team.Step] {
    var result = steps.filter { $0.from.map(isInRange) ?? true }
    var begins = Set(result.map { $0.from ?? MSPDI.firstAvailability })
    for period in periods {
      guard let end = period.to, isInRange(end), end < MSPDI.lastAvailability else { continue }
      // A period ends within the last minute of a day, or at the next midnight.
      let next = Instant(minutes: end.minutes + 1)
      let from = next.minuteOfDay == 1 ? Instant(next.date) : next
      if begins.insert(from).inserted { result.append(.init(from: from, thousandths: 0)) }
    }
    result.sort { ($0.from?.minutes ?? .min) < ($1.from?.minutes ?? .min) }
    var last: Int32?
    result.removeAll { step in
      defer { last = step.from?.minutes ?? .min }
      return step.from?.minutes ?? .min == last
    }
    return result.isEmpty ? [.init(from: nil, thousandths: 0)] : result
  }

  /// Notes the resources whose time differs from the project's and decides no date: once the tasks
  /// are read.
  ///
  /// - Complexity: O(resources + calendars + parts).
  mutating func noteResourceCalendars() {
    let used = Set(plan.tasks.lazy.flatMap(\.parts).compactMap(\.calendar))
    let deciding = Set(
      assignmentCalendars.lazy.filter { $0.value.id.map(used.contains) ?? false }
        .map(\.key.resource))
    for (resource, person) in zip(file.resources, people) {
      guard case .team = person, let uid = resource.calendarUID, !deciding.contains(uid),
        let draft = drafts[uid], draft != projectDraft
      else { continue }
      report.note(.resourceCalendar)
    }
  }
}
