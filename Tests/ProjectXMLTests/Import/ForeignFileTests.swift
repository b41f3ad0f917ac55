import Foundation
import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// Files of Microsoft Project, read, written, and read again: the same plan with the same dates. The
/// files belong to others and are read where they lie.
@Suite(
  .enabled(if: !SampleFiles.conformance.isEmpty, "shared/conformance/msproject is not at hand"))
struct ForeignFileTests {
  @Test(arguments: SampleFiles.conformance)
  func aForeignFileSurvivesARoundTrip(_ path: String) throws {
    let first = try Imported(try SampleFiles.bytes(path))
    let written = try Written(first.schedule)
    let again = try Imported(written.bytes)
    #expect(PlanImage.difference(first.plan.asTheFormatHoldsIt, again.plan) == "")
    #expect(first.schedule.tasks == again.schedule.tasks)
    #expect(try Written(again.schedule).bytes.count == written.bytes.count)
  }

  /// What is written are the dates that we calculate, for each task by its UID.
  @Test(arguments: SampleFiles.conformance)
  func theWrittenDatesAreOurs(_ path: String) throws {
    let first = try Imported(try SampleFiles.bytes(path))
    let file = try #require(MSPDIReader.read(bytes: try Written(first.schedule).bytes).file)
    let rows = file.tasks.filter { $0.uid != 0 }
    #expect(rows.count == first.plan.tasks.count)
    for row in rows {
      let index = Int(row.uid) - 1
      let dates = first.schedule.tasks[index]
      #expect(row.name == first.plan.tasks[index].name.plain)
      #expect(row.start == dates.start && row.finish == dates.finish)
      #expect(row.lateStart == dates.lateStart && row.lateFinish == dates.lateFinish)
    }
    let original = try #require(MSPDIReader.read(path: path).file)
    #expect(
      file.baselines.count
        == original.tasks.filter { $0.uid != 0 && $0.isNull != true }.reduce(0) {
          $0 + original.baselines(of: $1).count
        })
  }

  /// Whoever works is kept with the amount in which he works on each task.
  @Test(arguments: SampleFiles.conformance)
  func resourcesAreKept(_ path: String) throws {
    let original = try #require(MSPDIReader.read(path: path).file)
    let first = try Imported(try SampleFiles.bytes(path))
    let workers = original.resources.filter { $0.type ?? 1 == 1 && !($0.name ?? "").isEmpty }
    #expect(first.plan.teams.map(\.name.plain) == workers.map(\.name))
    let uids = Set(workers.map(\.uid))
    let summaries = Set(first.plan.tasks.filter(\.isSummary).map(\.id))
    let stated = Set(
      original.assignments.compactMap { assignment -> [Int]? in
        guard let task = assignment.taskUID, let resource = assignment.resourceUID,
          uids.contains(resource), !summaries.contains("\(task)"), assignment.units ?? 1 > 0
        else { return nil }
        return [task, resource]
      })
    #expect(first.plan.tasks.reduce(0) { $0 + $1.needs.count } == stated.count)
  }
}

/// What is changed elsewhere wins over what our fields and facts say of it.
@Suite struct EditedFileTests {
  private let plan = ProjectXMLTests.plan(
    task("a", "P1M") {
      $0.constraints = [
        .init(.startNoEarlierThan, at("2025-04-14")), .init(.mustFinishOn, end("2025-06-13")),
      ]
      $0.owner = "net"
      $0.notes = LocalizedText(byLanguage: ["ja": "注", "en": "note"])
    },
    task("b", "3d", after: "a FS+1d") {
      $0.calendar = "nights"
      $0.owner = "net"
    }
  ) {
    $0.calendars = [japaneseOffice, nights]
    $0.calendar = "office"
    $0.lagCalendar = .predecessor
    $0.owners = [
      Owner(id: "net", name: LocalizedText("Network")),
      Owner(id: "retail", name: LocalizedText("Retail")),
    ]
  }

