import ArgumentParser
import Inventory

/// The formats of `--from`.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, matrix, cmdb, archimate, graphml, dot, json, mspdi
}

extension CouplingDirection: ExpressibleByArgument {}

/// How `import` reads inventories.
struct InventoryArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format, when it is not recognized.",
      valueName: "csv|matrix|cmdb|archimate|graphml|dot|json|mspdi"))
  var from: ImportFormat?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What a column means: a key of the plan's tables, or `ignore`. Repeatable.",
      valueName: "header=key"))
  var map: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Owners of a new plan, with the names the inventory uses: retail=小売,network=送配電.",
      valueName: "id[=name],…"))
  var owners: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Start of a new plan (default: the first day of next month).", valueName: "date"))
  var start: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which way couplings go: automatic (who receives data uses who sends it), written, reversed.",
      valueName: "automatic|written|reversed"))
  var direction = CouplingDirection.automatic

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How a type of relations is taken: use, reverse, group or skip. Repeatable.",
      valueName: "type=rule"))
  var relation: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What couplings are made of that do not say it.",
      valueName: "table|file|batch|api|screen|code"))
  var kind = "table"

  @Flag(name: .long, help: "Blank owners, departments and groups repeat the cell above.")
  var fillDown = false

  @Flag(name: .long, help: "Modules that only couplings name are added.")
  var addMissing = false

  @Flag(name: .long, help: "Take out rows that the files no longer have.")
  var prune = false

  @Flag(name: .long, help: "Write nothing when any row is rejected.")
  var strict = false

  @Flag(name: .long, help: "Show what would change, and write nothing.")
  var dryRun = false

  /// The options for the reader.
  ///
  /// - Throws: wrong usage.
  func options() throws -> InventoryOptions {
    var options = InventoryOptions()
    options.format = from.flatMap { InventoryFormat(rawValue: $0.rawValue) }
    options.fillsDown = fillDown
    options.addsMissing = addMissing
    options.isStrict = strict
    options.prunes = prune
    options.direction = direction
    guard options.set(kind: kind) else {
      throw ValidationError("'\(kind)' is not a kind of coupling.")
    }
    for mapping in map where !options.add(mapping: mapping) {
      throw ValidationError(
        "'\(mapping)' is not a mapping HEADER=KEY; keys are \(InventoryOptions.keys).")
    }
    for list in owners where !options.add(owners: list) {
      throw ValidationError("'\(list)' is not a list of owners: retail,network or retail=小売,….")
    }
    for rule in relation where !options.add(relation: rule) {
      throw ValidationError("'\(rule)' is not TYPE=use, reverse, group or skip.")
    }
    return options
  }
}
