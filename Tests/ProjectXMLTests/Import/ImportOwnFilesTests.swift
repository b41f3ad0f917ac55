import Foundation
import PlanFile
import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// Our own files, read back: a plan that was exported and imported schedules to the same dates.
@Suite struct ImportOwnFilesTests {
  static let plans = [
    "Plans/wheeling-2029", "Examples/carve-out.yaml", "Examples/regional-bank.yaml",
  ]

  @Test(arguments: plans)
  func ourPlansKeepTheirDates(path: String) throws {
    let reading = PlanReader.read(path: SampleFiles.package.appending(path: path).path)
    let plan = try #require(reading.plan)
    try expectSameDates(plan, [])
  }

  /// What the format holds differently changes dates: such plans are left out, not forgiven.
  static let changesDates: Set<ExportReport.Kind> = [
    .calendarMonths, .percentAsTime, .lagCalendar, .parallelLinks, .constraintDropped,
    .constraintAsDeadline, .mandatoryDate, .linksWin, .interruptedProgress, .piecesOfDay,
    .linkOfSummary, .constraintOfSummary, .heldAtStatusDate, .heldAtStart, .milestoneCalendar,
    .emptySummary,
  ]

  @Test func weeksThatDifferAreExceptions() throws {
    var office = WorkCalendar.standard
    let morning = [WorkCalendar.Hours(start: 540, end: 720)]
    office.workWeeks = [
      .init(
        .init(day("2025-04-14"), day("2025-04-27")),
        week: [morning, [], morning, [], [], morning, []])
    ]
    let plan = plan(task("a", "12d"), task("b", "5d", after: "a")) {
      $0.calendars = [
        PlanCalendar(id: "office", name: LocalizedText("office"), calendar: office)
      ]
      $0.calendar = "office"
    }
    #expect(try expectSameDates(plan, ImportOwnFilesTests.changesDates))
  }

  @Test func randomPlansKeepTheirDates() throws {
    var compared = 0
    for seed in 0..<600 as Range<UInt64> {
      let plan = simplified(randomPlan(seed))
      guard (try? plan.scheduled()) != nil else { continue }
      if try expectSameDates(plan, ImportOwnFilesTests.changesDates) { compared += 1 }
    }
    #expect(compared > 40, "\(compared)")
  }

  /// The plan without most of what the format holds differently.
  private func simplified(_ plan: Plan) -> Plan {
    var plan = plan
    plan.lagCalendar = .successor
    plan.statusDate = nil
    for index in plan.tasks.indices {
      let task = plan.tasks[index]
      if task.isSummary {
        plan.tasks[index].constraints = []
        plan.tasks[index].deadline = nil
        plan.tasks[index].after = []
      }
      if task.duration?.unit == .calendarMonths {
        plan.tasks[index].duration = PlanDuration(7, .days)
      }
      if task.progress?.finished == nil { plan.tasks[index].progress = nil }
      plan.tasks[index].constraints.removeAll {
        // A milestone at the end of a day is written at the end of that day's work.
        $0.kind == .mandatoryStart || $0.kind == .mandatoryFinish
          || task.isMilestone && $0.kind.concernsFinish
      }
      var seen: Set<String> = []
      plan.tasks[index].after.removeAll { dependency in
        if case .percent(let share) = dependency.lag, share % 1000 != 0 { return true }
        return !seen.insert(dependency.task).inserted
      }
    }
    return plan
  }

  @discardableResult
  private func expectSameDates(
    _ plan: Plan, _ excluded: Set<ExportReport.Kind>
  ) throws -> Bool {
    let written = try Written(plan)
    if written.report.remarks.contains(where: { excluded.contains($0.kind) }) { return false }
    let imported = try Imported(written.bytes)
    let hasElapsed = plan.tasks.contains { $0.duration?.unit.isElapsed ?? false }
    #expect(imported.schedule.tasks.count == written.schedule.tasks.count)
    for (before, after) in zip(written.schedule.tasks, imported.schedule.tasks) {
      #expect(before.start == after.start, "\(plan.name)")
      #expect(before.finish == after.finish, "\(plan.name)")
      // A milestone in non-working time has a calendar that counts every minute; and the last
      // working minute at which elapsed work can start is a minute of the plan's own grain.
      if written.count(.milestoneCalendar) == 0, !hasElapsed {
        #expect(before.totalFloat == after.totalFloat, "\(plan.name)")
      }
    }
    return true
  }
}
