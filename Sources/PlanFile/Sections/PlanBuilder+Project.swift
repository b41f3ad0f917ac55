import Planning
import Scheduling

/// The keys of `project`.
enum ProjectKey: String, RecordKey {
  case name, start, target, cutover, statusDate, calendar, hoursPerDay, daysPerWeek, daysPerMonth
  case lagCalendar, constraints, criticalPaths, currency, progress, illustrative, notes, source
}

extension PlanBuilder {
  /// Reads `project` in whatever files it is written.
  mutating func readProject() {
    var first: Position?
    for document in documents {
      guard let value = document[.project] else { continue }
      first = first ?? document.place(of: .project)
      guard let project = record(value, as: ProjectKey.self) else { continue }
      for key in project.keys {
        guard let place = project.place(of: key) else { continue }
        if let earlier = projectKeys[key] {
          let first = self.place(earlier, seenFrom: place)
          error(.duplicateKey(key.rawValue, first: first), at: place)
        } else {
          projectKeys[key] = place
        }
      }
      readUnits(project)
      readNames(project)
      readDates(project)
      readRules(project)
    }
    if projectKeys[.start] == nil, !isIncomplete {
      error(.missingKey("start"), at: first ?? documents.first?.position ?? Position(file: 0))
    }
  }

  private mutating func readNames(_ project: Record<ProjectKey>) {
    if let value = project[.name], let name = localizedText(value) { plan.name = name }
    if let value = project[.illustrative] {
      plan.illustrative =
        value.text == "true"
        ? Message.illustrative
        : value.text == "false"
          ? nil
          : localizedText(value)
    }
    if let value = project[.notes] { _ = localizedText(value) }
    if let value = project[.source] { _ = localizedText(value) }
    if let value = project[.currency], let currency = text(value) {
      if currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }) {
        plan.currency = currency
      } else {
        error(.currency(currency), at: value.position)
      }
    }
    if let value = project[.cutover] { plan.cutover = reference(.task, value) }
    if let value = project[.calendar] { plan.calendar = reference(.calendar, value) }
  }

  private mutating func readDates(_ project: Record<ProjectKey>) {
    if let value = project[.start] {
      if let date = date(value) { plan.start = date.asStart }
    } else if let place = project.place(of: .start) {
      error(.missingKey("start"), at: place)
    }
    if let value = project[.target], let date = date(value) {
      plan.target = date.asFinish
      if project[.start] != nil, date.asFinish <= plan.start {
        error(.targetBeforeStart(value.text ?? ""), at: value.position)
      }
    }
    if let value = project[.statusDate], let date = date(value) {
      plan.statusDate = date.asStart
      let tenYears: Int32 = 10 * 365 * 1440
      if project[.start] != nil, date.asStart.minutes < plan.start.minutes - tenYears {
        warn(.statusDateLongAgo(value.text ?? ""), at: value.position)
      }
    }
  }

  private mutating func readUnits(_ project: Record<ProjectKey>) {
    if let value = project[.hoursPerDay], let text = value.text,
      let minutes = ClockTime.minutes(text), minutes > 0
    {
      plan.units.minutesPerDay = minutes
    } else if let value = project[.hoursPerDay], let hours = number(value, in: 1...24_000) {
      // Hours in thousandths; a day must be whole minutes.
      if hours * 60 % 1000 == 0 {
        plan.units.minutesPerDay = Int(hours * 60 / 1000)
      } else {
        error(.partOfMinute(value.text ?? ""), at: value.position)
      }
    }
    if let value = project[.daysPerWeek], let days = wholeNumber(value, in: 1...7) {
      plan.units.daysPerWeek = Int(days)
    }
    if let value = project[.daysPerMonth], let days = wholeNumber(value, in: 1...31) {
      plan.units.daysPerMonth = Int(days)
    }
  }

  private mutating func readRules(_ project: Record<ProjectKey>) {
    if let value = project[.lagCalendar], let rule = choice(value, of: LagCalendar.self) {
      plan.lagCalendar = rule
    }
    if let value = project[.constraints], let rule = choice(value, of: ConstraintRule.self) {
      plan.constraintRule = rule
    }
    if let value = project[.criticalPaths], let rule = choice(value, of: CriticalPaths.self) {
      plan.criticalPaths = rule
    }
    if let value = project[.progress] {
      let rules = [("retained-logic", ProgressRule.retainedLogic), ("override", .override)]
      if let rule = choice(value, of: rules) { plan.progressRule = rule }
    }
  }
}
