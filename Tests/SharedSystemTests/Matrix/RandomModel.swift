import Graphs
import SharedSystem

/// Shared systems from a seed.
enum RandomModel {
  /// SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  static func graph(seed: UInt64, nodes: Int, edges: Int) -> DirectedGraph {
    var random = Generator(state: seed)
    func ends() -> [Int32] {
      (0..<edges).map { _ in Int32.random(in: 0..<Int32(nodes), using: &random) }
    }
    let sources = ends()
    return DirectedGraph(nodeCount: nodes, sources: sources, targets: ends())
  }

  static func model(seed: UInt64, modules: Int, couplings: Int) -> SystemModel {
    var random = Generator(state: seed)
    let owners = ["retail", "network"]
    let holders = [["retail"], ["network"], ["network", "retail"], []]
    let made = (0..<modules).map { number in
      var module = Module(id: "m\(number)", name: LocalizedText("Module \(number)"))
      module.heldBy = holders.randomElement(using: &random) ?? []
      if Bool.random(using: &random) { module.owner = owners.randomElement(using: &random) }
      if Int.random(in: 0..<5, using: &random) > 0 {
        module.group = "g\(Int.random(in: 0..<4, using: &random))"
      }
      return module
    }
    let uses = (0..<couplings).map { _ in
      let from = Int.random(in: 0..<modules, using: &random)
      let to = (from + Int.random(in: 1..<modules, using: &random)) % modules
      return Coupling(from: "m\(from)", to: "m\(to)", kind: .table)
    }
    return SystemModel(owners: owners, modules: made, couplings: uses)
  }

  /// For each module the owners after an invented separation.
  static func separation(seed: UInt64, of model: SystemModel) -> [String: [String]] {
    var random = Generator(state: seed &+ 1_000)
    let choices = [["retail"], ["network"], ["retail", "network"]]
    return Dictionary(
      model.modules.map { ($0.id, choices.randomElement(using: &random) ?? []) },
      uniquingKeysWith: { first, _ in first })
  }
}
