/// A set of levers, by their index in `Plan.levers`: at most 64.
struct LeverSet: Hashable, Sendable {
  var bits: UInt64

  init(bits: UInt64 = 0) { self.bits = bits }

  init(_ members: some Sequence<Int>) {
    bits = members.reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// The first so many levers.
  init(first count: Int) { bits = count >= 64 ? .max : (1 << UInt64(count)) - 1 }

  func contains(_ index: Int) -> Bool { bits & (1 << UInt64(index)) != 0 }
  mutating func insert(_ index: Int) { bits |= 1 << UInt64(index) }
  mutating func remove(_ index: Int) { bits &= ~(1 << UInt64(index)) }
  var isEmpty: Bool { bits == 0 }
  var count: Int { bits.nonzeroBitCount }

  func union(_ other: LeverSet) -> LeverSet { LeverSet(bits: bits | other.bits) }
  func intersection(_ other: LeverSet) -> LeverSet { LeverSet(bits: bits & other.bits) }
  func subtracting(_ other: LeverSet) -> LeverSet { LeverSet(bits: bits & ~other.bits) }
  func isSubset(of other: LeverSet) -> Bool { bits & ~other.bits == 0 }
  func isDisjoint(with other: LeverSet) -> Bool { bits & other.bits == 0 }

  /// The members in ascending order.
  var members: [Int] {
    var (rest, result) = (bits, [Int]())
    while rest != 0 {
      result.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return result
  }

  /// Every subset, the empty one first.
  var subsets: [LeverSet] {
    var result = [LeverSet()]
    result.reserveCapacity(1 << count)
    for member in members {
      let bit = UInt64(1) << UInt64(member)
      for index in result.indices { result.append(LeverSet(bits: result[index].bits | bit)) }
    }
    return result
  }
}
