package import Planning
package import SharedSystem

/// How the estimate of one module comes about: its size, what building it anew takes, the
/// strategies for each choice of holders, what drivers add, and how long it usually takes.
package struct ModuleReport: Sendable {
  let estimate: SystemEstimate
  let index: Int
  let context: ReportContext
  private let ownerNames: [String: LocalizedText]

  /// Makes a report of a module.
  ///
  /// - Parameters:
  ///   - estimate: of the system the module belongs to.
  ///   - module: index of the module.
  ///   - ownerNames: what people call the owners, by id.
  package init(
    _ estimate: SystemEstimate, module: Int, ownerNames: [String: LocalizedText],
    _ context: ReportContext
  ) {
    self.estimate = estimate
    index = module
    self.ownerNames = ownerNames
    self.context = context
  }

  var module: Module { estimate.system.modules[index] }
  var figures: ModuleEstimate { estimate.modules[index] }
  var owners: [String] { estimate.system.owners }

  /// The name of an owner.
  func ownerName(_ id: String) -> String {
    let name = ownerNames[id].map(context.text) ?? ""
    return name.isEmpty ? id : name
  }

  /// Who holds the module under a choice: an owner's name, or all.
  func holder(_ choice: Int) -> String {
    choice < owners.count ? ownerName(owners[choice]) : context.words.allOwners(owners.count)
  }

  /// An empty list of steps.
  var derivation: DerivationList {
    DerivationList(estimate, context) { [self] in ownerName($0) }
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    var report = ReportText(style: context.style)
    report.add([moduleLine, sizeLine, dataLine, rebuildLine, driversLine])
    var list = derivation
    add(words.derivationTitle, list.add(figures.rebuildEffort).flatMap(list.lines), &report)
    let others = figures.otherEfforts.flatMap { list.add($0) }
    add(words.othersTitle, others.flatMap(list.lines), &report)
    add(words.candidatesTitle, candidates.lines(style: context.style), &report)
    report.append(lines: ["  " + words.candidatesLegend])
    let steps = figures.choices.flatMap { list.add($0.cost) }
    add(words.choicesTitle, choices.lines(style: context.style), &report)
    if figures.mixesEnteredAndEstimated {
      report.append(lines: ["  " + context.style.apply(.alarm, to: words.mixedCosts)])
    }
    report.append(lines: steps.flatMap(list.lines))
    if !figures.drivers.isEmpty {
      add(words.surchargeTitle, surcharges.lines(style: context.style), &report)
    }
    add(words.monthsTitle, months.lines(style: context.style), &report)
    report.add(sentence: words.maybeDefaults(command: "bunri defaults"))
    return report.text
  }

  private func add(_ title: String, _ lines: [String], _ report: inout ReportText) {
    guard !lines.isEmpty else { return }
    report.add(lines: [context.style.apply(.strong, to: title)])
    report.append(lines: lines)
  }

  // MARK: Head

  private var moduleLine: LabelledLine {
    LabelledLine(
      context.words.moduleLabel, [.init(module.id), .init(context.text(module.name), .strong)])
  }

  private var sizeLine: LabelledLine {
    let words = context.words
    let factor = Figures.decimal(
      estimate.defaults.millionths("missingSize.uncertainty"), places: 6)
    let missing = Table.Cell(
      words.withoutSize(estimate.modulesWithoutSize, of: estimate.modules.count))
    switch figures.basis {
    case .stated: return LabelledLine(words.sizeLabel, statedSizes)
    case .median(let group, let count):
      let median = words.median(group: group?.onOneLine, count: count)
      return LabelledLine(
        words.sizeLabel, [.init(words.guessedSize(median, factor: factor), .alarm), missing])
    case .assumed: return LabelledLine(words.sizeLabel, [.init(words.assumedSize, .alarm)])
    }
  }

  /// The sizes that a rule understands.
  private var statedSizes: [Table.Cell] {
    let measures: [(String, EstimateUnit)] = [
      ("kloc", .thousandLines), ("functionPoints", .functionPoints), ("screens", .screens),
      ("batches", .batches), ("files", .files),
    ]
    return measures.compactMap { measure, unit in
      module.size[measure].map { .init(context.words.figure(Figures.estimated($0), unit)) }
    }
  }

  private var dataLine: LabelledLine {
    let words = context.words
    guard let rows = module.data["rows"], rows > 0 else {
      return LabelledLine(words.data, sentence: words.rowsNotStated)
    }
    let number = Figures.estimated(rows / 1000)
    return LabelledLine(words.data, sentence: words.figure(number, .thousandRows))
  }

  private var rebuildLine: LabelledLine {
    LabelledLine(
      context.words.rebuildLabel, [.init(derivation.value(figures.rebuildEffort), .strong)])
  }

  private var driversLine: LabelledLine {
    let words = context.words
    var facts: [Table.Cell] = figures.drivers.map { .init($0) }
    if !figures.unknownDrivers.isEmpty {
      let unknown = figures.unknownDrivers.map(\.onOneLine).joined(separator: " ")
      facts.append(.init(words.noMultiplier(unknown), .alarm))
    }
    return LabelledLine(words.driversLabel, facts.isEmpty ? [.init(words.noDrivers)] : facts)
  }
}
