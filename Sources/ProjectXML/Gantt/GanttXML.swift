public import Planning
public import SharedSystem

/// Gantt XML: our own simple format for those who turn a schedule into something else.
///
/// One `<task>` for each bar, in the order of the outline, with everything that `bunri schedule
/// --json` says of it and the links, constraints, progress and baselines behind it. Instants are
/// `YYYY-MM-DDTHH:MM`, amounts of time whole minutes. The schema is `gantt-1.xsd`, which lies beside
/// the source and explains every attribute in English and Japanese; the namespace changes when a
/// document that was valid would no longer be.
///
/// The same schedule always gives the same bytes.
public enum GanttXML {
  /// The format's XML namespace.
  public static let namespace = "urn:bunri:gantt:1"

  /// The schema of the format, `gantt-1.xsd`, for those who check documents themselves.
  public static var schema: String { String(decoding: XMLSchema.gantt.text, as: UTF8.self) }

  /// What the writer may choose.
  public struct Options: Hashable, Sendable {
    /// The language of names and notes.
    public var language: LocalizedText.Language
    /// Whether the document is checked against the schema before it is put in place.
    public var validates: Bool

    /// Makes options.
    public init(language: LocalizedText.Language = .ja, validates: Bool = true) {
      self.language = language
      self.validates = validates
    }

    var schema: XMLSchema? { validates ? .gantt : nil }
  }

  /// Writes a schedule to a file, which appears whole, valid or not at all.
  ///
  /// - Parameters:
  ///   - path: where to; an existing file is replaced.
  ///   - options: the language, and whether the document is checked.
  /// - Returns: what the format leaves out.
  /// - Throws: `XMLWriteError`; then nothing is left behind.
  /// - Complexity: O(tasks · depth + links) time; the document is not held in memory.
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
    var document = GanttDocument(schedule, options.language)
    document.write(to: &stream)
    document.report.note(.illegalCharacter, times: stream.replacedCharacters)
    return document.report
  }
}
