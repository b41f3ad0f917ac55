import Planning
import Scheduling

/// Texts that have been understood before: plans say `60d` and `SS+10d` thousands of times.
///
/// Only a memory: what a text means is decided in `Planning`.
struct KnownTexts {
  private var durations: [String: PlanDuration] = [:]
  private var links: [String: (type: LinkType, lag: PlanTask.Lag)] = [:]
  private static let most = 10_000

  /// The duration a text means; nil when it is none.
  mutating func duration(_ text: String) -> PlanDuration? {
    if let known = durations[text] { return known }
    guard let duration = PlanDuration(text) else { return nil }
    if durations.count < KnownTexts.most { durations[text] = duration }
    return duration
  }

  /// The dependency a text means; nil when it is none.
  mutating func dependency(_ text: String) -> PlanTask.Dependency? {
    guard let space = text.utf8.firstIndex(of: UInt8(ascii: " ")) else {
      return PlanBuilder.isIdentifier(text)
        ? PlanTask.Dependency(task: text) : PlanTask.Dependency(text)
    }
    let id = String(text[..<space])
    let link = String(text[space...])
    if let known = links[link], PlanBuilder.isIdentifier(id) {
      return PlanTask.Dependency(task: id, type: known.type, lag: known.lag)
    }
    let dependency = PlanTask.Dependency(text)
    if let dependency, dependency.task == id, links.count < KnownTexts.most {
      links[link] = (dependency.type, dependency.lag)
    }
    return dependency
  }
}
