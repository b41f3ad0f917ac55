import Foundation
import PlanFile
import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// What we write, read back: against the schedule it was made of, and against a document tree of
/// the same bytes.
@Suite struct RoundTripTests {
  /// Every plan of `Plans`, and every file of `Examples` that is one.
  static let plans: [String] = {
    let manager = FileManager.default
    let folders = SampleFiles.package.appending(path: "Plans").path
    let examples = SampleFiles.files(in: SampleFiles.package.appending(path: "Examples"), "yaml")
    return ((try? manager.contentsOfDirectory(atPath: folders)) ?? []).sorted()
      .map { "\(folders)/\($0)" }.filter { manager.fileExists(atPath: $0 + "/plan.yaml") }
      + examples.filter { !$0.contains("/broken") }
  }()

  @Test(arguments: plans)
  func planIsReadAsItWasWritten(_ path: String) throws {
    let plan = try #require(PlanReader.read(path: path).plan)
    for language in LocalizedText.Language.allCases {
      try check(try Written(plan, .init(language: language)))
    }
  }

  @Test(arguments: 0..<30)
  func randomPlanIsReadAsItWasWritten(_ seed: UInt64) throws {
    guard let schedule = try? randomPlan(seed).scheduled() else { return }
    try check(try Written(schedule), withCalendars: seed < 2)
  }

  @Test func thereArePlans() { #expect(RoundTripTests.plans.count >= 4) }

  private func check(_ written: Written, withCalendars: Bool = true) throws {
    let reading = MSPDIReader.read(bytes: written.bytes)
    #expect(reading.problems.map { $0.text(in: .en) } == [])
    let file = try #require(reading.file)
    compare(
      file.tasks.map(StatedText.fields(of:)),
      written.document.fields("/p:Project/p:Tasks/p:Task"))
    compare(
      file.links.map(StatedText.fields(of:)), written.document.fields("//p:Task/p:PredecessorLink"))
    #expect(file.links.count == written.report.links)
    #expect(file.roundings == .init())
    let schedule = written.schedule
    #expect(file.project.startDate == schedule.plan.start)
    #expect(file.project.finishDate == schedule.finish)
    #expect(file.project.statusDate == schedule.plan.statusDate)
    try checkDates(of: schedule, in: file)
    guard withCalendars else { return }
    try checkCalendars(of: schedule.plan, in: file, written.report.calendarYears)
  }

  private func compare(_ read: [[String: String?]], _ stated: [[String: String]]) {
    #expect(read.count == stated.count)
    for (read, stated) in zip(read, stated) {
      #expect(read.compactMapValues { $0 } == StatedText.fields(stated, like: read.keys))
    }
  }

  private func checkDates(of schedule: PlanSchedule, in file: MSPDIFile) throws {
    let rows = Dictionary(
      file.tasks.compactMap { task in
        file.values(of: task).first { $0.fieldID == 188_743_731 }?.value.map { ($0, task) }
      }, uniquingKeysWith: { first, _ in first })
    #expect(rows.count == schedule.plan.tasks.count && file.tasks.count == rows.count + 1)
    for (task, dates) in zip(schedule.plan.tasks, schedule.tasks) {
      let row = try #require(rows[task.id])
      #expect(row.start == dates.start && row.finish == dates.finish)
      #expect(row.earlyStart == dates.earlyStart && row.earlyFinish == dates.earlyFinish)
      #expect(row.lateStart == dates.lateStart && row.lateFinish == dates.lateFinish)
      #expect(row.freeSlack == Int(dates.freeFloat) * 10)
      #expect(row.isCritical == dates.isCritical && row.isManual == false)
      if let constraint = task.constraints.first, !task.isSummary,
        constraint.kind != .asLateAsPossible
      {
        #expect(row.constraintType ?? 0 > 1 && row.constraintDate != nil)
      }
    }
  }

  /// The hours that week and exceptions of a calendar give to each day, as the plan's calendar.
  private func checkCalendars(
    of plan: Plan, in file: MSPDIFile, _ years: ClosedRange<Int>
  ) throws {
    let first = try #require(CivilDate(year: years.lowerBound, month: 1, day: 1)).dayNumber
    let last = try #require(CivilDate(year: years.upperBound, month: 12, day: 31)).dayNumber
    var compared = 0
    for stated in plan.calendars where stated.calendar.windows == nil {
      let names = LocalizedText.Language.allCases.map { stated.name.text(in: $0) }
      let found = file.calendars.first {
        stated.id == plan.calendar
          ? $0.uid == file.project.calendarUID : names.contains($0.name ?? "")
      }
      guard let calendar = found else { continue }  // Nothing runs on it.
      compared += 1
      for number in first...last {
        let hours = calendar.hours(onDay: number).map { [$0.start, $0.end] }
        let expected = stated.calendar.hours(on: CivilDate(dayNumber: number))
        #expect(hours == expected.map { [Int($0.start), Int($0.end)] })
      }
    }
    #expect(compared > 0 || plan.calendars.allSatisfy { $0.calendar.windows != nil })
  }
}

extension MSPDIFile.Calendar {
  /// The hours of a day, by the exception that holds it, or else by its day of the week.
  fileprivate func hours(onDay number: Int) -> [MSPDIFile.WorkingTime] {
    let exception = exceptions.first {
      guard let from = $0.period?.from, let to = $0.period?.to else { return false }
      return (from.date.dayNumber...to.date.dayNumber).contains(number)
    }
    if let exception { return exception.workingTimes }
    let dayType = CivilDate(dayNumber: number).isoWeekday % 7 + 1
    return weekDays.first { $0.dayType == dayType }?.workingTimes ?? []
  }
}
