import Foundation
import Planning
import Testing

@testable import PlanFile

/// What is written must mean the same to another reader of YAML: PyYAML, where there is one.
@Suite(.enabled(if: PyYAML.isThere, "python3 with PyYAML is not installed"))
struct PyYAMLTests {
  @Test(arguments: PlanWriterTests.plans)
  func plansOfThePackage(path: String) throws {
    try expectSame([try #require(PlanReader.read(path: path).plan)])
  }

  @Test func randomPlans() throws {
    try expectSame((0..<100 as Range<UInt64>).map { RandomPlan.make(seed: $0) })
  }

  private func expectSame(_ plans: [Plan]) throws {
    let texts = plans.map { PlanWriter.text(of: $0) }
    let found = try PyYAML.trees(of: texts)
    for (text, other) in zip(texts, found) {
      let tree = try YAMLComposer.compose(
        Array(text.utf8), file: 0, hasPastedCharacters: false, valueLimit: 1_000_000)
      let own = tree.root.map { PyYAML.json($0) } ?? ""
      if own != other { Issue.record("\(own)\n\(other)\n\(text)") }
    }
    #expect(found.count == texts.count)
  }
}

/// Asking PyYAML what a text means.
enum PyYAML {
  /// Whether python3 and PyYAML are installed.
  static let isThere = (try? run("import yaml", "")) != nil

  private struct Failure: Error { let text: String }

  /// Prints, for each text, the tree with all values as texts; fails when a text of the plan is
  /// anything else to a program that gives meaning to values.
  private static let script = """
    import json, sys, yaml
    TEXTS = {'id', 'name', 'ja', 'en', 'no', 'on', 'notes', 'source', 'language', 'owner', 'module',
             'calendar', 'after', 'task', 'from', 'to', 'information', 'drivers', 'heldBy', 'apply'}
    def check(base, safe, key):
        if isinstance(base, dict):
            for (k, b), (s, v) in zip(base.items(), safe.items()):
                assert s == k, (k, s)
                check(b, v, k)
        elif isinstance(base, list):
            for b, v in zip(base, safe): check(b, v, key)
        elif key in TEXTS and not (key in ('from', 'to') and not isinstance(safe, str)):
            assert safe == base, (key, base, safe)
    for text in json.load(sys.stdin):
        base = yaml.load(text, Loader=yaml.BaseLoader)
        check(base, yaml.safe_load(text), '')
        print(json.dumps(base, separators=(',', ':')))
    """

  static func trees(of texts: [String]) throws -> [String] {
    let input = "[" + texts.map(quoted).joined(separator: ",") + "]"
    return try run(script, input).split(separator: "\n").map(String.init)
  }

  private static func run(_ script: String, _ input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (inside, outside, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = inside
    process.standardOutput = outside
    process.standardError = errors
    try process.run()
    inside.fileHandleForWriting.write(Data(input.utf8))
    try inside.fileHandleForWriting.close()
    let output = outside.fileHandleForReading.readDataToEndOfFile()
    let problem = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(text: String(decoding: problem, as: UTF8.self))
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A tree as Python's `json` writes it.
  static func json(_ value: Value) -> String {
    switch value.kind {
    case .list: return "[" + value.children.map { json($0) }.joined(separator: ",") + "]"
    case .map:
      var fields: [String] = []
      var children = value.children
      while let key = children.next(), let value = children.next() {
        fields.append(json(key) + ":" + json(value))
      }
      return "{" + fields.joined(separator: ",") + "}"
    default: return quoted(value.text ?? "")
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x08: result += "\\b"
      case 0x0C: result += "\\f"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
