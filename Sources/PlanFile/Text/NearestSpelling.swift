/// Finds the word that was probably meant, for "Maybe …" in messages.
///
/// Distance: restricted Damerau–Levenshtein (optimal string alignment) on UTF-8 bytes: insertions,
/// deletions, substitutions and swaps of neighbours. Source: F. Damerau, "A technique for computer
/// detection and correction of spelling errors", CACM 7 (1964).
struct NearestSpelling {
  /// Comparisons that may still be made: a file full of errors must not take forever.
  private var budget: Int
  private static let longest = 64

  /// Makes a finder that gives up after so many comparisons.
  init(budget: Int = ReadingLimits.spellingComparisons) { self.budget = budget }

  /// The nearest candidate within a third of the word's length, at least 1 and at most 3 edits;
  /// the first of several; nil when there is none.
  ///
  /// - Complexity: O(candidates · length · 3) time, O(length) space.
  mutating func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let bytes = Array(word.utf8)
    guard !bytes.isEmpty, bytes.count <= NearestSpelling.longest, budget > 0 else { return nil }
    var limit = max(1, min(3, bytes.count / 3))
    var best: String?
    for candidate in candidates {
      guard candidate.utf8.count <= NearestSpelling.longest,
        abs(candidate.utf8.count - bytes.count) <= limit
      else { continue }
      budget -= 1
      guard budget >= 0 else { return best }
      let other = Array(candidate.utf8)
      guard let distance = NearestSpelling.distance(bytes, other, limit: limit) else { continue }
      if distance == limit, best.map({ $0 <= candidate }) ?? false { continue }
      best = candidate
      limit = distance
    }
    return best
  }

  /// The distance of two words without regard to ASCII case; nil when it is greater than `limit`.
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, leftByte) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      var smallest = row + 1
      for (column, rightByte) in right.enumerated() {
        let isSame = lower(leftByte) == lower(rightByte)
        var cost = min(
          last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, lower(leftByte) == lower(right[column - 1]),
          lower(left[row - 1]) == lower(rightByte)
        {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
        smallest = min(smallest, cost)
      }
      if smallest > limit { return nil }
      beforeLast = last
      last = current
    }
    guard let distance = last.last, distance <= limit else { return nil }
    return distance
  }
}
