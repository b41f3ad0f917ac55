import Planning
import Scheduling
import SharedSystem

/// A small separation with every kind of thing the reports speak of.
enum SamplePlan {
  static let names = [
    "analysis": ("Current analysis, sales online and the rest", "現行調査（営業オンラインほか）"),
    "contract": ("Interface contract", "連係契約"),
    "build": ("Build", "構築"),
    "design": ("Design", "設計"),
    "metering": ("Build, metering", "検針システムの再構築"),
    "test": ("System test", "総合試験"),
    "rehearsal": ("Rehearsal", "移行リハーサル"),
    "go-live": ("Cutover", "切替"),
    "watch": ("Stabilisation", "安定化"),
    "end": ("End of the shared state", "共用の終了"),
  ]

  static func plan() throws -> Plan {
    var plan = Plan(start: try day("2026-04-01"))
    plan.name = text("Separation", "分離")
    plan.target = try end("2028-01-31")
    plan.cutover = "go-live"
    plan.illustrative = text("Everything is invented", "すべて作例")
    plan.calendar = "standard"
    plan.calendars = [try standard(), try windows()]
    plan.owners = [
      Owner(id: "retail", name: text("Retail", "小売")),
      Owner(id: "network", name: text("Network", "送配電")),
    ]
    plan.tasks = [
      try task("analysis", "60d", drivers: ["D1"]),
      try task("contract", "30d", after: ["analysis SS+20d"], owner: "retail"),
      try task("build", nil),
      try task("design", "80d", after: ["analysis", "contract"], parent: 2),
      try task("metering", "200d", after: ["design FS-10d"], drivers: ["D2"], parent: 2),
      try task("test", "60d", after: ["metering"], owner: "retail", drivers: ["D1", "D4"]),
      try task("rehearsal", "5d", after: ["test"]),
      try task("go-live", "4ed", after: ["rehearsal"], calendar: "window"),
      try task("watch", "30ed", after: ["go-live"]),
      try task("end", "0d", after: ["watch"]),
    ]
    plan.tasks[2].isSummary = true
    plan.tasks[9].isMilestone = true
    plan.tasks[9].duration = nil
    plan.tasks[0].illustrative = false
    plan.levers = [
      lever("hire", "Hire engineers", "技術者の増員", 120_000_000, -30),
      lever("hire-more", "Hire more engineers", "技術者の大幅増員", 400_000_000, -80),
    ]
    return plan
  }

  static func text(_ english: String, _ japanese: String) -> LocalizedText {
    LocalizedText(byLanguage: ["en": english, "ja": japanese])
  }

  static func day(_ text: String) throws -> Instant { try PlanDate(text).asStart }
  static func end(_ text: String) throws -> Instant { try PlanDate(text).asFinish }

  static func window(_ text: String) throws -> WorkCalendar.Window {
    let days = text.split(separator: "/")
    return .init(start: try PlanDate(days[0]).asStart, end: try PlanDate(days[1]).asFinish)
  }

  private static func standard() throws -> PlanCalendar {
    var calendar = WorkCalendar.standard
    calendar.holidayRules = [.japan]
    calendar.yearlyClosures = [.init(firstMonth: 12, firstDay: 29, lastMonth: 1, lastDay: 3)]
    return PlanCalendar(id: "standard", name: LocalizedText("standard"), calendar: calendar)
  }

  private static func windows() throws -> PlanCalendar {
    var calendar = WorkCalendar.continuous
    calendar.windows = try [
      "2026-12-29/2027-01-03", "2027-05-01/2027-05-05", "2027-12-29/2028-01-03",
      "2028-05-03/2028-05-07",
    ].map(window)
    return PlanCalendar(id: "window", name: LocalizedText("window"), calendar: calendar)
  }

  private static func task(
    _ id: String, _ duration: String?, after: [String] = [], owner: String = "network",
    drivers: [String] = [], parent: Int? = nil, calendar: String? = nil
  ) throws -> PlanTask {
    let name = names[id] ?? (id, id)
    var task = PlanTask(id: id, name: text(name.0, name.1))
    task.duration = duration.flatMap { PlanDuration($0) }
    task.owner = duration == nil ? nil : owner
    task.drivers = drivers
    task.parent = parent
    task.calendar = calendar
    task.after = after.compactMap { PlanTask.Dependency($0) }
    return task
  }

  private static func lever(
    _ id: String, _ english: String, _ japanese: String, _ cost: Int64, _ percent: Int64
  ) -> Lever {
    Lever(
      id: id, name: text(english, japanese), cost: cost,
      changes: [.duration(.init(id: "metering"), .percent(thousandths: percent * 1000))])
  }
}
