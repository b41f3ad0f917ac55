/// Reading the description of a calendar as the hours of days.
extension WorkCalendar {
  /// Calls `body` with the hours of every day from `first` to `last`, in order.
  ///
  /// - Complexity: O(days + exceptions · log exceptions) time, O(days) space.
  package func forEachDay(
    from first: Int, through last: Int, _ body: (_ day: Int, _ hours: [Hours]) -> Void
  ) {
    let table = DayTable(self, firstDay: first, lastDay: last)
    for (offset, shape) in table.shapeOfDay.enumerated() {
      body(first + offset, table.shapes[Int(shape)])
    }
  }

  /// The hours of one date.
  ///
  /// - Complexity: O(exceptions).
  public func hours(on date: CivilDate) -> [Hours] {
    let table = DayTable(self, firstDay: date.dayNumber, lastDay: date.dayNumber)
    return table.shapes[Int(table.shapeOfDay[0])]
  }
}
