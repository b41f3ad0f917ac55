/// How many tasks agree, by file and field, with totals; `own` are tasks that differ only in late
/// dates in which the file contradicts itself (`StoredContradictions`).
struct ComparisonTable {
  private let comparisons: [FileComparison]

  init(_ comparisons: [FileComparison]) { self.comparisons = comparisons }

  var text: String {
    let fields = StoredField.allCases
    var rows = [["file", "tasks"] + fields.map(\.heading) + ["all", "share", "own"]]
    for comparison in comparisons { rows.append(row(comparison.name, [comparison])) }
    rows.append(row("without progress", comparisons.filter { !$0.hasProgress }))
    rows.append(row("with progress", comparisons.filter(\.hasProgress)))
    rows.append(row("total", comparisons))
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let spaces = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + spaces : spaces + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func row(_ name: String, _ comparisons: [FileComparison]) -> [String] {
    let tasks = comparisons.reduce(0) { $0 + $1.tasks }
    let conforming = comparisons.reduce(0) { $0 + $1.conforming }
    let contradictions = comparisons.reduce(0) { $0 + $1.contradictions.count }
    let agreeing = StoredField.allCases.map { field in
      "\(comparisons.reduce(0) { $0 + ($1.agreeing[field] ?? 0) })"
    }
    return [name, "\(tasks)"] + agreeing + [
      "\(conforming)", share(conforming, of: tasks), "\(contradictions)",
    ]
  }

  private func share(_ count: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = count * 1000 / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }
}

extension FileComparison {
  /// A file that could not be read.
  init(unreadable name: String) {
    self.name = name
    failure = "unreadable"
  }
}
