import Planning
import Scheduling
import SharedSystem

/// The Japanese office calendar with closures at the year's end and in August, and one open day.
var japaneseOffice: PlanCalendar {
  var calendar = WorkCalendar.standard
  calendar.holidayRules = [.japan]
  calendar.yearlyClosures = [.init(firstMonth: 12, firstDay: 29, lastMonth: 1, lastDay: 3)]
  calendar.closed = [.init(day("2025-08-12"), day("2025-08-16"))]
  calendar.open = [
    .init(date: day("2025-10-25"), hours: [.init(start: 600, end: 900)]),
    .init(date: day("2025-05-05"), hours: WorkCalendar.officeHours),
  ]
  return PlanCalendar(
    id: "office", name: LocalizedText(byLanguage: ["ja": "標準", "en": "Office"]), calendar: calendar)
}

/// Every minute.
var roundTheClock: PlanCalendar {
  PlanCalendar(id: "clock", name: LocalizedText("Round the clock"), calendar: .continuous)
}

/// Nights from 22:00 to 05:00 on weekdays.
var nights: PlanCalendar {
  let night = [
    WorkCalendar.Hours(start: 0, end: 300), WorkCalendar.Hours(start: 1320, end: 1440),
  ]
  return PlanCalendar(
    id: "nights", name: LocalizedText("Nights"),
    calendar: WorkCalendar(week: Array(repeating: night, count: 5) + [[], []]))
}

/// Work in windows only: the holidays of May and of the year's end, one of them from ten o'clock.
var windows: PlanCalendar {
  var calendar = WorkCalendar.continuous
  calendar.windows = [
    .init(start: at("2025-05-03"), end: at("2025-05-07")),
    .init(start: at("2025-12-29T10:00"), end: at("2026-01-04")),
    .init(start: at("2035-05-03"), end: at("2035-05-07")),
  ]
  return PlanCalendar(id: "windows", name: LocalizedText("Windows"), calendar: calendar)
}
