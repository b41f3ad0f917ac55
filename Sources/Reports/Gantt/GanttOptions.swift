package import Scheduling

/// What of a schedule a Gantt chart shows, and in which order.
package struct GanttOptions: Sendable {
  /// What rows are grouped by.
  package enum Grouping: String, CaseIterable, Sendable {
    /// As the plan is written: tasks below their summaries.
    case outline
    /// By who does the work, in order of start.
    case owner
    /// By the module it is about, in order of start.
    case module
  }

  /// What a task must be to be shown.
  package enum Filter: Hashable, Sendable {
    /// Critical, or on a longest driving path to the cutover.
    case critical
    /// Also on paths that come near to these (`GanttSelection.nearDays`).
    case near
    /// Done by this owner.
    case owner(String)
    /// About this module.
    case module(String)

    /// Reads `critical`, `near`, `owner=ID` or `module=ID`; nil when the text is none of them.
    package init?(_ text: String) {
      switch text {
      case "critical": self = .critical
      case "near": self = .near
      default:
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        switch parts[0] {
        case "owner": self = .owner(String(parts[1]))
        case "module": self = .module(String(parts[1]))
        default: return nil
        }
      }
    }
  }

  /// What rows are grouped by.
  package var grouping = Grouping.outline
  /// The first day of the axis; nil: as the tasks ask.
  package var from: CivilDate?
  /// The last day of the axis; nil: as the tasks ask.
  package var to: CivilDate?
  /// Which tasks are shown: filters of one kind are alternatives, different kinds must all hold.
  package var only: [Filter] = []
  /// How many rows a page has at most; nil: all on one page if they can be read there, else pages
  /// with larger letters.
  package var rowsPerPage: Int?

  /// How many rows a page of several has at most when nobody says.
  static let comfortableRows = 110

  /// As many rows as an A3 page in landscape has with letters that can still be read: 150 tasks with
  /// their summaries.
  package static let mostRows = 165

  /// How many rows a page has at most for so many rows.
  func rowsPerPage(of rows: Int) -> Int {
    if let rowsPerPage { return max(1, min(rowsPerPage, GanttOptions.mostRows)) }
    return rows <= GanttOptions.mostRows ? GanttOptions.mostRows : GanttOptions.comfortableRows
  }

  /// Makes the options of a chart of everything.
  package init() {}
}
