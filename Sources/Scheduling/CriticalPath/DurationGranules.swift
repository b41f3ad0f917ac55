/// The greatest number of minutes that divides every input of a network, kept up to date while
/// durations change.
struct DurationGranules: Sendable {
  private let others: Int32
  /// By divisor of a day's minutes, the durations with that greatest common divisor.
  private var counts = [Int32](repeating: 0, count: 1441)

  /// - Complexity: O(tasks + links).
  init(_ network: Network) {
    others = Scheduling.granule(of: network, withDurations: false)
    for task in 0..<Int32(network.taskCount) { add(1, network.duration(of: task)) }
  }

  mutating func replace(_ old: TaskDuration, with new: TaskDuration) {
    add(-1, old)
    add(1, new)
  }

  /// - Complexity: O(1): a day has 1440 minutes.
  var granule: Int32 {
    var common = others
    for divisor in DurationGranules.divisors where counts[Int(divisor)] > 0 {
      common = greatestCommonDivisor(common, divisor)
    }
    return common
  }

  private mutating func add(_ count: Int32, _ duration: TaskDuration) {
    switch duration {
    case .work(let minutes), .elapsed(let minutes):
      counts[Int(greatestCommonDivisor(1440, minutes))] += count
    case .months: break
    }
  }

  private static let divisors = (1...1440).filter { 1440 % $0 == 0 }.map(Int32.init)
}
