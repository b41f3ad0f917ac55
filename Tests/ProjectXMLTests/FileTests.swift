import Foundation
import Planning
import Scheduling
import Testing

@testable import ProjectXML

@Suite struct FileTests {
  /// A directory of its own, removed at the end.
  private final class Directory {
    let path: String

    init() throws {
      let url = FileManager.default.temporaryDirectory.appending(path: "mspdi-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    var content: [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
    }
  }

  private func schedule() throws -> PlanSchedule { try plan(task("a", "1d")).scheduled() }

  private func reason(_ body: () throws(XMLWriteError) -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return error.description
    }
  }

  @Test func fileHoldsTheSameBytesAsMemory() throws {
    let directory = try Directory()
    let schedule = try schedule()
    let report = try MSPDI.write(schedule, toFile: directory.file("a.xml"))
    let memory = try MSPDI.bytes(of: schedule)
    #expect(FileManager.default.contents(atPath: directory.file("a.xml")) == Data(memory.bytes))
    #expect(report == memory.report)
    #expect(directory.content == ["a.xml"])
  }

  @Test func existingFileIsReplacedAndALinkStaysALink() throws {
    let directory = try Directory()
    try Data("old".utf8).write(to: URL(filePath: directory.file("real.xml")))
    try FileManager.default.createSymbolicLink(
      atPath: directory.file("link.xml"), withDestinationPath: "real.xml")
    try MSPDI.write(try schedule(), toFile: directory.file("link.xml"))
    #expect(directory.content == ["link.xml", "real.xml"])
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: directory.file("link.xml"))
    #expect(target == "real.xml")
    let size = try #require(FileManager.default.contents(atPath: directory.file("real.xml"))).count
    #expect(size > 1000)
  }

  @Test func missingDirectoryIsNamed() throws {
    let schedule = try schedule()
    let path = "/nonexistent-\(UUID().uuidString)/a.xml"
    let reason = reason { () throws(XMLWriteError) in try MSPDI.write(schedule, toFile: path) }
    #expect(reason == "cannot write \(path): No such file or directory")
  }

  @Test func directoryIsNotAFile() throws {
    let directory = try Directory()
    let schedule = try schedule()
    let path = directory.path
    let reason = reason { () throws(XMLWriteError) in try MSPDI.write(schedule, toFile: path) }
    #expect(reason == "cannot write \(path): Is a directory")
    #expect(directory.content.isEmpty)
  }

  #if os(Linux)
    @Test func fullDiskIsAnError() throws {
      let schedule = try schedule()
      let reason = reason { () throws(XMLWriteError) in
        try MSPDI.write(schedule, toFile: "/dev/full")
      }
      #expect(reason == "cannot write /dev/full: No space left on device")
    }
  #endif

  @Test func unfinishedFileLeavesTheOldOne() throws {
    let directory = try Directory()
    let path = directory.file("a.xml")
    try Data("old".utf8).write(to: URL(filePath: path))
    do {
      let file = try ReplacedFile.begin(path)
      #expect(directory.content.count == 2)
      _ = file.descriptor
    }
    #expect(directory.content == ["a.xml"])
    #expect(FileManager.default.contents(atPath: path) == Data("old".utf8))
  }

  @Test func failureOfTheRenameLeavesNothingBeside() throws {
    let directory = try Directory()
    let path = directory.file("a.xml")
    let reason = reason { () throws(XMLWriteError) in
      let file = try ReplacedFile.begin(path)
      // Somebody puts a directory where the file should go.
      try? FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false)
      try file.commit()
    }
    #expect(reason == "cannot write \(path): Is a directory")
    #expect(directory.content == ["a.xml"])
  }

  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Twenty thousand tasks in summaries of a hundred, each after the one before.
  @Test func largePlanIsWrittenQuickly() throws {
    var large = plan()
    for group in 0..<200 {
      let parent = large.tasks.count
      large.tasks.append(summary("s\(group)"))
      for index in 0..<99 {
        let before = index > 0 ? "t\(group).\(index - 1)" : group > 0 ? "s\(group - 1)" : nil
        large.tasks.append(task("t\(group).\(index)", "1h", in: parent))
        if let before {
          large.tasks[large.tasks.count - 1].after = [PlanTask.Dependency(task: before)]
        }
      }
    }
    let schedule = try large.scheduled()
    let directory = try Directory()
    let before = threadSeconds()
    try MSPDI.write(schedule, toFile: directory.file("large.xml"))
    // Processor time of this thread, since other tests run beside it. Measured: 1.4 s optimized.
    #expect(threadSeconds() - before < 20)
    let bytes = try #require(FileManager.default.contents(atPath: directory.file("large.xml")))
    let document = try ReadBack(Array(bytes))
    #expect(document.count("/p:Project/p:Tasks/p:Task") == 20_001)
    #expect(document.count("//p:PredecessorLink") == 19_799)
  }
}
