/// Calendars compiled to tables: the working minutes of a range of days, numbered from 0.
///
/// Two functions carry all calendar arithmetic of the engine: `position(t, on: c)` is the number of
/// working minutes of calendar `c` before the instant `t`, and `instant(p, on: c)` is the beginning
/// of its working minute number `p`. A task of `d` minutes that may begin at `t` starts at
/// `instant(position(t))` and finishes at `instant(position(t) + d - 1) + 1`.
///
/// Instants and positions outside the tables come back as `farFuture` and `farPast`; whoever meets
/// one compiles longer tables (`Horizon`). All calendars share three arrays, so that looking one up
/// costs no reference counting.
struct WorkingTime: Sendable {
  /// Stands for every instant or position after the tables.
  static let farFuture: Int32 = 2_000_000_000
  /// Stands for every instant or position before the tables.
  static let farPast: Int32 = -2_000_000_000
  /// A limit later than every date that can be computed, and not yet far.
  static let noLimit = farFuture - 160_000_000

  /// Whether an instant or position lies outside the tables.
  @inline(__always)
  static func isFar(_ value: Int32) -> Bool {
    value >= farFuture - 150_000_000 || value <= farPast + 150_000_000
  }

  /// Where one calendar's tables are.
  private struct Head {
    var isContinuous: Bool
    var isFinite: Bool
    /// Index of its first span and of its last.
    var firstSpan: Int32
    var lastSpan: Int32
    var firstDay: Int32
    var firstBlock: Int32
    var total: Int32
    /// Beginning of its first span; `Int32.max` without one.
    var firstMinute: Int32
  }

  /// A run of working minutes.
  private struct Span {
    var start: Int32
    var end: Int32
    /// Working minutes before it.
    var position: Int32
  }

  /// First minute of the tables.
  private let tableStart: Int32
  /// First minute after the tables.
  private let tableEnd: Int32
  private let heads: [Head]
  private let spans: [Span]
  /// By calendar and day, the first span that ends after the day's beginning.
  private let spanOfDay: [Int32]
  /// By calendar and block of 256 working minutes, the span of the block's first minute.
  private let spanOfBlock: [Int32]

  /// Compiles calendars for the days `firstDay...lastDay` (days since 1970-01-01).
  ///
  /// - Complexity: O(calendars · days + exceptions · log exceptions) time and space.
  init(_ calendars: [WorkCalendar], firstDay: Int, lastDay: Int) {
    tableStart = Int32(firstDay * 1440)
    tableEnd = Int32((lastDay + 1) * 1440)
    var heads: [Head] = []
    var spans: [Span] = []
    var days: [Int32] = []
    var blocks: [Int32] = []
    for calendar in calendars {
      let firstSpan = spans.count
      var head = Head(
        isContinuous: calendar.isContinuous,
        isFinite: calendar.windows != nil || calendar.week.allSatisfy(\.isEmpty),
        firstSpan: Int32(firstSpan), lastSpan: Int32(firstSpan), firstDay: Int32(days.count),
        firstBlock: Int32(blocks.count), total: 0, firstMinute: 0)
      if !calendar.isContinuous {
        let table = DayTable(calendar, firstDay: firstDay, lastDay: lastDay)
        head.total = WorkingTime.file(table, from: tableStart, &spans, &days)
        head.lastSpan = Int32(spans.count - 1)
        head.firstMinute = spans[firstSpan].start
        WorkingTime.fileBlocks(of: spans, from: firstSpan, total: head.total, &blocks)
      }
      heads.append(head)
    }
    self.heads = heads
    self.spans = spans
    spanOfDay = days
    spanOfBlock = blocks
  }

  /// Appends a calendar's spans, and for each of its days the first span that ends after the day's
  /// beginning; returns the working minutes.
  private static func file(
    _ table: DayTable, from tableStart: Int32, _ spans: inout [Span], _ days: inout [Int32]
  ) -> Int32 {
    // The hours of all shapes in one array: reading them costs no reference counting.
    var pieces: [(start: Int32, end: Int32)] = []
    var firstPiece: [Int] = [0]
    for shape in table.shapes {
      for piece in shape { pieces.append((Int32(piece.start), Int32(piece.end))) }
      firstPiece.append(pieces.count)
    }
    days.reserveCapacity(days.count + table.shapeOfDay.count)
    var count = spans.count + 1
    for shape in table.shapeOfDay { count += firstPiece[Int(shape) + 1] - firstPiece[Int(shape)] }
    spans.reserveCapacity(count)
    var dayStart = tableStart
    var lastEnd = Int32.min
    var total: Int32 = 0
    for shape in table.shapeOfDay {
      days.append(Int32(truncatingIfNeeded: spans.count))
      var index = firstPiece[Int(shape)]
      let endIndex = firstPiece[Int(shape) + 1]
      while index < endIndex {
        let piece = pieces[index]
        let (start, end) = (dayStart + piece.start, dayStart + piece.end)
        if lastEnd == start {
          // A span that runs on over midnight is one span for both days.
          spans[spans.count - 1].end = end
          if piece.start == 0 { days[days.count - 1] = Int32(spans.count - 1) }
        } else {
          spans.append(Span(start: start, end: end, position: total))
        }
        lastEnd = end
        total += end - start
        index += 1
      }
      dayStart += 1440
    }
    // A last span beyond the tables ends every search.
    spans.append(Span(start: Int32.max, end: Int32.max, position: total))
    return total
  }

