package import SharedSystem

extension MatrixReport {
  /// How many rows a picture has before it is folded unasked.
  package static let longestPicture = 250

  /// The matrix as a picture: rows and columns with their names, a band for the holders, tangles
  /// outlined, crossings in a colour for each pair of holders.
  ///
  /// - Complexity: O(rows + cells).
  package var picture: Picture { MatrixPicture(self).drawn() }
}

/// Where everything of a matrix stands in its picture.
private struct MatrixPicture {
  private let report: MatrixReport
  private let names: [String]
  private let ids: [String]
  private let pairs: [MatrixReport.Pair]
  /// The side of a cell.
  private let cell: Int
  private let nameWidth: Int
  private let idWidth: Int
  /// The upper left corner of the cells.
  private let left: Int
  private let top: Int

  private static let margin = 24
  private static let band = 8
  private static let gap = 6
  private static let heading = 64
  private static let legendRow = 20

  private var matrix: CouplingMatrix { report.matrix }
  private var words: Words { report.context.words }
  private var side: Int { matrix.rows.count * cell }

  init(_ report: MatrixReport) {
    self.report = report
    names = report.matrix.rows.map { report.name($0).truncated(toWidth: 44) }
    ids = report.matrix.rows.map { row in
      report.id(row) ?? report.words(row)
    }
    pairs = report.pairs
    let figure = report.figures.width
    cell = max(report.matrix.rows.count > 80 ? 16 : 22, figure * 7 + 8)
    nameWidth = names.reduce(0) { max($0, MatrixPicture.length($1)) }
    idWidth = ids.reduce(0) { max($0, MatrixPicture.length($1)) }
    let number = 34
    left =
      MatrixPicture.margin + nameWidth + 14 + idWidth + number + MatrixPicture.band
      + 2 * MatrixPicture.gap
    top =
      MatrixPicture.margin + MatrixPicture.heading + nameWidth + 26 + MatrixPicture.band
      + 2 * MatrixPicture.gap
  }

  /// About how long a text is at the size of names: a column of a terminal is half an em.
  private static func length(_ text: String) -> Int { text.displayWidth * 13 / 2 + 2 }

  func drawn() -> Picture {
    let title = report.context.text(report.view.name)
    let legend = legendEntries
    let below = (legend.count + 1) * MatrixPicture.legendRow + 2 * MatrixPicture.margin
    let summary = summaryText
    let width = max(
      left + side + MatrixPicture.margin,
      MatrixPicture.margin * 2 + max(MatrixPicture.length(summary), title.displayWidth * 9))
    var picture = Picture(
      width: width, height: top + side + below, title: title.isEmpty ? words.matrix : title,
      summary: summary, language: report.context.language)
    picture.shapes.append(
      .rectangle(x: 0, y: 0, width: picture.width, height: picture.height, .background))
    picture.shapes += [
      .text(picture.title, x: MatrixPicture.margin, y: MatrixPicture.margin + 8, .title),
      .text(summary, x: MatrixPicture.margin, y: MatrixPicture.margin + 32, .note),
    ]
    drawGround(&picture)
    drawLabels(&picture)
    drawCells(&picture)
    for tangle in matrix.tangles {
      picture.shapes.append(
        .outline(
          x: left + tangle.lowerBound * cell, y: top + tangle.lowerBound * cell,
          width: tangle.count * cell, height: tangle.count * cell, .tangleOutline))
    }
    drawLegend(legend, &picture)
    return picture
  }

  private var summaryText: String {
    let couplings = matrix.cells.reduce(0) { $0 + $1.couplings.count }
    var parts = [
      words.rows(matrix.rows.count, fold: matrix.fold), words.couplings(couplings),
      words.order(matrix.order), words.reading(weight: report.weight),
    ]
    if report.view.illustrative != nil { parts.append(words.invented) }
    return parts.joined(separator: words.pick("; ", "　"))
  }

  // MARK: The ground

  private func drawGround(_ picture: inout Picture) {
    for tangle in matrix.tangles {
      picture.shapes.append(
        .rectangle(
          x: left + tangle.lowerBound * cell, y: top + tangle.lowerBound * cell,
          width: tangle.count * cell, height: tangle.count * cell, .tangle,
          tooltip: "\(words.tangles) \(words.places(tangle))"))
    }
    for row in 0...matrix.rows.count {
      let at = row * cell
      picture.shapes += [
        .line(x1: left, y1: top + at, x2: left + side, y2: top + at, .grid),
        .line(x1: left + at, y1: top, x2: left + at, y2: top + side, .grid),
      ]
    }
    for section in matrix.order == .owner ? matrix.sections.dropFirst() : [] {
      let at = section.lowerBound * cell
      picture.shapes += [
        .line(x1: left - 20, y1: top + at, x2: left + side, y2: top + at, .divider),
        .line(x1: left + at, y1: top - 20, x2: left + at, y2: top + side, .divider),
      ]
    }
  }

  // MARK: Names, numbers and holders

