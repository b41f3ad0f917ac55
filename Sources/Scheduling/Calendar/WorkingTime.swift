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
  struct Head {
    var isContinuous: Bool
    var isFinite: Bool
    /// Index of its first span and of the one beyond its last.
    var firstSpan = Int32(0)
    var lastSpan = Int32(0)
    var firstDay = Int32(0)
    var firstBlock = Int32(0)
    var total = Int32(0)
    /// Beginning of its first span; `Int32.max` without one.
    var firstMinute = Int32(0)
  }

  /// A run of working minutes.
  struct Span {
    var start: Int32
    var end: Int32
    /// Working minutes before it.
    var position: Int32
  }

  /// First minute of the tables.
  let tableStart: Int32
  /// First minute after the tables.
  let tableEnd: Int32
  let heads: [Head]
  let spans: [Span]
  /// By calendar and day, the first span that ends after the day's beginning.
  let spanOfDay: [Int32]
  /// By calendar and block of 256 working minutes, the span of the block's first minute.
  let spanOfBlock: [Int32]

  init(_ tables: Tables, tableStart: Int32, tableEnd: Int32) {
    (self.tableStart, self.tableEnd) = (tableStart, tableEnd)
    heads = tables.heads
    spans = tables.spans
    spanOfDay = tables.days
    spanOfBlock = tables.blocks
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

  /// What a loop of many look-ups holds of one calendar.
  struct Clock {
    let calendar: Int32
    fileprivate let total: UInt32
    fileprivate let firstBlock: Int32
  }

  /// The clock of a calendar.
  func clock(of calendar: Int32) -> Clock {
    let head = heads[Int(calendar)]
    return Clock(
      calendar: calendar, total: head.isContinuous ? 0 : UInt32(bitPattern: head.total),
      firstBlock: head.firstBlock)
  }

  /// As `extendedInstant` on the calendar of a clock, for many look-ups one after the other.
  @inline(__always)
  func instant(_ position: Int32, by clock: Clock) -> Int32 {
    let number = UInt32(bitPattern: position)
    guard number < clock.total else { return otherInstant(position, on: clock.calendar) }
    var index = Int(spanOfBlock[Int(clock.firstBlock) &+ Int(number >> 8)])
    var next = spans[index &+ 1].position
    while next <= position {
      index &+= 1
      next = spans[index &+ 1].position
    }
    let span = spans[index]
    return span.start &+ (position &- span.position)
  }

  /// Kept apart, so that loops do not carry what only this needs.
  @inline(never)
  private func otherInstant(_ position: Int32, on calendar: Int32) -> Int32 {
    extendedInstant(position, on: calendar)
  }
}
