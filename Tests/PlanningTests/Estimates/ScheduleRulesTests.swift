import SharedSystem
import Testing

@testable import Planning

@Suite("Effort to time")
struct ScheduleRulesTests {
  private let rules = ScheduleRules()

  /// Months in tenths, as the published table rounds.
  private func tenths(_ rule: ScheduleRules.Rule, _ effort: Int64, _ rules: ScheduleRules) -> Int64
  {
    (rules.months(rule, effort: ThreePoint(effort * 1000)).mode + 50) / 100
  }

  @Test(
    "the table of published durations",
    arguments: [
      (100, 111, 121, 159, 113, 102, 119, 78), (500, 190, 206, 265, 189, 182, 199, 133),
      (1000, 240, 260, 330, 236, 234, 247, 168), (2000, 302, 328, 411, 295, 301, 309, 212),
      (5000, 410, 445, 550, 395, 420, 413, 287), (8000, 480, 520, 639, 459, 497, 479, 336),
    ] as [(Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64)])
  func table(
    effort: Int64, juas24: Int64, juas26: Int64, cocomo: Int64, new: Int64, modification: Int64,
    shortestCocomo: Int64, shortestJuas: Int64
  ) throws {
    func with(_ k: Int64) throws -> ScheduleRules {
      ScheduleRules(try EstimatorDefaults(overriding: ["schedule.juas.k": [k]]))
    }
    #expect(tenths(.juas, effort, try with(2400)) == juas24)
    #expect(tenths(.juas, effort, try with(2600)) == juas26)
    #expect(tenths(.cocomo2, effort, rules) == cocomo)
    // 5,000 and 8,000 PM are printed from rounded intermediate values there.
    #expect(abs(tenths(.keizaiNew, effort, rules) - new) <= 1)
    #expect(abs(tenths(.keizaiModification, effort, rules) - modification) <= 1)
    let point = ThreePoint(effort * 1000)
    let shortest = try #require(rules.shortest(.cocomo2, effort: point))
    #expect(abs((shortest + 50) / 100 - shortestCocomo) <= 1)
    let reckless = try #require(try with(2400).shortest(.juas, effort: point))
    #expect((reckless + 50) / 100 == shortestJuas)
    let isOutside = Dictionary(
      uniqueKeysWithValues: rules.results(effort: point).map { ($0.rule, $0.isOutsideData) })
    #expect(isOutside[.keizaiNew] == (effort > 1400))
    #expect(isOutside[.keizaiModification] == (effort > 800))
    #expect(isOutside[.cocomo2] == false)
  }

  @Test("66 and 36 months in person-months")
  func inverse() throws {
    let juas = try ScheduleRules(EstimatorDefaults(overriding: ["schedule.juas.k": [2400]]))
    let later = try ScheduleRules(EstimatorDefaults(overriding: ["schedule.juas.k": [2600]]))
    #expect(abs(juas.effort(.juas, months: 66_000).mode - 20_800_000) < 10_000)
    #expect(abs(later.effort(.juas, months: 66_000).mode - 16_400_000) < 50_000)
    #expect(abs(rules.effort(.cocomo2, months: 66_000).mode - 8_850_000) < 50_000)
    #expect(abs(juas.effort(.juas, months: 36_000).mode - 3_375_000) < 1_000)
    #expect(abs(later.effort(.juas, months: 36_000).mode - 2_655_000) < 5_000)
    #expect(abs(rules.effort(.cocomo2, months: 36_000).mode - 1_315_000) < 5_000)
  }

  @Test("compression: mild by COCOMO II, harsh by Putnam, nothing below their floors")
  func compression() {
    func multipliers(_ share: Int64) -> [Int64?] {
      let found = rules.effortMultipliers(ofTime: share)
      return [found.cocomo2, found.putnam]
    }
    #expect(multipliers(1000) == [1000, 1000])
    #expect(multipliers(950) == [1047, 1250])
    #expect(multipliers(900) == [1093, 1500])
    #expect(multipliers(850) == [1140, 2000])
    #expect(multipliers(800) == [1285, nil])
    #expect(multipliers(750) == [1430, nil])
    #expect(multipliers(749) == [nil, nil])
    #expect(multipliers(545) == [nil, nil])
    #expect(multipliers(1100) == [1000, 700])
    #expect(multipliers(1300) == [1000, 350])
    #expect(multipliers(1301) == [1000, nil])
  }

  @Test("phases add up to the effort")
  func phases() {
    let shares = rules.phaseShares(of: 100_000)
    #expect(shares.map(\.effort) == [12_000, 20_000, 28_000, 28_000, 12_000])
    for effort: Int64 in [0, 1, 3, 997, 123_457] {
      #expect(rules.phaseShares(of: effort).reduce(0) { $0 + $1.effort } == effort)
    }
  }

  @Test("more work never takes less time")
  func monotone() {
    for rule in ScheduleRules.Rule.allCases {
      var last: Int64 = 0
      for effort in stride(from: Int64(0), through: 30_000_000, by: 250_000) {
        let months = rules.months(
          rule, effort: ThreePoint(low: effort / 2, mode: effort, high: effort * 2))
        #expect(months.low <= months.mode && months.mode <= months.high)
        #expect(months.mode >= last)
        last = months.mode
      }
    }
  }
}
