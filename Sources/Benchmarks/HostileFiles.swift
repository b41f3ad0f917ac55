import Foundation
import ProjectXML

/// Files made to exhaust a reader's memory, fifty million bytes each.
enum HostileFiles {
  /// How much memory reading one of them may take.
  private static let limit = 200 << 20

  /// What they are called, what they begin with, and what they then repeat; a number stands for
  /// each `#`, so that nothing occurs twice.
  private static let files: [(name: String, begin: String, part: String)] = [
    ("nested elements", "<Project>", "<a>"),
    ("many tasks", "<Project><Tasks>", "<Task><UID>#</UID></Task>"),
    ("tasks without UID", "<Project><Tasks>", "<Task/>"),
    ("many names", "<Project>", "<n#/>"),
    ("many attributes", "<Project><Tasks", " a#=''"),
    ("many namespaces", "<Project><Tasks", " xmlns:a#='u'"),
    ("one long attribute", "<Project><Tasks a='", "aaaaaaaa"),
    ("one long name", "<Project><Tasks", "aaaaaaaa"),
    ("one long comment", "<Project><!--", "aaaaaaaa"),
    ("one long section", "<Project><![CDATA[", "aaaaaaaa"),
    ("one long text", "<Project><Tasks><Task><Notes>", "aaaaaaaa"),
    ("long texts", "<Project><Tasks><Task>", "<Notes>" + text + "</Notes>"),
    (
      "tasks with long texts", "<Project><Tasks>",
      "<Task><UID>#</UID><Name>" + text + "</Name></Task>"
    ),
    (
      "links", "<Project><Tasks><Task>",
      "<PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink>"
    ),
    ("empty links", "<Project><Tasks><Task>", "<PredecessorLink/>"),
    ("baselines", "<Project><Tasks><Task>", "<Baseline><Number>1</Number></Baseline>"),
    (
      "values", "<Project><Tasks><Task>",
      "<ExtendedAttribute><FieldID>1</FieldID></ExtendedAttribute>"
    ),
    ("calendars", "<Project><Calendars>", "<Calendar><UID>#</UID></Calendar>"),
    ("days", "<Project><Calendars><Calendar><WeekDays>", "<WeekDay/>"),
    ("exceptions", "<Project><Calendars><Calendar><Exceptions>", "<Exception/>"),
    ("weeks", "<Project><Calendars><Calendar><WorkWeeks>", "<WorkWeek/>"),
    ("resources", "<Project><Resources>", "<Resource><UID>#</UID></Resource>"),
    ("assignments", "<Project><Assignments>", "<Assignment><UID>#</UID></Assignment>"),
    ("broken values", "<Project><Tasks><Task>", "<Start>#</Start>"),
    ("entities", "<!DOCTYPE a [", "<!ENTITY a# '&a;&a;&a;&a;'>"),
  ]

  private static let text = String(repeating: "a", count: 1000)

  /// Reads each of them once; the answer is that none takes more memory than allowed.
  static func benchmark() -> Benchmark {
    Benchmark(limit: nil, repetitions: 1, check: { try check() }, body: { _ in })
  }

  private static func check() throws -> String? {
    let file = TemporaryFile()
    var worst = (name: "", growth: 0)
    for (name, begin, part) in files {
      try write(begin, part, to: file.path)
      let (reading, _, growth) = MemoryUse.growth { (MSPDIReader.read(path: file.path), 0) }
      if reading.file != nil { return "\(name) were read" }
      if let growth, growth > limit { return "\(name) took \(growth >> 20) MB" }
      if let growth, growth > worst.growth { worst = (name, growth) }
    }
    print("  memory grew by at most \(worst.growth >> 20) MB (\(worst.name))")
    return nil
  }

  private static func write(_ begin: String, _ part: String, to path: String) throws {
    try Data(begin.utf8).write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    let pieces = part.split(separator: "#", omittingEmptySubsequences: false).map { Array($0.utf8) }
    var number = 0
    var size = 0
    while size < 50_000_000 {
      var bytes: [UInt8] = []
      while bytes.count < 1 << 20 {
        bytes += pieces[0]
        for piece in pieces.dropFirst() {
          bytes += Array("\(number)".utf8)
          bytes += piece
        }
        number += 1
      }
      try file.write(contentsOf: bytes)
      size += bytes.count
    }
    try file.close()
  }
}
