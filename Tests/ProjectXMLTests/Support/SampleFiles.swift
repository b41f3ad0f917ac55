import Foundation

/// Files on disk that tests read.
enum SampleFiles {
  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The schedules that Microsoft Project calculated; none when they are not at hand.
  static let conformance = files(
    in: package.deletingLastPathComponent().appending(path: "shared/conformance/msproject"), "xml")

  /// The files of a folder that have an extension.
  static func files(in folder: URL, _ extension: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == `extension` }.map { $0.path }.sorted()
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
