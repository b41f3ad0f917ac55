import Planning
import Scheduling

/// Writing the project, and who takes part in it.
extension PlanWriter {
  static func project(_ plan: Plan) -> YAMLNode {
    var fields = YAMLFields<ProjectKey>()
    if let name = name(plan.name, besides: "") { fields.add(.name, name) }
    fields.add(.start, start(plan.start))
    if let target = plan.target { fields.add(.target, finish(target)) }
    fields.add(.cutover, text: plan.cutover)
    if let date = plan.statusDate { fields.add(.statusDate, start(date)) }
    fields.add(.calendar, text: plan.calendar)
    addUnits(plan.units, to: &fields)
    if plan.lagCalendar != .successor {
      fields.add(.lagCalendar, .text(plan.lagCalendar.rawValue))
    }
    if plan.constraintRule != .dates {
      fields.add(.constraints, .text(plan.constraintRule.rawValue))
    }
    if plan.criticalPaths != .one {
      fields.add(.criticalPaths, .text(plan.criticalPaths.rawValue))
    }
    if plan.progressRule != .retainedLogic { fields.add(.progress, .text("override")) }
    if plan.currency != "JPY" { fields.add(.currency, .text(plan.currency)) }
    if let words = plan.illustrative {
      if words == Message.illustrative {
        fields.add(.illustrative, .value("true"))
      } else if let words = text(words) {
        fields.add(.illustrative, words)
      }
    }
    return fields.block
  }

  private static func addUnits(_ units: WorkUnits, to fields: inout YAMLFields<ProjectKey>) {
    let standard = WorkUnits()
    if units.minutesPerDay != standard.minutesPerDay {
      // Hours have three decimal places: a third of an hour is written on the clock.
      let hours = Int64(units.minutesPerDay) * 1000
      fields.add(
        .hoursPerDay,
        hours % 60 == 0 ? .thousandths(hours / 60) : .quoted(ClockTime.text(units.minutesPerDay)))
    }
    if units.daysPerWeek != standard.daysPerWeek {
      fields.add(.daysPerWeek, .number(units.daysPerWeek))
    }
    if units.daysPerMonth != standard.daysPerMonth {
      fields.add(.daysPerMonth, .number(units.daysPerMonth))
    }
  }

  static func owner(_ owner: Owner) -> YAMLNode {
    var fields = YAMLFields<OwnerKey>()
    fields.add(.id, .text(owner.id))
    if let name = name(owner.name, besides: owner.id) { fields.add(.name, name) }
    if let short = owner.short.flatMap(text) { fields.add(.short, short) }
    fields.add(.calendar, text: owner.calendar)
    if let holds = owner.holds { fields.add(.holds, .value(holds ? "true" : "false")) }
    return fields.map
  }

  static func team(_ team: Team) -> YAMLNode {
    var fields = YAMLFields<TeamKey>()
    fields.add(.id, .text(team.id))
    if let name = name(team.name, besides: team.id) { fields.add(.name, name) }
    if team.capacity.count == 1, let only = team.capacity.first, only.from == nil {
      fields.add(.capacity, .thousandths(only.thousandths))
      return fields.map
    }
    fields.add(
      .profile,
      .list(
        team.capacity.map { step in
          var fields = YAMLFields<ProfileKey>()
          if let from = step.from { fields.add(.from, start(from)) }
          fields.add(.units, .thousandths(step.thousandths))
          return fields.map
        }))
    return fields.map
  }
}
