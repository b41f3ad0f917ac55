/// One line above a table: a label and the facts that belong to it.
///
/// Facts stand side by side with four spaces between them and go on below when the line is full.
struct LabelledLine: Sendable {
  /// Columns kept for the label.
  static let labelWidth = 10

  var label: String
  var facts: [Table.Cell]

  init(_ label: String, _ facts: [Table.Cell]) {
    self.label = label
    self.facts = facts.filter { !$0.text.isEmpty }
  }

  /// A line with one fact, which may be a long sentence.
  init(_ label: String, sentence: String) {
    self.init(label, [Table.Cell(sentence)])
  }

  func lines(style: TextStyle, limit: Int = ReportContext.width) -> [String] {
    let room = limit - LabelledLine.labelWidth
    let margin = String(repeating: " ", count: LabelledLine.labelWidth)
    var lines: [String] = []
    var line = ""
    var width = 0
    for fact in facts {
      for (number, part) in fact.text.wrapped(toWidth: room).enumerated() {
        let partWidth = part.displayWidth
        if number == 0, width > 0, width + 4 + partWidth <= room {
          line += "    "
          width += 4
        } else if width > 0 {
          lines.append(line)
          line = ""
          width = 0
        }
        line += style.apply(fact.emphasis, to: part)
        width += partWidth
      }
    }
    lines.append(line)
    let first = style.apply(.faint, to: label) + margin.dropFirst(label.displayWidth)
    return lines.enumerated().map { ($0 == 0 ? first : margin) + $1 }
  }
}
