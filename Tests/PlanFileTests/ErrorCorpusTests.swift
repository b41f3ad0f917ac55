import Foundation
import Planning
import SharedSystem
import Testing

@testable import PlanFile

/// Broken plans that carry their own expectation: every line `# expect: 14:12 error[duration]` at
/// the beginning of a file is one diagnostic, in order, and there are no others; the lines
/// `# text: …` together are part of the English text.
@Suite struct ErrorCorpusTests {
  static let files = Corpus.files(in: "Errors")

  @Test func corpusIsThere() { #expect(ErrorCorpusTests.files.count >= 80) }

  @Test(arguments: files)
  func diagnosticsAreThoseExpected(file: String) throws {
    let path = Corpus.path("Errors") + "/" + file
    let header = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .prefix { $0.hasPrefix("# ") }
    let expected = header.compactMap { $0.value(after: "# expect: ") }
    let text = header.compactMap { $0.value(after: "# text: ") }.joined(separator: "\n")

    let reading = PlanReader.read(path: path)
    let found = reading.diagnostics.map {
      "\($0.line):\($0.column) \($0.severity.rawValue)[\($0.id)]"
    }
    #expect(found == expected)
    let said = reading.diagnostics.map { $0.text(in: .en) }.joined(separator: "\n")
    #expect(text.isEmpty || said.contains(text), "\(said)")
    let hasError = expected.contains { $0.contains("error[") }
    #expect((reading.plan == nil) == hasError)
  }

  @Test(arguments: files)
  func messagesAreInBothLanguages(file: String) {
    for diagnostic in PlanReader.read(path: Corpus.path("Errors") + "/" + file).diagnostics {
      #expect(diagnostic.message.byLanguage.keys.sorted() == ["en", "ja"])
      #expect(diagnostic.message.byLanguage["ja"] != diagnostic.message.byLanguage["en"])
      if let advice = diagnostic.advice {
        #expect(advice.text(in: .en).hasPrefix("Maybe "))
        #expect(advice.text(in: .ja).hasPrefix("もしかして "))
      }
      #expect(diagnostic.id.allSatisfy { $0 == "-" || $0.isLowercase })
    }
  }

  @Test func idsAreManyAndDistinct() {
    let ids = Set(
      ErrorCorpusTests.files.flatMap { file in
        PlanReader.read(path: Corpus.path("Errors") + "/" + file).diagnostics.map(\.id)
      })
    #expect(ids.count >= 40, "\(ids.sorted())")
  }
}

/// The folders of plans beside the tests.
enum Corpus {
  /// The path of a folder of plans.
  static func path(_ folder: String) -> String {
    Bundle.module.resourcePath.map { "\($0)/\(folder)" } ?? folder
  }

  /// The names of the plan files in a folder, in order.
  static func files(in folder: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
    return all.filter { $0.hasSuffix(".yaml") }.sorted()
  }
}

extension Substring {
  /// What follows a prefix; nil without the prefix.
  fileprivate func value(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
