public import Planning
public import SharedSystem

/// Microsoft Project's XML format (MSPDI), as Project 2010 and later read it.
///
/// What is written is what a plan states (tasks, links, constraints, calendars, owners and teams with
/// their assignments, progress, baselines, costs) together with the dates it was scheduled to, so that
/// a program which recalculates it arrives at the same dates. What the format says differently is
/// kept in custom fields beside it, from which `MSPDIImport` gives back the plan itself.
/// The same schedule always gives the same bytes: no clock and no machine name goes in.
///
/// It is a file for programs that plan: levers, scenarios, crash points, modes, estimates and the
/// shared system stay out, and the report counts them.
public enum MSPDI {
  /// The format's XML namespace.
  public static let namespace = "http://schemas.microsoft.com/project"

  /// What the writer may choose.
  public struct Options: Hashable, Sendable {
    /// The language of names, notes and the titles of fields.
    public var language: LocalizedText.Language
    /// Who made the file; nil leaves it out.
    public var author: String?
    /// Whether the document is checked against `mspdi-written.xsd` before it is put in place.
    public var validates = true

    /// Makes options.
    public init(language: LocalizedText.Language = .ja, author: String? = nil) {
      self.language = language
      self.author = author
    }

    var schema: XMLSchema? { validates ? .mspdi : nil }
  }

  /// Writes a schedule to a file, which appears whole or not at all.
  ///
  /// - Parameters:
  ///   - path: where to; an existing file is replaced.
  ///   - options: the language and the author.
  /// - Returns: what the format holds differently or not at all.
  /// - Throws: `XMLWriteError`; then nothing is left behind.
  /// - Complexity: O(tasks · depth + links + days of the calendars) time; memory for the plan's
  ///   tables, not for the document. A link into a summary that the format cannot hold counts once
  ///   for each task in it.
  @discardableResult
  public static func write(
    _ schedule: PlanSchedule, toFile path: String, options: Options = Options()
  ) throws(XMLWriteError) -> ExportReport {
    try CheckedDocument.write(toFile: path, options.schema) { stream in
      document(schedule, options, to: &stream)
    }
  }

  /// The bytes of a schedule's file, for standard output or for tests.
  ///
  /// - Complexity: as `write`, and the document in memory.
  public static func bytes(
    of schedule: PlanSchedule, options: Options = Options()
  ) throws(XMLWriteError) -> (bytes: [UInt8], report: ExportReport) {
    let (bytes, report) = try CheckedDocument.bytes(options.schema) { stream in
      document(schedule, options, to: &stream)
    }
    return (bytes, report)
  }

  private static func document(
    _ schedule: PlanSchedule, _ options: Options, to stream: inout XMLStream
  ) -> ExportReport {
    var document = MSPDIDocument(schedule, options)
    document.write(to: &stream)
    document.report.note(.illegalCharacter, times: stream.replacedCharacters)
    return document.report
  }
}
