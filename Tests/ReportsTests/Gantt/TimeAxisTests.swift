import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Time axis")
struct TimeAxisTests {
  private func axis(
    _ first: String, _ last: String, width: Int = 28_000, _ words: Words = Words(.ja)
  ) throws -> (axis: TimeAxis, scale: TimeScale) {
    let scale = TimeScale(
      try SamplePlan.day(first), try SamplePlan.day(last), left: 10_000, right: 10_000 + width)
    return (TimeAxis(scale, words), scale)
  }

  @Test("fiscal years begin in April, in both languages")
  func fiscalYears() throws {
    let japanese = try axis("2027-11-15", "2030-06-01").axis.tiers[0]
    #expect(japanese.unit == .fiscalYears(1))
    #expect(japanese.cells.map(\.text) == ["2027年度", "2028年度", "2029年度", "2030年度"])
    #expect(
      japanese.cells.map { "\($0.start)" } == [
        "2027-04-01", "2028-04-01", "2029-04-01", "2030-04-01",
      ])
    let english = try axis("2027-11-15", "2030-06-01", Words(.en)).axis.tiers[0]
    #expect(english.cells.map(\.text) == ["FY2027", "FY2028", "FY2029", "FY2030"])
  }

  @Test(
    "units follow the scale",
    arguments: [
      ("2026-04-01", "2026-06-20", [.fiscalYears(1), .month, .day]),
      ("2026-04-01", "2027-03-31", [.fiscalYears(1), .month, .week]),
      ("2023-07-01", "2029-09-01", [.fiscalYears(1), .year, .month]),
      ("2023-07-01", "2033-09-01", [.fiscalYears(1), .year, .quarter]),
      ("2000-07-01", "2033-09-01", [.fiscalYears(1), .year]),
      ("1900-04-01", "2000-04-01", [.fiscalYears(5)]),
      ("1900-04-01", "2999-12-31", [.fiscalYears(50)]),
    ] as [(String, String, [TimeAxis.Unit])])
  func units(first: String, last: String, units: [TimeAxis.Unit]) throws {
    #expect(try axis(first, last).axis.tiers.map(\.unit) == units)
  }

  @Test(
    "units lie side by side over the whole axis, begin on their day and hold their names",
    arguments: [
      ("2026-04-03", "2026-04-17"), ("2026-12-30", "2027-05-02"), ("2026-02-27", "2028-01-01"),
      ("2023-07-01", "2029-09-01"), ("2016-01-31", "2033-09-01"), ("1999-12-31", "2049-09-01"),
      ("1901-01-01", "2998-01-01"),
    ], [900, 9_000, 30_000])
  func tiling(days: (String, String), width: Int) throws {
    for words in [Words(.ja), Words(.en)] {
      let (axis, scale) = try axis(days.0, days.1, width: width, words)
      for tier in axis.tiers {
        #expect(tier.cells.first?.left == scale.left && tier.cells.last?.right == scale.right)
        for (cell, next) in zip(tier.cells, tier.cells.dropFirst()) {
          #expect(cell.right == next.left && cell.start < next.start)
          #expect(next.left == scale.x(Instant(next.start)))
          #expect(next.start.day == 1 || tier.unit == .week || tier.unit == .day)
        }
        for cell in tier.cells {
          #expect(
            TextLength.of(cell.text, size: TimeAxis.textSize) <= max(0, cell.right - cell.left))
        }
      }
    }
  }

  @Test("all months of a row have the same kind of name")
  func kinds() throws {
    let months = try axis("2023-07-01", "2028-07-01", width: 26_000).axis.tiers[2].cells
    #expect(Set(months.map { $0.text.contains("月") }).count == 1)
    #expect(months.allSatisfy { !$0.text.isEmpty })
  }

  @Test("a month cut by the edge has no bare number beside months with names")
  func edges() throws {
    for words in [Words(.ja), Words(.en)] {
      let months = try axis("2026-08-31", "2027-01-03", words).axis.tiers[1].cells.map(\.text)
      #expect(
        months.first == ""
          && months.dropFirst().allSatisfy { $0.isEmpty || !$0.allSatisfy(\.isNumber) })
      #expect(months.contains(words.pick("Sep 2026", "2026年9月")))
    }
  }

  @Test("the scale is linear and knows its edges")
  func scale() throws {
    let scale = TimeScale(
      try SamplePlan.day("2026-04-01"), try SamplePlan.day("2026-04-11"), left: 100, right: 1_100)
    #expect(scale.x(try SamplePlan.day("2026-04-01")) == 100)
    #expect(scale.x(try SamplePlan.day("2026-04-06")) == 600)
    #expect(scale.x(try SamplePlan.day("2026-03-31")) == 0)
    #expect(scale.clamped(try SamplePlan.day("2026-03-31")) == 100)
    #expect(scale.clamped(try SamplePlan.day("2027-01-01")) == 1_100)
    #expect(scale.lastDay.description == "2026-04-10")
  }
}
