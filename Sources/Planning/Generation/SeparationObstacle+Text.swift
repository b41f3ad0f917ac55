package import SharedSystem

extension SeparationObstacle.Step {
  /// The demand in words.
  ///
  /// - Parameters:
  ///   - supposed: id of a module whose holders are not demanded but supposed to be others.
  ///   - shown: how ids are made fit to be shown.
  package func text(supposing supposed: String? = nil, _ shown: (String) -> String) -> LocalizedText
  {
    let isSupposed = self.module == supposed
    let (module, owner) = ("`\(shown(module))`", "`\(shown(owner))`")
    let demand =
      mustHold
      ? ("\(owner) must hold \(module)", "\(owner) は \(module) を持つ必要がある")
      : ("\(owner) must not hold \(module)", "\(owner) は \(module) を持てない")
    switch reason {
    case .choices where isSupposed:
      return mustHold
        ? .both("suppose that \(owner) holds \(module)", "\(owner) が \(module) を持つとする")
        : .both(
          "suppose that \(owner) does not hold \(module)", "\(owner) が \(module) を持たないとする")
    case .choices:
      return .both(
        "\(demand.0) (its owner, `allowed` or information)",
        "\(demand.1)（所有者、`allowed`、情報の種類による）")
    case .nobodyElse:
      return .both("\(demand.0), since nobody else may", "ほかに持てる会社がなく、\(demand.1)")
    case .coupling(let from, let to):
      return .both(
        "so \(demand.0): `\(shown(from))` uses `\(shown(to))`, which may not cross for \(owner)",
        "`\(shown(from))` は `\(shown(to))` を使い、\(owner) のための横断は認められないので、"
          + demand.1)
    }
  }
}
