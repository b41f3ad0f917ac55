import CLibXML2
import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import ProjectXML

@Suite struct GanttXMLTests {
  /// A document, read back as a tree.
  struct Elements {
    private(set) var all: [(name: String, attributes: [String: String])] = []
    private(set) var texts: [String: String] = [:]

    init(_ bytes: [UInt8]) throws {
      xmlInitParser()
      let parsed = bytes.withUnsafeBytes {
        xmlReadMemory(
          $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), "written.xml", nil,
          Int32(XML_PARSE_NONET.rawValue))
      }
      let document = try #require(parsed)
      defer { xmlFreeDoc(document) }
      var stack = [xmlDocGetRootElement(document)].compactMap { $0 }
      while let node = stack.popLast() {
        let name = String(cString: node.pointee.name)
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let next = attribute {
          attributes[String(cString: next.pointee.name)] = Elements.content(
            UnsafeMutableRawPointer(next).assumingMemoryBound(to: xmlNode.self))
          attribute = next.pointee.next
        }
        all.append((name, attributes))
        var children: [xmlNodePtr] = []
        var child = node.pointee.children
        while let next = child {
          if next.pointee.type == XML_ELEMENT_NODE { children.append(next) }
          child = next.pointee.next
        }
        if children.isEmpty { texts[name, default: ""] += Elements.content(node) }
        stack += children.reversed()
      }
    }

    private static func content(_ node: xmlNodePtr) -> String {
      guard let content = xmlNodeGetContent(node) else { return "" }
      defer { bunri_xmlFree(content) }
      return String(cString: content)
    }

