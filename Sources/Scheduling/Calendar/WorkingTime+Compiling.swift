/// Compiling calendars to tables.
extension WorkingTime {
  /// Compiles calendars for the days `firstDay...lastDay` (days since 1970-01-01).
  ///
  /// - Parameter earlier: tables of the same calendars from the same first day on; when they end
  ///   before the last day, only the days after them are compiled.
  /// - Complexity: O(calendars · days + exceptions · log exceptions) time and space; the days of
  ///   the earlier tables are only copied.
  init(
    _ calendars: [WorkCalendar], firstDay: Int, lastDay: Int, extending earlier: WorkingTime? = nil
  ) {
    var tables = Tables()
    let known = earlier.flatMap { Int($0.tableStart) == firstDay * 1440 ? $0 : nil }
    let firstNewDay = known.map { Int($0.tableEnd) / 1440 } ?? firstDay
    for (index, calendar) in calendars.enumerated() {
      var head = Head(
        isContinuous: calendar.isContinuous,
        isFinite: calendar.windows != nil || calendar.hasNoWeeklyHours)
      head.firstSpan = Int32(tables.spans.count)
      head.lastSpan = head.firstSpan
      head.firstDay = Int32(tables.days.count)
      head.firstBlock = Int32(tables.blocks.count)
      if !calendar.isContinuous {
        if let known { tables.copy(index, of: known, to: &head) }
        tables.file(DayTable(calendar, firstDay: firstNewDay, lastDay: lastDay), &head)
      }
      tables.heads.append(head)
    }
    self.init(tables, tableStart: Int32(firstDay * 1440), tableEnd: Int32((lastDay + 1) * 1440))
  }

  /// The days that the tables cover.
  var horizon: Horizon {
    Horizon(firstDay: Int(tableStart) / 1440, lastDay: Int(tableEnd) / 1440 - 1)
  }

  /// Tables while they grow.
  struct Tables {
    fileprivate(set) var heads: [Head] = []
    fileprivate(set) var spans: [Span] = []
    fileprivate(set) var days: [Int32] = []
    fileprivate(set) var blocks: [Int32] = []

    /// Appends what is known of a calendar, but for the span beyond the last.
    fileprivate mutating func copy(_ calendar: Int, of known: WorkingTime, to head: inout Head) {
      let old = known.heads[calendar]
      let spans = Int(old.firstSpan)..<Int(old.lastSpan)
      let isLast = calendar + 1 == known.heads.count
      let next = isLast ? nil : known.heads[calendar + 1]
      let days = Int(old.firstDay)..<(next.map { Int($0.firstDay) } ?? known.spanOfDay.count)
      let blocks =
        Int(old.firstBlock)..<(next.map { Int($0.firstBlock) } ?? known.spanOfBlock.count)
      let shift = head.firstSpan - old.firstSpan
      self.spans.append(contentsOf: known.spans[spans])
      let (firstDay, firstBlock) = (self.days.count, self.blocks.count)
      self.days.append(contentsOf: known.spanOfDay[days])
      self.blocks.append(contentsOf: known.spanOfBlock[blocks])
      if shift != 0 {
        for index in firstDay..<self.days.count { self.days[index] += shift }
        for index in firstBlock..<self.blocks.count { self.blocks[index] += shift }
      }
      head.total = old.total
    }

    /// Appends the spans of a calendar's days, for each day the first span that ends after the
    /// day's beginning, and for each block of 256 working minutes the span of its first minute.
    fileprivate mutating func file(_ table: DayTable, _ head: inout Head) {
      // The hours of all shapes in one array: reading them costs no reference counting.
      var pieces: [(start: Int32, end: Int32)] = []
      var firstPiece: [Int] = [0]
      for shape in table.shapes {
        for piece in shape { pieces.append((Int32(piece.start), Int32(piece.end))) }
        firstPiece.append(pieces.count)
      }
      var count = 1
      for shape in table.shapeOfDay { count += firstPiece[Int(shape) + 1] - firstPiece[Int(shape)] }
      // A last span beyond the tables ends every search.
      let beyond = Span(start: Int32.max, end: Int32.max, position: head.total)
      var (newSpans, newDays) = (spans, days)
      (spans, days) = ([], [])
      var next = newSpans.count
      var day = newDays.count
      newSpans.append(contentsOf: repeatElement(beyond, count: count))
      newDays.append(contentsOf: repeatElement(0, count: table.shapeOfDay.count))
      var dayStart = Int32(table.firstDay * 1440)
      var lastEnd = next > Int(head.firstSpan) ? newSpans[next - 1].end : Int32.min
      var total = head.total
      do {
        var spans = newSpans.mutableSpan
        var days = newDays.mutableSpan
        for shape in table.shapeOfDay {
          var first = next
          var index = firstPiece[Int(shape)]
          let endIndex = firstPiece[Int(shape) + 1]
          while index < endIndex {
            let (start, end) = (dayStart &+ pieces[index].start, dayStart &+ pieces[index].end)
            if lastEnd == start {
              // A span that runs on over midnight is one span for both days.
              spans[next &- 1].end = end
              if start == dayStart { first = next &- 1 }
            } else {
              spans[next] = Span(start: start, end: end, position: total)
              next &+= 1
            }
            lastEnd = end
            total &+= end &- start
            index &+= 1
          }
          days[day] = Int32(truncatingIfNeeded: first)
          day &+= 1
          dayStart &+= 1440
        }
        spans[next] = Span(start: Int32.max, end: Int32.max, position: total)
      }
      newSpans.removeLast(newSpans.count - next - 1)
      (spans, days) = (newSpans, newDays)
      head.total = total
      head.lastSpan = Int32(next)
      head.firstMinute = spans[Int(head.firstSpan)].start
      fileBlocks(head)
    }

    private mutating func fileBlocks(_ head: Head) {
      let known = blocks.count - Int(head.firstBlock)
      var span = Int(known == 0 ? head.firstSpan : blocks[blocks.count - 1])
      let count = Int((head.total &+ 255) >> 8)
      var newBlocks = blocks
      blocks = []
      newBlocks.append(contentsOf: repeatElement(0, count: count - known))
      do {
        var blocks = newBlocks.mutableSpan
        var block = Int32(known) << 8
        var index = Int(head.firstBlock) + known
        while index < blocks.count {
          while spans[span &+ 1].position <= block { span &+= 1 }
          blocks[index] = Int32(truncatingIfNeeded: span)
          block &+= 256
          index &+= 1
        }
      }
      blocks = newBlocks
    }
  }
}
