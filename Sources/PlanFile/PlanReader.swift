/// Reads plans: `plan.yaml` and the files it includes, or a plan given as text.
///
/// Everything that is wrong is reported at once, with file, line and column. Whatever the files
/// hold, reading ends, with bounded memory and stack. Scheduling is not part of it: that tasks wait
/// for each other in a circle comes out only in `Plan.scheduled()`, whose error becomes a
/// ``Diagnostic`` too.
///
///     let reading = PlanReader.read(path: "Plans/wheeling-2029")
///     for diagnostic in reading.diagnostics { print(diagnostic.text(in: .en)) }
///
/// - Complexity: O(bytes + tasks · depth of summaries) time, O(bytes) space.
public enum PlanReader {
  /// How many errors, and how many warnings, a reading keeps; the others are counted.
  public static let diagnosticLimit = 1000

  /// Reads the plan at a path.
  ///
  /// - Parameter path: a plan file, a folder that holds a `plan.yaml`, or `-` for standard input,
  ///   which cannot include other files.
  public static func read(path: String) -> PlanReading {
    let limit = ReadingLimits.bytesPerFile
    do throws(FileAccess.Failure) {
      if path == "-" {
        return readStandardInput(beginningWith: [])
      }
      if FileAccess.isFolder(path) { return readFolder(path) }
      let bytes = try FileAccess.read(path: path, limit: limit)
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      return read(bytes: bytes, name: path, folder: folder)
    } catch {
      return failure(.unreadable(error, path: path), name: path)
    }
  }

  /// Reads the plan on standard input, of which some bytes were read already.
  package static func readStandardInput(beginningWith prefix: [UInt8]) -> PlanReading {
    do throws(FileAccess.Failure) {
      let bytes = try FileAccess.readStandardInput(
        beginningWith: prefix, limit: ReadingLimits.bytesPerFile)
      return read(bytes: bytes, name: "<stdin>", folder: nil)
    } catch {
      return failure(.unreadable(error, path: "-"), name: "-")
    }
  }

  /// Reads a plan from bytes.
  ///
  /// - Parameters:
  ///   - bytes: what a plan file holds.
  ///   - name: what to call it in diagnostics.
  ///   - folder: where the files are that it includes; nil: it cannot include any.
  public static func read(bytes: [UInt8], name: String, folder: String? = nil) -> PlanReading {
    read(bytes: bytes, name: name, folder: folder, alwaysMakesWork: true)
  }

  /// Reads the plan of a folder for somebody who changes its tables.
  ///
  /// Whether its modules can be separated is asked only when something may name the work that
  /// follows: of a table that is being filled the answer says nothing, and it takes most of the time.
  package static func readForTables(folder path: String) -> PlanReading {
    readFolder(path, alwaysMakesWork: false)
  }

  private static func read(
    bytes: [UInt8], name: String, folder: String?, alwaysMakesWork: Bool
  ) -> PlanReading {
    var builder = PlanBuilder()
    builder.alwaysMakesWork = alwaysMakesWork
    builder.load(bytes, name: name, folder: folder.map { PlanFolder(path: $0) })
    builder.readSections()
    return builder.reading()
  }

  /// Reads a plan from text.
  ///
  /// - Parameters:
  ///   - text: what a plan file holds.
  ///   - name: what to call it in diagnostics.
  ///   - folder: where the files are that it includes; nil: it cannot include any.
  public static func read(text: String, name: String, folder: String? = nil) -> PlanReading {
    read(bytes: Array(text.utf8), name: name, folder: folder)
  }

  private static func readFolder(_ path: String, alwaysMakesWork: Bool = true) -> PlanReading {
    let folder = PlanFolder(path: path)
    let main = folder.path(of: "plan.yaml")
    do throws(FileAccess.Failure) {
      let bytes = try FileAccess.read(path: main, limit: ReadingLimits.bytesPerFile)
      return read(
        bytes: bytes, name: main, folder: path, alwaysMakesWork: alwaysMakesWork)
    } catch {
      let message: Message =
        error == .notFound ? .noPlanInFolder(path) : .unreadable(error, path: main)
      return failure(message, name: path)
    }
  }

  private static func failure(_ message: Message, name: String) -> PlanReading {
    let diagnostic = Diagnostic(
      severity: .error, id: message.id, file: name, message: message.text, advice: message.advice)
    return PlanReading(plan: nil, diagnostics: [diagnostic])
  }
}
