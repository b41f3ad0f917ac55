import SharedSystem
import Testing

@testable import Planning

@Suite("Defaults of the estimates")
struct EstimatorDefaultsTests {
  private let table = EstimatorDefaults.standard.entries

  @Test("every default has a key of its own, values in order, and words in both languages")
  func sound() {
    #expect(Set(table.map(\.key)).count == table.count)
    #expect(table.count > 90)
    for entry in table {
      #expect(entry.value.low <= entry.value.mode && entry.value.mode <= entry.value.high)
      #expect(!entry.isPositive || entry.value.low > 0, "\(entry.key)")
      #expect(entry.unit == .yesNo || entry.value.high > 0, "\(entry.key)")
      for text in [entry.name, entry.source] + [entry.note].compactMap(\.self) {
        let words = LocalizedText.Language.allCases.compactMap { text.byLanguage[$0.rawValue] }
        #expect(words.count == 2 && words.allSatisfy { !$0.isEmpty }, "\(entry.key)")
      }
    }
  }

  @Test(
    "values as they were published or judged",
    arguments: [
      ("cocomo2.A", 2_940_000, 2_940_000, 2_940_000),
      ("schedule.new.a", 2_582_900, 2_582_900, 2_582_900),
      ("schedule.modification.b", 361_600, 361_600, 361_600),
      ("interface.api", 2_000_000, 5_000_000, 12_000_000),
      ("interface.sharedTable", 3_000_000, 8_000_000, 20_000_000),
      ("strategy.clone.first", 250_000, 250_000, 250_000),
      ("juas.screens", 970_000, 1_300_000, 1_550_000),
      ("gates.rehearsals", 2_000_000, 3_000_000, 6_000_000),
      ("overhead.thirdParty", 10_000, 20_000, 40_000),
      ("migration.fixShare", 0, 100_000, 300_000),
      ("slocPerFP.cobol", 91_000_000, 91_000_000, 91_000_000),
    ] as [(String, Int64, Int64, Int64)])
  func values(key: String, low: Int64, mode: Int64, high: Int64) throws {
    let entry = try #require(EstimatorDefaults.standard.entry(key))
    #expect(EstimateLevel.allCases.map { entry.millionths($0) } == [low, mode, high])
  }

  @Test("the nominal scale factors add up to 18.97, the phases to one")
  func sums() {
    let defaults = EstimatorDefaults.standard
    func sum(_ prefix: String) -> Int64 {
      defaults.keys(beginningWith: prefix).reduce(0) { $0 + defaults.value($1).mode }
    }
    #expect(sum("cocomo2.scale.") == 18_970)
    #expect(sum("phase.") == 1000)
  }

  @Test("a plan replaces values, and the figure says so")
  func overriding() throws {
    let defaults = try EstimatorDefaults(overriding: [
      "interface.api": [1000, 2000, 3000], "schedule.new.a": [3000],
    ])
    #expect(defaults.value("interface.api") == ThreePoint(low: 1000, mode: 2000, high: 3000))
    #expect(defaults.figure("interface.api").origin == .overridden(key: "interface.api"))
    #expect(defaults.figure("interface.batchFile").origin == .standard(key: "interface.batchFile"))
    #expect(defaults.millionths("schedule.new.a") == 3_000_000)
    #expect(defaults.entries.filter(\.isOverridden).count == 2)
  }

  @Test(
    "wrong values are refused",
    arguments: [
      ("interface.apii", [1], .unknownKey("interface.apii", maybe: "interface.api")),
      ("zzz", [1], .unknownKey("zzz", maybe: nil)),
      ("interface.api", [], .wrongCount(key: "interface.api", count: 0)),
      ("interface.api", [1, 2], .wrongCount(key: "interface.api", count: 2)),
      ("interface.api", [3, 2, 5], .notInOrder(key: "interface.api")),
      (
        "interface.api", [-1],
        .outOfRange(key: "interface.api", unit: .personMonths, isPositive: false)
      ),
      (
        "functionPoints.perPersonMonth", [0, 1, 2],
        .outOfRange(
          key: "functionPoints.perPersonMonth", unit: .functionPointsPerPersonMonth,
          isPositive: true)
      ),
      (
        "choose.retire", [500],
        .outOfRange(key: "choose.retire", unit: .yesNo, isPositive: false)
      ),
      (
        "interface.api", [Int64.max],
        .outOfRange(key: "interface.api", unit: .personMonths, isPositive: false)
      ),
    ] as [(String, [Int64], EstimatorDefaultsError)])
  func errors(key: String, values: [Int64], expected: EstimatorDefaultsError) {
    #expect(throws: expected) { try EstimatorDefaults(overriding: [key: values]) }
    #expect(EstimatorDefaults.errors(overriding: [key: values, "aaa": [1]]).count == 2)
    #expect(expected.key == key)
    for language in LocalizedText.Language.allCases {
      #expect(expected.message.text(in: language).contains("`\(key)`"))
      #expect(expected.message.byLanguage[language.rawValue] != nil)
    }
  }
}
