/// Reads Microsoft Project's XML format (MSPDI).
///
/// The reader is liberal: elements may stand in any order, unknown ones are counted, values that
/// are not understood are left out with a warning. It is exact in what it keeps, and it is safe
/// with files from anywhere: it loads nothing but the file, refuses document types, and bounds
/// depth, texts and memory.
public enum MSPDIReader {
  /// How many bytes of a text are kept; a longer one is cut.
  public static let longestText = 1 << 18

  /// Reads a file.
  ///
  /// - Parameter path: the file; a pipe will do.
  /// - Complexity: O(bytes) time; the memory of the result and some hundred kilobytes.
  public static func read(path: String) -> MSPDIReading {
    read(ByteSource(path: path), path: path)
  }

  /// Reads bytes.
  ///
  /// - Complexity: as `read(path:)`.
  public static func read(bytes: [UInt8]) -> MSPDIReading {
    read(ByteSource(bytes), path: nil)
  }

  /// Reads standard input, of which some bytes were read already; the rest is not kept either.
  package static func readStandardInput(beginningWith prefix: [UInt8]) -> MSPDIReading {
    read(ByteSource(standardInputBeginningWith: prefix), path: "<stdin>")
  }

  /// Whether a file that begins with these bytes may be XML, in any encoding.
  ///
  /// - Parameter prefix: the first bytes; some dozens are enough.
  /// - Complexity: O(1): at most 512 bytes are looked at.
  public static func looksLikeXML(_ prefix: some Sequence<UInt8>) -> Bool {
    DocumentStart.looksLikeXML(prefix)
  }

  private static func read(_ source: consuming ByteSource, path: String?) -> MSPDIReading {
    if source.failure != 0, let path {
      return MSPDIReading(error: .cannotRead(path, reason(ofError: source.failure)))
    }
    if !DocumentStart.looksLikeXML(source.upcoming) {
      let isEmpty = DocumentStart.letters(source.upcoming).isEmpty
      return MSPDIReading(error: isEmpty ? .empty : .notXML)
    }
    return XMLEvents.read(source, path: path)
  }
}

/// What became of a file that was read.
public struct MSPDIReading: Hashable, Sendable {
  /// What the file states; nil exactly when there is an error among the problems.
  public let file: MSPDIFile?
  /// The problems in the order they were found; at most twenty of each kind are listed, the others
  /// counted.
  public let problems: [MSPDIProblem]

  init(file: MSPDIFile?, problems: [MSPDIProblem]) {
    self.file = file
    self.problems = problems
  }

  /// A file that cannot be read at all.
  init(error: ReadingMessage) {
    var list = ProblemList()
    list.add(.error, error, line: 0)
    self.init(file: nil, problems: list.all)
  }
}