  /// Appends for each block of 256 working minutes the span of its first minute.
  private static func fileBlocks(
    of spans: [Span], from first: Int, total: Int32, _ blocks: inout [Int32]
  ) {
    blocks.reserveCapacity(blocks.count + Int(total >> 8) + 1)
    var span = first
    for block in stride(from: Int32(0), to: total, by: 256) {
      while spans[span + 1].position <= block { span += 1 }
      blocks.append(Int32(truncatingIfNeeded: span))
    }
  }

  /// Whether the calendar has all its working time inside its windows: longer tables would bring
  /// nothing after the last or before the first.
  func isFinite(_ calendar: Int32) -> Bool { heads[Int(calendar)].isFinite }

  /// The positions that the tables give an instant.
  func positions(of calendar: Int32) -> Range<Int32> {
    let head = heads[Int(calendar)]
    return head.isContinuous
      ? WorkingTime.farPast + 150_000_001..<WorkingTime.farFuture - 150_000_000 : 0..<head.total
  }

  /// Whether the tables say everything about the instant.
  func covers(_ instant: Int32, on calendar: Int32) -> Bool {
    let head = heads[Int(calendar)]
    return head.isContinuous || head.isFinite || (tableStart <= instant && instant < tableEnd)
  }

  /// The number of working minutes before the instant.
  ///
  /// - Complexity: O(1): a table look-up and at most the spans of one day.
  @inline(__always)
  func position(_ instant: Int32, on calendar: Int32) -> Int32 {
    let head = heads[Int(calendar)]
    if head.isContinuous { return instant }
    if instant < tableStart {
      return head.isFinite && instant > WorkingTime.farPast ? 0 : WorkingTime.farPast
    }
    if instant >= tableEnd {
      return head.isFinite && instant < WorkingTime.farFuture ? head.total : WorkingTime.farFuture
    }
    let day = UInt32(bitPattern: instant &- tableStart) / 1440
    var index = Int(spanOfDay[Int(head.firstDay) + Int(day)])
    while spans[index].end <= instant { index += 1 }
    let span = spans[index]
    return instant <= span.start ? span.position : span.position + (instant - span.start)
  }

  /// The beginning of the working minute with this number.
  ///
  /// - Complexity: O(1): a table look-up and the spans of 256 working minutes.
  @inline(__always)
  func instant(_ position: Int32, on calendar: Int32) -> Int32 {
    let head = heads[Int(calendar)]
    if head.isContinuous { return position }
    if position < 0 { return WorkingTime.farPast }
    if position >= head.total { return WorkingTime.farFuture }
    var index = Int(spanOfBlock[Int(head.firstBlock) + Int(position >> 8)])
    while spans[index + 1].position <= position { index += 1 }
    let span = spans[index]
    return span.start + (position - span.position)
  }

  /// As `position`, but before the first span of a finite calendar the elapsed minutes up to it,
  /// negative: so a date before every window has a finite float.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  func extendedPosition(_ instant: Int32, on calendar: Int32) -> Int32 {
    let head = heads[Int(calendar)]
    if head.isFinite, instant < head.firstMinute, head.total > 0, instant > WorkingTime.farPast {
      return instant - head.firstMinute
    }
    return position(instant, on: calendar)
  }

  /// As `instant`, but negative positions of a finite calendar are elapsed minutes before its
  /// first span: the inverse of `extendedPosition`.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  func extendedInstant(_ position: Int32, on calendar: Int32) -> Int32 {
    if position < 0, position > WorkingTime.farPast {
      let head = heads[Int(calendar)]
      if head.isFinite, head.total > 0 { return head.firstMinute + position }
    }
    return instant(position, on: calendar)
  }
}
