public import Scheduling
import SharedSystem

/// What a schedule driver costs: the cutover and the effort without its surcharge.
public struct DriverCost: Hashable, Sendable {
  /// The driver (D1–D4).
  public var driver: String
  /// The surcharge on the effort of all owners, in thousandths of a person-month.
  public var effort: Int64
  /// The cutover's finish without the surcharge.
  public var cutoverFinish: Instant
  /// Working minutes of the project's calendar by which the cutover would be earlier.
  public var gainedMinutes: Int32
  /// Tenths of calendar months by which it would be earlier.
  public var gainedTenthsOfMonths: Int
}

extension PlanSchedule {
  /// What each schedule driver of the modules costs: the work is generated anew without the
  /// surcharge of one driver, and scheduled.
  ///
  /// Holders stay, strategies are chosen anew. The sum of the months need not be what all drivers together cost: paths differ.
  ///
  /// - Throws: `PlanError` when a plan without a driver cannot be scheduled.
  /// - Complexity: one generation and one schedule for each driver.
  public func driverCosts() throws(PlanError) -> [DriverCost] {
    guard let generated = plan.generated else { return [] }
    let total = generated.total.mode
    var result: [DriverCost] = []
    for driver in Set(plan.modules.flatMap(\.drivers)).sorted() {
      var other = try plan.withoutGeneratedWork().generating(
        withoutDrivers: [driver], holding: generated.separation.solution)
      // What was changed since may name tasks that are not there without the driver.
      for change in generated.changes { try? other.apply(change) }
      let schedule = try other.scheduled()
      let gained = scheduled.workingMinutes(from: schedule.cutoverFinish, to: cutoverFinish)
      result.append(
        DriverCost(
          driver: driver, effort: total - (other.generated?.total.mode ?? total),
          cutoverFinish: schedule.cutoverFinish, gainedMinutes: gained,
          gainedTenthsOfMonths: DriverCost.tenths(from: schedule.cutoverFinish, to: cutoverFinish)))
    }
    return result
  }
}

extension DriverCost {
  /// Months between two instants in tenths, by days of a mean month.
  fileprivate static func tenths(from first: Instant, to last: Instant) -> Int {
    // A month of the Gregorian calendar has 30.436875 days: 43,829.1 minutes.
    let minutes = Int(last.minutes) - Int(first.minutes)
    return (minutes * 100 + (minutes < 0 ? -219_146 : 219_146)) / 438_291
  }
}

extension GeneratedWork {
  /// The effort of all modules and interfaces, of all owners.
  public var total: ThreePoint {
    waves.reduce(ThreePoint.zero) { $0 + $1.efforts.reduce(ThreePoint.zero, +) }
  }
}
