internal import Planning
internal import Scheduling
internal import SharedSystem

/// The resources of the document, each with a calendar that follows one of the plan's.
extension MSPDIDocument {
  /// The UID of the calendar of a resource.
  private func calendarUID(ofResource index: Int) -> Int { calendars.entries.count + 1 + index }

  /// Writes the calendars of the resources: they state nothing of their own.
  func writeResourceCalendars(to stream: inout XMLStream) {
    for (index, entry) in resources.entries.enumerated() {
      stream.start("Calendar")
      stream.element("UID", calendarUID(ofResource: index))
      stream.element("Name", entry.name)
      stream.element("IsBaseCalendar", false)
      stream.element("IsBaselineCalendar", false)
      stream.element("BaseCalendarUID", entry.calendar + 1)
      stream.end()
    }
  }

  mutating func writeResources(to stream: inout XMLStream) {
    stream.start("Resources")
    for (index, entry) in resources.entries.enumerated() {
      let capacity = capacity(of: entry)
      stream.start("Resource")
      stream.element("UID", index + 1)
      stream.element("ID", index + 1)
      stream.element("Name", entry.name)
      stream.element("Type", 1)
      stream.element("IsNull", false)
      stream.element("MaxUnits", MSPDI.units(capacity.now))
      stream.element("OverAllocated", false)
      stream.element("CanLevel", entry.isTeam)
      stream.element("AccrueAt", MSPDI.prorated)
      stream.element("StandardRate", 0)
      stream.element("StandardRateFormat", 2)
      stream.element("OvertimeRate", 0)
      stream.element("OvertimeRateFormat", 2)
      stream.element("CostPerUse", 0)
      stream.element("CalendarUID", calendarUID(ofResource: index))
      stream.element("IsGeneric", entry.isTeam)
      stream.element("IsInactive", false)
      stream.element("BookingType", 0)
      writeFields(of: entry, to: &stream)
      writeAvailability(capacity.steps, to: &stream)
      stream.end()
    }
    stream.end()
    report.resources = resources.entries.count
  }

  /// The units of a resource when the project starts, and how they change.
  private func capacity(of entry: MSPDIResources.Entry) -> (now: Int64, steps: [Team.Step]) {
    guard case .team(let index) = entry.kind else { return (1000, []) }
    let steps = plan.teams[index].capacity
    let now = steps.last { $0.from.map { $0 <= plan.start } ?? true } ?? steps.first
    return (now?.thousandths ?? 0, steps)
  }

  /// The periods of a capacity that changes; one that does not is `MaxUnits`.
  private func writeAvailability(_ steps: [Team.Step], to stream: inout XMLStream) {
    guard steps.count > 1 || steps.first?.from != nil else { return }
    let last = max(MSPDI.lastAvailability, (steps.last?.from ?? MSPDI.lastAvailability))
    stream.start("AvailabilityPeriods")
    for (index, step) in steps.enumerated() {
      let end = index + 1 < steps.count ? steps[index + 1].from : nil
      stream.start("AvailabilityPeriod")
      stream.element("AvailableFrom", MSPDI.date(step.from ?? MSPDI.firstAvailability))
      stream.element(
        "AvailableTo", MSPDI.date(end.map { Instant(minutes: $0.minutes - 1) } ?? last))
      stream.element("AvailableUnits", MSPDI.units(step.thousandths))
      stream.end()
    }
    stream.end()
  }

  /// What a resource stands for, and what its elements do not say of it.
  private mutating func writeFields(
    of entry: MSPDIResources.Entry, to stream: inout XMLStream
  ) {
    var facts = MSPDIFacts()
    var seal = MSPDISeal()
    seal.add(entry.name)
    switch entry.kind {
    case .owner(let index):
      let owner = plan.owners[index]
      if !isHeld(owner.name, as: entry.name) {
        facts.add("name", PlanText.text(owner.name), seal: seal.value)
      }
      if let calendar = owner.calendar {
        var seal = MSPDISeal()
        seal.add(entry.calendar + 1)
        facts.add("calendar", MSPDIFacts.escaped(calendar), seal: seal.value)
      }
      write(.kind, "owner", owner.id, to: &stream)
      write(.id, owner.id, owner.id, to: &stream)
    case .team(let index):
      let team = plan.teams[index]
      if !isHeld(team.name, as: entry.name) {
        facts.add("name", PlanText.text(team.name), seal: seal.value)
      }
      let held = MSPDI.capacity(
        availability: team.capacity, now: capacity(of: entry).now)
      if held != team.capacity {
        facts.add(
          "capacity", PlanText.text(team.capacity),
          seal: MSPDI.seal(now: capacity(of: entry).now, steps: held))
      }
      write(.kind, "team", team.id, to: &stream)
      write(.id, team.id, team.id, to: &stream)
    case .standIn: write(.kind, "piece", nil, to: &stream)
    }
    if !facts.isEmpty { write(.facts, facts.text, nil, to: &stream) }
  }

  private mutating func write(
    _ field: MSPDIResourceField, _ value: String, _ id: String?, to stream: inout XMLStream
  ) {
    if value.utf16.count > MSPDI.longestText { report.note(.longText, id) }
    stream.start("ExtendedAttribute")
    stream.element("FieldID", field.number)
    stream.element("Value", value)
    stream.end()
  }
}

extension MSPDIResources.Entry {
  /// Whether it is a team.
  var isTeam: Bool {
    if case .team = kind { return true }
    return false
  }
}

/// What of a resource has no element of its own, and the text field that holds it.
enum MSPDIResourceField: Int, CaseIterable {
  case id, kind, facts

  /// Project's name of the field.
  var name: String { "Text\(rawValue + 1)" }

  /// Project's number of the field: Text1 of resources is 205520904.
  var number: Int { 205_520_904 + rawValue }

  /// What people see as the field's title.
  func title(in language: LocalizedText.Language) -> String {
    switch self {
    case .id: "bunri id"
    case .kind: language == .ja ? "種別" : "Kind"
    case .facts: "bunri"
    }
  }
}

extension MSPDI {
  /// From when a resource is available that always is, as Project writes it: 1984-01-01.
  static let firstAvailability = Instant(
    CivilDate(year: 1984, month: 1, day: 1) ?? CivilDate(dayNumber: 0))

  /// Until when a resource is available that always will be: the end of 2049.
  static let lastAvailability = Instant(
    CivilDate(year: 2049, month: 12, day: 31) ?? CivilDate(dayNumber: 0), minuteOfDay: 1439)

  /// Thousandths as a decimal number.
  static func units(_ thousandths: Int64) -> String {
    String(PlanDuration(thousandths: thousandths, .minutes).text.dropLast())
  }

  /// What periods of availability mean: from when how much.
  ///
  /// - Parameters:
  ///   - availability: from when; none for a capacity that does not change.
  ///   - now: the units of one that does not change.
  static func capacity(availability: [Team.Step], now: Int64) -> [Team.Step] {
    let steps = availability.map {
      Team.Step(from: $0.from == firstAvailability ? nil : $0.from, thousandths: $0.thousandths)
    }
    return steps.isEmpty ? [.init(from: nil, thousandths: now)] : steps
  }

  /// A number made of a capacity.
  static func seal(now: Int64, steps: [Team.Step]) -> UInt32 {
    var seal = MSPDISeal()
    seal.add(Int(now))
    for step in steps {
      seal.add(step.from)
      seal.add(Int(step.thousandths))
    }
    return seal.value
  }
}
