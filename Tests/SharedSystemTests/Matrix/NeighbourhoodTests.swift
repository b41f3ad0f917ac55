import SharedSystem
import Testing

@Suite("Neighbourhood")
struct NeighbourhoodTests {
  private func model(_ uses: [(String, String)]) -> SystemModel {
    var ids: [String] = []
    for (from, to) in uses {
      for id in [from, to] where !ids.contains(id) { ids.append(id) }
    }
    return SystemModel(
      owners: [], modules: ids.map { Module(id: $0, name: LocalizedText($0)) },
      couplings: uses.map { Coupling(from: $0.0, to: $0.1, kind: .table) })
  }

  @Test("both directions, each module below the one it is reached through")
  func tree() {
    let model = model([
      ("a", "b"), ("a", "c"), ("b", "d"), ("b", "c"), ("x", "a"), ("y", "x"), ("a", "b"),
      ("d", "a"),
    ])
    let near = Neighbourhood(of: 0, in: model, hops: 2)
    func told(_ steps: [Neighbourhood.Step]) -> [String] {
      steps.map { step in
        "\(step.hop) \(model.modules[Int(step.through)].id)-\(model.modules[Int(step.module)].id) "
          + "\(step.couplings)"
      }
    }
    #expect(told(near.uses) == ["1 a-b [0, 6]", "2 b-d [2]", "1 a-c [1]"])
    #expect(told(near.usedBy) == ["1 a-x [4]", "2 x-y [5]", "1 a-d [7]", "2 d-b [2]"])
    // Only b → c is between modules above and in no step.
    #expect(near.further == 1)
    let one = Neighbourhood(of: 0, in: model, hops: 1)
    #expect(told(one.uses) == ["1 a-b [0, 6]", "1 a-c [1]"])
    #expect(told(one.usedBy) == ["1 a-x [4]", "1 a-d [7]"])
  }

  @Test("a second way of the same length is told of, and is not the way")
  func twoWays() {
    let model = model([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("b", "d")])
    let near = Neighbourhood(of: 0, in: model, hops: 2)
    #expect(near.uses.map(\.module) == [1, 3, 2])
    #expect(near.uses.map(\.couplings) == [[0], [2, 4], [1]])
    #expect(near.further == 1)
  }

  @Test("hops are the shortest ways", arguments: 0..<20 as Range<UInt64>)
  func distances(seed: UInt64) {
    let model = RandomModel.model(seed: seed, modules: 15, couplings: 25)
    let near = Neighbourhood(of: 3, in: model, hops: 4)
    for (steps, isForward) in [(near.uses, true), (near.usedBy, false)] {
      // The oracle: whoever is coupled to those of the hop before and was not reached yet.
      var reached: [String: Int] = ["m3": 0]
      for hop in 1...4 {
        for coupling in model.couplings {
          let ends = isForward ? (coupling.from, coupling.to) : (coupling.to, coupling.from)
          if reached[ends.0] == hop - 1, reached[ends.1] == nil { reached[ends.1] = hop }
        }
      }
      reached["m3"] = nil
      let found = steps.map { (model.modules[Int($0.module)].id, $0.hop) }
      #expect(found.count == Set(found.map(\.0)).count)
      #expect(Dictionary(found, uniquingKeysWith: { first, _ in first }) == reached)
    }
  }
}