    func first(_ name: String, _ key: String? = nil, _ value: String? = nil) -> [String: String] {
      all.first { $0.name == name && (key == nil || $0.attributes[key ?? ""] == value) }?
        .attributes ?? [:]
    }
  }

  private func document(
    _ plan: Plan, _ language: LocalizedText.Language = .en
  ) throws -> (schedule: PlanSchedule, elements: Elements, report: ExportReport) {
    let schedule = try plan.scheduled()
    let (bytes, report) = try GanttXML.bytes(of: schedule, options: .init(language: language))
    return (schedule, try Elements(bytes), report)
  }

  @Test func schemaIsTheFileBesideTheSource() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/ProjectXML/Gantt/gantt-1.xsd")
    #expect(GanttXML.schema == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func everyAttributeIsDocumentedInBothLanguages() {
    let parts = GanttXML.schema.components(separatedBy: "<xs:annotation>").dropFirst()
    #expect(parts.count > 15)
    for part in parts {
      #expect(part.contains("xml:lang=\"en\"") && part.contains("xml:lang=\"ja\""))
    }
  }

  @Test func projectSaysTheVerdict() throws {
    let (schedule, elements, _) = try document(formatSample())
    let project = elements.first("project")
    #expect(project["name"] == "plan")
    #expect(project["cutover"] == "cutover")
    #expect(project["cutoverFinish"] == schedule.cutoverFinish.description)
    #expect(project["target"] == "2025-05-31T00:00")
    #expect(project["margin"] == schedule.margin.map { "\($0)" })
    #expect(project["late"] == "true")
    #expect(project["minutesPerDay"] == "480")
    #expect(elements.texts["illustrative"] == "invented")
  }

  @Test func taskSaysWhatIsKnownOfIt() throws {
    let (_, elements, report) = try document(formatSample())
    let survey = elements.first("task", "id", "survey")
    #expect(survey["parent"] == "prepare" && survey["number"] == "1.1" && survey["level"] == "2")
    #expect(survey["kind"] == "task" && survey["owner"] == "east" && survey["module"] == "billing")
    #expect(survey["calendar"] == "office")
    #expect(survey["percentComplete"] == "100")
    #expect(survey["start"] == "2025-04-07T09:00" && survey["finish"] == "2025-04-11T18:00")
    #expect(
      elements.all.filter { $0.name == "driver" }.map { $0.attributes["id"] } == ["D1", "D3"])
    #expect(elements.first("progress")["finished"] == "2025-04-11T18:00")
    let baseline = elements.first("baseline")
    #expect(baseline["number"] == "0" && baseline["duration"] == "1920")
    #expect(baseline["durationText"] == "4d")
    #expect(elements.first("constraint")["type"] == "start-no-earlier-than")
    #expect(elements.first("task", "id", "cutover")["illustrative"] == "true")
    #expect(elements.texts["notes"] == "Note\nline two")
    #expect(counts(report) == [.calendarHours: 2, .needsLeftOut: 1])
  }

  @Test func linksAndReasons() throws {
    let (_, elements, _) = try document(formatSample())
    let links = elements.all.filter { $0.name == "link" }.map(\.attributes)
    #expect(links.count == 5)
    #expect(
      links[0] == [
        "predecessor": "survey", "type": "FS", "lag": "960", "lagText": "+2d",
        "lagCalendar": "successor", "driving": "true",
      ])
    #expect(links[1]["lagText"] == "+50%" && links[1]["lag"] == "2400")
    #expect(links[3]["type"] == "FF" && links[3]["lag"] == "-480")
    let reasons = elements.all.filter { $0.name == "drivenBy" }.map(\.attributes)
    #expect(reasons.count == 6)
    #expect(reasons[0] == ["kind": "summary", "first": "survey", "last": "design"])
    #expect(reasons[1] == ["kind": "actual"])
    #expect(reasons[2]["kind"] == "link" && reasons[2]["predecessor"] == "survey")
    #expect(reasons[5]["predecessor"] == "build")
  }

  @Test func tasksStandInTheOrderOfTheOutline() throws {
    var mixed = plan(
      summary("a"), summary("b"), task("b1", "1d", in: 1), task("a1", "1d", in: 0))
    mixed.tasks[3].after = [PlanTask.Dependency(task: "b1")]
    let (_, elements, _) = try document(mixed)
    let ids = elements.all.filter { $0.name == "task" }.compactMap { $0.attributes["id"] }
    #expect(ids == ["a", "a1", "b", "b1"])
  }

  @Test(arguments: hostileNames)
  func namesSurvive(_ name: String) throws {
    let named = plan(task("a", "1d") { $0.name = LocalizedText(name) }) {
      $0.name = LocalizedText(name)
      $0.owners = [Owner(id: "o", name: LocalizedText(name))]
    }
    let schedule = try named.scheduled()
    let bytes = try GanttXML.bytes(of: schedule).bytes
    let read = try #require(GanttXML.read(bytes).file)
    #expect(Array(read.tasks[0].name.unicodeScalars) == Array(name.unicodeScalars))
    #expect(Array(read.name.unicodeScalars) == Array(name.unicodeScalars))
    let owner = try Elements(bytes).first("owner")["name"] ?? ""
    #expect(Array(owner.unicodeScalars) == Array(name.unicodeScalars))
  }

  @Test func languageChoosesNames() throws {
    let both = plan(
      task("a", "1d") { $0.name = LocalizedText(byLanguage: ["ja": "構築", "en": "Build"]) })
    #expect(try document(both, .ja).elements.first("task")["name"] == "構築")
    #expect(try document(both, .en).elements.first("task")["name"] == "Build")
  }

  @Test(arguments: 0..<30)
  func equalSchedulesGiveEqualBytes(_ seed: Int) throws {
    let plan = randomPlan(UInt64(seed))
    guard let first = try? plan.scheduled(), let second = try? plan.scheduled() else { return }
    #expect(try GanttXML.bytes(of: first).bytes == GanttXML.bytes(of: second).bytes)
    #expect(try PMXML.bytes(of: first).bytes == PMXML.bytes(of: second).bytes)
    for table in Spreadsheet.Table.allCases {
      #expect(
        Spreadsheet.bytes(of: table, first).bytes == Spreadsheet.bytes(of: table, second).bytes)
    }
  }

  @Test func emptyPlanIsWritten() throws {
    let (_, elements, report) = try document(plan())
    #expect(elements.first("project")["late"] == "false")
    #expect(report.tasks == 0 && report.remarks.isEmpty)
  }
}
