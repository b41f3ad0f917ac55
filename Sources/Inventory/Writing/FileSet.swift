import Foundation
import PlanFile
import SharedSystem

/// Files that appear together or not at all: all are written beside their places, then renamed.
struct FileSet {
  private var files: [(path: String, bytes: [UInt8])] = []

  /// Adds a file.
  mutating func add(_ bytes: [UInt8], at path: String) { files.append((path, bytes)) }

  /// Writes the files.
  ///
  /// - Throws: the operating system's reason. Then nothing has changed, unless a name that could be
  ///   written beside could not be given; what was replaced before that is put back.
  func write(folder: String) throws(InventoryFailure) {
    guard !files.isEmpty else { return }
    let manager = FileManager.default
    var parts: [(part: String, place: String)] = []
    defer { for (part, _) in parts { try? manager.removeItem(atPath: part) } }
    var current = folder
    do {
      if !folder.isEmpty {
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      for (path, bytes) in files {
        current = path
        // A link stays a link: what it points at is replaced.
        let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let part = "\(place).\(ProcessInfo.processInfo.processIdentifier).part"
        try Data(bytes).write(to: URL(fileURLWithPath: part))
        parts.append((part, place))
      }
    } catch {
      throw FileSet.failure(error, current)
    }
    var replaced: [(place: String, before: Data?)] = []
    for (part, place) in parts {
      let before = manager.contents(atPath: place)
      do {
        try FileSet.move(part, to: place)
        replaced.append((place, before))
      } catch {
        for (place, before) in replaced.reversed() {
          if let before {
            try? before.write(to: URL(fileURLWithPath: place), options: .atomic)
          } else {
            try? manager.removeItem(atPath: place)
          }
        }
        throw FileSet.failure(error, place)
      }
    }
  }

  private static func move(_ part: String, to place: String) throws {
    // Replaces what is there in one step, which Foundation's ways do not promise.
    guard unsafe rename(part, place) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> InventoryFailure {
    let reason = (error as? CocoaError)?.underlyingReason ?? error.localizedDescription
    return InventoryFailure([
      Diagnostic(
        severity: .error, id: "unwritable", file: path,
        message: LocalizedText(byLanguage: [
          "en": "cannot write: \(reason)", "ja": "書き込めません: \(reason)",
        ]))
    ])
  }
}

extension CocoaError {
  /// The words of the operating system.
  fileprivate var underlyingReason: String? { underlying.map { "\($0.localizedDescription)" } }
}
