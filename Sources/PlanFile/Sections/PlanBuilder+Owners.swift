import Planning
import Scheduling
import SharedSystem

/// The keys of an owner.
enum OwnerKey: String, RecordKey {
  case id, name, short, calendar, holds, notes, source, illustrative
}

/// The keys of a team.
enum TeamKey: String, RecordKey {
  case id, name, capacity, profile, notes, source, illustrative
}

/// The keys of a step of a team's profile.
enum ProfileKey: String, RecordKey {
  case from, units
}

extension PlanBuilder {
  /// Reads the list of owners.
  mutating func readOwners(_ list: Value) {
    for item in items(list) {
      guard let owner = record(item, as: OwnerKey.self), let id = define(.owner, .id, in: owner)
      else { continue }
      if id == "both", let place = owner[.id]?.position { error(.reservedID(id), at: place) }
      plan.owners.append(
        Owner(
          id: id, name: name(owner[.name], or: id),
          calendar: owner[.calendar].flatMap { reference(.calendar, $0) },
          holds: owner[.holds].flatMap { boolean($0) }))
      if let value = owner[.short] {
        plan.owners[plan.owners.count - 1].short = localizedText(value)
      }
      readRemarks(owner[.notes], owner[.source], owner[.illustrative])
    }
  }

  /// Reads the list of teams.
  mutating func readTeams(_ list: Value) {
    for item in items(list) {
      guard let team = record(item, as: TeamKey.self), let id = define(.team, .id, in: team)
      else { continue }
      var steps: [Team.Step] = []
      switch (team[.capacity], team[.profile]) {
      case (let capacity?, nil):
        if let units = number(capacity) { steps = [Team.Step(from: nil, thousandths: units)] }
      case (nil, let profile?): steps = readProfile(profile)
      case (.some, .some):
        error(.both("capacity", "profile"), at: team.place(of: .profile) ?? team.position)
      case (nil, nil): error(.capacityMissing(), at: team.position)
      }
      plan.teams.append(Team(id: id, name: name(team[.name], or: id), capacity: steps))
      readRemarks(team[.notes], team[.source], team[.illustrative])
    }
  }

  private mutating func readProfile(_ list: Value) -> [Team.Step] {
    var steps: [Team.Step] = []
    for item in items(list) {
      guard let step = record(item, as: ProfileKey.self) else { continue }
      let from = step[.from].flatMap { date($0)?.asStart }
      if let from, let value = step[.from], let last = steps.last?.from, from <= last {
        error(.profileOrder(value.text ?? ""), at: value.position)
      }
      if step[.from] == nil, !steps.isEmpty { missing(.from, in: step) }
      guard let units = step[.units] else {
        missing(.units, in: step)
        continue
      }
      if let units = number(units) { steps.append(Team.Step(from: from, thousandths: units)) }
    }
    return steps
  }

  /// A name, or the id when there is none.
  mutating func name(_ value: Value?, or id: String) -> LocalizedText {
    value.flatMap { localizedText($0) } ?? LocalizedText(id)
  }

  /// Checks the remarks that any thing may carry and the plan does not keep.
  mutating func readRemarks(_ notes: Value?, _ source: Value?, _ illustrative: Value?) {
    if let notes { _ = localizedText(notes) }
    if let source { _ = localizedText(source) }
    if let illustrative { _ = boolean(illustrative) }
  }
}
