import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("The separation, told")
struct SeparationReportTests {
  /// `crm` of the first owner and `grid` of the second are pinned, `bills` is free.
  private func plan(_ change: (inout Plan) -> Void = { _ in }) -> Plan {
    var plan = Plan(start: Instant(CivilDate(dayNumber: 20_544)))
    plan.owners = ["retail", "network"].map { Owner(id: $0, name: LocalizedText($0)) }
    plan.modules = [("crm", "retail"), ("grid", "network"), ("bills", nil)].map { id, owner in
      var module = Module(id: id, name: LocalizedText(id))
      module.owner = owner
      module.heldBy = ["retail", "network"]
      module.size = ["kloc": 20_000]
      return module
    }
    change(&plan)
    return plan
  }

  private func report(
    _ plan: Plan, _ language: LocalizedText.Language = .en
  ) throws -> SeparationReport {
    SeparationReport(try plan.separationAnswer(), ReportContext(language: language))
  }

  private func lines(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  @Test func aPinnedModuleIsPinnedAndAFreeOneIsNot() throws {
    let answer = try report(plan()).answer
    #expect(answer.fixed == [.pinned, .pinned, nil])
    #expect(try !report(plan()).text.contains("No other"))
  }

  @Test func whoMayNotKnowTheInformationCannotHoldTheModule() throws {
    let plan = plan { plan in
      plan.information = [
        InformationClass(id: "meters", name: LocalizedText("meters"), entitled: ["network"]),
        InformationClass(id: "public", name: LocalizedText("public")),
      ]
      plan.modules[2].information = ["meters", "public"]
      plan.modules[2].allowed = ["retail", "network"]
    }
    let report = try report(plan)
    #expect(report.answer.fixed[2] == .information(["meters"]))
    #expect(
      lines(report.text).contains(
        "bills: no other holder is possible: others may not know the information it stores (meters)"
      ))
    #expect(try self.report(plan, .ja).text.contains("他案なし"))
  }

  @Test func couplingsThatMayNotCrossLeaveOneHolder() throws {
    let plan = plan { plan in
      plan.modules[2].allowed = ["retail", "network"]
      var coupling = Coupling(from: "grid", to: "bills", kind: .table)
      coupling.mayCross = []
      plan.couplings = [coupling]
    }
    let report = try report(plan)
    guard case .demanded(let obstacle) = report.answer.fixed[2] else {
      Issue.record("no chain of demands: \(String(describing: report.answer.fixed[2]))")
      return
    }
    #expect(obstacle.steps.contains { $0.reason == .coupling(from: "grid", to: "bills") })
    let text = lines(report.text)
    #expect(text.contains("bills: no other holder is possible: "))
    #expect(text.contains("`grid` uses `bills`, which may not cross for `network`"))
    #expect(text.contains("suppose that"))
    #expect(report.json.document.contains("\"demanded\""))
    let japanese = try self.report(plan, .ja)
    #expect(japanese.text.contains("ほかの保有者は不可"))
    #expect(japanese.text.contains("持つとする") || japanese.text.contains("持たないとする"))
  }

  @Test func aGivenStrategyThatDoesNotFitIsNamed() throws {
    let plan = plan { plan in
      plan.modules[2].allowed = ["both"]
      plan.modules[2].strategy = .keep
      plan.modules[0].strategy = .keep
    }
    let report = try report(plan)
    #expect(report.answer.withUnsuitableStrategy == [2])
    let taken = report.separation.strategies[2].rawValue
    #expect(taken != "keep")
    #expect(lines(report.text).contains("another is taken: bills (both: keep → \(taken))."))
    #expect(report.text.contains("\nMaybe another `strategy`"))
    #expect(report.json.document.contains("\"givenDoesNotFit\": true"))
    #expect(try self.report(plan, .ja).text.contains("bills（両社：keep → \(taken)）"))
  }

  @Test func enteredBesideEstimatedCostsAreNamedWhereTheyDecide() throws {
    let plan = plan { plan in
      // Of a pinned module nothing is compared.
      plan.modules[0].keep = ["retail": 3000]
      plan.modules[2].keep = ["retail": 3000]
    }
    let report = try report(plan)
    #expect(report.answer.withMixedCosts == [2])
    #expect(lines(report.text).contains("compare them with care: bills."))
    #expect(try self.report(plan, .ja).text.contains("比較に注意）：bills"))
  }

  @Test func withThreeOwnersTheReasonIsGivenToo() throws {
    let plan = plan { plan in
      plan.owners.append(Owner(id: "third", name: LocalizedText("third")))
      plan.modules[1].allowed = nil
      plan.modules[2].allowed = ["retail", "network", "third"]
      plan.modules[2].heldBy = ["retail", "network", "third"]
      var coupling = Coupling(from: "grid", to: "bills", kind: .table)
      coupling.mayCross = []
      plan.couplings = [coupling]
    }
    let report = try report(plan)
    #expect(report.answer.fixed[2] != nil && report.answer.fixed[2] != .pinned)
    #expect(lines(report.text).contains("bills: no other holder is possible"))
  }
}
