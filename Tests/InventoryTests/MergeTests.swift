import Foundation
import Inventory
import PlanFile
import Planning
import Testing

@Suite("Merging into a plan")
struct MergeTests {
  private let systems = "ID,システム名,規模(KL),分割後の所有\nA,営業,10,小売\nB,料金,20,送配電\nC,会計,,\n"
  private let interfaces = "IF-ID,利用元,利用先,方式\nIF1,営業,料金,API\nIF2,営業,料金,API\nIF3,料金,会計,HULFT\n"

  @Test("importing again changes nothing, in whatever order the rows are")
  func idempotence() throws {
    try withFolder { folder in
      try importing([input(systems), input(interfaces, "if.csv")], into: folder)
      let before = ["plan.yaml", "modules.csv", "couplings.csv"].map { text($0, in: folder) }
      #expect(!before.contains(""))
      #expect(PlanReader.read(path: folder).diagnostics.isEmpty)
      var lines = systems.split(separator: "\n")
      lines[1...].reverse()
      let report = try importing(
        [input(interfaces, "if.csv"), input(lines.joined(separator: "\r\n"))], into: folder)
      #expect(report.isUnchanged)
      #expect(report.modules.unchanged == 3)
      #expect(report.couplings.unchanged == 3)
      #expect(["plan.yaml", "modules.csv", "couplings.csv"].map { text($0, in: folder) } == before)
    }
  }

