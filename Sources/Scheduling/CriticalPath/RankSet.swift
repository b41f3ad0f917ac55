/// A set of ranks that is emptied from one of its ends.
struct RankSet: Sendable {
  private var words: [UInt64]
  /// No word outside these has a bit.
  private var first: Int
  private var last: Int

  /// An empty set for ranks below `count`.
  init(count: Int) {
    words = [UInt64](repeating: 0, count: count / 64 + 1)
    (first, last) = (words.count, -1)
  }

  /// - Complexity: O(1).
  @inline(__always)
  mutating func insert(_ rank: Int) {
    let word = rank >> 6
    words[word] |= 1 << UInt64(truncatingIfNeeded: rank & 63)
    first = min(first, word)
    last = max(last, word)
  }

  /// Removes all ranks.
  ///
  /// - Complexity: O(1) and a 64th of the ranks between its ends.
  mutating func removeAll() {
    while first <= last {
      words[first] = 0
      first += 1
    }
    (first, last) = (words.count, -1)
  }

  /// Removes the lowest rank.
  ///
  /// - Complexity: O(1) and a 64th of the ranks skipped.
  @inline(__always)
  mutating func popFirst() -> Int? {
    while first <= last {
      let word = words[first]
      if word != 0 {
        words[first] = word & (word &- 1)
        return first << 6 | word.trailingZeroBitCount
      }
      first += 1
    }
    (first, last) = (words.count, -1)
    return nil
  }

  /// Removes the highest rank.
  ///
  /// - Complexity: O(1) and a 64th of the ranks skipped.
  @inline(__always)
  mutating func popLast() -> Int? {
    while last >= first {
      let word = words[last]
      if word != 0 {
        let bit = 63 - word.leadingZeroBitCount
        words[last] = word & ~(1 << UInt64(truncatingIfNeeded: bit))
        return last << 6 | bit
      }
      last -= 1
    }
    (first, last) = (words.count, -1)
    return nil
  }
}
