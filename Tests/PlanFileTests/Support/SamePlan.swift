import Planning
import SharedSystem

/// Whether two plans say the same, apart from where they say it. Faster than ``PlanImage``, which
/// knows also what this forgets.
enum SamePlan {
  static func areSame(_ left: Plan, _ right: Plan) -> Bool {
    left.name == right.name && left.illustrative == right.illustrative
      && [left.start, left.target, left.statusDate] == [
        right.start, right.target, right.statusDate,
      ]
      && left.cutover == right.cutover && left.calendar == right.calendar
      && left.currency == right.currency && left.units == right.units
      && left.lagCalendar == right.lagCalendar && left.constraintRule == right.constraintRule
      && left.criticalPaths == right.criticalPaths
      && left.progressRule == right.progressRule && left.calendars == right.calendars
      && left.owners == right.owners && left.teams == right.teams
      && left.modules.map(placeless) == right.modules.map(placeless)
      && left.couplings.map(placeless) == right.couplings.map(placeless)
      && left.information.map(placeless) == right.information.map(placeless)
      && left.defaults == right.defaults
      && placeless(left.generation) == placeless(right.generation)
      && left.tasks.elementsEqual(right.tasks, by: areSame)
      && left.levers.elementsEqual(right.levers, by: areSame)
      && left.scenarios.elementsEqual(right.scenarios, by: areSame)
  }

  private static func areSame(_ left: PlanTask, _ right: PlanTask) -> Bool {
    left.id == right.id && left.name == right.name && left.parent == right.parent
      && left.isSummary == right.isSummary && left.isMilestone == right.isMilestone
      && left.isActive == right.isActive && left.duration == right.duration
      && left.parts == right.parts && left.baselines == right.baselines
      && left.owner == right.owner && left.module == right.module
      && left.drivers == right.drivers && left.calendar == right.calendar
      && left.after.map(placeless) == right.after.map(placeless)
      && left.constraints == right.constraints && left.deadline == right.deadline
      && left.cost == right.cost && left.crash == right.crash && left.modes == right.modes
      && left.estimate == right.estimate && left.needs == right.needs
      && left.progress == right.progress && left.illustrative == right.illustrative
      && left.source == right.source && left.notes == right.notes
  }

  private static func areSame(_ left: Lever, _ right: Lever) -> Bool {
    left.id == right.id && left.name == right.name && left.cost == right.cost
      && left.changes == right.changes && left.requires == right.requires
      && left.excludes == right.excludes
  }

  private static func areSame(_ left: Scenario, _ right: Scenario) -> Bool {
    left.id == right.id && left.name == right.name && left.target == right.target
      && left.apply == right.apply
  }

  private static func placeless(_ dependency: PlanTask.Dependency) -> PlanTask.Dependency {
    var dependency = dependency
    dependency.location = nil
    return dependency
  }

  private static func placeless(_ information: InformationClass) -> InformationClass {
    var information = information
    information.location = nil
    return information
  }

  private static func placeless(_ settings: GenerationSettings) -> GenerationSettings {
    var settings = settings
    settings.location = nil
    settings.after = settings.after.map(placeless)
    return settings
  }

  private static func placeless(_ module: Module) -> Module {
    var module = module
    module.location = nil
    return module
  }

  private static func placeless(_ coupling: Coupling) -> Coupling {
    var coupling = coupling
    coupling.location = nil
    return coupling
  }
}
