import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// Files that Microsoft Project calculated, which lie beside the repository and are not part of it,
/// against a document tree of the same file.
@Suite(
  .enabled(if: !SampleFiles.conformance.isEmpty, "shared/conformance/msproject is not at hand"))
struct ConformanceTests {
  @Test(arguments: SampleFiles.conformance)
  func sampleIsReadAsAnotherParserSeesIt(_ path: String) throws {
    let reading = MSPDIReader.read(path: path)
    #expect(reading.problems.map { $0.text(in: .en) } == [])
    let file = try #require(reading.file)
    let document = try ReadBack(try SampleFiles.bytes(path))
    compare(
      file.tasks.map(StatedText.fields(of:)), document.fields("/p:Project/p:Tasks/p:Task"))
    compare(file.links.map(StatedText.fields(of:)), document.fields("//p:Task/p:PredecessorLink"))
    compare(file.assignments.map(StatedText.fields(of:)), document.fields("//p:Assignment"))
    #expect(file.resources.map(\.uid) == document.all("//p:Resource/p:UID").compactMap { Int($0) })
    #expect(
      file.resources.compactMap(\.name) == document.all("//p:Resource/p:Name"))
    #expect(file.calendars.map(\.uid) == document.all("//p:Calendar/p:UID").compactMap { Int($0) })
    #expect(file.baselines.count == document.count("//p:Task/p:Baseline"))
    #expect(file.values.count == document.count("//p:Task/p:ExtendedAttribute"))
    #expect(
      file.periods.count
        == document.count("//p:Assignment/p:TimephasedData[p:Type='1' or p:Type='2']"))
    #expect(file.calendars.reduce(0) { $0 + $1.weekDays.count } == document.count("//p:WeekDay"))
    for ignored in file.ignored {
      let path = ignored.path.split(separator: "/").map { "/p:\($0)" }.joined()
      #expect(document.count(path) == ignored.count, "\(ignored.path)")
    }
    let unread = file.ignored.reduce(0) { $0 + $1.count }
    #expect(unread > 0 && unread < document.count("//*"))
  }

  @Test(arguments: SampleFiles.conformance)
  func cutSampleIsAnErrorAndNeverACrash(_ path: String) throws {
    let bytes = try SampleFiles.bytes(path)
    let last = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for place in 1...40 {
      let reading = MSPDIReader.read(bytes: Array(bytes[..<(last * place / 40)]))
      #expect(reading.file == nil)
      #expect(reading.problems.last?.severity == .error)
      #expect(reading.problems.last?.line ?? 0 > 0)
    }
  }

  private func compare(_ read: [[String: String?]], _ stated: [[String: String]]) {
    #expect(read.count == stated.count)
    for (read, stated) in zip(read, stated) {
      #expect(read.compactMapValues { $0 } == StatedText.fields(stated, like: read.keys))
    }
  }
}
