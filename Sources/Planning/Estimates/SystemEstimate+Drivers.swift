import SharedSystem

/// What the drivers cost: for each driver and each owner the effort that would not be needed without
/// the driver.
public struct DriverSurcharges: Hashable, Sendable {
  /// The drivers, in order.
  public var drivers: [String]
  /// For each driver what each owner spends because of it, in thousandths of a person-month.
  ///
  /// Drivers multiply each other: the sum over drivers is more than what all of them cost together.
  public var perOwner: [[ThreePoint]]
  /// What all drivers together cost each owner.
  public var together: [ThreePoint]
  /// Number of modules with drivers whose cost the plan states: nobody knows the drivers' share.
  public var enteredModules: Int

  /// What a driver costs all owners.
  public func total(_ driver: Int) -> ThreePoint { perOwner[driver].reduce(.zero, +) }
}

extension SystemEstimate {
  /// The drivers that act on modules, in order.
  public var drivers: [String] {
    Set(system.modules.flatMap(\.drivers)).subtracting(without).sorted()
  }

  /// What one module costs each owner because of a driver: the effort under a choice of holders less
  /// the effort if the driver were absent and the strategy chosen anew. Nothing when the plan states
  /// the cost.
  ///
  /// - Complexity: O(owners).
  public func surcharge(
    drivers: Set<String>, module: Int, choice: Int
  ) -> [ThreePoint] {
    let actual = modules[module].choices[choice]
    guard !actual.isEntered, !drivers.isDisjoint(with: system.modules[module].drivers) else {
      return Array(repeating: .zero, count: system.owners.count)
    }
    let free = self.choice(choice, of: module, without: drivers)
    return zip(actual.perOwner, free.perOwner).map { $0.excess(over: $1) }
  }

  /// What the drivers cost when each module gets a choice of holders.
  ///
  /// - Parameter choices: one for each module.
  /// - Complexity: O(modules · drivers · owners).
  public func surcharges(choices: [Int]) -> DriverSurcharges {
    let drivers = self.drivers
    let nothing = Array(repeating: ThreePoint.zero, count: system.owners.count)
    var perOwner = Array(repeating: nothing, count: drivers.count)
    var together = nothing
    var entered = 0
    for (module, choice) in choices.enumerated() {
      let acting = Set(system.modules[module].drivers).subtracting(without)
      if acting.isEmpty { continue }
      if modules[module].choices[choice].isEntered {
        entered += 1
        continue
      }
      for (index, driver) in drivers.enumerated() where acting.contains(driver) {
        let extra = surcharge(drivers: [driver], module: module, choice: choice)
        perOwner[index] = zip(perOwner[index], extra).map { $0 + $1 }
      }
      let extra = surcharge(drivers: acting, module: module, choice: choice)
      together = zip(together, extra).map { $0 + $1 }
    }
    return DriverSurcharges(
      drivers: drivers, perOwner: perOwner, together: together, enteredModules: entered)
  }
}
