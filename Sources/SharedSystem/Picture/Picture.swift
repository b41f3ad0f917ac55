/// A drawing of rectangles, lines and texts, before it is written in any format.
///
/// Shapes say what they are for, not which colour they have: who writes the picture decides, for
/// light and for dark backgrounds. Lengths are whole units, from the upper left corner.
package struct Picture: Hashable, Sendable {
  /// What a shape is for.
  package enum Role: Hashable, Sendable {
    case background
    /// The picture's title, names, figures in cells, and what stands back.
    case title, name, figure, note
    /// The lines between cells, between sections, and the diagonal.
    case grid, divider, diagonal
    /// Where everything uses each other: the ground and its outline.
    case tangle, tangleOutline
    /// A use, and one against the order.
    case use, feedback
    /// A holder's colour, by number, and that of several holders.
    case holder(Int)
    case severalHolders
    /// The colour of a use that crosses between holders, by the number of the pair, and its figure.
    case crossing(Int)
    case severalCrossings
    case crossingFigure
    /// The line of a curve, its points, and the point that was chosen.
    case curve, curvePoint, chosenPoint
    /// What a chart of time is made of.
    case chart(ChartRole)
  }

  /// What lengths count.
  package enum Unit: Hashable, Sendable {
    /// Points of a screen.
    case point
    /// Hundredths of a millimetre, for paper.
    case hundredthOfMillimetre
  }

  /// A place.
  package struct Point: Hashable, Sendable {
    package var x: Int
    package var y: Int

    /// Makes a place.
    package init(_ x: Int, _ y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// Where a text stands at its point.
  package enum Anchor: Hashable, Sendable { case start, middle, end }

  /// One thing that is drawn.
  package enum Shape: Hashable, Sendable {
    /// A filled rectangle; the tooltip tells what it says.
    case rectangle(x: Int, y: Int, width: Int, height: Int, Role, tooltip: String? = nil)
    /// A rectangle's outline.
    case outline(x: Int, y: Int, width: Int, height: Int, Role)
    /// A straight line.
    case line(x1: Int, y1: Int, x2: Int, y2: Int, Role)
    /// A line through several places.
    case polyline([Point], Role)
    /// A filled area between places.
    case polygon([Point], Role)
    /// A text with its middle line at `y`; turned, it reads upwards from its point. Without a size
    /// it has that of its role.
    case text(
      String, x: Int, y: Int, Role, Anchor = .start, isTurned: Bool = false, size: Int? = nil)
    /// Shapes that belong together, moved to a place; the tooltip tells what they say.
    case group(at: Point = Point(0, 0), tooltip: String? = nil, [Shape])
  }

  /// What lengths count.
  package var unit = Unit.point
  /// The width and the height.
  package var width: Int
  package var height: Int
  /// What it is called.
  package var title: String
  /// What it shows, for those who cannot see it.
  package var summary: String
  /// The language of its texts.
  package var language: LocalizedText.Language
  /// The shapes, later ones over earlier ones.
  package var shapes: [Shape] = []

  /// Makes an empty picture.
  package init(
    width: Int, height: Int, title: String, summary: String, language: LocalizedText.Language
  ) {
    self.width = width
    self.height = height
    self.title = title
    self.summary = summary
    self.language = language
  }
}
