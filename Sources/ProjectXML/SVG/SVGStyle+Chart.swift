import SharedSystem

/// How a chart of time looks. Lengths are hundredths of a millimetre.
extension SVGStyle {
  /// The class of a role: `drivingBar` is `driving-bar`.
  static func name(of role: Picture.ChartRole) -> String {
    role.rawValue.reduce(into: "") { name, character in
      name += character.isUppercase ? "-\(character.lowercased())" : "\(character)"
    }
  }

  /// How a role is drawn.
  private enum Look {
    case fill(light: String, dark: String)
    /// A line with its width; `dashes` are lengths of lines and gaps.
    case stroke(light: String, dark: String, width: Int, dashes: String? = nil)
    /// A filled area with an outline.
    case both(fill: Colours, stroke: Colours, width: Int, dashes: String? = nil)
  }

  private static let page: Colours = ("#ffffff", "#14181f")
  private static let driving: Colours = ("#b3261e", "#f0685c")
  private static let critical: Colours = ("#e08a1e", "#e0a24c")

  /// Colours of owners that no bar has.
  private static let chips: [Colours] = [
    ("#6a4fa3", "#a58fd6"), ("#0f7f83", "#3fb3b7"), ("#7a8a2a", "#b3c157"),
    ("#a02c6d", "#d673a8"), ("#8a5a2b", "#c79465"), ("#6b7789", "#8c98a8"),
  ]

  private static func look(of role: Picture.ChartRole) -> Look {
    switch role {
    case .title, .heading, .label: .fill(light: "#1b2230", dark: "#e6eaf1")
    case .faint: .fill(light: "#566274", dark: "#9aa6b6")
    case .relief: .fill(light: "#1c6b45", dark: "#6fcf9f")
    case .alarm: .fill(light: driving.light, dark: driving.dark)
    case .mark: .both(fill: ("#1b2230", "#e6eaf1"), stroke: page, width: 80)
    case .page: .fill(light: page.light, dark: page.dark)
    case .axis: .fill(light: "#e9edf3", dark: "#232b38")
    case .band: .fill(light: "#e3e9f2", dark: "#263143")
    case .stripe: .fill(light: "#f6f8fb", dark: "#191e27")
    case .rest: .fill(light: "#e4e8ee", dark: "#2a313d")
    case .window: .fill(light: "#bfe3cf", dark: "#1f4a36")
    case .grid: .stroke(light: "#d5dbe4", dark: "#303948", width: 6)
    case .yearGrid: .stroke(light: "#8d99aa", dark: "#5c6879", width: 12)
    case .bar: .fill(light: "#7fa6d2", dark: "#4f7fb5")
    case .criticalBar: .fill(light: critical.light, dark: critical.dark)
    case .drivingBar: .fill(light: driving.light, dark: driving.dark)
    case .inactiveBar:
      .both(fill: page, stroke: ("#8d99aa", "#6b7789"), width: 12, dashes: "40 30")
    case .done: .fill(light: "#22344d", dark: "#dbe7f5")
    case .baseline: .fill(light: "#a7afba", dark: "#6d7787")
    case .float: .stroke(light: "#86a3c4", dark: "#5b7ea6", width: 12)
    case .summary: .fill(light: "#39434f", dark: "#b9c3d0")
    case .milestone: .fill(light: "#39434f", dark: "#b9c3d0")
    case .criticalMilestone: .fill(light: critical.light, dark: critical.dark)
    case .drivingMilestone: .fill(light: driving.light, dark: driving.dark)
    case .link: .stroke(light: "#c9873a", dark: "#b98a4b", width: 12)
    case .linkHead: .fill(light: "#c9873a", dark: "#b98a4b")
    case .drivingLink: .stroke(light: driving.light, dark: driving.dark, width: 18)
    case .drivingLinkHead: .fill(light: driving.light, dark: driving.dark)
    case .statusLine: .stroke(light: "#0b6f8f", dark: "#4fc3e0", width: 30)
    case .statusText: .both(fill: ("#0b6f8f", "#4fc3e0"), stroke: page, width: 80)
    case .cutoverLine: .stroke(light: driving.light, dark: driving.dark, width: 30)
    case .cutoverText: .both(fill: driving, stroke: page, width: 80)
    case .targetLine: .stroke(light: "#1c6b45", dark: "#6fcf9f", width: 30, dashes: "120 70")
    case .targetText: .both(fill: ("#1c6b45", "#6fcf9f"), stroke: page, width: 80)
    }
  }

  /// The rules of a chart's classes.
  static let chartSheet: String = {
    let roles = Picture.ChartRole.allCases
    let shapes = roles.map { ".\(name(of: $0)) { \(shape(of: look(of: $0))) }" }
      .filter { !$0.hasSuffix("{  }") }
    func colours(_ pick: (Colours) -> String, indent: String) -> String {
      let own = roles.map { role in
        "\(indent).\(name(of: role)) { \(paint(of: look(of: role), pick)) }"
      }
      let holders = chips.enumerated().map {
        "\(indent).holder-\($0) { fill: \(pick($1)); }"
      }
      return (own + holders).joined(separator: "\n")
    }
    return """

      @page { size: 420mm 297mm; margin: 0; }
      text { font-family: \(fonts); }
      .title, .heading, .relief, .alarm { font-weight: bold; }
      .mark, .status-text, .cutover-text, .target-text { paint-order: stroke; }
      \(shapes.joined(separator: "\n"))
      \(colours({ $0.light }, indent: ""))
      @media screen and (prefers-color-scheme: dark) {
      \(colours({ $0.dark }, indent: "  "))
      }

      """
  }()

  /// What does not depend on the background.
  private static func shape(of look: Look) -> String {
    switch look {
    case .fill: ""
    case .stroke(_, _, let width, let dashes):
      "fill: none; stroke-width: \(width);" + dashed(dashes) + " stroke-linejoin: round;"
    case .both(_, _, let width, let dashes):
      "stroke-width: \(width);" + dashed(dashes) + " stroke-linejoin: round;"
    }
  }

  private static func dashed(_ dashes: String?) -> String {
    dashes.map { " stroke-dasharray: \($0);" } ?? ""
  }

  private static func paint(of look: Look, _ pick: (Colours) -> String) -> String {
    switch look {
    case .fill(let light, let dark): "fill: \(pick((light, dark)));"
    case .stroke(let light, let dark, _, _): "stroke: \(pick((light, dark)));"
    case .both(let fill, let stroke, _, _): "fill: \(pick(fill)); stroke: \(pick(stroke));"
    }
  }
}
