internal import Planning
internal import Scheduling
internal import SharedSystem

/// Calendars: those of Project state only where they differ from their base.
extension MSPDIImporter {
  /// Reads all calendars; those that follow no other become calendars of the plan.
  mutating func readCalendars() {
    for (index, calendar) in file.calendars.enumerated() {
      if calendarIndex[calendar.uid] == nil {
        calendarIndex[calendar.uid] = index
      } else {
        problem(.duplicate(.calendar, uid: calendar.uid), at: calendar.line)
      }
    }
    for calendar in file.calendars where calendarIndex[calendar.uid] != nil {
      drafts[calendar.uid] = draft(of: calendar.uid, depth: 0)
    }
    if isOwn { readOwnCalendars() }
    projectUID = file.project.calendarUID ?? file.calendars.first { $0.isBase == true }?.uid
    if let uid = projectUID, drafts[uid] != nil {
      projectDraft = drafts[uid] ?? projectDraft
      let isBuiltIn =
        projectFacts["builtIn"] != nil && projectDraft.calendar == WorkCalendar.standard
      plan.calendar = isBuiltIn ? nil : calendarID(of: uid)
    } else {
      plan.calendar = addCalendar(projectDraft, id: "standard", name: "Standard")
    }
    // Of our own file, those without facts are there for what uses them.
    for calendar in file.calendars where calendar.isBase == true && !isOwn {
      _ = calendarID(of: calendar.uid)
    }
  }

  /// The id in the plan of a calendar of the file; it is added when it is needed first.
  mutating func calendarID(of uid: Int) -> String? {
    if let known = calendarIDs[uid] { return known }
    guard let draft = drafts[uid], let index = calendarIndex[uid] else { return nil }
    let name = file.calendars[index].name ?? ""
    var own = "calendar-\(MSPDIImporter.id(uid))"
    while usedCalendarIDs.contains(own) { own += "-copy" }
    let id = addCalendar(draft, id: own, name: name)
    calendarIDs[uid] = id
    return id
  }

  /// Adds a calendar to the plan, unless it has one with the same working time and another name
  /// does not matter.
  mutating func addCalendar(_ draft: CalendarDraft, id: String, name: String) -> String {
    let calendar = draft.calendar
    usedCalendarIDs.insert(id)
    plan.calendars.append(
      PlanCalendar(
        id: id, name: LocalizedText(name.isEmpty ? id : name), calendar: calendar,
        hours: calendar.week.first { !$0.isEmpty } ?? defaultHours))
    return id
  }

  /// The calendar of an assignment: the resource's time, as far as the task's own calendar agrees.
  ///
  /// - Returns: nil when it is the working time that the task has without the resource.
  mutating func calendarID(ofResource resource: Int, on task: MSPDIFile.Task) -> String? {
    guard task.ignoresResourceCalendar != true, let uid = file.resources[resource].calendarUID,
      let own = drafts[uid]
    else { return nil }
    let taskUID = task.calendarUID.flatMap { drafts[$0] == nil ? nil : $0 }
    let key = CalendarPair(resource: uid, task: taskUID ?? -1)
    if let known = assignmentCalendars[key] { return known.id }
    var draft = own
    if let taskUID, let stated = drafts[taskUID] {
      draft = own.intersection(stated)
      // Project ignores the resource's calendar when the two never meet.
      if draft.neverWorks { draft = stated }
    }
    let without = taskUID.flatMap { drafts[$0] } ?? projectDraft
    var id: String?
    if draft.calendar != without.calendar {
      let name = file.resources[resource].name ?? "resource \(file.resources[resource].uid)"
      id =
        taskUID == nil && calendarIDs[uid] != nil
        ? calendarIDs[uid]
        : addCalendar(
          draft, id: taskUID.map { "calendar-\(uid)-\($0)" } ?? "calendar-\(uid)", name: name)
      if taskUID == nil { calendarIDs[uid] = id }
    }
    assignmentCalendars[key] = .some(.init(id: id))
    return id
  }

