import Graphs

extension HolderCut {
  /// Asks what forced choices cost, one after the other, each from the flow of the optimum.
  ///
  /// Forcing a variable from 0 to 1 makes its node a further source, from 1 to 0 a further sink; the
  /// flow that is then added is what the forced choice costs more. The variables that follow are
  /// those that the node then reaches in the residual network, or that reach it.
  struct Forcing {
    private let cut: HolderCut
    /// For variables that become 1: flow to the sink.
    private var toSink: ResidualReach
    /// For variables that become 0: flow from the source, everything turned round.
    private var fromSource: ResidualReach
    private let isOne: [Bool]
    private let isZero: [Bool]
    /// The moves of the optimum.
    private let optimum: Int64

    /// - Complexity: O(modules + couplings) time and space.
    init(_ cut: HolderCut) {
      self.cut = cut
      toSink = ResidualReach(cut.network, root: cut.sink)
      fromSource = ResidualReach(cut.network.reversed, root: cut.source)
      isOne = cut.variables.map { cut.values[Int($0)] } + [true, false]
      isZero = isOne.map { !$0 }
      optimum = cut.costs.total(of: cut.choices, in: cut.problem)
    }

    /// What the best separation costs more in which a module has another choice.
    ///
    /// - Complexity: local as a rule; at most that of augmenting along shortest paths, O(V E²).
    mutating func force(_ module: Int32, to choice: Int32) -> MarginBuilder.Forced {
      let (holds, lacks) = (2 * Int(module), 2 * Int(module) + 1)
      // Second alone forces the first's variable to 0, first alone the second's to 1: the other
      // variable follows. Both forces one of the two and keeps the other.
      let answer: (sent: Int64, reached: [Int32])? =
        switch choice {
        case 0: raise(lacks, keeping: nil)
        case 1: lower(holds, keeping: nil)
        default: cut.values[lacks] ? lower(lacks, keeping: holds) : raise(holds, keeping: lacks)
        }
      guard let answer else { return .init(choice: choice, difference: nil) }
      // Costs come first: the moves of both separations are less than one unit of cost.
      let scale = cut.costs.scale
      let difference = (optimum + answer.sent) / scale - optimum / scale
      return .init(choice: choice, difference: difference, changes: changes(answer.reached))
    }

    private mutating func raise(_ variable: Int, keeping kept: Int?) -> (Int64, [Int32])? {
      Self.send(variable, keeping: kept, cut.nodes, &toSink, excluding: isOne)
    }

    private mutating func lower(_ variable: Int, keeping kept: Int?) -> (Int64, [Int32])? {
      Self.send(variable, keeping: kept, cut.nodes, &fromSource, excluding: isZero)
    }

    private static func send(
      _ variable: Int, keeping kept: Int?, _ nodes: [Int32], _ reach: inout ResidualReach,
      excluding: [Bool]
    ) -> (Int64, [Int32])? {
      let node = nodes[variable]
      // A variable that is decided cannot change.
      guard node >= 0 else { return nil }
      defer { reach.undo() }
      if let kept, nodes[kept] >= 0 { reach.addRoot(nodes[kept]) }
      guard let sent = reach.send(from: node, endless: ExactCosts.endless) else { return nil }
      return (sent, reach.reached(from: node, excluding: excluding))
    }

    /// The modules whose variables are turned over, with their choices.
    private func changes(_ turned: [Int32]) -> [SeparationMargin.Follower] {
      let variables = turned.map { cut.variables[Int($0)] }.sorted()
      var changes: [SeparationMargin.Follower] = []
      var position = 0
      while position < variables.count {
        let module = variables[position] / 2
        var holds = cut.values[2 * Int(module)]
        var lacks = cut.values[2 * Int(module) + 1]
        while position < variables.count, variables[position] / 2 == module {
          if variables[position] % 2 == 0 { holds.toggle() } else { lacks.toggle() }
          position += 1
        }
        changes.append(
          .init(module: module, choice: HolderCut.choice(holds: holds, lacks: lacks)))
      }
      return changes
    }
  }

  /// The margins of modules.
  func margins(of modules: [Int32], limit: Int) -> [SeparationMargin] {
    var forcing = Forcing(self)
    var builder = MarginBuilder(problem, choices: choices, limit: limit)
    return modules.map { module in
      let forced = builder.otherChoices(of: module).map { forcing.force(module, to: $0) }
      return builder.margin(of: module, forced)
    }
  }
}
