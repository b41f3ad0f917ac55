/// The sections of a plan's files.
enum SectionKey: String, RecordKey {
  case bunri, project, include, calendars, owners, modules, couplings, modulesFrom, couplingsFrom
  case information, generation, defaults, tasks, teams, levers, scenarios
}