  // MARK: One calendar

  private mutating func draft(of uid: Int, depth: Int) -> CalendarDraft {
    guard let index = calendarIndex[uid], depth < 8 else { return projectDraft }
    let calendar = file.calendars[index]
    let base = calendar.baseUID.flatMap { $0 > 0 && $0 != uid ? calendarIndex[$0] : nil }
    var draft = CalendarDraft(week: standardWeek)
    if let base { draft = self.draft(of: file.calendars[base].uid, depth: depth + 1) }
    for day in calendar.weekDays {
      guard let type = day.dayType, (1...7).contains(type) else { continue }
      draft.week[(type + 5) % 7] = hours(of: day.isWorking, day.workingTimes)
    }
    for workWeek in calendar.workWeeks {
      guard let days = days(of: workWeek.period) else { continue }
      var week = draft.week
      for day in workWeek.weekDays {
        guard let type = day.dayType, (1...7).contains(type) else { continue }
        week[(type + 5) % 7] = hours(of: day.isWorking, day.workingTimes)
      }
      draft.workWeeks.append(.init(days, week: week))
    }
    apply(calendar, to: &draft)
    return draft
  }

  /// Exceptions: those that recur first, so that a plain run of days wins over them. Days of the
  /// old form count only in files that have none of the new.
  private mutating func apply(_ calendar: MSPDIFile.Calendar, to draft: inout CalendarDraft) {
    var plain: [(days: [Int], hours: [WorkCalendar.Hours])] = []
    for exception in calendar.exceptions {
      guard let expansion = ExceptionDays(exception) else { continue }
      expandedDays += expansion.days.count
      if expandedDays > MSPDIImporter.mostDays { return tooManyDays(at: calendar.line) }
      let hours = hours(of: exception.isWorking, exception.workingTimes)
      if expansion.isPlain {
        plain.append((expansion.days, hours))
      } else {
        for day in expansion.days { draft.days[day] = hours }
      }
    }
    if calendar.exceptions.isEmpty {
      for day in calendar.weekDays where day.dayType == 0 {
        guard let days = days(of: day.period) else { continue }
        let run = days.first.dayNumber...days.last.dayNumber
        plain.append((Array(run), hours(of: day.isWorking, day.workingTimes)))
      }
    }
    for (days, hours) in plain {
      for day in days { draft.days[day] = hours }
    }
  }

  private func days(of period: MSPDIFile.Period?) -> WorkCalendar.Days? {
    guard let from = period?.from, let to = period?.to, to >= from else { return nil }
    let end = to.minuteOfDay == 0 && to > from ? to.date.adding(days: -1) : to.date
    let limit = from.date.adding(days: ExceptionDays.limit)
    return WorkCalendar.Days(from.date, min(max(end, from.date), limit))
  }

  /// The hours of a day: none when nobody works, the usual ones when a working day states none.
  private func hours(
    of isWorking: Bool?, _ times: [MSPDIFile.WorkingTime]
  ) -> [WorkCalendar.Hours] {
    if isWorking == false { return [] }
    let pieces = times.compactMap { time -> WorkCalendar.Hours? in
      guard (0..<1440).contains(time.start), (1...1440).contains(time.end), time.start < time.end
      else { return nil }
      return WorkCalendar.Hours(start: time.start, end: time.end)
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    if pieces.isEmpty { return isWorking == true ? defaultHours : [] }
    var merged: [WorkCalendar.Hours] = []
    for piece in pieces {
      if let last = merged.last, piece.start <= last.end {
        merged[merged.count - 1] = .init(start: last.start, end: max(last.end, piece.end))
      } else {
        merged.append(piece)
      }
    }
    return merged
  }

  /// The hours of a working day that states none.
  var defaultHours: [WorkCalendar.Hours] {
    [.init(start: 480, end: 720), .init(start: 780, end: 1020)]
  }

  var standardWeek: [[WorkCalendar.Hours]] {
    Array(repeating: defaultHours, count: 5) + [[], []]
  }
}
