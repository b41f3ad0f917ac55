package import Inventory
import PlanFile
import SharedSystem

/// What an import of an inventory read, what it changes in the plan's tables, and what it did not
/// take: counted, with examples.
package struct InventorySummary: Sendable {
  let report: InventoryReport
  /// Whether the files were only to be looked at.
  let isDryRun: Bool
  /// Whether nothing was written because of an error.
  let isFailed: Bool
  let context: ReportContext

  /// Rows of each list that are shown; the rest is counted.
  static let shown = 10

  /// Makes a summary.
  package init(
    _ report: InventoryReport, isDryRun: Bool, isFailed: Bool = false, _ context: ReportContext
  ) {
    self.report = report
    self.isDryRun = isDryRun
    self.isFailed = isFailed
    self.context = context
  }

  private var words: Words { context.words }

  /// The summary for people; no line is wider than 100 columns.
  package var text: String {
    var text = ReportText(style: context.style)
    text.add(verdict)
    for source in report.sources where !source.columns.isEmpty { addColumns(source, &text) }
    addChanges(&text)
    addRejections(&text)
    addRemarks(&text)
    text.add(lines: outputs)
    return text.text
  }

  private var verdict: [LabelledLine?] {
    var lines: [LabelledLine?] = report.sources.map { source in
      LabelledLine(
        words.inventoryFile,
        [
          Table.Cell(source.file.onOneLine), Table.Cell(words.format(source)),
          Table.Cell(words.found(modules: source.modules, couplings: source.couplings)),
        ])
    }
    lines.append(counts(words.modulesLabel, report.modules))
    lines.append(counts(words.couplingsLabel, report.couplings))
    if !report.rejections.isEmpty {
      let count = Figures.grouped(report.rejections.count)
      lines.append(
        LabelledLine(words.rejectedLabel, [Table.Cell(words.rejectedRows(count), .alarm)]))
    }
    let unknown = report.sources.reduce(0) {
      $0 + $1.columns.filter { $0.key == nil && $0.note == nil }.count
    }
    if unknown > 0 {
      lines.append(
        LabelledLine(words.columnsLabel, sentence: words.columnsNotTaken(unknown)))
    }
    if !report.missing.isEmpty {
      let parts = report.missing.enumerated().map {
        words.missing($1.key, count: $1.count, total: $1.total, isFirst: $0 == 0)
      }
      lines.append(LabelledLine(words.missingLabel, sentence: words.joined(parts)))
    }
    return lines
  }

  private func counts(_ label: String, _ changes: InventoryReport.Changes) -> LabelledLine? {
    var facts: [Table.Cell] = []
    func add(_ count: Int, _ wording: (String) -> String, _ emphasis: Emphasis = .none) {
      guard count > 0 else { return }
      // A label that fills its column needs a space behind it.
      let isTight = facts.isEmpty && label.displayWidth >= LabelledLine.labelWidth
      facts.append(Table.Cell((isTight ? " " : "") + wording(Figures.grouped(count)), emphasis))
    }
    add(changes.added.count, words.added, .relief)
    add(changes.changed.count, words.changed, .strong)
    add(changes.unchanged, words.unchanged, .faint)
    add(changes.byHandAlike + changes.byHand.count, words.byHand)
    add(changes.gone.count, words.gone)
    add(changes.pruned.count, words.pruned, .alarm)
    return facts.isEmpty ? nil : LabelledLine(label, facts)
  }

  private func addColumns(_ source: InventoryReport.Source, _ text: inout ReportText) {
    var table = Table(columns: [
      Table.Column(title: words.headerColumn, overflow: .cut(minimum: 16)),
      Table.Column(title: words.keyColumn),
      Table.Column(title: words.filledColumn, isNumeric: true),
      Table.Column(title: words.noteColumn, overflow: .wrap(minimum: 20)),
    ])
    // The columns that were not taken first: they are what there is to do something about.
    let ordered = source.columns.filter { $0.key == nil } + source.columns.filter { $0.key != nil }
    for column in ordered.prefix(60) {
      let note = column.note.map(context.text) ?? ""
      table.rows.append([
        Table.Cell(column.header.isEmpty ? words.noHeader : column.header.onOneLine),
        column.key.map { Table.Cell("→ \($0)") }
          ?? Table.Cell(words.notTaken, note.isEmpty ? .alarm : .faint),
        Table.Cell(Figures.grouped(column.filled)), Table.Cell(note),
      ])
    }
    if report.sources.count > 1 { text.add(lines: ["\(source.file.onOneLine):"]) }
    if report.sources.count > 1 {
      text.append(lines: table.lines(style: context.style))
    } else {
      text.add(table)
    }
    if ordered.count > 60 { text.append(lines: ["  " + words.more(ordered.count - 60)]) }
  }

  private func addChanges(_ text: inout ReportText) {
    addRows(words.modulesLabel, report.modules, &text)
    addRows(words.couplingsLabel, report.couplings, &text)
  }

  private func addRows(
    _ label: String, _ changes: InventoryReport.Changes, _ text: inout ReportText
  ) {
    let hasOld = !changes.changed.isEmpty || changes.unchanged > 0 || !changes.gone.isEmpty
    var lines: [String] = []
    for row in changes.changed.prefix(InventorySummary.shown) {
      lines += limited("  ~ \(called(row.id))  \(fields(row))")
    }
    lines += rest(changes.changed.count)
    // Everything is new in a new plan: the count says it.
    if hasOld {
      for id in changes.added.prefix(InventorySummary.shown) {
        lines += limited("  + \(called(id))")
      }
      lines += rest(changes.added.count)
    }
    let pruned = Set(changes.pruned)
    for id in changes.gone.prefix(InventorySummary.shown) {
      let isPruned = pruned.contains(id)
      lines += limited("  - \(called(id))  \(isPruned ? words.takenOut : words.noLongerThere)")
    }
    lines += rest(changes.gone.count)
    for row in changes.byHand.prefix(InventorySummary.shown) {
      lines += limited("  ! \(called(row.id))  \(words.writtenByHand): \(fields(row))")
    }
    lines += rest(changes.byHand.count)
    if !lines.isEmpty { text.add(lines: [label] + lines) }
  }

  /// A row as people call it: `営業オンライン (m-7tp6423hp9)`, `会計 → 人事`.
  private func called(_ id: String) -> String {
    let ends = id.split(separator: " → ").map(String.init)
    if ends.count == 2 {
      return ends.map { (report.names[$0] ?? $0).onOneLine.truncated(toWidth: 30) }
        .joined(separator: " → ")
    }
    guard let name = report.names[id], name != id else { return id }
    return "\(name.onOneLine.truncated(toWidth: 40)) (\(id))"
  }

  private func fields(_ row: InventoryReport.RowChange) -> String {
    row.fields.map { field in
      let old = field.old.isEmpty ? "–" : field.old.onOneLine.truncated(toWidth: 30)
      let new = field.new.isEmpty ? "–" : field.new.onOneLine.truncated(toWidth: 30)
      return "\(field.key) \(old) → \(new)"
    }.joined(separator: words.pick(", ", "、"))
  }

  private func limited(_ line: String) -> [String] {
    let lines = line.wrapped(toWidth: ReportContext.width - 4)
    return lines.enumerated().map { $0 == 0 ? $1 : "      " + $1 }.map {
      $0.truncated(toWidth: ReportContext.width)
    }
  }

  private func rest(_ count: Int) -> [String] {
    count > InventorySummary.shown ? ["    " + words.more(count - InventorySummary.shown)] : []
  }

  private func addRejections(_ text: inout ReportText) {
    guard !report.rejections.isEmpty else { return }
    var lines = [words.rejectedTitle]
    // A few of every reason: ten sums must not hide the one row that matters.
    var shown: [String: Int] = [:]
    var hidden = 0
    for rejection in report.rejections {
      shown[rejection.kind, default: 0] += 1
      guard shown[rejection.kind, default: 0] <= 5 else {
        hidden += 1
        continue
      }
      lines += limited("  \(place(rejection)): \(context.text(rejection.reason))")
    }
    if hidden > 0 { lines.append("    " + words.more(hidden)) }
    text.add(lines: lines)
  }

  /// `systems.csv:14`.
  func place(_ rejection: Rejection) -> String {
    let index = Int(rejection.position.file)
    let file = report.sources.indices.contains(index) ? report.sources[index].file : ""
    return "\(file.onOneLine):\(rejection.position.line)"
  }

  private func addRemarks(_ text: inout ReportText) {
    var lines: [String] = []
    for remark in report.remarks {
      let examples = remark.examples.prefix(3).map { $0.onOneLine.truncated(toWidth: 24) }
      let count = remark.count > 1 ? " (\(Figures.grouped(remark.count)))" : ""
      let shown = examples.isEmpty ? "" : ": " + examples.joined(separator: words.pick(", ", "、"))
      lines += limited("  \(context.text(remark.text))\(count)\(shown)")
    }
    if !lines.isEmpty { text.add(lines: [words.remarksTitle] + lines) }
  }

  private var outputs: [String] {
    if isFailed { return [words.nothingWritten] }
    if report.isUnchanged { return [words.nothingChanges] }
    var lines: [String] = []
    for output in report.outputs where output.state != .unchanged {
      let path = output.path.onOneLine
      lines.append(isDryRun ? words.wouldWrite(file: path) : words.wrote(file: path))
      lines += output.lines.map { "  + \($0)" }
    }
    return lines
  }
}
