import Planning
import Scheduling
import SharedSystem

/// Writing names, dates and prices.
extension PlanWriter {
  /// A name; nil when it is the id, which the reader takes for a missing name.
  static func name(_ name: LocalizedText, besides id: String) -> YAMLNode? {
    name == LocalizedText(id) ? nil : text(name)
  }

  /// A text: as it is, or a map of languages, Japanese and English first.
  static func text(_ text: LocalizedText) -> YAMLNode? {
    guard !text.byLanguage.isEmpty else { return text.plain.map { .text($0) } }
    let first = LocalizedText.Language.allCases.map(\.rawValue)
    let others = text.byLanguage.keys.filter { !first.contains($0) }.sorted()
    return .map(
      (first + others).compactMap { language in
        text.byLanguage[language].map { (language, .text($0)) }
      })
  }

  /// An instant that a plan reads as a start: a day when it is the beginning of one.
  static func start(_ instant: Instant) -> YAMLNode { .value(startText(instant)) }

  /// An instant that a plan reads as a finish: a day when it is the end of one.
  static func finish(_ instant: Instant) -> YAMLNode { .value(finishText(instant)) }

  static func startText(_ instant: Instant) -> String {
    guard instant.minuteOfDay == 0 else { return instant.description }
    // Only the end of the last day that a plan can name.
    if instant.date.year > lastYear { return "\(dayBefore(instant))T24:00" }
    return instant.date.description
  }

  static func finishText(_ instant: Instant) -> String {
    guard instant.minuteOfDay == 0 else { return instant.description }
    let day = dayBefore(instant)
    return day.year < firstYear ? instant.description : day.description
  }

  private static func dayBefore(_ instant: Instant) -> CivilDate { instant.date.adding(days: -1) }

  /// The years that ``PlanDate`` reads.
  private static let firstYear = 1900
  private static let lastYear = 2999

  /// A duration in its own unit.
  static func duration(_ duration: PlanDuration) -> YAMLNode { .value(duration.text) }

  /// Amounts by name, in an order of their own, then by name.
  static func amounts(_ amounts: [String: Int64], order: [String] = []) -> YAMLNode {
    let keys =
      order.filter { amounts[$0] != nil } + amounts.keys.filter { !order.contains($0) }.sorted()
    return .map(keys.map { ($0, .thousandths(amounts[$0] ?? 0)) })
  }
}
