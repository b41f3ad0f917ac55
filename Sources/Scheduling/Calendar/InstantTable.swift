/// The instants of one calendar's positions, for whoever looks up many of them again and again.
///
/// Where the calendar's hours are whole quarters, halves or hours, one entry serves so many minutes,
/// and a look-up is a multiplication and one load. Otherwise it asks `WorkingTime`.
struct InstantTable: Sendable {
  private let time: WorkingTime
  private let clock: WorkingTime.Clock
  /// Minutes of an entry; no span of working time begins or ends inside one.
  private let minutes: Int32
  private let factor: UInt64
  /// Positions below it have entries.
  private let total: UInt32
  private let instants: [Int32]

  private static let shift: UInt64 = 42

  /// Makes the table of a calendar.
  ///
  /// - Complexity: O(working minutes / minutes of an entry) time and space.
  init(_ time: WorkingTime, calendar: Int32) {
    self.time = time
    clock = time.clock(of: calendar)
    let head = time.heads[Int(calendar)]
    let spans = head.isContinuous ? [] : time.spans[Int(head.firstSpan)...Int(head.lastSpan)]
    var common: Int32 = 1440
    for span in spans where span.position % common != 0 {
      common = greatestCommonDivisor(common, span.position)
    }
    minutes = common
    // With fewer than two million entries of at most a day, the quotients below are exact.
    guard common >= 15, head.total / common < 2_000_000, !head.isContinuous else {
      (factor, total, instants) = (0, 0, [])
      return
    }
    factor = ((1 << InstantTable.shift) + UInt64(common) - 1) / UInt64(common)
    total = UInt32(bitPattern: head.total)
    var instants: [Int32] = []
    instants.reserveCapacity(Int(head.total / common))
    for span in spans where span.end < Int32.max {
      instants.append(contentsOf: stride(from: span.start, to: span.end, by: Int(common)))
    }
    self.instants = instants
  }

  /// As `WorkingTime.extendedInstant`.
  ///
  /// - Complexity: O(1).
  /// - Source: T. Granlund and P. L. Montgomery, "Division by invariant integers using
  ///   multiplication", *PLDI* (1994) 61–72, doi:10.1145/178243.178249.
  @inline(__always)
  func instant(_ position: Int32) -> Int32 {
    let number = UInt32(bitPattern: position)
    guard number < total else { return time.instant(position, by: clock) }
    let entry = Int32(truncatingIfNeeded: (UInt64(number) &* factor) &>> InstantTable.shift)
    return instants[Int(entry)] &+ (position &- entry &* minutes)
  }
}
