import ArgumentParser
import Planning
import Reports
import Scheduling

/// The options of `export --format svg`.
struct GanttArguments: ParsableArguments {
  @Option(name: .long, help: "svg: what rows are grouped by: outline, owner or module.")
  var group: GanttOptions.Grouping?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "svg: the first day of the chart (default: as the tasks ask).", valueName: "date"))
  var from: ChartDay?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "svg: the last day of the chart (default: as the tasks ask).", valueName: "date"))
  var to: ChartDay?

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      svg: only critical or driving tasks (critical), also those on paths within 10 working days \
      of the driving path (near), one owner's (owner=ID) or one module's (module=ID). May be repeated: one of the same \
      kind must hold, and all different kinds.
      """, valueName: "filter"))
  var only: [GanttOptions.Filter] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      svg: how many rows a page has at most, up to \(GanttOptions.mostRows) (default: all on one \
      page if that many are enough, else pages with larger letters).
      """, valueName: "count"))
  var rows: Int?

  /// The options that were given, as the user writes them.
  private var given: [String] {
    [
      group == nil ? nil : "--group", from == nil ? nil : "--from", to == nil ? nil : "--to",
      only.isEmpty ? nil : "--only", rows == nil ? nil : "--rows",
    ].compactMap(\.self)
  }

  /// Refuses options that mean nothing for a format, and values that contradict each other.
  func check(isChart: Bool) throws {
    if !isChart, let first = given.first {
      throw ValidationError("\(first) goes with --format svg.")
    }
    if let from, let to, to.date < from.date {
      throw ValidationError("--to \(to.date) is before --from \(from.date).")
    }
    if let rows, !(1...GanttOptions.mostRows).contains(rows) {
      throw ValidationError("--rows takes a number from 1 to \(GanttOptions.mostRows).")
    }
  }

  /// The options of the chart.
  var options: GanttOptions {
    var options = GanttOptions()
    options.grouping = group ?? .outline
    options.from = from?.date
    options.to = to?.date
    options.only = only
    options.rowsPerPage = rows
    return options
  }
}

/// A day on the command line.
struct ChartDay: ExpressibleByArgument {
  let date: CivilDate

  init?(argument: String) {
    guard case .day(let date) = try? PlanDate(argument) else { return nil }
    self.date = date
  }
}

extension GanttOptions.Grouping: ExpressibleByArgument {}

extension GanttOptions.Filter: ExpressibleByArgument {
  /// Reads the argument of `--only`.
  public init?(argument: String) { self.init(argument) }
}
