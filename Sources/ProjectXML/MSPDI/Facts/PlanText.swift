internal import Planning
internal import Scheduling
internal import SharedSystem

/// Values of a plan as the facts of a file spell them, and back. The spelling is that of the plan
/// format where it has one; texts and ids are escaped (`MSPDIFacts.escaped`).
enum PlanText {
  /// Whether a text can be an id in a plan file.
  static func isID(_ text: String) -> Bool {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    guard let first = text.utf8.first, isAlphanumeric(first) else { return false }
    return text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
  }

  // MARK: Dates and durations

  static func text(_ date: Instant) -> String { String(MSPDI.date(date).dropLast(3)) }

  static func date(_ text: some StringProtocol) -> Instant? { (try? PlanDate(text))?.asStart }

  /// A duration or a delay: not negative, and no more months than some lifetimes have.
  static func duration(_ text: some StringProtocol) -> PlanDuration? {
    guard let duration = PlanDuration(text), duration.thousandths >= 0,
      duration.unit != .calendarMonths || duration.thousandths <= 2_280_000
    else { return nil }
    return duration
  }

  // MARK: Texts in languages

  /// `en:Sales,ja:営業`; a plain text has no code, and no text at all is a dash.
  static func text(_ text: LocalizedText) -> String {
    var all = text.byLanguage.sorted { $0.key < $1.key }
      .map { "\(MSPDIFacts.escaped($0.key)):\(MSPDIFacts.escaped($0.value))" }
    if let plain = text.plain { all.insert(":" + MSPDIFacts.escaped(plain), at: 0) }
    return all.isEmpty ? "-" : all.joined(separator: ",")
  }

  static func localized(_ text: some StringProtocol) -> LocalizedText? {
    var result = LocalizedText(byLanguage: [:])
    if text == "-" { return result }
    for part in text.split(separator: ",") {
      guard let colon = part.firstIndex(of: ":"),
        let code = MSPDIFacts.unescaped(part[..<colon]),
        let words = MSPDIFacts.unescaped(part[part.index(after: colon)...])
      else { return nil }
      if code.isEmpty { result.plain = words } else { result.byLanguage[code] = words }
    }
    return result
  }

  /// Texts, separated by commas.
  static func text(_ list: [String]) -> String {
    list.map(MSPDIFacts.escaped).joined(separator: ",")
  }

  static func list(_ text: some StringProtocol) -> [String]? {
    all(Substring(text).split(separator: ",")) { MSPDIFacts.unescaped($0) }
  }

  /// Reads all pieces; nil when one of them cannot be read.
  static func all<Piece, Value>(_ pieces: [Piece], _ read: (Piece) -> Value?) -> [Value]? {
    let values = pieces.compactMap(read)
    return values.count == pieces.count ? values : nil
  }
}

/// Parts of a task.
extension PlanText {
  /// `must-start-on 2025-04-07T09:00,as-late-as-possible`.
  static func text(_ constraints: [TaskConstraint]) -> String {
    constraints.map {
      $0.kind == .asLateAsPossible ? $0.kind.planName : "\($0.kind.planName) \(text($0.date))"
    }.joined(separator: ",")
  }

  /// - Parameter start: the date of a constraint that needs none.
  static func constraints(_ text: some StringProtocol, start: Instant) -> [TaskConstraint]? {
    all(Substring(text).split(separator: ",")) { piece -> TaskConstraint? in
      let words = piece.split(separator: " ")
      guard let kind = words.first.flatMap({ TaskConstraint.Kind(planName: String($0)) }) else {
        return nil
      }
      if kind == .asLateAsPossible { return TaskConstraint(kind, start) }
      guard words.count == 2, let date = date(words[1]) else { return nil }
      return TaskConstraint(kind, date)
    }
  }

  /// `design FF-2w project,build FS50%`.
  static func text(_ after: [PlanTask.Dependency]) -> String {
    after.map { dependency in
      let calendar = dependency.lagCalendar.map { " " + $0.rawValue } ?? ""
      return "\(MSPDIFacts.escaped(dependency.task)) \(dependency.type.code)"
        + dependency.lag.signedText + calendar
    }.joined(separator: ",")
  }

  static func dependencies(_ text: some StringProtocol) -> [PlanTask.Dependency]? {
    all(Substring(text).split(separator: ",")) { piece -> PlanTask.Dependency? in
      let words = piece.split(separator: " ")
      guard (2...3).contains(words.count), let task = MSPDIFacts.unescaped(words[0]),
        let type = LinkType(code: words[1].prefix(2)), let lag = PlanTask.Lag(words[1].dropFirst(2))
      else { return nil }
      var result = PlanTask.Dependency(task: task, type: type, lag: lag)
      if words.count == 3 {
        guard let calendar = LagCalendar(rawValue: String(words[2])) else { return nil }
        result.lagCalendar = calendar
      }
      return result
    }
  }