  private func imported(_ change: (inout String) -> Void) throws -> Plan {
    var text = String(decoding: try Written(plan).bytes, as: UTF8.self)
    let before = text
    change(&text)
    #expect(text != before)
    return try #require(MSPDIImport(bytes: Array(text.utf8)).plan)
  }

  private func replace(_ old: String, _ new: String, in text: inout String) {
    guard let range = text.range(of: old) else { return }
    text.replaceSubrange(range, with: new)
  }

  @Test func aChangedDurationWins() throws {
    let changed = try imported { text in
      let stated = "<Duration>PT744H0M0S</Duration>\n   <DurationFormat>8"
      replace(stated, "<Duration>PT240H0M0S</Duration>\n   <DurationFormat>8", in: &text)
    }
    #expect(changed.tasks[0].duration == PlanDuration(10, .elapsedDays))
    // What was not touched is as it was.
    #expect(changed.tasks[0].constraints == plan.tasks[0].constraints)
    #expect(changed.tasks[0].notes == plan.tasks[0].notes)
  }

  @Test func aChangedConstraintWins() throws {
    let changed = try imported { text in
      replace("<ConstraintType>3<", "<ConstraintType>6<", in: &text)
    }
    #expect(changed.tasks[0].constraints.map(\.kind) == [.finishNoEarlierThan])
    #expect(changed.tasks[0].duration == plan.tasks[0].duration)
  }

  @Test func aChangedLagIsOfTheSuccessor() throws {
    let changed = try imported { text in
      guard let place = text.range(of: "<LinkLag>") else { return }
      let end = text[place.upperBound...].prefix { $0 != "<" }.endIndex
      text.replaceSubrange(place.upperBound..<end, with: "9600")
    }
    #expect(changed.tasks[1].after.first?.lagCalendar == .successor)
    #expect(changed.tasks[1].after.first?.lag == .time(PlanDuration(16, .hours)))
  }

  @Test func aChangedAssignmentGivesTheOwner() throws {
    let changed = try imported { text in
      let stated = "<TaskUID>2</TaskUID>\n   <ResourceUID>1<"
      replace(stated, "<TaskUID>2</TaskUID>\n   <ResourceUID>2<", in: &text)
    }
    #expect(changed.tasks.map(\.owner) == ["net", "retail"])
  }

  @Test func aChangedCalendarKeepsItsId() throws {
    let changed = try imported { text in
      replace("<FromTime>22:00:00<", "<FromTime>20:00:00<", in: &text)
    }
    #expect(changed.calendars.map(\.id) == ["office", "nights"])
    #expect(changed.calendars[0] == plan.calendars[0])
    #expect(changed.calendars[1].calendar.week[0].last == .init(start: 1200, end: 1440))
  }

  @Test func aCopiedTaskGetsAnIdOfItsOwn() throws {
    let changed = try imported { text in
      guard let start = text.range(of: "<Task>\n   <UID>2<"),
        let end = text[start.lowerBound...].range(of: "</Task>")
      else { return }
      var copy = String(text[start.lowerBound..<end.upperBound])
      replace("<UID>2<", "<UID>7<", in: &copy)
      text.insert(contentsOf: copy, at: end.upperBound)
    }
    #expect(changed.tasks.map(\.id) == ["a", "b", "7"])
  }

  /// Project cuts texts at 255 characters: facts that are cut off are left out, the others hold.
  @Test func aCutListOfFactsIsReadUpToTheCut() throws {
    let changed = try imported { text in
      let field = "<FieldID>188743997</FieldID>\n    <Value>"
      guard let row = text.range(of: "<UID>1</UID>\n   <ID>1<"),
        let place = text[row.upperBound...].range(of: field),
        let cut = text[place.upperBound...].range(of: "duration"),
        let end = text[place.upperBound...].range(of: "</Value>")
      else { return }
      text.removeSubrange(text.index(cut.lowerBound, offsetBy: 4)..<end.lowerBound)
    }
    #expect(changed.tasks[0].notes == plan.tasks[0].notes)
    #expect(changed.tasks[0].duration == PlanDuration(31, .elapsedDays))
  }
}
