import Planning
import Scheduling

@testable import PlanFile
import SharedSystem

/// Random plans as the reader gives them: every key of the format, with nasty names and ids.
struct RandomPlan {
  var random: SplitMix64
  private var plan: Plan
  private var ids = 0

  static func make(seed: UInt64) -> Plan {
    var maker = RandomPlan(seed: seed)
    return maker.make()
  }

  private init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    plan = Plan(start: Instant(minutes: 0))
  }

  private mutating func make() -> Plan {
    makeProject()
    plan.calendars = many(3) { $0.calendar() }
    plan.owners = many(2) { maker in
      let id = maker.id()
      var owner = Owner(id: id, name: maker.name(id), calendar: maker.calendarID())
      owner.short = maker.maybe { $0.localized() }
      owner.holds = maker.maybe { $0.chance(50) }
      return owner
    }
    plan.teams = many(2) { maker in
      let id = maker.id()
      return Team(id: id, name: maker.name(id), capacity: maker.capacity())
    }
    makeWaves()
    makeSystem()
    makeGeneration()
    makeTasks()
    if !plan.tasks.isEmpty { plan.cutover = maybe { $0.task() } }
    plan.calendar = calendarID()
    makeLevers()
    return plan
  }

  // MARK: Chance

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

  mutating func maybe<Result>(_ make: (inout RandomPlan) -> Result) -> Result? {
    chance(35) ? make(&self) : nil
  }

  mutating func many<Result>(_ most: Int, _ make: (inout RandomPlan) -> Result) -> [Result] {
    (0..<int(0...most)).map { _ in make(&self) }
  }

  mutating func pick<Element>(_ elements: some Collection<Element>) -> Element {
    elements[elements.index(elements.startIndex, offsetBy: int(0...(elements.count - 1)))]
  }

  // MARK: Values

  mutating func id() -> String {
    ids += 1
    // Longer than YAML looks for the colon after a key.
    let stem = chance(1) ? String(repeating: "long", count: 400) : pick(NastyTexts.ids)
    return chance(30) ? "\(stem)\(ids)" : chance(50) ? "\(ids)\(stem)" : "t.\(ids)-_"
  }

  mutating func text() -> String {
    switch int(0...5) {
    case 0...2: return pick(NastyTexts.texts)
    case 3: return pick(NastyTexts.texts) + pick(NastyTexts.texts)
    case 4:
      let scalars = (0..<int(1...12)).map { _ in
        Unicode.Scalar(UInt32(int(0...0xFFFF))) ?? Unicode.Scalar(UInt8(int(0...255)))
      }
      return String(String.UnicodeScalarView(scalars))
    default: return (0..<int(1...40)).map { _ in pick(NastyTexts.words) }.joined(separator: " ")
    }
  }

  mutating func localized() -> LocalizedText {
    if chance(60) { return LocalizedText(text()) }
    var byLanguage: [String: String] = [:]
    for _ in 0...int(0...2) { byLanguage[pick(["ja", "en", "no", "zh-Hans", "on"])] = text() }
    return LocalizedText(byLanguage: byLanguage)
  }

  mutating func name(_ id: String) -> LocalizedText {
    chance(30) ? LocalizedText(id) : localized()
  }

  mutating func day() -> CivilDate {
    switch int(0...9) {
    case 0: CivilDate(dayNumber: -25567)  // 1900-01-01
    case 1: CivilDate(dayNumber: 376199)  // 2999-12-31
    default: CivilDate(dayNumber: int(20000...24000))
    }
  }

  /// An instant that can be written as a start.
  mutating func start() -> Instant {
    Instant(day(), minuteOfDay: chance(60) ? 0 : chance(20) ? 1440 : int(0...1439))
  }

  /// An instant that can be written as a finish.
  mutating func finish() -> Instant {
    Instant(day(), minuteOfDay: chance(60) ? 1440 : int(0...1440))
  }

  mutating func recent() -> Instant {
    Instant(
      CivilDate(dayNumber: int(21000...24000)), minuteOfDay: chance(50) ? 0 : int(0...1440))
  }

  mutating func amount(_ most: Int) -> Int64 {
    Int64(chance(60) ? int(0...most) * 1000 : int(0...(most * 1000)))
  }

  mutating func duration(_ unit: PlanDuration.Unit? = nil) -> PlanDuration {
    let unit = unit ?? pick(PlanDuration.Unit.allCases)
    let thousandths = max(amount(2000), unit == .calendarMonths ? 1000 : 1)
    return PlanDuration(
      thousandths: unit == .calendarMonths ? thousandths / 1000 * 1000 : thousandths, unit)
  }

  mutating func money() -> Int64 { Int64(chance(30) ? 0 : int(0...1_000_000_000)) }
  mutating func words() -> [String] { chance(60) ? [] : many(3) { $0.pick(NastyTexts.ids) } }

  // MARK: Ids

  mutating func calendarID() -> String? {
    plan.calendars.isEmpty ? nil : maybe { $0.pick($0.plan.calendars).id }
  }

  mutating func ownerID() -> String? {
    plan.owners.isEmpty ? nil : maybe { $0.pick($0.plan.owners).id }
  }

  mutating func moduleID() -> String? {
    plan.modules.isEmpty ? nil : maybe { $0.pick($0.plan.modules).id }
  }

  mutating func task() -> String { pick(plan.tasks).id }

  // MARK: Sections

  private mutating func makeProject() {
    plan.start = chance(20) ? start() : recent()
    if chance(50) { plan.name = localized() }
    if let target = maybe({ $0.finish() }), target > plan.start { plan.target = target }
    plan.statusDate = maybe { $0.start() }
    if chance(40) {
      plan.units = WorkUnits(
        minutesPerDay: int(3...1440), daysPerWeek: int(1...7), daysPerMonth: int(1...31))
    }
    plan.lagCalendar = pick(LagCalendar.allCases)
    plan.constraintRule = pick(ConstraintRule.allCases)
    plan.progressRule = chance(50) ? .override : .retainedLogic
    plan.criticalPaths = chance(20) ? .eachEnd : .one
    if chance(30) { plan.currency = pick(["EUR", "USD", "NOK"]) }
    plan.illustrative = maybe { $0.chance(50) ? Message.illustrative : $0.localized() }
    // These two words are the truth values.
    if ["true", "false"].contains(plan.illustrative?.plain) { plan.illustrative = nil }
  }

  private mutating func capacity() -> [Team.Step] {
    if chance(50) { return [Team.Step(from: nil, thousandths: amount(50))] }
    var steps = many(1) { Team.Step(from: nil, thousandths: $0.amount(50)) }
    for day in [recent(), recent(), recent()].sorted() where day > steps.last?.from ?? plan.start {
      steps.append(Team.Step(from: day, thousandths: amount(50)))
    }
    return steps
  }

  private mutating func makeSystem() {
    plan.modules = many(4) { maker in
      let id = maker.id()
      var module = Module(id: id, name: maker.name(id))
      module.owner = maker.ownerID()
      module.group = maker.maybe { $0.text() }
      if case .named(let waves) = maker.plan.generation.waves {
        module.wave = maker.maybe { $0.pick(waves) }
      }
      let owners = maker.plan.owners.map(\.id)
      module.allowed = maker.maybe { maker in
        (owners + ["both"]).filter { $0 == module.owner || maker.chance(50) }
      }
      module.heldBy = owners.filter { _ in maker.chance(30) }
      module.language = maker.maybe { $0.text() }
      for measure in PlanBuilder.sizeMeasures where maker.chance(20) {
        module.size[measure] = maker.amount(5000)
      }
      for measure in PlanBuilder.dataMeasures where maker.chance(20) {
        module.data[measure] = maker.amount(90_000_000)
      }
      module.strategy = maker.maybe { $0.pick(Module.Strategy.allCases) }
      module.drivers = maker.words()
      module.information = maker.many(2) { $0.text() }
      for owner in owners where maker.chance(40) { module.keep[owner] = maker.amount(90) }
      module.both = maker.maybe { $0.amount(100) }
      return module
    }
    guard plan.modules.count > 1 else { return }
    for _ in 0..<int(0...4) {
      let from = pick(plan.modules).id
      let to = pick(plan.modules).id
      guard from != to else { continue }
      var coupling = Coupling(from: from, to: to, kind: pick(Coupling.Kind.allCases))
      coupling.cost = maybe { $0.amount(30) }
      coupling.information = many(2) { $0.text() }
      coupling.mayCross = maybe { maker in
        maker.plan.owners.map(\.id).filter { _ in maker.chance(50) }
      }
      plan.couplings.append(coupling)
    }
  }

  private mutating func makeWaves() {
    switch int(0...3) {
    case 0: plan.generation.waves = .count(int(1...20))
    case 1: plan.generation.waves = .named(["first", "w.2", "no"])
    default: break
    }
  }

  /// Settings of generated work; it is switched off, since the random modules may contradict
  /// themselves.
  private mutating func makeGeneration() {
    plan.information = many(2) { maker in
      let id = maker.id()
      let owners = maker.plan.owners.map(\.id)
      return InformationClass(
        id: id, name: maker.name(id),
        entitled: maker.maybe { maker in owners.filter { _ in maker.chance(50) } })
    }
    let hasWork = !plan.modules.isEmpty && plan.holders.count >= 2
    plan.generation.isEnabled = hasWork || chance(20) ? false : nil
    plan.generation.window = calendarID()
    plan.generation.rehearsals = calendarID()
    plan.generation.joint = ownerID()
    plan.generation.rule = pick(GenerationSettings.Rule.allCases)
    plan.generation.rate = maybe { $0.money() }
    if chance(30) { plan.defaults["interface.api"] = [1000, 2500, 7000] }
    if chance(30) { plan.defaults["gates.rehearsals"] = [4000] }
  }

  mutating func append(_ task: PlanTask) { plan.tasks.append(task) }
  mutating func append(_ lever: Lever) { plan.levers.append(lever) }
  mutating func append(_ scenario: Scenario) { plan.scenarios.append(scenario) }
  var soFar: Plan { plan }

  mutating func setAfter(_ index: Int, _ after: [PlanTask.Dependency]) {
    plan.tasks[index].after = after
  }
}

