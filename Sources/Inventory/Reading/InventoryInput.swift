import Foundation
import PlanFile
import SharedSystem

extension InventoryImport.Input {
  /// Reads a file.
  ///
  /// - Throws: why it cannot be read: it is missing, a folder, or too large.
  package init(path: String) throws(InventoryFailure) {
    func failure(_ id: String, en: String, ja: String) -> InventoryFailure {
      InventoryFailure([
        Diagnostic(
          severity: .error, id: id, file: path,
          message: LocalizedText(byLanguage: ["en": en, "ja": ja]))
      ])
    }
    let shown = Message.shown(path)
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved) else {
      throw failure(
        "not-found", en: "there is no file `\(shown)`", ja: "ファイル `\(shown)` がありません")
    }
    if attributes[.type] as? FileAttributeType == .typeDirectory {
      throw failure(
        "not-a-file", en: "`\(shown)` is a folder, not a file", ja: "`\(shown)` はフォルダーで、ファイルではありません"
      )
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw failure("unreadable", en: "`\(shown)` cannot be read", ja: "`\(shown)` を読めません")
    }
    defer { try? handle.close() }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    try self.init(handle, name: path, size: size)
  }

  /// Reads what standard input holds after what was read of it already.
  ///
  /// - Throws: that it is too large.
  package init(standardInputBeginningWith prefix: [UInt8]) throws(InventoryFailure) {
    try self.init(FileHandle.standardInput, name: "<stdin>", prefix: prefix)
  }

  private init(
    _ handle: FileHandle, name: String, size: Int = 0, prefix: [UInt8] = []
  ) throws(InventoryFailure) {
    let limit = InventoryImport.largestFile
    var bytes = prefix
    // Growing step by step would take twice the room.
    if size <= limit { bytes.reserveCapacity(size) }
    while size <= limit, bytes.count <= limit, let chunk = try? handle.read(upToCount: 1 << 20),
      !chunk.isEmpty
    {
      bytes.append(contentsOf: chunk)
    }
    guard size <= limit, bytes.count <= limit else {
      let shown = Message.shown(name)
      throw InventoryFailure([
        Diagnostic(
          severity: .error, id: "too-large", file: name,
          message: LocalizedText(byLanguage: [
            "en": "`\(shown)` is larger than \(limit >> 20) MiB",
            "ja": "`\(shown)` は \(limit >> 20) MiB を超えています",
          ]),
          advice: LocalizedText(byLanguage: [
            "en": "Maybe several smaller files, given one after the other.",
            "ja": "もしかして 小さい複数のファイルに分け、順に指定します。",
          ]))
      ])
    }
    self.init(name: name, bytes: bytes)
  }
}
