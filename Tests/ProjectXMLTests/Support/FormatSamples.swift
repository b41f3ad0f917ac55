import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// A plan with something of everything that the formats hold: owners, modules, summaries, links to
/// and from them, lags of all kinds, constraints, progress, a baseline, a target that is missed.
func formatSample() -> Plan {
  plan(
    summary("prepare"),
    task("survey", "5d", in: 0) {
      $0.owner = "east"
      $0.module = "billing"
      $0.drivers = ["D1", "D3"]
      $0.progress = .init(started: at("2025-04-07T09:00"), finished: at("2025-04-11T18:00"))
      var baseline = PlanTask.Baseline(number: 0)
      baseline.start = at("2025-04-07T09:00")
      baseline.finish = at("2025-04-10T18:00")
      baseline.duration = PlanDuration("4d")
      $0.baselines = [baseline]
    },
    task("design", "10d", after: "survey FS+2d", in: 0) {
      $0.cost = 1_200_000
      $0.source = "report, p. 3"
      $0.notes = LocalizedText(byLanguage: ["ja": "備考\n二行目", "en": "Note\nline two"])
    },
    task("soak", "3ed", after: "design SS+50%"),
    task("build", "20d", after: "prepare", "soak FF-1d") {
      $0.deadline = end("2025-06-30")
      $0.constraints = [.init(.startNoEarlierThan, at("2025-05-07"))]
      $0.calendar = "office"
      $0.needs = [.init(team: "crew", thousandths: 1000)]
    },
    task("cutover", after: "build") { $0.illustrative = true }
  ) {
    $0.calendars = [japaneseOffice, nights]
    $0.owners = [Owner(id: "east", name: LocalizedText("East & Co."), calendar: "office")]
    $0.modules = [Module(id: "billing", name: LocalizedText("料金"))]
    $0.target = end("2025-05-30")
    $0.cutover = "cutover"
    $0.illustrative = LocalizedText("invented")
  }
}

/// Names that break formats which are put together carelessly.
let hostileNames = [
  "託送情報システムの共用解消（①〜④）", "<b>\"A & B\"</b> ]]> 'x'", "&amp; &#38; &lt;", "=1+2", "+SUM(A1)", "-1",
  "@cmd", "＝ＨＹＰＥＲＬＩＮＫ", "  =1", "\t=1", "\u{FEFF}=1", "a,b;c\"d\"", "one\r\ntwo\tthree", "'=1",
  "絵文字 🗾",
  "trailing ", "%s%n{0}", "--><!--", "é\u{301}",
]

/// The counts of a report by kind.
func counts(_ report: ExportReport) -> [ExportReport.Kind: Int] {
  Dictionary(report.remarks.map { ($0.kind, $0.count) }, uniquingKeysWith: +)
}
