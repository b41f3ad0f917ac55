package import Planning
import SharedSystem

/// The table of everything the estimates rest on: values, units, sources.
package struct DefaultsReport: Sendable {
  let defaults: EstimatorDefaults
  let context: ReportContext
  /// What the entries rest on, each once, in order of first use.
  private let sources: [Source]

  private struct Source: Hashable, Sendable {
    var basis: EstimateBasis
    var text: String
  }

  /// Makes a report of a table of defaults.
  package init(_ defaults: EstimatorDefaults, _ context: ReportContext) {
    self.defaults = defaults
    self.context = context
    var sources: [Source] = []
    for entry in defaults.entries {
      let source = Source(basis: entry.basis, text: context.text(entry.source))
      if !sources.contains(source) { sources.append(source) }
    }
    self.sources = sources
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    let replaced = defaults.entries.count { $0.isOverridden }
    var report = ReportText(style: context.style)
    let counts = EstimateBasis.allCases.map { basis in
      let count = defaults.entries.count { $0.basis == basis && !$0.isOverridden }
      return Table.Cell("\(words.basis(basis)) \(Figures.grouped(count))")
    }
    report.add([
      LabelledLine(
        words.defaultsLabel,
        [.init(words.defaults(count: defaults.entries.count), .strong)] + counts
          + (replaced > 0 ? [.init(words.overridden(count: replaced), .strong)] : []))
    ])
    report.add(table)
    if replaced > 0 { report.append(lines: ["  " + words.overriddenLegend]) }
    report.add(lines: [context.style.apply(.strong, to: words.sourcesTitle)])
    for (index, source) in sources.enumerated() {
      let text = "\(words.basis(source.basis))\(words.pick(": ", "："))\(source.text)"
      report.append(lines: NumberedLines.lines(text, number: index + 1))
    }
    return report.text
  }

  private var table: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.defaultKeyColumn), .init(title: words.lowColumn, isNumeric: true),
      .init(title: words.modeColumn, isNumeric: true),
      .init(title: words.highColumn, isNumeric: true), .init(title: ""),
      .init(title: words.unitColumn), .init(title: words.whatColumn, overflow: .wrap(minimum: 16)),
      .init(title: words.sourceColumn),
    ])
    table.indent = 0
    table.rows = defaults.entries.map { entry in
      func value(_ level: EstimateLevel) -> Table.Cell {
        let isScalar = entry.value.low == entry.value.high
        let text = Figures.decimal(entry.millionths(level), places: 6)
        return .init(isScalar && level != .mode ? "" : text, entry.isOverridden ? .strong : .none)
      }
      let source = Source(basis: entry.basis, text: context.text(entry.source))
      let number = (sources.firstIndex(of: source) ?? 0) + 1
      return [
        .init(entry.key), value(.low), value(.mode), value(.high),
        .init(entry.isOverridden ? "*" : "", .alarm), .init(words.unit(entry.unit), .faint),
        .init(what(entry)), .init(entry.isOverridden ? "" : "[\(number)]", .faint),
      ]
    }
    return table
  }

  private func what(_ entry: EstimatorDefault) -> String {
    let words = context.words
    let notes =
      [entry.note.map(context.text)].compactMap(\.self)
      + (entry.isShownOnly ? [words.pick("shown only", "表示のみ")] : [])
    guard !notes.isEmpty else { return context.text(entry.name) }
    let note = notes.joined(separator: words.pick("; ", "、"))
    return context.text(entry.name) + words.pick(" (\(note))", "（\(note)）")
  }

  /// The report for programs.
  package var json: JSONValue {
    ["formatVersion": 1, "defaults": .array(defaults.entries.map(json))]
  }

  private func json(_ entry: EstimatorDefault) -> JSONValue {
    [
      "key": .string(entry.key), "unit": .string(entry.unit.rawValue),
      "low": .millionths(entry.millionths(.low)), "mode": .millionths(entry.millionths(.mode)),
      "high": .millionths(entry.millionths(.high)), "basis": .string(entry.basis.rawValue),
      "overridden": .bool(entry.isOverridden), "shownOnly": .bool(entry.isShownOnly),
      "name": .string(entry.name.text(in: context.language)),
      "note": .text(entry.note?.text(in: context.language)),
      "source": .string(entry.source.text(in: context.language)),
    ]
  }
}

/// Numbered paragraphs.
enum NumberedLines {
  /// A paragraph with its number, its further lines indented.
  static func lines(_ text: String, number: Int) -> [String] {
    let number = String(number)
    let margin = String(repeating: " ", count: max(0, 4 - number.count)) + number + ". "
    let indentation = String(repeating: " ", count: margin.count)
    return text.wrapped(toWidth: ReportContext.width - margin.count).enumerated().map {
      ($0 == 0 ? margin : indentation) + $1
    }
  }
}
