/// Finding what somebody probably meant to write.
public enum NearestSpelling {
  /// The candidate closest to a misspelt word; nil when none is close.
  ///
  /// Close means at most one edit in three characters (insertion, deletion, substitution,
  /// transposition of neighbours), and at least a shared beginning or a distance of two. Ties go
  /// to the first candidate.
  ///
  /// - Complexity: O(candidates · length²) time, O(length) space.
  /// - Source: F. J. Damerau, "A technique for computer detection and correction of spelling
  ///   errors", CACM 7 (1964), in the restricted form (optimal string alignment).
  public static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(longest))
    let allowed = max(1, min(wanted.count, longest) / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(longest))
      if abs(other.count - wanted.count) > allowed { continue }
      let found = distance(wanted, other)
      if found <= allowed, found < best?.distance ?? Int.max { best = (found, candidate) }
    }
    return best?.candidate
  }

  private static let longest = 64

  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 1..<(first.count + 1) {
      var current = [row]
      for column in 1..<(second.count + 1) {
        let isSame = first[row - 1] == second[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}
