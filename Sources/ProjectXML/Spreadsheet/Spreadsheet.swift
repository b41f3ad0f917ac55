public import Planning
public import SharedSystem

/// Tables for spreadsheets: the tasks with their dates, and the links, as CSV (RFC 4180).
///
/// UTF-8 with a byte order mark, lines end in CR LF, the separator is the comma. Dates are
/// `2029-01-04 09:00`: ISO 8601 with a space for the T (RFC 3339, 5.6), which spreadsheets take as
/// dates. Numbers are plain; flags are 1 and 0. A text that a spreadsheet would take for a formula
/// gets an apostrophe before it.
///
/// The same schedule always gives the same bytes.
public enum Spreadsheet {
  /// The two tables.
  public enum Table: String, CaseIterable, Sendable {
    case tasks, links

    /// Where the table goes when `path` was asked for: `plan.csv` means `plan-tasks.csv` and
    /// `plan-links.csv`.
    public func path(for path: String) -> String {
      let stem = path.lowercased().hasSuffix(".csv") ? String(path.dropLast(4)) : path
      return "\(stem)-\(rawValue).csv"
    }
  }

  /// Writes both tables beside each other: `plan.csv` gives `plan-tasks.csv` and
  /// `plan-links.csv`.
  ///
  /// - Returns: what the tables leave out.
  /// - Throws: `XMLWriteError.file`; a table that was there before is then untouched, unless the
  ///   very last step, putting the second table in place, fails.
  /// - Complexity: O(tasks · depth + links) time; each table in memory.
  @discardableResult
  public static func write(
    _ schedule: PlanSchedule, toFile path: String, language: LocalizedText.Language = .ja
  ) throws(XMLWriteError) -> ExportReport {
    var tables = SpreadsheetTables(schedule, language)
    let tasks = try file(tables.tasks(), Table.tasks.path(for: path))
    let links = try file(tables.links(), Table.links.path(for: path))
    try tasks.commit()
    try links.commit()
    return tables.report
  }

  /// The bytes of one table.
  ///
  /// - Complexity: as `write`.
  public static func bytes(
    of table: Table, _ schedule: PlanSchedule, language: LocalizedText.Language = .ja
  ) -> (bytes: [UInt8], report: ExportReport) {
    var tables = SpreadsheetTables(schedule, language)
    let text = table == .tasks ? tables.tasks() : tables.links()
    return (text, tables.report)
  }

  /// A file that waits to be put in place.
  private static func file(
    _ bytes: [UInt8], _ path: String
  ) throws(XMLWriteError) -> ReplacedFile {
    let file = try ReplacedFile.begin(path)
    try file.append(bytes, path)
    return file
  }
}
