import Planning
import SharedSystem

/// What the shapes of a chart mean: only those that the plan has.
struct GanttLegend {
  /// An entry: how it looks and what it means.
  struct Entry {
    let sample: Sample
    let text: String
  }

  /// A shape as it is drawn in the chart.
  enum Sample {
    case bar(Picture.Role)
    case square(Picture.Role)
    case thinBar(Picture.ChartRole)
    case done
    case line(Picture.ChartRole)
    case bracket, diamond
  }

  static let sampleWidth = 620
  /// With more owners than colours, colours tell nothing.
  static let mostOwners = 6

  let entries: [Entry]

  /// Collects the entries.
  ///
  /// - Complexity: O(rows + owners).
  init(
    _ schedule: PlanSchedule, _ rows: [GanttRow], hasWindows: Bool, hasRest: Bool, hasOwners: Bool,
    _ context: ReportContext
  ) {
    let words = context.words
    let shown = rows.compactMap(\.task)
    let plan = schedule.plan
    func has(_ condition: (PlanTask, PlanSchedule.TaskDates) -> Bool) -> Bool {
      shown.contains { condition(plan.tasks[$0], schedule.tasks[$0]) }
    }
    var entries: [Entry] = []
    func add(_ sample: Sample, _ text: String, _ isThere: Bool) {
      if isThere { entries.append(Entry(sample: sample, text: text)) }
    }
    func isBar(_ task: PlanTask, _ dates: PlanSchedule.TaskDates) -> Bool {
      !task.isSummary && task.isActive && !task.isMilestone && dates.start < dates.finish
    }
    add(
      .bar(.chart(.drivingBar)), words.legendDriving(toFinish: schedule.cutover == nil),
      has { !$0.isSummary && $0.isActive && $1.isDriving })
    add(
      .bar(.chart(.criticalBar)), words.legendCritical,
      has { !$0.isSummary && $0.isActive && $1.isCritical && !$1.isDriving })
    add(
      .bar(.chart(.bar)), words.legendBar, has { isBar($0, $1) && !$1.isCritical && !$1.isDriving })
    add(.bar(.chart(.inactiveBar)), words.legendInactive, has { task, _ in !task.isActive })
    add(.done, words.legendDone, has { task, _ in task.progress != nil })
    add(.line(.float), words.legendFloat, has { !$0.isSummary && $1.totalFloat > 0 })
    add(.thinBar(.baseline), words.legendBaseline, has { task, _ in task.agreed != nil })
    add(
      .bracket, words.legendSummary,
      rows.contains { $0.task == nil } || has { task, _ in task.isSummary })
    add(
      .diamond, words.legendMilestone,
      shown.contains { !plan.tasks[$0].isSummary && schedule.isPoint($0) })
    add(
      .line(.drivingLink), words.legendDrivingLink,
      shown.lazy.filter { schedule.tasks[$0].isDriving && !plan.tasks[$0].isSummary }.count > 1)
    add(
      .line(.link), words.legendLink,
      has { !$0.isSummary && $1.isCritical && !$1.isDriving })
    add(.bar(.chart(.window)), words.legendWindow, hasWindows)
    add(.bar(.chart(.rest)), words.legendRest, hasRest)
    if hasOwners {
      let used = Set(shown.compactMap { plan.tasks[$0].owner })
      for (number, owner) in plan.owners.enumerated() where used.contains(owner.id) {
        let name = context.text(owner.name)
        add(.square(.holder(number)), name.isEmpty ? owner.id : name, true)
      }
    }
    self.entries = entries
  }

  /// How wide the sample of an entry is.
  private func room(of sample: Sample) -> Int {
    if case .square = sample { 170 } else { GanttLegend.sampleWidth }
  }

  /// In which line each entry stands, and where it begins; long texts are cut.
  func placed(width: Int, size: Int) -> [(line: Int, x: Int, text: String)] {
    var places: [(line: Int, x: Int, text: String)] = []
    var (line, x) = (0, 0)
    for entry in entries {
      let text = TextLength.cut(entry.text, to: min(9_000, width - 1_000), size: size)
      let length = room(of: entry.sample) + 110 + TextLength.of(text, size: size)
      if x > 0, x + length > width { (line, x) = (line + 1, 0) }
      places.append((line, x, text))
      x += length + 400
    }
    return places
  }

  /// How many lines the entries take.
  func lines(width: Int, size: Int) -> Int {
    (placed(width: width, size: size).last?.line ?? -1) + 1
  }

  /// The shapes of the legend.
  func shapes(left: Int, top: Int, width: Int) -> [Picture.Shape] {
    var shapes: [Picture.Shape] = []
    let size = GanttLayout.legendSize
    for (entry, place) in zip(entries, placed(width: width, size: size)) {
      let x = left + place.x
      let y = top + place.line * GanttLayout.legendLine + GanttLayout.legendLine / 2
      shapes += sample(entry.sample, x, y)
      shapes.append(
        .text(
          place.text, x: x + room(of: entry.sample) + 110, y: y, .chart(.label), size: size))
    }
    return shapes
  }

  private func sample(_ sample: Sample, _ x: Int, _ y: Int) -> [Picture.Shape] {
    let width = GanttLegend.sampleWidth
    switch sample {
    case .bar(let role):
      return [.rectangle(x: x, y: y - 85, width: width, height: 170, role)]
    case .square(let role):
      return [.rectangle(x: x, y: y - 85, width: 170, height: 170, role)]
    case .thinBar(let role):
      return [.rectangle(x: x, y: y - 30, width: width, height: 60, .chart(role))]
    case .done:
      return [
        .rectangle(x: x, y: y - 85, width: width, height: 170, .chart(.bar)),
        .rectangle(x: x, y: y - 28, width: width * 2 / 3, height: 56, .chart(.done)),
      ]
    case .line(let role):
      var shapes: [Picture.Shape] = [
        .line(x1: x, y1: y, x2: x + width, y2: y, .chart(role))
      ]
      switch role {
      case .float:
        shapes.append(
          .line(x1: x + width, y1: y - 50, x2: x + width, y2: y + 50, .chart(role)))
      default:
        let head: Picture.ChartRole = role == .link ? .linkHead : .drivingLinkHead
        shapes.append(
          .polygon(
            [.init(x + width, y), .init(x + width - 100, y - 50), .init(x + width - 100, y + 50)],
            .chart(head)))
      }
      return shapes
    case .bracket:
      return [
        .polygon(
          [
            .init(x, y - 60), .init(x + width, y - 60), .init(x + width, y + 70),
            .init(x + width - 90, y), .init(x + 90, y), .init(x, y + 70),
          ], .chart(.summary))
      ]
    case .diamond:
      let middle = x + width / 2
      return [
        .polygon(
          [
            .init(middle, y - 100), .init(middle + 100, y), .init(middle, y + 100),
            .init(middle - 100, y),
          ], .chart(.milestone))
      ]
    }
  }
}
