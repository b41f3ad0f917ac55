import Planning

/// Asks what somebody probably meant to write, until it has cost enough: a file full of errors must
/// not take forever.
struct SpellingBudget {
  private var comparisons: Int

  /// Makes a budget of so many comparisons of words.
  init(comparisons: Int = ReadingLimits.spellingComparisons) { self.comparisons = comparisons }

  /// The candidate closest to a word; the first of several; nil when none is close or the budget is
  /// used up.
  ///
  /// - Complexity: O(candidates + candidates of a similar length · length²).
  mutating func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let length = word.utf8.count
    guard length <= ReadingLimits.repairedCharacters, comparisons > 0 else { return nil }
    let similar = candidates.filter { abs($0.utf8.count - length) <= max(1, length / 3) }
    comparisons -= similar.count
    return NearestSpelling.of(word, among: similar)
  }
}
