internal import Graphs
import SharedSystem

/// In which wave each module is cut over, and which couplings need a bridge for that.
///
/// A coupling needs a bridge when its user is cut over before what it uses, or when it crosses
/// between companies and its ends are cut over at different times: for a while one end is new and
/// the other is not. Modules of a cycle that are in one wave need none.
struct WaveAssignment {
  /// The ids of the waves, in order.
  let ids: [String]
  /// The wave of each module, as an index in ``ids``.
  let waveOfModule: [Int]
  /// Couplings that need a bridge, ascending.
  let bridges: [Int]

  /// Assigns waves.
  ///
  /// - Parameters:
  ///   - settings: the waves the plan wants.
  ///   - system: the shared system.
  ///   - crossing: by coupling, whether it crosses between companies.
  ///   - efforts: by module, the effort of its work.
  /// - Complexity: O(modules · log modules + couplings).
  init(
    _ settings: GenerationSettings, _ system: SystemModel, crossing: [Bool], efforts: [Int64]
  ) {
    let ends = WaveAssignment.ends(of: system)
    switch settings.waves {
    case .named(let names) where !names.isEmpty:
      ids = names
      let index = Dictionary(
        names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      waveOfModule = system.modules.map { module in
        module.wave.flatMap { index[$0] } ?? names.count - 1
      }
    case .count(let count) where count > 1:
      let spread = WaveAssignment.spread(ends, system, crossing, efforts, over: count)
      let used = Set(spread).sorted()
      let number = Dictionary(
        used.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      waveOfModule = spread.map { number[$0] ?? 0 }
      ids = used.isEmpty ? ["main"] : used.indices.map { "wave-\($0 + 1)" }
    default:
      ids = ["main"]
      waveOfModule = system.modules.map { _ in 0 }
    }
    var bridges: [Int] = []
    for (coupling, (from, to)) in ends.enumerated() where from >= 0 && to >= 0 {
      let (user, used) = (waveOfModule[from], waveOfModule[to])
      if user < used || (user != used && crossing[coupling]) { bridges.append(coupling) }
    }
    self.bridges = bridges
  }

  /// The modules of each coupling, as indices.
  static func ends(of system: SystemModel) -> [(from: Int, to: Int)] {
    let index = Dictionary(
      system.modules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return system.couplings.map { (index[$0.from] ?? -1, index[$0.to] ?? -1) }
  }

  /// Spreads groups over waves: modules of a cycle, and the ends of crossing couplings, stay
  /// together; what is used comes before its users; waves have about equal effort.
  private static func spread(
    _ ends: [(from: Int, to: Int)], _ system: SystemModel, _ crossing: [Bool], _ efforts: [Int64],
    over count: Int
  ) -> [Int] {
    // Crossing couplings tie both ways, so that groups are strong components.
    var sources: [Int32] = []
    var targets: [Int32] = []
    for (coupling, (from, to)) in ends.enumerated() where from >= 0 && to >= 0 {
      sources.append(Int32(from))
      targets.append(Int32(to))
      if crossing[coupling] {
        sources.append(Int32(to))
        targets.append(Int32(from))
      }
    }
    let graph = DirectedGraph(
      nodeCount: system.modules.count, sources: sources, targets: targets)
    let groups = strongComponents(of: graph)
    let total = max(1, efforts.reduce(0, +))
    var result = [Int](repeating: 0, count: system.modules.count)
    var done: Int64 = 0
    // Components are numbered users first.
    for group in stride(from: groups.count - 1, through: 0, by: -1) {
      let members = groups.members(of: Int32(group))
      let effort = members.reduce(Int64(0)) { $0 + efforts[Int($1)] }
      let middle = (done + effort / 2) * Int64(count) / total
      for member in members { result[Int(member)] = min(count - 1, Int(middle)) }
      done += effort
    }
    return result
  }
}
