import Foundation
import Inventory
import PlanFile
import SharedSystem

/// The importers of inventories: what is accepted makes a plan that reads without an error and is
/// not changed by importing the same again; what is refused leaves nothing behind.
enum FuzzInventory {
  /// A folder of this process for the plans that are made.
  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("bunri-fuzz-\(ProcessInfo.processInfo.processIdentifier)").path

  /// Imports an input in a format and reads the plan it makes.
  static func check(_ bytes: [UInt8], as format: InventoryFormat) {
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first: InventoryReport
    do throws(InventoryFailure) {
      first = try importing(bytes, format)
    } catch {
      require(!error.diagnostics.isEmpty, "a failure says why")
      for diagnostic in error.diagnostics { FuzzText.check(diagnostic) }
      if let report = error.report { checkTexts(of: report) }
      require(
        !FileManager.default.fileExists(atPath: folder), "a failure leaves no files behind")
      return
    }
    checkTexts(of: first)
    let reading = PlanReader.read(path: folder)
    for diagnostic in reading.diagnostics { FuzzText.check(diagnostic) }
    let words = reading.diagnostics.prefix(3).map { $0.text(in: .en) }.joined(separator: "\n")
    require(reading.plan != nil, "what was imported does not read:\n\(words)")
    do throws(InventoryFailure) {
      let second = try importing(bytes, format)
      require(
        second.isUnchanged,
        "importing again changes \(second.modules.changed) \(second.modules.added) "
          + "\(second.couplings.changed) \(second.couplings.added)")
    } catch {
      fatalError("cannot be imported again: \(error.diagnostics.map { $0.text(in: .en) })")
    }
  }

  private static func importing(
    _ bytes: [UInt8], _ format: InventoryFormat
  ) throws(InventoryFailure) -> InventoryReport {
    var options = InventoryOptions()
    options.format = format
    let settings = InventoryImport.NewPlanSettings(
      start: "2027-04-01", name: "fuzz", language: .en)
    let done = try InventoryImport(
      [InventoryImport.Input(name: "fuzz.\(format.rawValue)", bytes: bytes)], into: folder,
      options, settings)
    try done.write()
    return done.report
  }

  /// Every row that is not taken, and every remark, says why.
  private static func checkTexts(of report: InventoryReport) {
    for rejection in report.rejections { FuzzText.check(rejection.reason.text(in:)) }
    for remark in report.remarks { FuzzText.check(remark.text.text(in:)) }
  }
}
