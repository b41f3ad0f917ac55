package import SharedSystem

/// The work that follows from a plan's modules, before it is joined with tasks written by hand.
///
/// It does not depend on written tasks, so it can be made before they are known.
package struct ModuleWork: Sendable {
  /// What the work was made from; without written tasks.
  package let generated: GeneratedWork
  /// The tasks, each summary before the tasks it holds.
  package let tasks: [PlanTask]

  /// Makes the work of a plan's modules; nil when it has none that two owners can hold, or when it
  /// says that no work is generated.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - drivers: schedule drivers (D1–D4) whose surcharge on effort is left out.
  ///   - choices: the choice of holders of each module; nil: the cheapest separation.
  /// - Throws: why modules cannot be separated, and unknown defaults.
  /// - Complexity: one minimum cut and O(modules · owners + couplings · log couplings).
  package init?(
    of plan: Plan, withoutDrivers drivers: Set<String> = [], holding choices: Separation? = nil
  ) throws(PlanError) {
    guard plan.generatesWork else { return nil }
    let modules = plan.modules
    let estimate = try plan.estimated(withoutDrivers: drivers)
    let separation: PlanSeparation
    if let choices {
      separation = PlanSeparation(estimate, plan.separationProblem(estimate), choices)
    } else {
      separation = try plan.separated(estimate)
    }
    var crossing = [Bool](repeating: false, count: plan.couplings.count)
    for item in separation.crossings { crossing[item.coupling] = true }
    let efforts = modules.indices.map { estimate.effort(of: $0, in: separation).mode }
    let waves = WaveAssignment(
      plan.generation, estimate.system, crossing: crossing, efforts: efforts)
    var builder = WorkBuilder(plan, estimate, separation, waves)
    let touched = modules.indices.filter { builder.isTouched($0) }
    for module in touched { builder.addRequirements(module) }
    builder.addContracts()
    for module in touched { builder.addDevelopments(module) }
    builder.addInterfaces()
    builder.addBridges()
    // When every module stays as it is, there is nothing to cut over.
    let done = touched.isEmpty ? [] : builder.addWaves(touched)
    let here = Set(touched)
    generated = GeneratedWork(
      written: [], estimate: estimate, separation: separation, waves: done,
      bridges: waves.bridges,
      untouched: modules.indices.filter { !here.contains($0) }.map { modules[$0].id },
      remarks: builder.remarks)
    tasks = builder.outline
  }
}
