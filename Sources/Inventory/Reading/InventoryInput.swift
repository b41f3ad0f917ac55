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
    let limit = InventoryImport.largestFile
    var bytes: [UInt8] = []
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw failure("unreadable", en: "`\(shown)` cannot be read", ja: "`\(shown)` を読めません")
    }
    defer { try? handle.close() }
    while let chunk = try? handle.read(upToCount: 1 << 20), !chunk.isEmpty {
      bytes.append(contentsOf: chunk)
      guard bytes.count <= limit else {
        throw failure(
          "too-large", en: "`\(shown)` is larger than \(limit >> 20) MiB",
          ja: "`\(shown)` は \(limit >> 20) MiB を超えています")
      }
    }
    self.init(name: path, bytes: bytes)
  }
}
