import Testing

@testable import Reports

@Suite("Table")
struct TableTests {
  private func table(_ rows: [[String]]) -> Table {
    var table = Table(columns: [
      .init(title: "start"), .init(title: "days", isNumeric: true),
      .init(title: "task", overflow: .cut(minimum: 16)),
      .init(title: "owner", overflow: .cut(minimum: 6)),
      .init(title: "because", overflow: .wrap(minimum: 16)),
    ])
    table.rows = rows.map { $0.map { Table.Cell($0) } }
    return table
  }

  @Test("columns are aligned, numbers at the right, nothing behind the last cell")
  func alignment() {
    let lines = table([
      ["2027-04-01", "5", "現行調査", "retail", "the project starts"],
      ["2027-04-08", "1,371", "Build", "", "after 現行調査"],
    ]).lines()
    #expect(
      lines == [
        "  start        days  task      owner   because",
        "  2027-04-01      5  現行調査  retail  the project starts",
        "  2027-04-08  1,371  Build             after 現行調査",
      ])
  }

  @Test("a column without content is left out")
  func emptyColumn() {
    let lines = table([["2027-04-01", "5", "Build", "", "x"]]).lines()
    #expect(lines == ["  start       days  task   because", "  2027-04-01     5  Build  x"])
  }

  @Test("too wide: reasons go on below before names are cut")
  func overflow() {
    let row = [
      "2027-04-01", "5", "A rather long name of a task", "network", "waits for a window of days",
    ]
    #expect(
      table([row]).lines(limit: 80) == [
        "  start       days  task                          owner    because",
        "  2027-04-01     5  A rather long name of a task  network  waits for a window of",
        "                                                           days",
      ])
    #expect(
      table([row]).lines(limit: 64) == [
        "  start       days  task               owner    because",
        "  2027-04-01     5  A rather long na…  network  waits for a",
        "                                                window of days",
      ])
  }

  @Test("never wider than 100 columns, whatever the names", arguments: 0..<40 as Range<UInt64>)
  func limit(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rows = (0..<30).map { _ in
      [
        "2027-04-01", "1,234.5", RandomNames.name(&random), RandomNames.name(&random),
        RandomNames.name(&random),
      ]
    }
    let lines = table(rows).lines()
    #expect(lines.allSatisfy { $0.displayWidth <= 100 })
    #expect(lines.allSatisfy { $0.last != " " })
  }

  @Test("colour changes nothing but the escape sequences")
  func colour() {
    var coloured = table([["2027-04-01", "5", "Build", "retail", "x"]])
    coloured.rows[0][2].emphasis = .alarm
    let plain = coloured.lines()
    let styled = coloured.lines(style: .coloured)
    #expect(styled[1].contains("\u{1B}[1;31mBuild\u{1B}[0m"))
    let stripped = styled.map { line in
      line.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    }
    #expect(stripped == plain)
  }
}
