import SharedSystem

/// Which shares of a full rebuild the owners do under a strategy.
struct StrategyShares {
  /// One share: of an owner, or done together when `owner` is nil.
  struct Share {
    var owner: Int?
    var key: String
  }

  /// The shares.
  var shares: [Share] = []
  /// The owners who get data moved; empty: no data is moved.
  var receivers: [Int] = []
  /// Whether the data is moved as it is.
  var movesDataAsItIs = false

  init(_ strategy: Module.Strategy, _ item: StrategyRules.Case, ownerCount: Int) {
    let all = Array(0..<ownerCount)
    let wanted = item.owner.map { [$0] } ?? all
    switch strategy {
    case .clone:
      let first = item.holders.first { wanted.contains($0) } ?? wanted.first
      shares = wanted.map {
        Share(owner: $0, key: $0 == first ? "strategy.clone.first" : "strategy.clone.second")
      }
      shares.append(Share(owner: nil, key: "strategy.clone.prune"))
      receivers = wanted
    case .keep, .logical, .retire:
      shares = [Share(owner: item.owner, key: "strategy.\(strategy.rawValue)")]
    case .rebuild, .replatform, .package:
      // Of several owners one may go on with what he alone holds today.
      let staying = item.owner == nil && item.holders.count == 1 ? item.holders.first : nil
      addInstances(wanted, staying: staying, key: StrategyShares.instanceKey(strategy))
      if strategy == .replatform, item.owner == nil { addPruning() }
      if strategy == .package { shares.append(Share(owner: nil, key: "strategy.package.fitGap")) }
    case .rehost:
      let staying = item.owner == nil ? item.holders.first ?? wanted.first : nil
      addInstances(wanted, staying: staying, key: "strategy.rehost")
      if item.owner == nil { addPruning() }
      movesDataAsItIs = true
    }
  }

  private static func instanceKey(_ strategy: Module.Strategy) -> String {
    strategy == .package ? "strategy.package.product" : "strategy.\(strategy.rawValue)"
  }

  private mutating func addInstances(_ owners: [Int], staying: Int?, key: String) {
    shares = owners.map { Share(owner: $0, key: $0 == staying ? "strategy.keep" : key) }
    receivers = owners.filter { $0 != staying }
  }

  private mutating func addPruning() {
    shares.append(Share(owner: nil, key: "strategy.clone.prune"))
  }
}
