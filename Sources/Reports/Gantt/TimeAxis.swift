import Scheduling
import SharedSystem

/// The units of time above a chart: fiscal years, and below them what the scale has room for.
struct TimeAxis: Hashable {
  /// A unit of time.
  enum Unit: Hashable {
    /// So many Japanese fiscal years (April to March), from a year that their number divides.
    case fiscalYears(Int)
    case year, quarter, month, week, day
  }

  /// One unit, clipped to the chart.
  struct Cell: Hashable {
    /// The unit's first day.
    let start: CivilDate
    /// From where to where it is drawn.
    let left: Int
    let right: Int
    /// What stands in it: its longest name for which every unit of the row has room.
    let text: String
  }

  /// A row of units.
  struct Tier: Hashable {
    let unit: Unit
    let cells: [Cell]
  }

  /// The size of the axis's texts, in hundredths of a millimetre.
  static let textSize = 200

  /// The rows, longer units first.
  let tiers: [Tier]

  /// Chooses units for a scale.
  ///
  /// - Complexity: O(units on the chart).
  init(_ scale: TimeScale, _ words: Words) {
    let units = TimeAxis.units(scale)
    tiers = units.map { unit in
      Tier(
        unit: unit,
        cells: TimeAxis.cells(unit, scale, words, hasYears: units.contains(.year)))
    }
  }

  /// Which units have room for their shortest name.
  private static func units(_ scale: TimeScale) -> [Unit] {
    if scale.width(ofDays: 1) >= 300 { return [.fiscalYears(1), .month, .day] }
    if scale.width(ofDays: 7) >= 520 { return [.fiscalYears(1), .month, .week] }
    if scale.width(ofDays: 28) >= 300 { return [.fiscalYears(1), .year, .month] }
    if scale.width(ofDays: 90) >= 420 { return [.fiscalYears(1), .year, .quarter] }
    if scale.width(ofDays: 365) >= 700 { return [.fiscalYears(1), .year] }
    let step = [2, 5, 10, 20, 50, 100, 200, 500].first { scale.width(ofDays: $0 * 365) >= 1000 }
    return [.fiscalYears(step ?? 1000)]
  }

  private static func cells(
    _ unit: Unit, _ scale: TimeScale, _ words: Words, hasYears: Bool
  ) -> [Cell] {
    var cells: [(cell: Cell, names: ArraySlice<String>, isWhole: Bool)] = []
    var start = TimeAxis.start(of: unit, before: scale.firstDay)
    while start <= scale.lastDay {
      let end = next(start, unit)
      let (left, right) = (scale.clamped(start), scale.clamped(end))
      let names = words.names(of: unit, start, hasYears: hasYears)
      let fitting = names.firstIndex {
        TextLength.of($0, size: textSize) <= right - left - 30
      }
      if left < right {
        let isWhole = scale.first <= Instant(start) && Instant(end) <= scale.last
        cells.append(
          (
            Cell(start: start, left: left, right: right, text: ""),
            names[(fitting ?? names.endIndex)...], isWhole
          ))
      }
      start = end
    }
    // All units of a row have the same kind of name; one at the edge with less room has the next
    // shorter one, or none: a bare number beside names would be a riddle.
    let kinds = cells.filter(\.isWhole).map(\.names.startIndex)
    let kind = kinds.max() ?? 0
    return cells.map { cell, names, _ in
      let isClear = kinds.isEmpty || names.startIndex <= kind + 1
      return Cell(
        start: cell.start, left: cell.left, right: cell.right,
        text: isClear ? names.dropFirst(max(0, kind - names.startIndex)).first ?? "" : "")
    }
  }

  /// The first day of the unit that a day lies in.
  private static func start(of unit: Unit, before day: CivilDate) -> CivilDate {
    switch unit {
    case .fiscalYears(let count):
      let year = day.fiscalYear
      let rest = year % count
      return firstDay(year - (rest < 0 ? rest + count : rest), 4)
    case .year: return firstDay(day.year, 1)
    case .quarter: return firstDay(day.year, (day.month - 1) / 3 * 3 + 1)
    case .month: return firstDay(day.year, day.month)
    case .week: return day.adding(days: 1 - day.isoWeekday)
    case .day: return day
    }
  }

  private static func next(_ start: CivilDate, _ unit: Unit) -> CivilDate {
    switch unit {
    case .fiscalYears(let count): start.adding(months: 12 * count)
    case .year: start.adding(months: 12)
    case .quarter: start.adding(months: 3)
    case .month: start.adding(months: 1)
    case .week: start.adding(days: 7)
    case .day: start.adding(days: 1)
    }
  }

  private static func firstDay(_ year: Int, _ month: Int) -> CivilDate {
    CivilDate(dayNumber: 0).adding(months: (year - 1970) * 12 + month - 1)
  }
}

extension Words {
  /// The names of a unit of time, the longest first; a month has its year only where no row of the
  /// axis tells it.
  fileprivate func names(
    of unit: TimeAxis.Unit, _ start: CivilDate, hasYears: Bool
  ) -> [String] {
    let year = start.year
    let short = String("\(year)".suffix(2))
    let month = shortMonth(start.month)
    switch unit {
    case .fiscalYears(1):
      return [pick("FY\(year)", "\(year)年度"), pick("FY\(short)", "\(short)年度"), short]
    case .fiscalYears(let count):
      return [
        pick("FY\(year)–\(year + count - 1)", "\(year)–\(year + count - 1)年度"),
        pick("FY\(year)–", "\(year)年度–"), "\(year)–", "\(year)",
      ]
    case .year: return [pick("\(year)", "\(year)年"), "\(year)", short]
    case .quarter:
      let last = start.month + 2
      return [
        pick("\(month)–\(shortMonth(last))", "\(start.month)–\(last)月"),
        "\(start.month)–\(last)",
      ]
    case .month:
      let long = hasYears ? [] : [pick("\(month) \(year)", "\(year)年\(month)")]
      return long + [month, "\(start.month)"]
    case .week: return [pick("\(start.day) \(month)", "\(month)\(start.day)日"), "\(start.day)"]
    case .day: return ["\(start.day)"]
    }
  }

  /// `Apr`, `4月`.
  func shortMonth(_ month: Int) -> String {
    let english = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return pick(english[(month - 1) % 12], "\(month)月")
  }
}
