/// Which levers need or exclude which, in sets of indices.
struct LeverRules: Sendable {
  /// By lever, the levers it cannot be applied without; nil: one of them does not exist.
  let requires: [LeverSet?]
  /// By lever, the levers it cannot be combined with, whichever of the two says so.
  let excludes: [LeverSet]

  /// - Complexity: O(levers + rules).
  init(_ levers: [Lever]) {
    let index = Dictionary(
      levers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    requires = levers.map { lever in
      let needed = lever.requires.map { index[$0] }
      return needed.contains(nil) ? nil : LeverSet(needed.compactMap { $0 })
    }
    var excludes = [LeverSet](repeating: LeverSet(), count: levers.count)
    for (own, lever) in levers.enumerated() {
      for other in lever.excludes.compactMap({ index[$0] }) {
        excludes[own].insert(other)
        excludes[other].insert(own)
      }
    }
    self.excludes = excludes
  }

  /// Whether the levers of a set can be applied together.
  func allow(_ set: LeverSet) -> Bool {
    set.members.allSatisfy { lever in
      guard let needed = requires[lever] else { return false }
      return needed.isSubset(of: set) && excludes[lever].isDisjoint(with: set)
    }
  }

  /// Whether nothing speaks against the part of a set that lies in `scope`: what lies outside is not
  /// known yet.
  func mayAllow(_ set: LeverSet, within scope: LeverSet) -> Bool {
    set.members.allSatisfy { lever in
      guard let needed = requires[lever] else { return false }
      return needed.intersection(scope).isSubset(of: set) && excludes[lever].isDisjoint(with: set)
    }
  }

  /// A lever with all that it needs, directly or through others; nil when that cannot be applied.
  func closure(of lever: Int) -> LeverSet? {
    var result = LeverSet([lever])
    var pending = [lever]
    while let next = pending.popLast() {
      guard let needed = requires[next] else { return nil }
      for other in needed.subtracting(result).members {
        result.insert(other)
        pending.append(other)
      }
    }
    return allow(result) ? result : nil
  }
}
