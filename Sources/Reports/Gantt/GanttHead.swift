import Planning
import Scheduling
import SharedSystem

/// What stands above a chart: the plan's name, the verdict, what is shown, and what is invented.
struct GanttHead {
  let title: String
  /// The cutover, the target and the margin; nil without tasks.
  let verdict: String?
  let isLate: Bool
  let hasTarget: Bool
  /// How many tasks of which kind.
  let shown: String
  /// That figures are invented; nil when none are.
  let illustrative: String?

  init(
    _ schedule: PlanSchedule, shown count: Int, _ options: GanttOptions, _ context: ReportContext
  ) {
    let (plan, words) = (schedule.plan, context.words)
    let name = context.text(plan.name)
    title = name.isEmpty ? words.gantt : name
    isLate = schedule.isLate
    hasTarget = plan.target != nil
    let line = Verdict(schedule, context).line
    verdict =
      plan.tasks.isEmpty
      ? nil : ([line.label] + line.facts.map(\.text)).joined(separator: words.pick(" · ", "　"))
    let all = plan.tasks.count { !$0.isSummary }
    let owners = Dictionary(
      plan.owners.map { ($0.id, context.text($0.name)) }, uniquingKeysWith: { first, _ in first })
    let modules = Dictionary(
      plan.modules.map { ($0.id, context.text($0.name)) }, uniquingKeysWith: { first, _ in first })
    let filters = options.only.map { filter -> String in
      switch filter {
      case .owner(let id): words.only(filter, name: owners[id] ?? id)
      case .module(let id): words.only(filter, name: modules[id] ?? id)
      case .critical, .near: words.only(filter, name: "")
      }
    }
    let parts =
      [words.shown(count, of: all), words.grouped(by: options.grouping)] + filters
      + [words.period(from: options.from, to: options.to)]
    shown = parts.filter { !$0.isEmpty }.joined(separator: words.pick(", ", "、"))
    illustrative = IllustrativeData(plan).map { data in
      let counts = words.illustrativePicture(invented: data.invented, of: data.durations)
      let sentence = plan.illustrative.map(context.text) ?? ""
      return sentence.isEmpty ? counts : counts + " " + sentence
    }
  }
}
