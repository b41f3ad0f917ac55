import Foundation

/// Reading files without being led astray: no folders, no endless devices, no more than a limit.
enum FileAccess {
  /// Why a file cannot be read.
  enum Failure: Error {
    case notFound, isFolder, notRegular, unreadable, tooLarge
  }

  /// The bytes of a file.
  ///
  /// A file that says it is too large is refused before a byte of it is read; a pipe is read up to
  /// the limit.
  ///
  /// - Parameter mustBeRegular: refuse pipes and devices, which may never end.
  static func read(
    path: String, limit: Int, mustBeRegular: Bool = false
  ) throws(Failure) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound }
    let attributes = attributes(path)
    let type = attributes?[.type] as? FileAttributeType
    let isRegular = type == .typeRegular
    if type == .typeDirectory { throw .isFolder }
    if mustBeRegular, !isRegular { throw .notRegular }
    if isRegular, let size = attributes?[.size] as? NSNumber, size.intValue > limit {
      throw .tooLarge
    }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    defer { try? handle.close() }
    return try read(handle, limit: limit)
  }

  /// Everything from standard input, of which some bytes were read already.
  static func readStandardInput(
    beginningWith prefix: [UInt8], limit: Int
  ) throws(Failure) -> [UInt8] {
    try read(.standardInput, after: prefix, limit: limit)
  }

  private static func read(
    _ handle: FileHandle, after prefix: [UInt8] = [], limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes = prefix
    while true {
      let chunk: Data?
      do {
        chunk = try handle.read(upToCount: 1 << 20)
      } catch {
        throw .unreadable
      }
      guard let chunk, !chunk.isEmpty else { return bytes }
      guard bytes.count + chunk.count <= limit else { throw .tooLarge }
      bytes.append(contentsOf: chunk)
    }
  }

  /// The path with all symbolic links followed.
  static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// Whether there is a folder at the path.
  static func isFolder(_ path: String) -> Bool {
    !path.isEmpty && attributes(path)?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func attributes(_ path: String) -> [FileAttributeKey: Any]? {
    try? FileManager.default.attributesOfItem(atPath: resolved(path))
  }
}
