import Planning
import Scheduling
import SharedSystem
import Testing

@testable import ProjectXML

@Suite struct ExportReportTests {
  @Test func everyKindHasItsOwnWords() {
    for language in LocalizedText.Language.allCases {
      var texts: Set<String> = []
      for kind in ExportReport.Kind.allCases {
        let text = ExportReport.Remark(kind: kind, count: 2, examples: ["a"]).text(in: language)
        #expect(text.contains("2") && text.contains("a"))
        #expect(!text.contains("\n"))
        texts.insert(text)
      }
      #expect(texts.count == ExportReport.Kind.allCases.count)
    }
  }

  @Test func remarksCountAndGiveExamples() throws {
    var many = plan()
    many.tasks = (0..<5).map { task("t\($0)", "P1M") }
    let written = try Written(many)
    let remark = try #require(written.report.remarks.first)
    #expect(written.report.remarks.count == 1)
    #expect(remark.kind == .calendarMonths)
    #expect(remark.count == 5)
    #expect(remark.examples == ["t0", "t1", "t2"])
    #expect(
      remark.text(in: .en) == "durations in calendar months are elapsed time (5): t0, t1, t2, …")
    #expect(remark.text(in: .ja) == "暦月の期間を経過時間で出力（5件）: t0, t1, t2, …")
    #expect(written.report.tasks == 5)
    #expect(written.report.calendars == 1)
  }

  @Test func remarksAreInTheOrderOfTheirKinds() throws {
    let written = try Written(
      plan(
        task("a", "5d") { $0.name = LocalizedText("a\nb") },
        task("b", "1d", after: "a SS", "a FF"), task("c", "P1M")))
    #expect(written.report.remarks.map(\.kind) == [.calendarMonths, .parallelLinks, .lineBreak])
  }
}
