/// Small inventories of every format, written for these tests.
enum Samples {
  static let modules = """
    ID,システム名,規模(KL),分割後の所有,備考
    A,営業,"1,200",小売,"改行
    あり"
    B,料金,350,送配電,
    """
  static let couplings = "IF-ID,連携元,連携先,方式,工数\nI1,A,B,HULFT,3\nI2,B,A,API,\n"
  static let matrix = ",sales,billing,metering\nsales,-,○,\nbilling,,-,3\nmetering,API,×,-\n"
  static let relations = "Parent,Type,Child\nsales,Depends on::Used by,billing\n"

  static let archimate = """
    <?xml version="1.0" encoding="UTF-8"?>
    <model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="id-m">
      <name xml:lang="ja">託送</name>
      <elements>
        <element identifier="id-1" xsi:type="ApplicationComponent">
          <name xml:lang="ja">営業 &amp; 料金</name><name xml:lang="en">Sales</name>
          <properties><property propertyDefinitionRef="p1"><value>12</value></property></properties>
        </element>
        <element identifier="id-2" xsi:type="DataObject"><name xml:lang="ja">顧客</name></element>
        <element identifier="id-3" xsi:type="ApplicationComponent"><name>検針</name></element>
        <element identifier="id-4" xsi:type="BusinessActor"><name>人</name></element>
        <element identifier="id-5" xsi:type="Grouping"><name>営業系</name></element>
        <element identifier="id-6" xsi:type="Quantum"><name>謎</name></element>
      </elements>
      <relationships>
        <relationship identifier="r1" source="id-1" target="id-2" xsi:type="Access"/>
        <relationship identifier="r2" source="id-3" target="id-1" xsi:type="Serving"/>
        <relationship identifier="r3" source="id-3" target="id-1" xsi:type="Flow"><name>検針値</name></relationship>
        <relationship identifier="r4" source="id-5" target="id-1" xsi:type="Composition"/>
        <relationship identifier="r5" source="id-4" target="id-1" xsi:type="Association"/>
        <relationship identifier="r6" source="id-6" target="id-1" xsi:type="Entangles"/>
      </relationships>
      <propertyDefinitions>
        <propertyDefinition identifier="p1" type="string"><name>規模(KL)</name></propertyDefinition>
      </propertyDefinitions>
    </model>
    """

  static let graphML = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key for="node" id="d0" attr.name="言語" attr.type="string"/>
      <key for="node" id="d1" yfiles.type="nodegraphics"/>
      <key for="edge" id="d2" attr.name="weight" attr.type="double"/>
      <graph edgedefault="directed" id="G">
        <node id="n0"><data key="d0">COBOL</data>
          <data key="d1"><y:ShapeNode><y:NodeLabel>営業</y:NodeLabel></y:ShapeNode></data></node>
        <node id="n1">
          <data key="d1"><y:GroupNode><y:NodeLabel>配電系</y:NodeLabel></y:GroupNode></data>
          <graph id="n1:"><node id="n1::n0">
            <data key="d1"><y:ShapeNode><y:NodeLabel>検針</y:NodeLabel></y:ShapeNode></data></node></graph>
        </node>
        <edge source="n0" target="n1::n0"><data key="d2">5</data></edge>
      </graph>
    </graphml>
    """

  static let dot = """
    /* systems */ digraph "summary" {
      node [shape=box];
    # a line of the preprocessor
      subgraph cluster_0 { label="営業系"; sales [label="営業", kloc=12]; billing; }
      sales:p0 -> billing:f1 -> "c.jar" [label="api x", kind=api]; // a chain
      {x y} -> subgraph cluster_q { z; w } [color=red]
      "a.jar" -> "b.jar (java.base)";
    }
    """

  static let nodeLink = #"""
    {"nodes": [{"id": "a", "name": "営業", "kloc": "12"}, {"id":"b","name":"\ud83d\ude00料金"}],
     "links": [{"source": "a", "target": "b", "type": "REST", "value": 3},
       {"source":0,"target":1,"type":"db"}]}
    """#
  static let entities = """
    {"name": "s", "entities": [{"name": "Cargo", "nanoentities": ["id"]}, {"name": "Voyage"}],
     "relations": [{"origin": "Cargo", "destination": "Voyage", "type": "AGGREGATION"}]}
    """
  static let useCases = """
    {"useCases": [{"name": "Book", "nanoentitiesRead": ["Voyage.no"],
      "nanoentitiesWritten": ["Cargo.id", "Cargo.x"]}]}
    """

  /// Entities that blow up to gigabytes, and one that reads a file.
  static let bomb = """
    <?xml version="1.0"?>
    <!DOCTYPE archimate [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY f SYSTEM "file:///etc/passwd">]>
    <model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"><name>&b;&f;</name></model>
    """

  static let all: [(name: String, text: String)] = [
    ("modules.csv", modules), ("couplings.csv", couplings), ("matrix.csv", matrix),
    ("relations.csv", relations), ("model.xml", archimate), ("graph.graphml", graphML),
    ("graph.dot", dot), ("graph.json", nodeLink), ("entities.json", entities),
    ("cases.json", useCases),
  ]
}
