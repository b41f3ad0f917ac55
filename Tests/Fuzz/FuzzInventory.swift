import Foundation
import Inventory
import PlanFile
import SharedSystem

/// The importers of inventories: what is accepted makes a plan that reads without an error.
enum FuzzInventory {
  /// A folder of this process for the plans that are made.
  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("bunri-fuzz-\(ProcessInfo.processInfo.processIdentifier)").path

  /// Imports an input in a format and reads the plan it makes.
  static func check(_ bytes: [UInt8], as format: InventoryFormat) {
    var options = InventoryOptions()
    options.format = format
    let settings = InventoryImport.NewPlanSettings(
      start: "2027-04-01", name: "fuzz", language: .en)
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do throws(InventoryFailure) {
      let done = try InventoryImport(
        [InventoryImport.Input(name: "fuzz.\(format.rawValue)", bytes: bytes)], into: folder,
        options, settings)
      try done.write()
    } catch {
      require(!error.diagnostics.isEmpty, "a failure says why")
      require(
        !FileManager.default.fileExists(atPath: folder), "a failure leaves no files behind")
      return
    }
    let reading = PlanReader.read(path: folder)
    let words = reading.diagnostics.prefix(3).map { $0.text(in: .en) }.joined(separator: "\n")
    require(reading.plan != nil, "what was imported does not read:\n\(words)")
  }
}
