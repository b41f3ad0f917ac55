internal import Scheduling

/// A calendar of the file as a number: its weeks and its exceptions, without their names.
extension MSPDI {
  /// The number of a calendar that is written.
  static func seal(
    of entry: MSPDICalendars.Entry, _ exceptions: [CalendarException]
  ) -> UInt32 {
    var seal = MSPDISeal()
    for hours in entry.weekInFile { seal.add(hours) }
    for exception in exceptions {
      seal.add(exception.firstDay)
      seal.add(exception.lastDay)
      seal.add(exception.hours)
    }
    for week in entry.calendar.hasPlainWorkWeeks ? entry.calendar.workWeeks : [] {
      seal.add(week.days.first.dayNumber)
      seal.add(week.days.last.dayNumber)
      for hours in week.week { seal.add(hours) }
    }
    return seal.value
  }

  /// The number of a calendar that is read.
  static func seal(of calendar: MSPDIFile.Calendar) -> UInt32 {
    var seal = MSPDISeal()
    for hours in week(calendar.weekDays) { seal.add(hours) }
    for exception in calendar.exceptions {
      seal.add(exception.period?.from.map { $0.date.dayNumber })
      seal.add(exception.period?.to.map { $0.date.dayNumber })
      seal.add(hours(exception.isWorking, exception.workingTimes))
    }
    for week in calendar.workWeeks {
      seal.add(week.period?.from.map { $0.date.dayNumber })
      seal.add(week.period?.to.map { $0.date.dayNumber })
      for hours in self.week(week.weekDays) { seal.add(hours) }
    }
    return seal.value
  }

  /// The hours of seven days, Monday first.
  private static func week(_ days: [MSPDIFile.WeekDay]) -> [[MSPDIFile.WorkingTime]] {
    var week: [[MSPDIFile.WorkingTime]] = Array(repeating: [], count: 7)
    for day in days {
      guard let type = day.dayType, (1...7).contains(type) else { continue }
      week[(type + 5) % 7] = hours(day.isWorking, day.workingTimes)
    }
    return week
  }

  private static func hours(
    _ isWorking: Bool?, _ times: [MSPDIFile.WorkingTime]
  ) -> [MSPDIFile.WorkingTime] { isWorking == false ? [] : times }
}

extension MSPDISeal {
  fileprivate mutating func add(_ hours: [WorkCalendar.Hours]) {
    add(hours.count)
    for piece in hours {
      add(piece.start)
      add(piece.end)
    }
  }

  fileprivate mutating func add(_ hours: [MSPDIFile.WorkingTime]) {
    add(hours.count)
    for piece in hours {
      add(piece.start)
      add(piece.end)
    }
  }
}