  /// A module that is known only from a rejected row would be there the first time and unknown the
  /// second.
  @Test("rejected couplings make no modules")
  func rejected() throws {
    try withFolder { folder in
      let relations = "Parent,Type,Child\nbilling,uses,Billing\n"
      #expect(throws: InventoryFailure.self) { try importing([input(relations)], into: folder) }
      #expect(text("modules.csv", in: folder).isEmpty)
      let report = try importing([input(relations + "portal,uses,billing\n")], into: folder)
      #expect(report.rejections.map(\.kind) == ["self-coupling"])
      #expect(report.modules.added == ["portal", "billing"])
      #expect(
        try importing([input(relations + "portal,uses,billing\n")], into: folder).isUnchanged)
    }
  }

  @Test("a name that ends in a sign is another than the one without")
  func signs() throws {
    try withFolder { folder in
      let relations = "Parent,Type,Child\nportal,uses,billing\nportal,uses,portal-\n"
      for (name, text) in [
        ("a.csv", relations), ("a.dot", "digraph { portal -> billing; portal -> \"portal-\" }"),
        (
          "a.json",
          #"{"nodes": [{"id": "portal"}, {"id": "billing"}, {"id": "portal-"}], "links": [{"source":"#
            + #" "portal", "target": "portal-"}, {"source": "portal", "target": "billing"}]}"#
        ),
      ] {
        let place = "\(folder)/\(name)"
        let report = try importing([input(text, name)], into: place)
        #expect(report.rejections.isEmpty)
        #expect(report.modules.added.count == 3)
        #expect(report.couplings.added.count == 2)
        #expect(try importing([input(text, name)], into: place).isUnchanged)
      }
    }
  }

  /// A column of couplings that only modules have would make the plan unreadable.
  @Test("couplings have no columns of modules")
  func moduleColumns() throws {
    try withFolder { folder in
      let text = "from,to,keep.retail,規模\na,b,5,7\n"
      let systems = "id,name\na,A\nb,B\n"
      let report = try importing([input(systems), input(text, "if.csv")], into: folder) {
        _ = $0.add(mapping: "規模=size.kloc")
      }
      #expect(report.couplings.added.count == 1)
      #expect(report.sources[1].columns.map(\.key) == ["from", "to", nil, nil])
      #expect(PlanReader.read(path: folder).plan?.couplings.count == 1)
    }
  }

  @Test("changes, additions, rows that are gone")
  func changes() throws {
    try withFolder { folder in
      try importing([input(systems), input(interfaces, "if.csv")], into: folder)
      let changed = "ID,システム名,規模(KL),分割後の所有\nA,営業,12,小売\nB,料金,20.0,送配電\nD,顧客,5,\n"
      let report = try importing([input(changed)], into: folder)
      #expect(report.modules.changed.map(\.id) == ["A"])
      #expect(report.modules.changed.first?.fields.map(\.old) == ["10"])
      #expect(report.modules.added == ["D"])
      #expect(report.modules.unchanged == 1)
      #expect(report.modules.gone == ["C"])
      #expect(text("modules.csv", in: folder).contains("\nC,会計"))
      #expect(report.couplings.gone.isEmpty)
      let pruned = try importing([input(changed)], into: folder) { $0.prunes = true }
      #expect(pruned.modules.pruned == ["C"])
      #expect(pruned.couplings.pruned == ["B → C"])
      #expect(!text("modules.csv", in: folder).contains("会計"))
      #expect(PlanReader.read(path: folder).plan != nil)
    }
  }

  @Test("what is written by hand is compared and kept; comments too")
  func byHand() throws {
    try withFolder { folder in
      let plan = """
        # The plan of the council.
        bunri: 1
        project: {name: x, start: 2027-04-01}   # a comment
        owners: [{id: retail, name: 小売}, {id: network, name: 送配電}]
        modules:
          - {id: A, name: 営業, size: {kloc: 11}, owner: retail}
        """
      try plan.write(toFile: "\(folder)/plan.yaml", atomically: true, encoding: .utf8)
      let report = try importing([input(systems), input(interfaces, "if.csv")], into: folder)
      #expect(report.modules.byHand.map(\.id) == ["A"])
      #expect(report.modules.byHand.first?.fields.map(\.key) == ["size.kloc"])
      #expect(report.modules.added == ["B", "C"])
      #expect(
        text("plan.yaml", in: folder)
          == plan + "\nmodulesFrom: modules.csv\ncouplingsFrom: couplings.csv\n")
      #expect(
        report.outputs.first { $0.path.hasSuffix("plan.yaml") }?.lines
          == ["modulesFrom: modules.csv", "couplingsFrom: couplings.csv"])
      let read = PlanReader.read(path: folder)
      #expect(read.plan?.modules.count == 3)
      #expect(read.plan?.couplings.count == 3)
    }
  }

  @Test("columns, order and cells of the table that the importer does not know stay")
  func foreignColumns() throws {
    try withFolder { folder in
      try importing([input(systems)], into: folder)
      let edited = "\u{FEFF}name,id,keep.retail,notes\r\n料金,B,12,\"手で, 書いた\"\r\n営業,A,,\r\n"
      try edited.write(toFile: "\(folder)/modules.csv", atomically: true, encoding: .utf8)
      try importing([input(systems)], into: folder)
      #expect(
        text("modules.csv", in: folder)
          == "\u{FEFF}name,id,keep.retail,notes,owner,size.kloc\r\n料金,B,12,\"手で, 書いた\",network,20\r\n"
          + "営業,A,,,retail,10\r\n会計,C,,,,\r\n")
    }
  }

  @Test("ids of names are stable and differ")
  func ids() throws {
    let first = try tables([input("システム名\n営業オンライン\nSales Online\nA B\nA-B\nＳＡＬＥＳ２\n")]).modules
    let ids = first.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(ids.count == 5)
    #expect(Set(ids).count == 5)
    #expect(ids[1] == "sales-online")
    #expect(ids[3] == "a-b")
    #expect(ids[4] == "sales2")
    let second = try tables([input("システム名\nA-B\nＳＡＬＥＳ２\nA B\nSales Online\n営業 オンライン\n")]).modules
    #expect(
      Set(second.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }) == Set(ids))
  }

  @Test("strict imports write nothing; files that are not the plan's are not replaced")
  func nothingWritten() throws {
    try withFolder { folder in
      #expect(throws: InventoryFailure.self) {
        try importing([input(systems + ",,3,\n")], into: folder) { $0.isStrict = true }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      try "x".write(toFile: "\(folder)/modules.csv", atomically: true, encoding: .utf8)
      #expect(throws: InventoryFailure.self) { try importing([input(systems)], into: folder) }
      #expect(text("modules.csv", in: folder) == "x")
      try "bunri: 1\n".write(toFile: "\(folder)/plan.yaml", atomically: true, encoding: .utf8)
      #expect(throws: InventoryFailure.self) { try importing([input(systems)], into: folder) }
    }
  }

  @Test("owners that the plan does not have are told, not invented")
  func unknownOwners() throws {
    try withFolder { folder in
      try importing([input(systems)], into: folder)
      let report = try importing(
        [input("ID,システム名,分割後の所有\nA,営業,情報子会社\n")], into: folder)
      #expect(report.remarks.contains { $0.kind == "unknown-owner" && $0.examples == ["情報子会社"] })
      #expect(report.modules.changed.isEmpty)
    }
  }
}
