import Foundation
import Inventory
import SharedSystem
import Testing

/// A folder of its own for one test, gone afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("bunri-import-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

/// Settings that depend on nothing.
let settings = InventoryImport.NewPlanSettings(start: "2027-04-01", name: "試験", language: .en)

/// A file of an inventory from text.
func input(_ text: String, _ name: String = "inventory.csv") -> InventoryImport.Input {
  InventoryImport.Input(name: name, bytes: Array(text.utf8))
}

/// Imports texts into a folder and writes.
@discardableResult
func importing(
  _ inputs: [InventoryImport.Input], into folder: String,
  _ change: (inout InventoryOptions) -> Void = { _ in }
) throws -> InventoryReport {
  var options = InventoryOptions()
  change(&options)
  let done = try InventoryImport(inputs, into: folder, options, settings)
  try done.write()
  return done.report
}

/// What a file of a folder holds; empty when it is missing.
func text(_ name: String, in folder: String) -> String {
  FileManager.default.contents(atPath: "\(folder)/\(name)").map {
    String(decoding: $0, as: UTF8.self)
  }
    ?? ""
}

/// The tables that come of texts.
func tables(
  _ inputs: [InventoryImport.Input], _ change: (inout InventoryOptions) -> Void = { _ in }
) throws -> (modules: String, couplings: String, report: InventoryReport) {
  var result = (modules: "", couplings: "", report: InventoryReport())
  try withFolder { folder in
    result.report = try importing(inputs, into: folder, change)
    result.modules = text("modules.csv", in: folder)
    result.couplings = text("couplings.csv", in: folder)
  }
  return result
}

/// A small generator of random numbers (SplitMix64), the same on every machine.
struct Random: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
