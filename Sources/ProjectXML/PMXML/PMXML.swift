public import Planning
public import SharedSystem

/// The XML format of Primavera P6 (PMXML, `APIBusinessObjects`).
///
/// Summaries become the work breakdown structure, tasks and milestones activities with the dates they
/// were scheduled to, links relationships. P6 knows no links with summaries, no deadlines and one
/// lag calendar for a whole project: what is held differently is counted in the report.
///
/// Elements stand in the order of P6's own schema: alphabetically within each object. The schema
/// that documents are checked against, `pmxml-written.xsd`, states what is written here.
public enum PMXML {
  /// The format's XML namespace; P6 of this version and later takes it.
  public static let namespace = "http://xmlns.oracle.com/Primavera/P6/V19.12/API/BusinessObjects"

  /// What the writer may choose.
  public struct Options: Hashable, Sendable {
    /// The language of names.
    public var language: LocalizedText.Language
    /// Whether the document is checked before it is put in place.
    public var validates: Bool

    /// Makes options.
    public init(language: LocalizedText.Language = .ja, validates: Bool = true) {
      self.language = language
      self.validates = validates
    }

    var schema: XMLSchema? { validates ? .pmxml : nil }
  }

  /// Writes a schedule to a file, which appears whole, valid or not at all.
  ///
  /// - Parameters:
  ///   - path: where to; an existing file is replaced.
  ///   - options: the language, and whether the document is checked.
  /// - Returns: what the format holds differently or not at all.
  /// - Throws: `XMLWriteError`; then nothing is left behind.
  /// - Complexity: O(tasks · depth + links + days of the calendars) time; a link with a summary
  ///   counts once for each task in it, one between two summaries once for each pair.
  @discardableResult
  public static func write(
    _ schedule: PlanSchedule, toFile path: String, options: Options = Options()
  ) throws(XMLWriteError) -> ExportReport {
    try CheckedDocument.write(toFile: path, options.schema) { stream in
      document(schedule, options, to: &stream)
    }
  }

  /// The bytes of a schedule's document, for standard output or for tests.
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
    var document = PMXMLDocument(schedule, options.language)
    document.write(to: &stream)
    document.report.note(.illegalCharacter, times: stream.replacedCharacters)
    return document.report
  }
}
