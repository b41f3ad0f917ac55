public import Planning

/// A schedule of Microsoft Project as a plan: the same tasks, links, calendars and rules, under which
/// it schedules to the same dates.
///
/// A task's id is its UID. Project's dates are not copied: they are what the plan is expected to
/// come to. What the plan cannot hold is counted in the report.
public struct MSPDIImport: Sendable {
  /// The plan; nil when there is an error among the problems.
  public var plan: Plan?
  /// What was kept, changed and left out.
  public var report: ImportReport
  /// What is wrong with the file, in the order of its lines: at most twenty of each kind, then how
  /// many more there are. Links with which tasks wait for themselves are errors.
  public var problems: [MSPDIProblem]

  /// Maps what a file states to a plan.
  ///
  /// - Parameter name: what the places of tasks and links call the file.
  /// - Complexity: O(tasks + links + assignments + days of exceptions), and that of lowering the
  ///   plan when links lead back in its order.
  public init(_ file: MSPDIFile, name: String = "") {
    var importer = MSPDIImporter(file, name: name)
    importer.run()
    plan = importer.problems.contains { $0.severity == .error } ? nil : importer.plan
    report = importer.report
    problems = importer.listedProblems
  }

  /// Reads the file at a path and maps it to a plan.
  public init(path: String) {
    self.init(MSPDIReader.read(path: path), name: path)
  }

  /// Reads a file from bytes and maps it to a plan.
  ///
  /// - Parameter name: what the places of tasks and links call the file.
  public init(bytes: [UInt8], name: String = "") {
    self.init(MSPDIReader.read(bytes: bytes), name: name)
  }

  /// Reads standard input, of which some bytes were read already, and maps it to a plan.
  package init(standardInputBeginningWith prefix: [UInt8]) {
    self.init(MSPDIReader.readStandardInput(beginningWith: prefix), name: "<stdin>")
  }

  private init(_ reading: MSPDIReading, name: String) {
    self.init(reading.file ?? MSPDIFile(), name: name)
    // What the reader warns of may be an error of the whole: it is said once.
    let errors = problems
    problems =
      reading.problems.filter { warning in
        !errors.contains { $0.id == warning.id && $0.line == warning.line }
      } + errors
    if reading.file == nil || problems.contains(where: { $0.severity == .error }) { plan = nil }
  }
}
