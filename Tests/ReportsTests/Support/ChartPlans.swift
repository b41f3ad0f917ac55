import Planning
import Scheduling
import SharedSystem

@testable import Reports

/// Plans that a chart must survive.
enum ChartPlans {
  /// Tasks in summaries with links, owners, modules, baselines and progress, and names of all kinds.
  static func random(_ seed: UInt64, tasks count: Int, hostile: Bool = false) throws -> Plan {
    var random = SplitMix64(seed: seed)
    var plan = Plan(start: try SamplePlan.day("2026-04-01"))
    plan.name = LocalizedText(hostile ? RandomNames.name(&random) + "<&\">" : "計画")
    plan.statusDate = try SamplePlan.end("2026-06-30")
    plan.owners = ["retail", "network"].map { Owner(id: $0, name: LocalizedText("\($0) 株式会社")) }
    plan.modules = (0..<3).map { Module(id: "m\($0)", name: LocalizedText("モジュール\($0)")) }
    var parents: [Int] = []
    for index in 0..<count {
      let name = hostile ? hostileName(index, &random) : "作業 \(index)"
      var task = PlanTask(id: "t\(index)", name: LocalizedText(name))
      if let parent = parents.last { task.parent = parent }
      let kind = Int.random(in: 0..<10, using: &random)
      if kind == 0, index + 3 < count {
        task.isSummary = true
        if parents.count > 3 || Bool.random(using: &random) { parents = [] }
        task.parent = parents.last
        parents.append(index)
      } else if kind == 1 {
        task.isMilestone = true
      } else {
        task.duration = PlanDuration(Int.random(in: 0...60, using: &random), .days)
      }
      if !task.isSummary {
        task.owner = ["retail", "network", nil].randomElement(using: &random) ?? nil
        task.module = ["m0", "m1", "m2", nil].randomElement(using: &random) ?? nil
        task.after = links(from: plan.tasks, &random)
        if Int.random(in: 0..<4, using: &random) == 0 { task.baselines = [baseline(&random)] }
        if index < 4, !task.isMilestone {
          task.progress = .init(
            started: try SamplePlan.day("2026-04-01"), remaining: PlanDuration(3, .days))
        }
      }
      plan.tasks.append(task)
    }
    plan.cutover = plan.tasks.last { !$0.isSummary }?.id
    if let latest = try? plan.scheduled().finish {
      plan.target = Instant(latest.date.adding(days: 20), minuteOfDay: 1440)
    }
    return plan
  }

  /// A plan of these tasks, which begin one after the other.
  static func plan(_ tasks: [PlanTask]) throws -> Plan {
    var plan = Plan(start: try SamplePlan.day("2026-04-01"))
    plan.name = LocalizedText("計画")
    plan.tasks = tasks
    return plan
  }

  /// A task of some days.
  static func task(_ id: String, days: Int, after: [String] = [], name: String = "") -> PlanTask {
    var task = PlanTask(id: id, name: LocalizedText(name.isEmpty ? id : name))
    task.duration = PlanDuration(days, .days)
    task.after = after.map { PlanTask.Dependency(task: $0) }
    return task
  }

  /// A milestone.
  static func milestone(_ id: String, after: [String] = []) -> PlanTask {
    var task = PlanTask(id: id, name: LocalizedText(id))
    task.isMilestone = true
    task.after = after.map { PlanTask.Dependency(task: $0) }
    return task
  }

  private static func links(
    from tasks: [PlanTask], _ random: inout SplitMix64
  ) -> [PlanTask.Dependency] {
    let sources = tasks.suffix(6).filter { !$0.isSummary }
    guard !sources.isEmpty else { return [] }
    return (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
      sources.randomElement(using: &random).map {
        PlanTask.Dependency(
          task: $0.id, type: LinkType.allCases.randomElement(using: &random) ?? .finishToStart,
          lag: .time(PlanDuration(Int.random(in: -5...10, using: &random), .days)))
      }
    }
  }

