import Planning
import Scheduling
import SharedSystem

/// The keys of `generation`.
enum GenerationKey: String, RecordKey {
  case enabled, after, waves, window, rehearsals, joint, rule, rate
}

/// The keys of a class of information.
enum InformationKey: String, RecordKey {
  case id, name, entitled, notes, source, illustrative
}

/// Reading what the work that follows from the modules is made from.
extension PlanBuilder {
  /// Reads how work is generated.
  mutating func readGeneration(_ value: Value) {
    guard let fields = record(value, as: GenerationKey.self) else { return }
    plan.generation.location = location(fields.position)
    if let value = fields[.enabled] { plan.generation.isEnabled = boolean(value) }
    if let value = fields[.after] {
      // Read as the dependencies of a task that does not exist.
      var first = PlanTask(id: "", name: LocalizedText(""))
      readDependencies(value, of: -1, into: &first)
      plan.generation.after = first.after
    }
    if let value = fields[.waves] { readWaves(value) }
    if let value = fields[.window] { plan.generation.window = reference(.calendar, value) }
    if let value = fields[.rehearsals] {
      plan.generation.rehearsals = reference(.calendar, value)
    }
    if let value = fields[.joint] { plan.generation.joint = reference(.owner, value) }
    if let value = fields[.rate] { plan.generation.rate = money(value) }
    if let value = fields[.rule], let rule = choice(value, of: GenerationSettings.Rule.self) {
      plan.generation.rule = rule
    }
  }

  private mutating func readWaves(_ value: Value) {
    guard value.kind == .list else {
      if let count = wholeNumber(value, in: 1...20) { plan.generation.waves = .count(Int(count)) }
      return
    }
    var names: [String] = []
    for item in items(value) {
      guard let id = identifier(item) else { continue }
      if names.contains(id) {
        error(.waveTwice(id), at: item.position)
      } else {
        names.append(id)
      }
    }
    if !names.isEmpty { plan.generation.waves = .named(names) }
  }

  /// Reads the wave of a module; which waves there are may be said later.
  mutating func readWave(_ value: Value) -> String? {
    guard let id = identifier(value) else { return nil }
    wavesNamed.append((id, value.position))
    return id
  }

  /// Checks that modules name waves that there are.
  mutating func checkWaves() {
    guard case .named(let names) = plan.generation.waves else {
      for (id, place) in wavesNamed.prefix(1) { error(.noWaves(id), at: place) }
      return
    }
    for (id, place) in wavesNamed where !names.contains(id) {
      error(.unknownWave(id, nearest: NearestSpelling.of(id, among: names)), at: place)
    }
  }

  /// Reads the classes of information.
  mutating func readInformation(_ list: Value) {
    for item in items(list) {
      guard let fields = record(item, as: InformationKey.self), let value = fields[.id],
        let id = identifier(value)
      else { continue }
      if plan.information.contains(where: { $0.id == id }) {
        error(.informationTwice(id), at: value.position)
      }
      var information = InformationClass(id: id, name: name(fields[.name], or: id))
      information.location = location(fields.position)
      if let value = fields[.entitled] { information.entitled = referenceList(.owner, value) }
      readRemarks(fields[.notes], fields[.source], fields[.illustrative])
      plan.information.append(information)
    }
  }

  /// Reads the figures that replace defaults of the estimator.
  mutating func readDefaults(_ value: Value) {
    for (key, place, value) in dictionary(value) {
      var figures: [Int64] = []
      if value.kind == .list {
        for item in items(value) { if let figure = number(item) { figures.append(figure) } }
      } else if let figure = number(value) {
        figures = [figure]
      }
      guard !figures.isEmpty else { continue }
      if plan.defaults[key] != nil {
        let first = defaultPlaces[key].map { self.place($0, seenFrom: place) }
        error(.duplicateKey(key, first: first ?? Message.Words(en: "", ja: "")), at: place)
      }
      plan.defaults[key] = figures
      defaultPlaces[key] = place
    }
  }

  /// Checks the figures that replace defaults.
  mutating func checkDefaults() {
    for (key, place) in defaultPlaces.sorted(by: { $0.key < $1.key }) {
      guard let figures = plan.defaults[key] else { continue }
      do throws(EstimatorDefaultsError) {
        _ = try EstimatorDefaults(overriding: [key: figures])
      } catch {
        diagnostics.error(.estimatorDefault(error), at: place)
      }
    }
  }

  // MARK: Generated ids

  /// The ids of the tasks that follow from the modules; none, and reported, when the modules
  /// cannot be separated.
  mutating func findGeneratedTasks() {
    let mayBeNamed =
      !plan.tasks.isEmpty || !selections.isEmpty || references.contains { $0.kind == .task }
    guard alwaysMakesWork || mayBeNamed else { return }
    do throws(PlanError) {
      work = try ModuleWork(of: plan)
      for task in work?.tasks ?? [] { generatedTasks[task.id] = task }
    } catch {
      // After other errors it may be their consequence.
      if !diagnostics.hasErrors { inseparable = Diagnostic(error, plan: plan) }
      isIncomplete = true
    }
  }

  /// Reports tasks without a duration that complete no generated task, and summaries that would.
  mutating func checkCompletions() {
    for (index, place) in withoutDuration {
      let task = plan.tasks[index]
      guard let made = generatedTasks[task.id], !task.replacesGenerated || made.isMilestone else {
        let nearest =
          generatedTasks.isEmpty
          ? nil : spelling.nearest(to: task.id, among: generatedTasks.keys.sorted())
        error(
          .missingDuration(task.id, hasModes: !task.modes.isEmpty, generated: nearest), at: place)
        continue
      }
    }
    guard !generatedTasks.isEmpty else { return }
    for task in plan.tasks {
      guard let made = generatedTasks[task.id], task.isSummary || made.isSummary,
        let place = definitions[EntityKind.task.rawValue][task.id]
      else { continue }
      error(.overridesSummary(task.id), at: place)
    }
  }
}
