import Graphs

/// The cheapest separation between two owners: one minimum cut.
///
/// Two binary variables per module: a = 1 when the first owner holds an instance, y = 1 when the
/// second holds none. With costs A (first alone: a = y = 1), B (second alone: a = y = 0) and C (both:
/// a = 1, y = 0), and a = 0, y = 1 (nobody) forbidden, a module costs
///
///     B + (C − B) · a + (A − C) · y
///
/// in every case that is allowed; B and what is negative are constants of the module. So it does
/// not matter whether both instances cost more or less than one. A coupling `i → j` crosses for the
/// first owner when a is 1 for `i` and 0 for `j`, for the second when y is 1 for `j` and 0 for `i`:
/// an arc in the one direction or the other. Variables on the side of the source are 1.
///
/// Variables that are decided whatever it costs (`HolderDemands`) are no nodes; couplings between
/// those and others become costs of the others.
///
/// - Complexity: that of a maximum flow with two nodes per module and two arcs per coupling.
/// - Source: V. Kolmogorov and R. Zabih, "What energy functions can be minimized via graph cuts?",
///   *IEEE Transactions on Pattern Analysis and Machine Intelligence* 26 (2004), 147–159,
///   doi:10.1109/TPAMI.2004.1262177; the encoding of three labels by two variables is as in
///   H. Ishikawa, same journal 25 (2003), 1333–1336.
struct HolderCut: Sendable {
  let problem: SeparationProblem
  let costs: ExactCosts
  /// 1, 0 or −1 (free) for each variable: `2i` is a, `2i + 1` is y of module `i`.
  let decided: [Int8]
  /// The node of each variable; −1 when it is decided.
  let nodes: [Int32]
  /// The variable of each node.
  let variables: [Int32]
  /// Source and sink follow the nodes of variables.
  var source: Int32 { Int32(variables.count) }
  var sink: Int32 { Int32(variables.count) + 1 }
  /// Residual capacities of a maximum flow.
  let network: ResidualNetwork
  /// The separation found, as values of the variables.
  private(set) var values: [Bool] = []
  private let couplingEdges: [Int32]

  /// Solves a problem with two owners.
  ///
  /// - Throws: what `ExactCosts` and `HolderDemands` throw.
  init(_ problem: SeparationProblem) throws(SeparationError) {
    self.problem = problem
    costs = try ExactCosts(problem)
    decided = try HolderDemands(problem).decided
    var nodes = [Int32](repeating: -1, count: 2 * problem.moduleCount)
    var variables: [Int32] = []
    for variable in nodes.indices where decided[variable] < 0 {
      nodes[variable] = Int32(variables.count)
      variables.append(Int32(variable))
    }
    self.nodes = nodes
    self.variables = variables
    var builder = Builder(nodes: nodes, decided: decided, nodeCount: variables.count)
    for module in 0..<problem.moduleCount {
      builder.addModule(module, Self.terms(of: module, costs))
    }
    // The edge of each coupling and owner; −1 when one of its ends is decided.
    var couplingEdges = [Int32](repeating: -1, count: 2 * problem.couplingCount)
    for coupling in 0..<problem.couplingCount {
      let from = 2 * Int(problem.couplingSources[coupling])
      let to = 2 * Int(problem.couplingTargets[coupling])
      guard from != to else { continue }
      let (first, second) = (costs.crossing[2 * coupling], costs.crossing[2 * coupling + 1])
      couplingEdges[2 * coupling] = builder.add(from, to, first)
      couplingEdges[2 * coupling + 1] = builder.add(to + 1, from + 1, second)
    }
    self.couplingEdges = couplingEdges
    var network = builder.network
    network.saturate(from: Int32(variables.count), to: Int32(variables.count) + 1)
    self.network = network
    values = decidedByTies()
  }

  /// The costs of a module as those of a and of y being 1, and whether both is forbidden. Choices
  /// that are forbidden are excluded by demands; here they get a cost that makes the terms vanish.
  private static func terms(
    of module: Int, _ costs: ExactCosts
  ) -> (holds: Int64, lacks: Int64, forbidsBoth: Bool) {
    let forbidden = ExactCosts.forbidden
    let (first, second, both) = (
      costs.choice[3 * module], costs.choice[3 * module + 1], costs.choice[3 * module + 2]
    )
    var shared = both
    if both == forbidden {
      shared = max(first == forbidden ? 0 : first, second == forbidden ? 0 : second)
    }
    return (
      shared - (second == forbidden ? shared : second),
      (first == forbidden ? shared : first) - shared, both == forbidden
    )
  }

