import Planning
import ProjectXML
import SharedSystem
import Testing

/// Reads a document.
func read(_ xml: String) -> MSPDIReading { MSPDIReader.read(bytes: Array(xml.utf8)) }

/// Reads what stands within `<Project>`, which has no problem.
func file(_ inner: String) throws -> MSPDIFile {
  let reading = read(project(inner))
  #expect(reading.problems.map { $0.text(in: .en) } == [])
  return try #require(reading.file)
}

/// A document around what stands within `<Project>`.
func project(_ inner: String) -> String {
  "<?xml version=\"1.0\"?>\n<Project xmlns=\"\(MSPDI.namespace)\">\(inner)</Project>"
}

/// A document with one task around what stands within it.
func taskXML(_ inner: String) -> String {
  project("<Tasks><Task><UID>1</UID>\(inner)</Task></Tasks>")
}

/// The one task of a file that has no problem.
func task(reading inner: String) throws -> MSPDIFile.Task {
  let reading = read(taskXML(inner))
  #expect(reading.problems.map { $0.text(in: .en) } == [])
  return try #require(reading.file?.tasks.first)
}

extension MSPDIReading {
  /// The problems' severities and ids.
  var ids: [String] { problems.map { "\($0.severity.rawValue) \($0.id)" } }
}
