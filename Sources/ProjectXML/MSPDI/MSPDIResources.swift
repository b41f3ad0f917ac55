internal import Planning
internal import Scheduling
internal import SharedSystem

/// Who does the work, numbered as the file numbers them: the owners, the teams, and stand-ins for
/// pieces of work that have a calendar or a delay of their own.
///
/// All are work resources. Tasks have a fixed duration, so that no assignment moves them; only a task
/// of several pieces has a fixed amount of work, done by stand-ins whose calendars are those of the
/// pieces.
struct MSPDIResources {
  /// What a resource stands for.
  enum Kind: Hashable {
    case owner(Int), team(Int)
    /// The number of a calendar, and how many before work by the same one on the same task.
    case standIn(calendar: Int, rank: Int)
  }

  /// One resource; its UID is its position and one.
  struct Entry {
    var kind: Kind
    var name: String
    /// The number of the calendar that its own follows.
    var calendar: Int
  }

  private(set) var entries: [Entry] = []
  private var uidOfOwner: [String: Int] = [:]
  private var uidOfTeam: [String: Int] = [:]
  private var uidOfStandIn: [Kind: Int] = [:]

  /// Numbers the owners, the teams, and as many stand-ins as the tasks need.
  ///
  /// - Complexity: O(owners + teams + tasks + parts).
  init(_ plan: Plan, _ calendars: MSPDICalendars, in language: LocalizedText.Language) {
    for (index, owner) in plan.owners.enumerated() {
      entries.append(
        Entry(
          kind: .owner(index), name: MSPDIResources.name(owner.name, owner.id, language),
          calendar: calendars.number(of: owner.calendar)))
      uidOfOwner[owner.id] = uidOfOwner[owner.id] ?? entries.count
    }
    for (index, team) in plan.teams.enumerated() {
      entries.append(
        Entry(
          kind: .team(index), name: MSPDIResources.name(team.name, team.id, language), calendar: 0))
      uidOfTeam[team.id] = uidOfTeam[team.id] ?? entries.count
    }
    for task in plan.tasks.indices where plan.tasks[task].hasPieces {
      for kind in standIns(of: task, plan, calendars) where uidOfStandIn[kind] == nil {
        guard case .standIn(let calendar, let rank) = kind else { continue }
        let word = language == .ja ? "作業" : "Work"
        let number = rank == 0 ? "" : " \(rank + 1)"
        entries.append(
          Entry(
            kind: kind, name: "\(word)\(number) (\(calendars.entries[calendar].name))",
            calendar: calendar))
        uidOfStandIn[kind] = entries.count
      }
    }
  }

  /// The stand-ins for the pieces of a task, one for each.
  private func standIns(of task: Int, _ plan: Plan, _ calendars: MSPDICalendars) -> [Kind] {
    var ranks: [Int: Int] = [:]
    return plan.tasks[task].parts.map { part in
      let calendar = part.calendar.map { calendars.number(of: $0) } ?? calendars.ofTask[task]
      let rank = ranks[calendar, default: 0]
      ranks[calendar] = rank + 1
      return .standIn(calendar: calendar, rank: rank)
    }
  }

  /// The UIDs of the stand-ins for the pieces of a task, and the numbers of their calendars.
  func pieces(of task: Int, _ plan: Plan, _ calendars: MSPDICalendars) -> [(
    uid: Int, calendar: Int
  )] {
    standIns(of: task, plan, calendars).compactMap { kind in
      guard case .standIn(let calendar, _) = kind, let uid = uidOfStandIn[kind] else { return nil }
      return (uid, calendar)
    }
  }

  /// The UID of an owner.
  func uid(owner: String) -> Int? { uidOfOwner[owner] }

  /// The UID of a team.
  func uid(team: String) -> Int? { uidOfTeam[team] }

  /// The number of the calendar of the resource with a UID.
  func calendar(_ uid: Int) -> Int { entries[uid - 1].calendar }

  /// A name without the characters that Project refuses in one.
  private static func name(
    _ name: LocalizedText, _ id: String, _ language: LocalizedText.Language
  ) -> String {
    let stated = XMLText.singleLine(name.text(in: language))
    let name = stated.isEmpty ? id : stated
    guard name.contains(where: { "[],;".contains($0) }) else { return name }
    return String(
      name.map { character in
        switch character {
        case "[": "("
        case "]": ")"
        case ",", ";": "、"
        default: character
        }
      })
  }
}

extension PlanTask {
  /// Whether its work is done in pieces, each with a delay or a calendar of its own.
  var hasPieces: Bool {
    !isSummary && !isMilestone && duration?.thousandths ?? 0 != 0
      && parts.contains { $0.duration.thousandths > 0 }
  }
}
