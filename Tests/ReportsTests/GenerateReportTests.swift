import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("The generated work, told")
struct GenerateReportTests {
  private func report(
    _ language: LocalizedText.Language = .en, overriding: [String: [Int64]] = [:]
  ) throws -> GenerateReport {
    var plan = Plan(start: Instant(CivilDate(dayNumber: 20_544)))
    plan.owners = ["retail", "network"].map { Owner(id: $0, name: LocalizedText($0)) }
    var billing = Module(id: "billing", name: LocalizedText("Billing"))
    billing.owner = "retail"
    billing.heldBy = ["retail", "network"]
    billing.size = ["kloc": 100_000]
    billing.strategy = .rebuild
    var metering = billing
    metering.id = "metering"
    metering.owner = "network"
    plan.modules = [billing, metering]
    plan.couplings = [Coupling(from: "billing", to: "metering", kind: .file)]
    plan.defaults = overriding
    return try #require(
      GenerateReport(
        try plan.scheduled(), drivers: [], ReportContext(language: language), listing: false))
  }

  @Test func whatComesOnTopIsAShareOfTheWork() throws {
    let report = try report()
    let overheads = report.generated.overheads
    let total = report.generated.total
    #expect(overheads.map(\.value.mode) == [120, 20].map { (total.mode * $0 + 500) / 1000 })
    #expect(overheads.map(\.value.low) == [80, 10].map { (total.low * $0 + 500) / 1000 })
    #expect(report.text.contains("project office and governance: 12% (default, judgement)"))
    #expect(report.text.contains("checks by a third party: 2% (default, judgement)"))
    #expect(try self.report(.ja).text.contains("PMO・統制：12%（既定値、判断）"))
  }

  @Test func aShareOfThePlansOwnSaysSo() throws {
    let report = try report(overriding: ["overhead.management": [200]])
    #expect(report.text.contains("project office and governance: 20% (replaced by the plan)"))
    #expect(report.json.document.contains("\"overridden\""))
    #expect(
      report.generated.overheads.first?.value.mode == (report.generated.total.mode + 2) / 5)
  }
}
