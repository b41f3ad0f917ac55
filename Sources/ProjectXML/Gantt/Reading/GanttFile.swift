public import Scheduling

/// What a Gantt XML document states, as far as programs that compare schedules need it.
public struct GanttFile: Hashable, Sendable {
  /// The name of the project.
  public var name = ""
  /// When the project starts and finishes.
  public var start: Instant?, finish: Instant?
  /// Id of the task that is the cutover; nil: the project's finish.
  public var cutover: String?
  /// When the cutover finishes.
  public var cutoverFinish: Instant?
  /// By when it should.
  public var target: Instant?
  /// Working minutes between them.
  public var margin: Int32?
  /// The tasks in the order of the document.
  public var tasks: [Task] = []

  /// A bar.
  public struct Task: Hashable, Sendable {
    /// The id.
    public var id: String
    /// What people call it.
    public var name: String
    /// `task`, `milestone` or `summary`.
    public var kind: String
    /// Id of the summary that holds it.
    public var parent: String?
    /// When it is planned to start and finish.
    public var start: Instant, finish: Instant
    /// The earliest dates.
    public var earlyStart: Instant?, earlyFinish: Instant?
    /// The latest dates.
    public var lateStart: Instant?, lateFinish: Instant?
    /// Minutes of work.
    public var duration: Int32?
    /// Floats and margin in minutes.
    public var totalFloat: Int32?, freeFloat: Int32?, margin: Int32?
    /// Whether it is critical, and whether it lies on a driving path.
    public var isCritical = false, isDriving = false
    /// Which links it waits for, as the document states them.
    public var links: [Link] = []
  }

  /// What a task waits for.
  public struct Link: Hashable, Sendable {
    /// Id of the predecessor.
    public var predecessor: String
    /// Which dates are tied together.
    public var type: LinkType
    /// The lag in minutes; nil when the document states none.
    public var lag: Int32?
  }
}

/// What became of a Gantt XML document that was read.
public struct GanttReading: Hashable, Sendable {
  /// What the document states; nil exactly when there is an error among the problems.
  public let file: GanttFile?
  /// The problems in the order they were found; at most twenty of each kind are listed.
  public let problems: [MSPDIProblem]
}

extension GanttXML {
  /// Reads a document.
  ///
  /// The reader is safe with bytes from anywhere: nothing is loaded, a document type is refused at
  /// its first word, and depth, attributes, names, texts and memory are bounded as in
  /// `MSPDIReader`. Unknown elements and attributes are passed over; a task without an id or without
  /// dates is left out with a warning, and so is a value that is not understood.
  ///
  /// - Complexity: O(bytes) time; the memory of the result and some hundred kilobytes.
  public static func read(_ bytes: [UInt8]) -> GanttReading {
    if !DocumentStart.looksLikeXML(bytes) {
      var problems = ProblemList()
      let isEmpty = DocumentStart.letters(bytes).isEmpty
      problems.add(.error, isEmpty ? .empty : .notXML, line: 0)
      return GanttReading(file: nil, problems: problems.all)
    }
    return GanttEvents.read(ByteSource(bytes))
  }
}