/// Texts that YAML, or a program that reads it, could take for something else.
enum NastyTexts {
  static let ids = [
    "yes", "no", "n", "Y", "on", "OFF", "true", "null", "1e3", "12", "010", "0x1F", "0b1", "0o7",
    "1.5", "1_000", "2027-03-31", "a", "a-b.c_d", "D1", "inf", "12e-5",
  ]

  static let words = [
    "営業", "オンライン", "the", "shared", "system", "再構築", "#1", "(network)", "A:", "—", "50%",
  ]

  static let texts =
    ids + words + [
      "", " ", " a", "a ", "\ta", "a\t", "a: b", "a:b", "a :b", "a:", ":a", ":", "a #b", "a#b",
      "#a", "- a", "-", "-a", "--- a", "---", "...", "? a", "?a", "what?", "[a]", "a]", "{a}",
      "a, b", "'a'", "\"a\"", "it's", "say \"hi\"", "C:\\x", "two\nlines", "\n", "\r\n", "\u{0}",
      "\u{7F}", "\u{85}", "\u{A0}a\u{A0}", "\u{3000}a\u{3000}", "\u{2028}", "\u{FEFF}", "\u{AD}",
      "\u{200B}", "⼒", "ﬁ", "営業オンライン", "：＃", "😀", "e\u{301}", "é", "%TAG", "&a", "*a",
      "!a", "!!str", "|", ">", "@a", "`a`", "~", "Null", "TRUE", "False", "2029-01-01",
      "2029-1-1", "2029-01-01 10:00:00", "2029-01-01T10:00:00Z", "2029-01-01 start", "1e3", ".5",
      "5.", "+.inf", "-.INF", ".nan", "+12", "-12", "12:30", "12:30:45", "-1:30.5", "=", "<<",
      "0.", "1,000", "09:00-12:00", "http://a.b/?c=d#e", "a\\nb", "\u{FFFE}", "\u{FFFF}",
      "\u{1FFFE}", "a  b", String(repeating: "長い文 ", count: 40),
    ]
}