  /// The choice that values of the variables of a module stand for.
  static func choice(holds: Bool, lacks: Bool) -> Int32 { holds ? (lacks ? 0 : 2) : 1 }

  /// The choices of all modules.
  var choices: [Int32] {
    (0..<problem.moduleCount).map {
      Self.choice(holds: values[2 * $0], lacks: values[2 * $0 + 1])
    }
  }

  /// The flow as amounts of the crossings. What leads from a variable decided 1 or to one decided 0
  /// counts whole, the others that have no arc not at all.
  func certificate(bound: Int64) -> SeparationCertificate {
    var amounts = [Int64](repeating: 0, count: 2 * problem.couplingCount)
    for coupling in 0..<problem.couplingCount {
      let from = 2 * Int(problem.couplingSources[coupling])
      let to = 2 * Int(problem.couplingTargets[coupling])
      guard from != to else { continue }
      for (place, tail, head) in [(2 * coupling, from, to), (2 * coupling + 1, to + 1, from + 1)] {
        if couplingEdges[place] >= 0 {
          amounts[place] = network.flow(onEdge: Int(couplingEdges[place]))
        } else if decided[tail] != 0, decided[head] != 1,
          costs.crossing[place] != ExactCosts.forbidden
        {
          amounts[place] = costs.crossing[place]
        }
      }
    }
    return SeparationCertificate(bound: bound, scale: costs.scale, amounts: amounts)
  }

  /// The separation with its certificate.
  var separation: Separation {
    var separation = Separation(
      choices: choices, of: problem, lowerBound: nil, isExact: true,
      certificate: certificate(bound: 0))
    separation.certificate.bound = separation.cost
    return separation
  }
}

/// Collects the arcs of the cut.
private struct Builder {
  private let nodes: [Int32]
  private let decided: [Int8]
  private let nodeCount: Int
  private var sources: [Int32] = []
  private var targets: [Int32] = []
  private var capacities: [Int64] = []
  /// What it costs more when the variable of a node is 1.
  private var terms: [Int64]

  init(nodes: [Int32], decided: [Int8], nodeCount: Int) {
    self.nodes = nodes
    self.decided = decided
    self.nodeCount = nodeCount
    terms = Array(repeating: 0, count: nodeCount)
  }

  mutating func addModule(
    _ module: Int, _ cost: (holds: Int64, lacks: Int64, forbidsBoth: Bool)
  ) {
    let holds = 2 * module
    if nodes[holds] >= 0 { terms[Int(nodes[holds])] += cost.holds }
    if nodes[holds + 1] >= 0 { terms[Int(nodes[holds + 1])] += cost.lacks }
    _ = add(holds + 1, holds, ExactCosts.forbidden)
    if cost.forbidsBoth { _ = add(holds, holds + 1, ExactCosts.forbidden) }
  }

  /// Adds what it costs that one variable is 1 and another 0.
  ///
  /// - Returns: the edge, −1 when one of the variables is decided.
  mutating func add(_ tail: Int, _ head: Int, _ cost: Int64) -> Int32 {
    let (from, to) = (nodes[tail], nodes[head])
    let isForbidden = cost == ExactCosts.forbidden
    if from >= 0, to >= 0 {
      sources.append(from)
      targets.append(to)
      capacities.append(isForbidden ? ExactCosts.infinite : cost)
      return Int32(sources.count - 1)
    }
    // Demands have been followed: of what is forbidden nothing is left beside decided variables.
    if isForbidden { return -1 }
    if from >= 0, decided[head] == 0 { terms[Int(from)] += cost }
    if to >= 0, decided[tail] == 1 { terms[Int(to)] -= cost }
    return -1
  }

  var network: ResidualNetwork {
    var (sources, targets, capacities) = (sources, targets, capacities)
    for node in terms.indices where terms[node] != 0 {
      let isCost = terms[node] > 0
      sources.append(isCost ? Int32(node) : Int32(nodeCount))
      targets.append(isCost ? Int32(nodeCount) + 1 : Int32(node))
      capacities.append(abs(terms[node]))
    }
    return ResidualNetwork(
      nodeCount: nodeCount + 2, sources: sources, targets: targets, capacities: capacities)
  }
}
