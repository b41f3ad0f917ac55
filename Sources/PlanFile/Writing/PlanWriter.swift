public import Planning

/// Writes plans as YAML, in one file, for people to go on with and for ``PlanReader`` to read.
///
/// Reading what was written gives the same plan, except where things are written
/// (``SourceLocation``); writing that plan again gives the same bytes. Only what differs from the
/// format's defaults is written. Remarks, which the reader does not keep, and comments are lost.
///
/// What a plan file cannot say is not checked: the plan should be one that could have been read
/// (ids of the form `[A-Za-z0-9][A-Za-z0-9._-]*`, dates in the years 1900–2999, each summary before
/// the tasks it holds, and so on).
///
///     let text = PlanWriter.text(of: plan, header: ["From the schedule of 2027-03-31"])
public enum PlanWriter {
  /// The text of a plan file.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - header: lines of comment at the beginning, without `#`.
  /// - Complexity: O(size of the plan + tasks · depth of summaries) time and space; the stack does
  ///   not grow with the plan.
  public static func text(of plan: Plan, header: [String] = []) -> String {
    String(decoding: bytes(of: plan, header: header), as: UTF8.self)
  }

  /// Writes a plan to a file, whole or not at all.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - path: the file; or a folder, whose `plan.yaml` is written. A path that ends in `/` is a
  ///     folder and made when it is missing. What is there is replaced.
  ///   - header: lines of comment at the beginning, without `#`.
  /// - Throws: why the file cannot be written; what was there is then untouched.
  public static func write(
    _ plan: Plan, to path: String, header: [String] = []
  ) throws(PlanWriteError) {
    let file = try PlanFolder.planFile(at: path)
    try WholeFile.write(bytes(of: plan, header: header), to: file)
  }

  static func bytes(of plan: Plan, header: [String]) -> [UInt8] {
    var layout = YAMLLayout(capacity: 4096 + 256 * plan.tasks.count)
    for line in header { layout.comment(line) }
    if !header.isEmpty { layout.endLine() }
    layout.fields([("bunri", .value("1")), ("project", project(plan))], indent: 0)
    section(.calendars, plan.calendars.map(calendar), &layout)
    section(.owners, plan.owners.map(owner), &layout)
    section(.modules, plan.modules.map(module), &layout)
    section(.couplings, plan.couplings.map(coupling), &layout)
    section(.information, plan.information.map(information), &layout)
    if let generation = generation(plan) {
      layout.endLine()
      layout.fields([(SectionKey.generation.rawValue, generation)], indent: 0)
    }
    if !plan.defaults.isEmpty {
      layout.endLine()
      layout.fields([(SectionKey.defaults.rawValue, defaults(plan.defaults))], indent: 0)
    }
    tasks(plan.tasks, &layout)
    section(.teams, plan.teams.map(team), &layout)
    let hours = Dictionary(
      plan.calendars.map { ($0.id, $0.hours) }, uniquingKeysWith: { first, _ in first })
    section(.levers, plan.levers.map { lever($0, hours: hours) }, &layout)
    section(.scenarios, plan.scenarios.map(scenario), &layout)
    return layout.bytes
  }

  private static func section(
    _ key: SectionKey, _ items: [YAMLNode], _ layout: inout YAMLLayout
  ) {
    guard !items.isEmpty else { return }
    layout.endLine()
    layout.fields([(key.rawValue, .lines(items))], indent: 0)
  }
}
