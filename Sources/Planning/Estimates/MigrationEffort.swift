import SharedSystem

/// The effort of moving a module's data to a new instance.
///
/// A tool, large or small by the number of rows, and repair by hand: rows · defective rows per
/// million · share repaired · minutes.
struct MigrationEffort {
  let defaults: EstimatorDefaults

  /// The effort; nil when the plan states no rows.
  ///
  /// - Parameter asItIs: the data is moved without change, with a small tool and without repair.
  func figure(_ module: Module, asItIs: Bool) -> EstimatedFigure? {
    guard let rows = module.data["rows"], rows > 0 else { return nil }
    let stated = EstimatedFigure(
      .size(measure: "rows"), ThreePoint(rows / 1000), .thousandRows, .entered(module.location))
    let isSmall = stated.value.mode <= defaults.value("migration.smallRows").mode
    let tool = defaults.figure(isSmall || asItIs ? "migration.smallTool" : "migration.tool")
    if asItIs {
      return EstimatedFigure(.migration, tool.value, .personMonths, .computed(.same, [tool]))
    }
    let repair = repair(stated)
    return EstimatedFigure(
      .migration, tool.value + repair.value, .personMonths, .computed(.sum, [tool, repair]))
  }

  private func repair(_ rows: EstimatedFigure) -> EstimatedFigure {
    let keys = [
      "migration.defects", "migration.fixShare", "migration.minutesPerFix",
      "cocomo2.hoursPerPersonMonth",
    ]
    let inputs = keys.map(defaults.figure)
    let value = ThreePoint { level in
      let minutes = inputs.dropLast().reduce(UInt128(rows.value.value(level))) {
        min(UInt128(1) << 80, $0 * UInt128($1.value.value(level)))
      }
      // A thousandth of thousand rows is a row. Three factors are in thousandths, one of them is per
      // million; a thousand of the divisor stays, as the result is in thousandths.
      let month = UInt128(max(1, inputs[3].value.value(level))) * 60 / 1000
      return Int64(min(UInt128(ThreePoint.limit), minutes / 1_000_000_000_000 / max(1, month)))
    }
    return EstimatedFigure(
      .handRepair, value, .personMonths, .computed(.handRepair, [rows] + inputs))
  }
}
