import Foundation
import Planning
import SharedSystem
import Testing

@testable import Reports

@Suite("The table of defaults, told")
struct DefaultsReportTests {
  @Test("every key with its values, no line too wide", arguments: LocalizedText.Language.allCases)
  func table(language: LocalizedText.Language) {
    let text = DefaultsReport(.standard, ReportContext(language: language)).text
    let lines = text.split(separator: "\n")
    for line in lines { #expect(line.displayWidth <= 100, "\(line)") }
    for entry in EstimatorDefaults.standard.entries {
      #expect(lines.contains { $0.hasPrefix(entry.key + " ") }, "\(entry.key)")
    }
    #expect(text.contains("2.5829"))
  }

  @Test("rows as they are printed")
  func rows() throws {
    let defaults = try EstimatorDefaults(overriding: ["interface.api": [1000, 2500, 9000]])
    let text = DefaultsReport(defaults, ReportContext(language: .en)).text
    func row(_ key: String) -> String? {
      text.split(separator: "\n").first { $0.hasPrefix(key + " ") }
        .map { $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
    }
    #expect(row("interface.api") == "interface.api 1 2.5 9 * PM interface online")
    #expect(
      row("interface.batchFile") == "interface.batchFile 1 3 8 PM interface by file or batch [4]")
    #expect(text.contains("1 replaced by the plan"))
    #expect(text.contains("* replaced by the plan"))
    let plain = DefaultsReport(.standard, ReportContext(language: .en)).text
    #expect(!plain.contains("replaced"))
  }

  @Test("JSON has low, mode, high, basis and source of each")
  func json() throws {
    let document = DefaultsReport(.standard, ReportContext(language: .ja)).json.document
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    let defaults = try #require(parsed["defaults"] as? [[String: Any]])
    #expect(defaults.count == EstimatorDefaults.standard.entries.count)
    let new = try #require(defaults.first { $0["key"] as? String == "schedule.new.a" })
    #expect(new["mode"] as? Double == 2.5829)
    #expect(new["basis"] as? String == "published")
    #expect(new["overridden"] as? Bool == false)
    for entry in defaults {
      #expect(!(entry["source"] as? String ?? "").isEmpty)
      #expect(!(entry["name"] as? String ?? "").isEmpty)
    }
  }

  @Test("numbers are written without superfluous zeros")
  func decimals() {
    #expect(Figures.decimal(2_582_900, places: 6) == "2.5829")
    #expect(Figures.decimal(5_000_000, places: 6) == "5")
    #expect(Figures.decimal(-50, places: 3) == "-0.05")
    #expect(Figures.decimal(0, places: 6) == "0")
    #expect(Figures.estimated(2_731_600) == "2,732")
    #expect(Figures.estimated(46_460) == "46.5")
    #expect(Figures.estimated(438) == "0.44")
    #expect(Figures.estimated(9_996) == "10")
    #expect(Figures.estimated(99_960) == "100")
    #expect(Figures.estimated(0) == "0")
  }
}
