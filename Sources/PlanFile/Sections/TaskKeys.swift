/// The keys of a task.
enum TaskKey: String, RecordKey {
  case id, name, duration, parts, owner, module, drivers, calendar, after, constraint, deadline,
    cost
  case replace, crash, modes, estimate, needs, progress, baselines, active, milestone, tasks,
    illustrative,
    source, notes
}

/// The keys of what a task waits for, in its long form.
enum DependencyKey: String, RecordKey {
  case task, type, lag, lagCalendar
}

/// The keys of a constraint.
enum ConstraintKey: String, RecordKey {
  case type, date
}

/// The keys of a step of a crash.
enum CrashKey: String, RecordKey {
  case to, cost
}

/// The keys of a mode.
enum ModeKey: String, RecordKey {
  case duration, cost, name, notes
}

/// The keys of an estimate.
enum EstimateKey: String, RecordKey {
  case low, mode, high, distribution
}

/// The keys of a record of progress.
enum ProgressKey: String, RecordKey {
  case started, finished, remaining, resumed
}

/// The keys of a baseline.
enum BaselineKey: String, RecordKey {
  case number, start, finish, duration, cost
}
