import Planning
import SharedSystem
import Testing

@testable import Reports

@Suite("Figures")
struct FiguresTests {
  @Test(
    "thousands",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (240_000_000, "240,000,000"), (-1371, "-1,371"),
      (-100, "-100"),
    ])
  func grouped(value: Int, expected: String) { #expect(Figures.grouped(value) == expected) }

  @Test(
    "days with at most one decimal",
    arguments: [
      (0, "0"), (480, "1"), (-480, "-1"), (240, "0.5"), (479, "1.0"), (500, "1.0"), (-1200, "-2.5"),
      (10, "<0.1"), (-10, "-<0.1"), (24, "0.1"), (658_080, "1,371"),
    ])
  func days(minutes: Int, expected: String) {
    #expect(Figures.days(minutes, WorkUnits()) == expected)
  }

  @Test("signs", arguments: [("0", "0"), ("1", "+1"), ("-1", "-1"), ("<0.1", "+<0.1")])
  func signed(text: String, expected: String) { #expect(Figures.signed(text) == expected) }

  @Test(
    "durations on the clock say so",
    arguments: [("10ed", 14_400, "10ed"), ("P3M", 132_480, "92ed"), ("60d", 28_800, "60")])
  func clock(stated: String, minutes: Int32, expected: String) {
    var task = PlanTask(id: "a", name: LocalizedText("a"))
    task.duration = PlanDuration(stated)
    #expect(Figures.days(of: task, minutes: minutes, WorkUnits()) == expected)
  }

  @Test(
    "money",
    arguments: [
      (240_000_000 as Int64, "JPY", "+240,000,000 JPY", "+240,000,000 円"),
      (0, "JPY", "0 JPY", "0 円"),
      (-5, "EUR", "-5 EUR", "-5 EUR"),
    ])
  func money(amount: Int64, currency: String, english: String, japanese: String) {
    #expect(Words(.en).extra(amount, currency: currency) == english)
    #expect(Words(.ja).extra(amount, currency: currency) == japanese)
  }
}