  private func drawLabels(_ picture: inout Picture) {
    let band = MatrixPicture.band
    let gap = MatrixPicture.gap
    for (place, row) in matrix.rows.enumerated() {
      let x = left + place * cell
      let y = top + place * cell
      let holder = row.holder.map(Picture.Role.holder) ?? .severalHolders
      let tooltip = "\(names[place]): \(report.holder(row))"
      let number = "\(place + 1)"
      picture.shapes += [
        .rectangle(
          x: left - gap - band, y: y, width: band, height: cell, holder, tooltip: tooltip),
        .rectangle(
          x: x, y: top - gap - band, width: cell, height: band, holder, tooltip: tooltip),
        .text(number, x: left - 2 * gap - band, y: y + cell / 2, .note, .end),
        .text(number, x: x + cell / 2, y: top - 2 * gap - band - 6, .note, .middle),
        .text(
          ids[place], x: MatrixPicture.margin + nameWidth + 14, y: y + cell / 2, .note),
        .text(names[place], x: MatrixPicture.margin, y: y + cell / 2, .name),
        .text(
          names[place], x: x + cell / 2, y: top - 2 * gap - band - 20, .name, isTurned: true),
        .rectangle(x: x, y: y, width: cell, height: cell, .diagonal, tooltip: tooltip),
      ]
    }
  }

  // MARK: Cells

  private func drawCells(_ picture: inout Picture) {
    var tangleOfRow = Array(repeating: 0..<0, count: matrix.rows.count)
    for tangle in matrix.tangles {
      for row in tangle { tangleOfRow[row] = tangle }
    }
    var number: [[Int]: Int] = [:]
    for (index, pair) in pairs.enumerated() { number[[pair.from, pair.to]] = index }
    for (text, entry) in zip(report.figures.texts, matrix.cells) {
      let x = left + entry.column * cell
      let y = top + entry.row * cell
      let isTangled = tangleOfRow[entry.row].contains(entry.column)
      var role = entry.isFeedback && isTangled ? Picture.Role.feedback : .use
      if entry.isCrossing {
        let ends = [matrix.rows[entry.row].holder, matrix.rows[entry.column].holder]
        // Rows whose modules have different holders have no pair of their own.
        role = number[ends.compactMap(\.self)].map(Picture.Role.crossing) ?? .severalCrossings
      }
      picture.shapes += [
        .rectangle(
          x: x + 1, y: y + 1, width: cell - 2, height: cell - 2, role, tooltip: tooltip(entry)),
        .text(
          text, x: x + cell / 2, y: y + cell / 2, entry.isCrossing ? .crossingFigure : .figure,
          .middle),
      ]
    }
  }

  /// Who uses whom, and through what: at most six couplings.
  private func tooltip(_ entry: CouplingMatrix.Cell) -> String {
    let view = report.view
    let head = "\(names[entry.row]) → \(names[entry.column])"
    let lines = entry.couplings.prefix(6).map { place in
      let coupling = view.model.couplings[Int(place)]
      let ends = matrix.fold == .none ? "" : "\(coupling.from) → \(coupling.to): "
      let cost = view.costs[Int(place)].map { ", " + words.personMonths($0) } ?? ""
      let information =
        coupling.information.isEmpty ? "" : ": " + coupling.information.joined(separator: ", ")
      return ends + words.kind(coupling.kind) + cost + information
    }
    let rest = entry.couplings.count - lines.count
    let more = rest > 0 ? [words.pick("and \(rest) more", "ほか\(rest)")] : []
    return ([head] + lines + more).joined(separator: "\n")
  }

  // MARK: Legend

  private var legendEntries: [(role: Picture.Role, text: String)] {
    var entries = matrix.holders.enumerated().map { number, holders in
      (
        role: Picture.Role.holder(number),
        text: words.legend(
          words.holders, report.view.name(holders: holders, report.context))
      )
    }
    if matrix.rows.contains(where: { $0.holder == nil }) {
      entries.append(
        (.severalHolders, words.legend(words.holders, words.mixedHolders)))
    }
    if !matrix.tangles.isEmpty {
      entries.append((.tangle, words.legend(words.tangles, words.tangledLegend)))
      entries.append((.feedback, words.feedbackLegend))
    }
    entries += pairs.enumerated().map { number, pair in
      let ends = [pair.from, pair.to].map {
        report.view.name(holders: matrix.holders[$0], report.context)
      }
      return (
        Picture.Role.crossing(number),
        words.legend(
          words.crossings,
          "\(ends[0]) → \(ends[1])　\(words.couplings(pair.couplings.count))")
      )
    }
    if matrix.cells.contains(where: \.isCrossing), matrix.rows.contains(where: { $0.holder == nil })
    {
      entries.append((.severalCrossings, words.legend(words.crossings, words.mixedHolders)))
    }
    return entries
  }

  private func drawLegend(
    _ entries: [(role: Picture.Role, text: String)], _ picture: inout Picture
  ) {
    for (number, entry) in entries.enumerated() {
      let y = top + side + MatrixPicture.margin + number * MatrixPicture.legendRow
      picture.shapes += [
        .rectangle(x: MatrixPicture.margin, y: y, width: 14, height: 14, entry.role),
        .text(entry.text, x: MatrixPicture.margin + 22, y: y + 7, .name),
      ]
    }
  }
}

extension MatrixReport {
  /// How many modules a folded row has.
  fileprivate func words(_ row: CouplingMatrix.Row) -> String {
    context.words.modules(row.modules.count)
  }
}