  private static func baseline(_ random: inout SplitMix64) -> PlanTask.Baseline {
    var baseline = PlanTask.Baseline(number: 0)
    let start = CivilDate(dayNumber: 20_550 + Int.random(in: 0..<90, using: &random))
    baseline.start = Instant(start)
    baseline.finish = Instant(start.adding(days: Int.random(in: 0...40, using: &random)))
    return baseline
  }

  private static func hostileName(_ index: Int, _ random: inout SplitMix64) -> String {
    switch index % 6 {
    case 0: "<&\"'>]]><!-- \(index)"
    case 1: "\u{0}\u{1}\u{1F}\u{7F}\u{FFFE}line\nbreak\tand\u{85}more"
    case 2: "\u{202E}שלום עולם مرحبا \(index)"
    case 3: String(repeating: "長い名前", count: 125)
    case 4: String(repeating: "W", count: 500)
    default: RandomNames.name(&random)
    }
  }
}

/// A text of a picture with the room it takes.
struct TextBox {
  let text: String
  let role: Picture.ChartRole
  let left: Int
  let right: Int
  let top: Int
  let bottom: Int

  func meets(_ other: TextBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}

extension Picture {
  /// All shapes with their groups opened; the shapes of a group are moved to its place.
  var flat: [Shape] { Picture.opened(shapes, 0, 0) }

  /// The groups with a tooltip, which stand for tasks.
  var taskGroups: [(id: String, tooltip: String, shapes: [Shape])] {
    Picture.groups(shapes)
  }

  private static func groups(
    _ shapes: [Shape]
  ) -> [(id: String, tooltip: String, shapes: [Shape])] {
    shapes.flatMap { shape -> [(id: String, tooltip: String, shapes: [Shape])] in
      guard case .group(_, let tooltip, let inner) = shape else { return [] }
      guard let tooltip else { return groups(inner) }
      let id = tooltip.split(separator: " ").first.map(String.init) ?? ""
      return [(id, tooltip, inner)]
    }
  }

  private static func opened(_ shapes: [Shape], _ x: Int, _ y: Int) -> [Shape] {
    shapes.flatMap { shape -> [Shape] in
      guard case .group(let origin, _, let inner) = shape else { return [moved(shape, x, y)] }
      return opened(inner, x + origin.x, y + origin.y)
    }
  }

  private static func moved(_ shape: Shape, _ x: Int, _ y: Int) -> Shape {
    guard case .text(let text, let left, let top, let role, let anchor, _, let size) = shape
    else { return shape }
    return .text(text, x: left + x, y: top + y, role, anchor, size: size)
  }

  /// The texts with their room.
  var texts: [TextBox] { Picture.texts(flat) }

  static func texts(_ shapes: [Shape]) -> [TextBox] {
    shapes.compactMap { shape in
      guard case .text(let text, let x, let y, .chart(let role), let anchor, _, let size?) = shape
      else { return nil }
      let length = TextLength.of(text, size: size)
      let left =
        switch anchor {
        case .start: x
        case .middle: x - length / 2
        case .end: x - length
        }
      return TextBox(
        text: text, role: role, left: left, right: left + length, top: y - size * 45 / 100,
        bottom: y + size * 45 / 100)
    }
  }

  /// From where to where shapes with one of these roles reach.
  static func extents(
    _ shapes: [Shape], of roles: Set<ChartRole>
  ) -> [(left: Int, right: Int, top: Int, bottom: Int)] {
    func isWanted(_ role: Role) -> Bool {
      if case .chart(let role) = role { roles.contains(role) } else { false }
    }
    return shapes.compactMap { shape in
      switch shape {
      case .rectangle(let x, let y, let width, let height, let role, _) where isWanted(role):
        (x, x + width, y, y + height)
      case .line(let x1, let y1, let x2, let y2, let role) where isWanted(role):
        (min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2))
      case .polygon(let points, let role) where isWanted(role),
        .polyline(let points, let role) where isWanted(role):
        (
          points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0, points.map(\.y).min() ?? 0,
          points.map(\.y).max() ?? 0
        )
      default: nil
      }
    }
  }
}