  /// `3d,2d 1d nights`: duration, delay and calendar.
  static func text(_ parts: [PlanTask.Part]) -> String {
    parts.map { part in
      let calendar = part.calendar.map { " " + MSPDIFacts.escaped($0) } ?? ""
      return "\(part.duration.text) \(part.delay.text)" + calendar
    }.joined(separator: ",")
  }

  static func parts(_ text: some StringProtocol) -> [PlanTask.Part]? {
    all(Substring(text).split(separator: ",")) { piece -> PlanTask.Part? in
      let words = piece.split(separator: " ")
      guard (2...3).contains(words.count), let duration = PlanText.duration(words[0]),
        let delay = PlanText.duration(words[1])
      else { return nil }
      var part = PlanTask.Part(duration: duration, delay: delay)
      if words.count == 3 {
        guard let calendar = MSPDIFacts.unescaped(words[2]) else { return nil }
        part.calendar = calendar
      }
      return part
    }
  }

  /// `cobol 4000`: units in thousandths.
  static func text(_ needs: [PlanTask.TeamNeed]) -> String {
    needs.map { "\(MSPDIFacts.escaped($0.team)) \($0.thousandths)" }.joined(separator: ",")
  }

  static func needs(_ text: some StringProtocol) -> [PlanTask.TeamNeed]? {
    all(Substring(text).split(separator: ",")) { piece -> PlanTask.TeamNeed? in
      let words = piece.split(separator: " ")
      guard words.count == 2, let team = MSPDIFacts.unescaped(words[0]),
        let units = Int64(words[1])
      else { return nil }
      return PlanTask.TeamNeed(team: team, thousandths: units)
    }
  }

  /// Started, finished, remaining, resumed; a dash for what is not stated.
  static func text(_ progress: PlanTask.Progress) -> String {
    [
      text(progress.started), progress.finished.map(text) ?? "-",
      progress.remaining?.text ?? "-", progress.resumed.map(text) ?? "-",
    ].joined(separator: " ")
  }

  static func progress(_ text: some StringProtocol) -> PlanTask.Progress? {
    let words = Substring(text).split(separator: " ")
    guard words.count == 4, let started = date(words[0]) else { return nil }
    var result = PlanTask.Progress(started: started)
    if words[1] != "-" {
      guard let finished = date(words[1]) else { return nil }
      result.finished = finished
    }
    if words[2] != "-" {
      guard let remaining = PlanText.duration(words[2]) else { return nil }
      result.remaining = remaining
    }
    if words[3] != "-" {
      guard let resumed = date(words[3]) else { return nil }
      result.resumed = resumed
    }
    return result
  }

  /// Capacities of a team: thousandths, and from when.
  static func text(_ capacity: [Team.Step]) -> String {
    capacity.map { step in
      "\(step.thousandths)" + (step.from.map { " " + text($0) } ?? "")
    }.joined(separator: ",")
  }

  static func capacity(_ text: some StringProtocol) -> [Team.Step]? {
    all(Substring(text).split(separator: ",")) { piece -> Team.Step? in
      let words = piece.split(separator: " ")
      guard (1...2).contains(words.count), let units = Int64(words[0]), units >= 0 else {
        return nil
      }
      guard words.count == 2 else { return Team.Step(from: nil, thousandths: units) }
      return date(words[1]).map { Team.Step(from: $0, thousandths: units) }
    }
  }
}

/// What was once agreed.
extension PlanText {
  /// `0 2025-04-07T09:00 - 5d 1200`: number, start, finish, duration, cost.
  static func text(_ baselines: [PlanTask.Baseline]) -> String {
    baselines.map { baseline in
      [
        "\(baseline.number)", baseline.start.map(text) ?? "-", baseline.finish.map(text) ?? "-",
        baseline.duration?.text ?? "-", baseline.cost.map { "\($0)" } ?? "-",
      ].joined(separator: " ")
    }.joined(separator: ",")
  }

  static func baselines(_ text: some StringProtocol) -> [PlanTask.Baseline]? {
    all(Substring(text).split(separator: ",")) { piece -> PlanTask.Baseline? in
      let words = piece.split(separator: " ")
      guard words.count == 5, let number = Int(words[0]), (0...10).contains(number) else {
        return nil
      }
      var result = PlanTask.Baseline(number: number)
      if words[1] != "-" {
        guard let start = date(words[1]) else { return nil }
        result.start = start
      }
      if words[2] != "-" {
        guard let finish = date(words[2]) else { return nil }
        result.finish = finish
      }
      if words[3] != "-" {
        guard let duration = PlanText.duration(words[3]) else { return nil }
        result.duration = duration
      }
      if words[4] != "-" {
        guard let cost = Int64(words[4]) else { return nil }
        result.cost = cost
      }
      return result
    }
  }
}
