import Foundation
import Inventory
import PlanFile
import Planning
import Testing

@Suite("Damaged and large inventories")
struct FuzzTests {
  @Test(
    "randomly damaged files never crash, and what is imported is a sound plan", arguments: 0..<10)
  func damaged(sample: Int) throws {
    let (name, text) = Samples.all[sample]
    var random = Random(UInt64(sample) + 1)
    var failures = 0
    try withFolder { folder in
      for round in 0..<150 {
        var bytes = Array(text.utf8)
        for _ in 0...Int.random(in: 0...3, using: &random) { damage(&bytes, &random) }
        let target = "\(folder)/\(round)"
        do {
          let done = try InventoryImport(
            [InventoryImport.Input(name: name, bytes: bytes)], into: target, InventoryOptions(),
            settings)
          try done.write()
          let modules = contents(of: "\(target)/modules.csv")
          // The reader of plans learns of groups with the columns that are new in this version.
          guard !modules.contains("group") else { continue }
          let reading = PlanReader.read(path: target)
          #expect(reading.plan != nil, "\(reading.diagnostics.prefix(2)) \(modules)")
        } catch is InventoryFailure {
          failures += 1
          #expect(!FileManager.default.fileExists(atPath: target))
        }
      }
    }
    // Most damage must not be fatal, or nothing was tried.
    #expect(failures < 150)
  }

  private func contents(of path: String) -> String {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout Random) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + 10))
    case 4:
      let signs = Array("\",;\t\n<>{}[]&-:=|\\".utf8)
      bytes.insert(signs[Int.random(in: 0..<signs.count, using: &random)], at: place)
    default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 0...40, using: &random)))
    }
  }

  @Test("95,000 rows are read right")
  func large() throws {
    let count = 95_000
    var rows = "システムID,システム名,規模(KL),主管部署,備考\r\n"
    for number in 0..<count {
      rows += "S\(number),システム\(number),\"\(number % 9 + 1),000\",部\(number % 20)課,\r\n"
    }
    var edges = "利用元,利用先,方式\r\n"
    for number in 1..<20_000 { edges += "システム\(number),S\(number / 2),API\r\n" }
    try withFolder { folder in
      let files = [input(rows), input(edges, "if.csv")]
      let report = try importing(files, into: folder)
      #expect(report.modules.added.count == count)
      #expect(report.couplings.added.count == 19_998 + 1)
      #expect(report.rejections.isEmpty)
      let table = text("modules.csv", in: folder).split(separator: "\n")
      #expect(table.count == count + 1)
      #expect(table[count] == "S94999,システム94999,部19課,\((count - 1) % 9 + 1)000")
      #expect(text("couplings.csv", in: folder).hasSuffix("S19999,S9999,api\n"))
    }
  }
}
