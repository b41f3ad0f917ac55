/// What can only be told once the whole file is read.
extension MSPDIBuilder {
  /// Warns of UIDs that occur twice and of gaps in the outline.
  ///
  /// - Complexity: O(items) expected.
  mutating func check() {
    checkUIDs(.calendar, file.calendars.map { (Int32(clamping: $0.uid), $0.line) })
    checkUIDs(.task, file.tasks.lazy.map { ($0.uid, Int($0.line)) })
    checkUIDs(.resource, file.resources.map { (Int32(clamping: $0.uid), $0.line) })
    checkUIDs(.assignment, file.assignments.lazy.map { ($0.uid, Int($0.line)) })
    checkOutline()
  }

  private mutating func checkUIDs(
    _ kind: ReadingMessage.Kind, _ items: some Collection<(uid: Int32, line: Int)>
  ) {
    var seen = Set<Int32>(minimumCapacity: items.count)
    for (uid, line) in items where !seen.insert(uid).inserted {
      problems.add(.warning, .duplicateUID(kind, Int(uid)), line: line)
    }
  }

  private mutating func checkOutline() {
    var previous = 0
    for task in file.tasks {
      guard task.isNull != true, let level = task.outlineLevel else { continue }
      if level > previous + 1 {
        problems.add(
          .warning, .outlineJump(Int(task.uid), level, after: previous), line: Int(task.line))
      }
      previous = level
    }
  }
}
