internal import Planning
internal import Scheduling
internal import SharedSystem

/// The calendars of the document.
extension MSPDIDocument {
  mutating func writeCalendars(to stream: inout XMLStream) {
    stream.start("Calendars")
    for (index, entry) in calendars.entries.enumerated() {
      let calendar = entry.calendar
      if calendar.windows != nil { report.note(.windows, entry.id) }
      stream.start("Calendar")
      stream.element("UID", index + 1)
      stream.element("Name", entry.name)
      stream.element("IsBaseCalendar", true)
      stream.element("IsBaselineCalendar", false)
      stream.element("BaseCalendarUID", -1)
      writeDays(entry.weekInFile, of: entry, to: &stream)
      writeExceptions(exceptions[index], of: entry, to: &stream)
      writeWorkWeeks(of: entry, to: &stream)
      stream.end()
    }
    writeResourceCalendars(to: &stream)
    stream.end()
  }

  private mutating func writeDays(
    _ week: [[WorkCalendar.Hours]], of entry: MSPDICalendars.Entry, to stream: inout XMLStream
  ) {
    stream.start("WeekDays")
    // Sunday is day 1.
    for (day, weekday) in [6, 0, 1, 2, 3, 4, 5].enumerated() {
      stream.start("WeekDay")
      stream.element("DayType", day + 1)
      writeHours(week[weekday], of: entry, to: &stream)
      stream.end()
    }
    stream.end()
  }

  /// Periods with other weekly hours, where the format can hold them.
  private mutating func writeWorkWeeks(
    of entry: MSPDICalendars.Entry, to stream: inout XMLStream
  ) {
    guard entry.calendar.hasPlainWorkWeeks else { return }
    stream.start("WorkWeeks")
    for (index, week) in entry.calendar.workWeeks.enumerated() {
      stream.start("WorkWeek")
      stream.start("TimePeriod")
      stream.element("FromDate", "\(week.days.first)T00:00:00")
      stream.element("ToDate", "\(week.days.last)T23:59:00")
      stream.end()
      stream.element(
        "Name", options.language == .ja ? "期間 \(index + 1)" : "Period \(index + 1)")
      writeDays(week.week, of: entry, to: &stream)
      stream.end()
    }
    stream.end()
  }

  private mutating func writeExceptions(
    _ exceptions: [CalendarException], of entry: MSPDICalendars.Entry, to stream: inout XMLStream
  ) {
    guard !exceptions.isEmpty else { return }
    stream.start("Exceptions")
    for exception in exceptions {
      stream.start("Exception")
      stream.element("EnteredByOccurrences", false)
      stream.start("TimePeriod")
      stream.element("FromDate", "\(CivilDate(dayNumber: exception.firstDay))T00:00:00")
      stream.element("ToDate", "\(CivilDate(dayNumber: exception.lastDay))T23:59:00")
      stream.end()
      stream.element("Occurrences", exception.lastDay - exception.firstDay + 1)
      stream.element("Name", exception.name)
      stream.element("Type", 1)
      writeHours(exception.hours, of: entry, to: &stream)
      stream.end()
    }
    stream.end()
  }

  private mutating func writeHours(
    _ hours: [WorkCalendar.Hours], of entry: MSPDICalendars.Entry, to stream: inout XMLStream
  ) {
    stream.element("DayWorking", !hours.isEmpty)
    guard !hours.isEmpty else { return }
    if hours.count > 5 { report.note(.piecesOfDay, entry.id) }
    stream.start("WorkingTimes")
    for piece in hours {
      stream.start("WorkingTime")
      stream.element("FromTime", MSPDI.timeOfDay(piece.start))
      stream.element("ToTime", MSPDI.timeOfDay(piece.end))
      stream.end()
    }
    stream.end()
  }
}
