import Planning
package import SharedSystem

extension CompressReport {
  /// The curve as a picture: working days to the right, extra cost upwards, real finishes as
  /// tooltips.
  ///
  /// - Complexity: O(points).
  package var picture: Picture { CurvePicture(self).drawn() }
}

/// Where everything of a curve stands in its picture.
private struct CurvePicture {
  private let report: CompressReport
  private let points: [PlanCompression.Point]
  private let shortest: Int64
  private let longest: Int64
  private let dearest: Int64

  private static let left = 130
  private static let top = 90
  private static let plotWidth = 720
  private static let plotHeight = 360

  private var words: Words { report.words }

  init(_ report: CompressReport) {
    self.report = report
    points = report.compression.points
    longest = points.first?.duration ?? 0
    shortest = points.last?.duration ?? 0
    dearest = max(1, points.map { $0.cost.rounded() }.max() ?? 1)
  }

  private func x(_ duration: Int64) -> Int {
    let width = max(1, longest - shortest)
    return Self.left
      + Int((duration - shortest) * Int64(Self.plotWidth) / width)
  }

  private func y(_ cost: Int64) -> Int {
    Self.top + Self.plotHeight
      - Int(Int128(cost) * Int128(Self.plotHeight) / Int128(dearest))
  }

  func drawn() -> Picture {
    let title = words.pick("Cost of being earlier", "短縮の費用曲線")
    let name = report.context.text(report.plan.name)
    let summary = words.pick(
      "\(name): \(report.days(longest)) to \(report.days(shortest)) working days, up to "
        + words.money(dearest, currency: report.plan.currency),
      "\(name)：\(report.days(longest))〜\(report.days(shortest))稼働日、最大 "
        + words.money(dearest, currency: report.plan.currency))
    var picture = Picture(
      width: Self.left + Self.plotWidth + 60, height: Self.top + Self.plotHeight + 70,
      title: title, summary: summary, language: report.context.language)
    picture.shapes += [
      .rectangle(x: 0, y: 0, width: picture.width, height: picture.height, .background),
      .text(title, x: 24, y: 32, .title), .text(summary, x: 24, y: 56, .note),
    ]
    drawAxes(&picture)
    drawCurve(&picture)
    return picture
  }

  private func drawAxes(_ picture: inout Picture) {
    let bottom = Self.top + Self.plotHeight
    for step in 0...4 {
      let cost = dearest * Int64(step) / 4
      let duration = shortest + (longest - shortest) * Int64(step) / 4
      picture.shapes += [
        .line(
          x1: Self.left, y1: y(cost), x2: Self.left + Self.plotWidth, y2: y(cost), .grid),
        .text(Figures.grouped(cost), x: Self.left - 10, y: y(cost), .note, .end),
        .text(report.days(duration), x: x(duration), y: bottom + 18, .note, .middle),
      ]
    }
    picture.shapes += [
      .line(x1: Self.left, y1: bottom, x2: Self.left + Self.plotWidth, y2: bottom, .divider),
      .line(x1: Self.left, y1: Self.top, x2: Self.left, y2: bottom, .divider),
      .text(
        words.pick("working days", "稼働日"), x: Self.left + Self.plotWidth, y: bottom + 42, .name,
        .end),
      .text(
        words.pick("extra cost, ", "追加費用、") + report.plan.currency, x: Self.left - 10,
        y: Self.top - 16, .name),
    ]
  }

  private func drawCurve(_ picture: inout Picture) {
    for (from, to) in zip(points, points.dropFirst()) {
      let (left, right) = (x(to.duration), x(from.duration))
      let (high, low) = (y(to.cost.rounded()), y(from.cost.rounded()))
      // Between alternatives nothing is possible: a shorter duration costs the next one's price.
      if from.slope == nil {
        picture.shapes += [
          .line(x1: left, y1: high, x2: right, y2: high, .curve),
          .line(x1: right, y1: high, x2: right, y2: low, .curve),
        ]
      } else {
        picture.shapes.append(.line(x1: left, y1: high, x2: right, y2: low, .curve))
      }
    }
    for point in points { mark(point, .curvePoint, &picture) }
    if let chosen = report.compression.chosen { mark(chosen, .chosenPoint, &picture) }
  }

  private func mark(
    _ point: PlanCompression.Point, _ role: Picture.Role, _ picture: inout Picture
  ) {
    let size = role == .chosenPoint ? 10 : 6
    picture.shapes.append(
      .rectangle(
        x: x(point.duration) - size / 2, y: y(point.cost.rounded()) - size / 2, width: size,
        height: size, role,
        tooltip: "\(report.dayOfFinish(point)): \(report.money(point.cost))"))
  }
}
