import Foundation
import Inventory
import PlanFile
import SharedSystem
import Testing

@Suite("Graphs, matrices and relations")
struct GraphTests {
  @Test("an adjacency matrix: the row uses the column")
  func matrix() throws {
    let result = try tables([input(Samples.matrix)])
    #expect(result.report.sources[0].format == .matrix)
    #expect(
      result.couplings == """
        from,to,kind,notes
        sales,billing,table,
        billing,metering,table,weight: 3
        metering,sales,api,

        """)
    let reversed = try tables([input(Samples.matrix)]) { $0.direction = .reversed }
    #expect(reversed.couplings.contains("billing,sales,table"))
  }

  @Test(
    "relations of a CMDB by their types",
    arguments: [
      ("Depends on::Used by", "p", "c"), ("Runs on::Runs", "p", "c"),
      ("Hosts::Hosted on", "c", "p"),
      ("Used by::Depends on", "c", "p"), ("利用する", "p", "c"), ("提供する", "c", "p"),
      ("Frobs", "p", "c"),
    ])
  func relations(type: String, from: String, to: String) throws {
    let result = try tables([input("Parent,Type,Child\np,\(type),c\n")])
    #expect(result.report.sources[0].format == .cmdb)
    #expect(result.couplings == "from,to,kind,source\n\(from),\(to),table,\(type)\n")
    #expect(
      result.report.remarks.contains { $0.kind == "unknown-relation" } == (type == "Frobs"))
    let told = try tables([input("Parent,Type,Child\np,\(type),c\nq,x,r\n")]) {
      _ = $0.add(relation: "\(type)=skip")
    }
    #expect(told.couplings == "from,to,kind,source\nq,r,table,x\n")
  }

  @Test("what contains is a group")
  func containment() throws {
    let text = "Parent,Type,Child\nsystems,Contains::Contained by,a\na,Uses::Used by,b\n"
    let result = try tables([input(text)])
    #expect(result.modules == "id,name,group\na,a,systems\nb,b,\n")
  }

  @Test("ArchiMate: types, directions, languages, properties, groups")
  func archimate() throws {
    let result = try tables([input(Samples.archimate, "model.xml")])
    #expect(result.report.sources[0].format == .archimate)
    #expect(
      result.modules == """
        id,name.ja,name.en,group,size.kloc
        id-1,営業 & 料金,Sales,営業系,12
        id-2,顧客,,,
        id-3,検針,,,
        id-6,謎,,,

        """)
    #expect(
      result.couplings == """
        from,to,kind,source
        id-1,id-2,table,Access
        id-1,id-3,api,Serving
        id-1,id-3,file,Flow: 検針値
        id-6,id-1,table,Entangles

        """)
    let kinds = result.report.remarks.map(\.kind)
    #expect(kinds.contains("left-out") && kinds.contains("unknown-relation"))
  }

  @Test("GraphML: labels of yEd, keys, nested graphs")
  func graphML() throws {
    let result = try tables([input(Samples.graphML, "graph.graphml")])
    let rows = result.modules.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", maxSplits: 1)
    }
    #expect(rows.map { $0[1] } == ["営業,,COBOL", "検針,配電系,"])
    #expect(rows.allSatisfy { $0[0].hasPrefix("m-") })
    #expect(result.couplings.hasSuffix("table,weight: 5\n"))
  }

  @Test(
    "control characters and other systems' line breaks in ids, names and attributes are spaces",
    arguments: ["&#x7F;", "&#x85;", "&#x9F;", "&#x2028;", "&#x2029;", "&#x9;"])
  func controlCharacters(_ control: String) throws {
    let graph = """
      <graphml><key id="d0" attr.name="lang\(control)uage" for="node"/>
      <graph><node id="a\(control)1"><data key="d0">COB\(control)OL</data></node>
      <node id="\(control)"/><node id="\(control)b"/>
      <edge source="a\(control)1" target="\(control)b"/></graph></graphml>
      """
    let model = """
      <model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"><elements>
      <element identifier="a\(control)1" xsi:type="ApplicationComponent"/>
      <element identifier="\(control)b" xsi:type="ApplicationComponent"><name>b\(control)</name></element>
      </elements><relationships>
      <relationship source="a\(control)1" target="\(control)b" xsi:type="Serving"/>
      </relationships></model>
      """
      .replacing("<model ", with: "<model xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ")
    for (name, document) in [("a.graphml", graph), ("a.xml", model)] {
      try withFolder { folder in
        let report = try importing([input(document, name)], into: folder)
        #expect(
          report.modules.added.count == 2 && report.couplings.added.count == 1, "\(name) \(control)"
        )
        let reading = PlanReader.read(path: folder)
        #expect(
          reading.diagnostics.isEmpty, "\(name) \(reading.diagnostics.first?.text(in: .en) ?? "")")
        #expect(text("modules.csv", in: folder).contains(",a 1"))
      }
    }
  }

  @Test("ArchiMate: an element without id, names in other languages, relationships without ends")
  func archimateWithoutIDs() throws {
    let model = """
      <model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><elements>
      <element xsi:type="ApplicationComponent"><name xml:lang="de">Vertrieb</name></element>
      <element identifier="id-1" xsi:type="ApplicationComponent">
        <name xml:lang="de">Vertrieb</name><name xml:lang="en">Sales</name></element>
      <element identifier="id-2" xsi:type="ApplicationComponent"><name>検針</name></element>
      </elements><relationships>
      <relationship sourse="id-1" xsi:type="Composition"/>
      <relationship source="id-1" target="id-1" xsi:type="Composition"/>
      <relationship source="id-1" xsi:type="Flow"/>
      <relationship source="id-1" target="id-2" xsi:type="Composition"/>
      </relationships></model>
      """
    try withFolder { folder in
      let report = try importing([input(model, "a.xml")], into: folder)
      let table = text("modules.csv", in: folder)
      #expect(table == "id,name,group\nvertrieb,Vertrieb,\nid-1,Sales,\nid-2,検針,Sales\n")
      #expect(report.rejections.count == 2)
      #expect(
        report.rejections.allSatisfy {
          $0.reason.text(in: .en) == "a relationship without source or target"
        })
      #expect(try importing([input(model, "a.xml")], into: folder).isUnchanged)
    }
  }

  @Test("DOT: chains, ports, clusters, subgraphs as ends, comments, several files")
  func dot() throws {
    let result = try tables([
      input(Samples.dot, "a.dot"), input("digraph { \"a.jar\" -> sales }", "b.dot"),
    ])
    #expect(
      result.modules == """
        id,name,group,size.kloc
        sales,営業,営業系,12
        billing,billing,営業系,
        c.jar,c.jar,,
        x,x,,
        y,y,,
        z,z,q,
        w,w,q,
        a.jar,a.jar,,
        b.jar-java.base,b.jar (java.base),,

        """)
    #expect(
      result.couplings == """
        from,to,kind,source
        sales,billing,api,api x
        billing,c.jar,api,api x
        x,w,table,
        x,z,table,
        y,w,table,
        y,z,table,
        a.jar,b.jar-java.base,table,
        a.jar,sales,table,

        """)
    #expect(result.report.rejections.isEmpty)
  }

  @Test("an undirected graph couples both ways")
  func undirected() throws {
    let result = try tables([input("graph { a -- b }", "g.dot")])
    #expect(result.couplings == "from,to,kind\na,b,table\nb,a,table\n")
  }

  @Test("node-link graphs, with ids and with places")
  func nodeLink() throws {
    let result = try tables([input(Samples.nodeLink, "g.json")])
    #expect(result.modules == "id,name,size.kloc\na,営業,12\nb,\u{1F600}料金,\n")
    #expect(result.couplings == "from,to,kind,notes\na,b,api,value: 3\na,b,table,\n")
  }

  @Test("entities and use cases of Service Cutter, in one file or two")
  func serviceCutter() throws {
    let result = try tables([
      input(Samples.entities, "erd.json"), input(Samples.useCases, "uc.json"),
    ])
    #expect(
      result.couplings == """
        from,to,kind,source
        cargo,voyage,table,AGGREGATION
        book,cargo,table,writes
        book,voyage,table,reads

        """)
  }

  @Test("dependency-cruiser")
  func cruiser() throws {
    let text = #"{"modules":[{"source":"src/a.js","dependencies":[{"resolved":"src/b.js"}]}]}"#
    #expect(
      try tables([input(text, "d.json")]).couplings == "from,to,kind\nsrc-a.js,src-b.js,code\n")
  }

  @Test(
    "hostile files end with a diagnostic and write nothing",
    arguments: [
      ("a.xml", "document-type", Samples.bomb), ("a.graphml", "xml", "<graphml><graph>"),
      ("b.xml", "not-this-format", "<archimate/>"),
      ("deep.graphml", "too-deep", "<graphml>" + String(repeating: "<graph>", count: 200)),
      ("deep.dot", "too-deep", "digraph " + String(repeating: "{", count: 5000)),
      ("open.dot", "dot", "digraph { \"a -> b"), ("wrong.dot", "dot", "digraph { a -> ; }"),
      ("empty.csv", "empty-file", "\n \n"),
      ("quote.csv", "table", "name,notes\na,\"b\nc\n"),
      ("x.json", "json", "{\"a\": 1}"), ("none.csv", "no-header", "1,2,3,4,5,6\n7,8,9,1,2,3\n"),
      ("only.csv", "nothing-imported", "名称,規模\n,\n"),
    ])
  func hostile(name: String, id: String, text: String) throws {
    try withFolder { folder in
      let failure = #expect(throws: InventoryFailure.self) {
        try importing([input(text, name)], into: folder)
      }
      let diagnostic = try #require(failure?.diagnostics.first)
      #expect(diagnostic.id == id)
      #expect(diagnostic.file == name)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test("deeply nested JSON ends")
  func deepJSON() throws {
    let text = "{\"nodes\": " + String(repeating: "[", count: 100_000)
    #expect(throws: InventoryFailure.self) { try tables([input(text, "deep.json")]) }
  }
}
