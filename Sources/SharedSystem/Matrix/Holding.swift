/// Who holds each module: after the separation, or as far as it is known before.
package struct Holding: Hashable, Sendable {
  /// For each module of the model the ids of the owners who hold an instance, in the model's
  /// order; empty when nobody is known.
  package let owners: [[String]]
  /// Whether it is the result of a separation, so that couplings between different holders are
  /// crossings.
  package let isSeparated: Bool

  /// The holders of a model's modules.
  ///
  /// - Parameters:
  ///   - model: the shared system.
  ///   - separated: for module ids the owners who hold an instance after the separation; a module
  ///     that is not in it goes by its pinned owner, or else by who holds it today. Nil when
  ///     nothing was decided.
  /// - Complexity: O(modules · owners).
  package init(of model: SystemModel, separated: [String: [String]]? = nil) {
    isSeparated = separated != nil
    owners = model.modules.map { module in
      let given = separated?[module.id] ?? module.owner.map { [$0] } ?? module.heldBy
      let known = model.owners.filter(given.contains)
      return known + given.filter { !model.owners.contains($0) }
    }
  }
}
