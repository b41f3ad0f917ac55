import SharedSystem

/// How the roles of a picture's shapes look.
///
/// Plain rules for classes, without variables: programs that draw SVG outside of browsers know no
/// more of CSS, and those which do not know `prefers-color-scheme` show the light colours.
enum SVGStyle {
  /// Fonts with Japanese characters come first.
  static let fonts =
    "IPAexGothic, \"IPA Pゴシック\", IPAPGothic, IPAGothic, \"Noto Sans CJK JP\", "
    + "\"Hiragino Sans\", \"Yu Gothic\", sans-serif"

  /// Colours for light and for dark backgrounds.
  typealias Colours = (light: String, dark: String)

  static let holders: [Colours] = [
    ("#d9822b", "#e69a4c"), ("#2b6cb0", "#5b9bd9"), ("#6b7a90", "#8c9ab0"),
    ("#2f8f6b", "#4fb08c"), ("#8e5bb5", "#ab82cf"), ("#a3752f", "#c49a58"),
  ]
  private static let crossings: [Colours] = [
    ("#c0392b", "#d9604f"), ("#7d3fa8", "#a06bc9"), ("#0f7f83", "#2fa3a7"),
    ("#b4591a", "#cf7c40"), ("#3d6b1f", "#6b9a4b"), ("#a02c6d", "#c75c98"),
  ]

  /// The class of a role; colours that are numbered begin again after the last.
  static func name(of role: Picture.Role) -> String {
    switch role {
    case .background: "background"
    case .title: "title"
    case .name: "name"
    case .figure: "figure"
    case .note: "note"
    case .grid: "grid"
    case .divider: "divider"
    case .diagonal: "diagonal"
    case .tangle: "tangle"
    case .tangleOutline: "tangle-outline"
    case .use: "use"
    case .feedback: "feedback"
    case .holder(let number): "holder-\(number % holders.count)"
    case .crossing(let number): "crossing-\(number % crossings.count)"
    case .severalHolders: "several-holders"
    case .severalCrossings: "several-crossings"
    case .crossingFigure: "crossing-figure"
    case .chart(let role): name(of: role)
    case .curve: "curve"
    case .curvePoint: "curve-point"
    case .chosenPoint: "chosen-point"
    }
  }

  /// The rules for pictures of a unit: those for paper are charts of time.
  static func sheet(for unit: Picture.Unit) -> String {
    unit == .point ? sheet : chartSheet
  }

  /// How far a text's baseline lies below its middle.
  static func baseline(of role: Picture.Role) -> Int { role == .title ? 6 : 4 }

  /// Fills by class.
  private static let fills: [(name: String, Colours)] =
    [
      ("background", ("#ffffff", "#14181f")), ("title", ("#1b2230", "#eef1f6")),
      ("name", ("#1b2230", "#dfe4ec")), ("note", ("#5f6b7c", "#98a3b3")),
      ("figure", ("#1b2230", "#f2f4f8")), ("crossing-figure", ("#ffffff", "#ffffff")),
      ("diagonal", ("#b9c2ce", "#4a5463")), ("tangle", ("#fdf1d3", "#3a3220")),
      ("several-holders", ("#a8b0bb", "#5d6673")), ("several-crossings", ("#5b6470", "#7d8795")),
      ("curve-point", ("#2b6cb0", "#5b9bd9")), ("chosen-point", ("#c0392b", "#d9604f")),
      ("use", ("#c5d6ec", "#355074")), ("feedback", ("#f2b07e", "#8f4f24")),
    ]
    + holders.enumerated().map { ("holder-\($0)", $1) }
    + crossings.enumerated().map { ("crossing-\($0)", $1) }

  /// Lines by class.
  private static let strokes: [(name: String, Colours)] = [
    ("grid", ("#e6eaf0", "#262d38")), ("divider", ("#5f6b7c", "#98a3b3")),
    ("tangle-outline", ("#b7791f", "#e0b050")), ("curve", ("#2b6cb0", "#5b9bd9")),
  ]

  /// The rules of all classes.
  static let sheet: String = {
    func rules(_ pick: (Colours) -> String, indent: String) -> String {
      let fills = fills.map { "\(indent).\($0.name) { fill: \(pick($0.1)); }" }
      let strokes = strokes.map { "\(indent).\($0.name) { stroke: \(pick($0.1)); }" }
      return (fills + strokes).joined(separator: "\n")
    }
    return """

      text { font-family: \(fonts); font-size: 12px; }
      .title { font-size: 17px; font-weight: bold; }
      .note { font-size: 11px; }
      .figure, .crossing-figure { font-size: 11px; }
      .grid { stroke-width: 1; }
      .divider { stroke-width: 1; }
      .tangle-outline { fill: none; stroke-width: 2; }
      .curve { stroke-width: 2; }
      \(rules({ $0.light }, indent: ""))
      @media (prefers-color-scheme: dark) {
      \(rules({ $0.dark }, indent: "  "))
      }

      """
  }()
}
