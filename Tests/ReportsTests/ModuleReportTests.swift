import Foundation
import Planning
import SharedSystem
import Testing

@testable import Reports

@Suite("The estimate of a module, told")
struct ModuleReportTests {
  private let names = [
    "retail": SamplePlan.text("Retail", "小売"), "network": SamplePlan.text("Network", "送配電"),
  ]

  private func module(
    _ id: String = "billing", _ size: [String: Int64] = ["kloc": 100_000],
    _ change: (inout Module) -> Void = { _ in }
  ) -> Module {
    var module = Module(id: id, name: SamplePlan.text("Billing", "料金計算"))
    module.size = size
    module.heldBy = ["retail", "network"]
    module.location = SourceLocation(file: "modules.yaml", line: 12, column: 5)
    change(&module)
    return module
  }

  private func report(
    _ modules: [Module], _ language: LocalizedText.Language = .en,
    overriding: [String: [Int64]] = [:], index: Int = 0
  ) throws -> ModuleReport {
    let estimate = SystemEstimate(
      of: SystemModel(owners: ["retail", "network"], modules: modules, couplings: []),
      defaults: try EstimatorDefaults(overriding: overriding))
    return ModuleReport(
      estimate, module: index, ownerNames: names, ReportContext(language: language))
  }

  @Test("a module whose size is known, in whole")
  func whole() throws {
    let report = try report([
      module {
        $0.drivers = ["D1", "D9"]
        $0.data = ["rows": 40_000_000_000]
        $0.keep = ["retail": 40_000]
      }
    ])
    #expect(report.text == ModuleReportTests.english)
  }

  @Test("the same in Japanese")
  func japanese() throws {
    let report = try report([module { $0.drivers = ["D3"] }], .ja)
    #expect(report.text == ModuleReportTests.japanese)
  }

  @Test("a module without a size takes the median of its group, and says so")
  func median() throws {
    let report = try report(
      [
        module("a") { $0.group = "core" }, module("b", [:]) { $0.group = "core" },
      ], index: 1)
    #expect(
      report.text.hasPrefix(
        """
        Module    b    Billing
        Size      the plan states none; median of 1 module of group core, less certain by 1.5
                  1 of 2 modules has no size
        Data      rows not stated; moving data is left out
        Rebuild   465 PM (208–1,047)

        """))
    #expect(
      report.text.contains(
        "   1. full rebuild before drivers, size unknown: 465 PM (312–698) "
          + "(median of 1 module of group core)\n"))
    let alone = try self.report([module("a", [:])], .ja)
    #expect(alone.text.contains("規模      どのモジュールにもない。仮定値"))
  }

  @Test("JSON names every figure's origin")
  func json() throws {
    let module = module {
      $0.drivers = ["D1"]
      $0.both = 60_000
    }
    let document = try report([module], overriding: ["strategy.keep": [120]]).json.document
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    let steps = try #require(parsed["derivation"] as? [[String: Any]])
    let origins = steps.compactMap { $0["origin"] as? String }
    #expect(origins.count == steps.count)
    #expect(Set(origins) == ["entered", "default", "overridden", "computed"])
    for step in steps {
      let inputs = step["inputs"] as? [Int] ?? []
      let number = try #require(step["step"] as? Int)
      #expect(inputs.allSatisfy { $0 < number })
      #expect((step["origin"] as? String == "computed") == !inputs.isEmpty)
    }
    let choices = try #require(parsed["choices"] as? [[String: Any]])
    #expect(choices.map { $0["strategy"] as? String } == ["keep", "keep", "clone"])
    #expect(choices.map { $0["entered"] as? Bool } == [false, false, true])
    for choice in choices {
      let candidates = try #require(choice["candidates"] as? [[String: Any]])
      #expect(candidates.count == Module.Strategy.allCases.count)
      #expect(candidates.allSatisfy { !($0["reason"] as? String ?? "").isEmpty })
    }
    let durations = try #require(parsed["durations"] as? [[String: Any]])
    // Retail alone, network alone, each of both: four projects by four rules.
    #expect(durations.count == 16)
  }

  @Test("every reason has words of its own in both languages")
  func reasons() {
    let all: [StrategyCandidate.Reason] =
      [
        .given, .holdsToday(owner: "retail"), .holderUnknown, .copiesForEach, .movesAsItIs,
        .convertsAsItIs, .buildsAnew, .allowed(key: "choose.retire"),
        .doesNotHoldToday(owner: "retail"), .leavesOneSystem, .makesOneForEach, .movesOneSystem,
        .copiesOldThing, .onlyWhenGiven,
      ] + Module.Strategy.allCases.map { .anotherGiven($0) }
    let texts = LocalizedText.Language.allCases.flatMap { language in
      all.map { Words(language).reason($0, owner: { names[$0]?.text(in: language) ?? $0 }) }
    }
    #expect(Set(texts).count == 2 * all.count)
    #expect(texts.contains("no: Retail does not hold it today"))
    #expect(texts.contains("不可：現在小売は保持していない"))
  }

  @Test("no line is wider than 100 columns", arguments: LocalizedText.Language.allCases)
  func width(language: LocalizedText.Language) throws {
    for strategy in [nil] + Module.Strategy.allCases.map(Optional.some) {
      let module = module("billing-of-everybody-and-everything", ["screens": 900_000]) {
        $0.strategy = strategy
        $0.drivers = ["D1", "D2", "D3", "D4"]
        $0.size["functionPoints"] = 2_000_000
        $0.language = "cobol"
        $0.data = ["rows": 800_000_000_000]
        $0.location?.file = "計画/とても長い名前のフォルダー/モジュールの一覧.yaml"
      }
      let report = try report([module], language)
      for line in report.text.split(separator: "\n") {
        #expect(line.displayWidth <= 100, "\(line)")
      }
      for strategy in Module.Strategy.allCases {
        #expect(report.text.contains(report.context.words.strategy(strategy)))
      }
    }
  }
}

extension ModuleReportTests {
  private static let english = """
    Module    billing    Billing
    Size      100 KSLOC
    Data      40,000 K rows
    Rebuild   624 PM (365–1,214)
    Drivers   D1    no multiplier is known for D9

    How the figures come about
       1. `cocomo2.A` effort coefficient: 2.94 (default, published)
       2. lines of code: 100 KSLOC (entered, modules.yaml:12)
       3. `cocomo2.B` effort exponent: 0.91 (default, published)
       4. `cocomo2.scale.PREC` precedentedness, nominal: 3.72 (default, published)
       5. `cocomo2.scale.FLEX` flexibility, nominal: 3.04 (default, published)
       6. `cocomo2.scale.RESL` architecture and risk resolved, nominal: 4.24 (default, published)
       7. `cocomo2.scale.TEAM` team cohesion, nominal: 3.29 (default, published)
       8. `cocomo2.scale.PMAT` process maturity, nominal: 4.68 (default, published)
       9. exponent of the size: 1.0997 = [3] + 0.01 × ([4] + [5] + [6] + [7] + [8])
      10. `uncertainty.kloc` spread of the effort from lines of code: 1 (0.67–1.5) (default, from
          memory, unverified)
      11. full rebuild before drivers, by lines of code (COCOMO II): 465 PM (312–698) = [1] × [2]^[9] ×
          [10]
      12. `driver.D1.CPLX` bloat: complexity: 1.34 (1.17–1.74) (default, published)
      13. full rebuild with the drivers: 624 PM (365–1,214) = [11] × [12]

    Strategies for each holder
      held by     strategy       PM  low–high   why
      Retail      clone                         no: makes an instance for each owner
                  rebuild       630  367–1,256  built anew
                  replatform    225  130–466    converted to another platform
                  rehost       94.5  55.2–184   moved as it is
               >  keep         62.4  36.5–121   Retail holds it today
                  logical      93.5  54.7–182   no: only when the plan gives it
                  package       349  203–709    no: only when the plan gives it
                  retire       31.2  18.2–60.7  no: only when the plan gives it
      Network     clone                         no: makes an instance for each owner
                  rebuild       630  367–1,256  built anew
                  replatform    225  130–466    converted to another platform
                  rehost       94.5  55.2–184   moved as it is
               >  keep         62.4  36.5–121   Network holds it today
                  logical      93.5  54.7–182   no: only when the plan gives it
                  package       349  203–709    no: only when the plan gives it
                  retire       31.2  18.2–60.7  no: only when the plan gives it
      both     >  clone         381  221–770    a pruned copy for each
                  rebuild     1,253  732–2,470  built anew
                  replatform    536  312–1,074  converted to another platform
                  rehost        250  146–488    no: moves one system, makes no second
                  keep                          no: leaves one system, each needs an instance
                  logical                       no: leaves one system, each needs an instance
                  package       630  367–1,256  no: only when the plan gives it
                  retire       31.2  18.2–60.7  no: only when the plan gives it
      > chosen: given by the plan, or the least effort of those that may be chosen

    What each choice of holder costs
      held by    PM  low–high  origin
      Retail     40            entered, modules.yaml:12; the estimate would be 62.4 PM (36.5–121) by
                               keep
      Network  62.4  36.5–121  computed, by keep
      both      381  221–770   computed, by clone; Retail 206, Network 175
      some costs are entered, others estimated: compare them with care
      14. cost, held by Retail: 40 PM (entered, modules.yaml:12)
      15. `strategy.keep` kept by one owner; interfaces come on top: 0.1 (default, judgement)
      16. cost, held by Network: 62.4 PM (36.5–121) = [13] × [15]
      17. `strategy.clone.first` copy, first owner: 0.25 (default, judgement)
      18. clone: part of Retail: 156 PM (91.2–304) = [13] × [17]
      19. `strategy.clone.second` copy, each further owner: 0.2 (default, judgement)
      20. clone: part of Network: 125 PM (73–243) = [13] × [19]
      21. `strategy.clone.prune` removing the other's data and functions, shared: 0.15 (default,
          judgement)
      22. clone: part of both: 93.5 PM (54.7–182) = [13] × [21]
      23. `migration.tool` migration tool, per module: 6 PM (2–15) (default, judgement)
      24. rows of data: 40,000 K rows (entered, modules.yaml:12)
      25. `migration.defects` defective rows: 100 per M rows (10–1000) (default, judgement)
      26. `migration.fixShare` defective rows repaired by hand: 0.1 (0–0.3) (default, judgement)
      27. `migration.minutesPerFix` to repair a row by hand: 10 minutes (5–20) (default, judgement)
      28. `cocomo2.hoursPerPersonMonth` hours in a person-month: 152 hours (default, published)
      29. repairing rows by hand: 0.44 PM (0–26.3) = [24] × [25] × [26] × [27] ÷ [28]
      30. moving the data: 6.44 PM (2–41.3) = [23] + [29]
      31. cost, held by both: 381 PM (221–770) = [18] + [20] + [22] + [30]

    What the drivers add, in person-months
      driver     Retail  Network  both
      D1      (entered)     15.8  94.9

    How long it usually takes, one owner's project alone
      held by          PM  rule                         months  low–high   limits
      Retail           40  COCOMO II                      11.9             never below 8.9
                           JUAS                            8.6  8.2–9.2    below 6.0 reckless
                           経済調査会, new development     8.4
                           経済調査会, modification        7.3
      Network        62.4  COCOMO II                      13.7  11.5–16.9  never below 10.2
                           JUAS                            9.9  8.0–13.4   below 6.9 reckless
                           経済調査会, new development     9.7  8.2–12.0
                           経済調査会, modification        8.6  7.1–10.9
      both: Retail    206  COCOMO II                      20.0  16.8–25.0  never below 15.0
                           JUAS                           14.8  11.8–20.1  below 10.3 reckless
                           経済調査会, new development    14.2  11.9–17.8
                           経済調査会, modification       13.2  10.9–17.1
      both: Network   175  COCOMO II                      18.9  15.9–23.7  never below 14.2
                           JUAS                           14.0  11.2–19.1  below 9.8 reckless
                           経済調査会, new development    13.5  11.3–16.9
                           経済調査会, modification       12.5  10.2–16.1

    Maybe `bunri defaults`: the source of each default.

    """

  private static let japanese = """
    対象      billing    料金計算
    規模      100千行
    データ    件数の記載がなく、データ移行は含まない
    再構築    507人月（312〜852）
    要因      D3

    数値の導出
       1. `cocomo2.A` 工数の係数：2.94（既定値、公表値）
       2. 行数：100千行（入力、modules.yaml:12）
       3. `cocomo2.B` 工数の指数：0.91（既定値、公表値）
       4. `cocomo2.scale.PREC` 先例性・標準：3.72（既定値、公表値）
       5. `cocomo2.scale.FLEX` 柔軟性・標準：3.04（既定値、公表値）
       6. `cocomo2.scale.RESL` 構造・リスクの解決・標準：4.24（既定値、公表値）
       7. `cocomo2.scale.TEAM` チームの結束・標準：3.29（既定値、公表値）
       8. `cocomo2.scale.PMAT` プロセス成熟度・標準：4.68（既定値、公表値）
       9. 規模の指数：1.0997 = [3] + 0.01 × ([4] + [5] + [6] + [7] + [8])
      10. `uncertainty.kloc` 行数による工数の幅：1（0.67〜1.5）（既定値、記憶による・未確認）
      11. 全面再構築（要因の前）、行数から（COCOMO II）：465人月（312〜698） = [1] × [2]^[9] × [10]
      12. `driver.D3.SITE` 密結合：拠点の分散：1.09（1〜1.22）（既定値、公表値）
      13. 全面再構築（要因込み）：507人月（312〜852） = [11] × [12]

    保持者ごとの方式
      保持者     方式                     人月  低〜高     理由
      小売       複製（clone）                             不可：各主体の分を作るもの
                 新規開発（rebuild）       507  312–852    新たに作る
                 基盤変換（replatform）    178  109–298    別の基盤へ変換する
                 移設（rehost）           76.1  46.8–128   そのまま移す
              >  保持（keep）             50.7  31.2–85.2  現在小売が保持している
                 論理分離（logical）      76.1  46.8–128   不可：計画で指定したときだけ
                 製品置換（package）       279  171–468    不可：計画で指定したときだけ
                 廃止（retire）           25.4  15.6–42.6  不可：計画で指定したときだけ
      送配電     複製（clone）                             不可：各主体の分を作るもの
                 新規開発（rebuild）       507  312–852    新たに作る
                 基盤変換（replatform）    178  109–298    別の基盤へ変換する
                 移設（rehost）           76.1  46.8–128   そのまま移す
              >  保持（keep）             50.7  31.2–85.2  現在送配電が保持している
                 論理分離（logical）      76.1  46.8–128   不可：計画で指定したときだけ
                 製品置換（package）       279  171–468    不可：計画で指定したときだけ
                 廃止（retire）           25.4  15.6–42.6  不可：計画で指定したときだけ
      両者    >  複製（clone）             304  187–511    それぞれに不要分を除いた複製
                 新規開発（rebuild）     1,014  624–1,703  新たに作る
                 基盤変換（replatform）    431  265–724    別の基盤へ変換する
                 移設（rehost）            203  125–341    不可：1システムを移すだけで、2つ目ができない
                 保持（keep）                              不可：1システムのままで、各主体の分がない
                 論理分離（logical）                       不可：1システムのままで、各主体の分がない
                 製品置換（package）       507  312–852    不可：計画で指定したときだけ
                 廃止（retire）           25.4  15.6–42.6  不可：計画で指定したときだけ
      > 選んだ方式：計画の指定、または選べるもののうち最小の工数

    保持者の選択ごとの費用
      保持者  人月  低〜高     出所
      小売    50.7  31.2–85.2  計算、保持（keep）による
      送配電  50.7  31.2–85.2  計算、保持（keep）による
      両者     304  187–511    計算、複製（clone）による。小売 165、送配電 139
      14. `strategy.keep` 1主体が保持（連係は別）：0.1（既定値、判断）
      15. 小売が保持する費用：50.7人月（31.2〜85.2） = [13] × [14]
      16. 送配電が保持する費用：50.7人月（31.2〜85.2） = [13] × [14]
      17. `strategy.clone.first` 複製・最初の主体：0.25（既定値、判断）
      18. 複製（clone）：小売の分：127人月（77.9〜213） = [13] × [17]
      19. `strategy.clone.second` 複製・以降の各主体：0.2（既定値、判断）
      20. 複製（clone）：送配電の分：101人月（62.4〜170） = [13] × [19]
      21. `strategy.clone.prune` 他方のデータ・機能の除去（分担）：0.15（既定値、判断）
      22. 複製（clone）：両者の分：76.1人月（46.8〜128） = [13] × [21]
      23. 両者が保持する費用：304人月（187〜511） = [18] + [20] + [22]

    要因による増加（人月）
      要因  小売  送配電  両者
      D3    4.19    4.19  25.1

    通常の期間（1主体のプロジェクトごと）
      保持者        人月  式                月数  低〜高     限界
      小売          50.7  COCOMO II         12.8  11.0–15.1  9.6未満は不可能
                          JUAS               9.3  7.6–11.9   6.5未満は無謀
                          経済調査会・新規   9.1  7.8–10.7
                          経済調査会・改修   8.0  6.7–9.6
      送配電        50.7  COCOMO II         12.8  11.0–15.1  9.6未満は不可能
                          JUAS               9.3  7.6–11.9   6.5未満は無謀
                          経済調査会・新規   9.1  7.8–10.7
                          経済調査会・改修   8.0  6.7–9.6
      両者：小売     165  COCOMO II         18.6  15.9–21.9  14.0未満は不可能
                          JUAS              13.7  11.2–17.6  9.6未満は無謀
                          経済調査会・新規  13.2  11.3–15.6
                          経済調査会・改修  12.2  10.2–14.7
      両者：送配電   139  COCOMO II         17.6  15.1–20.8  13.2未満は不可能
                          JUAS              13.0  10.6–16.6  9.1未満は無謀
                          経済調査会・新規  12.6  10.7–14.8
                          経済調査会・改修  11.5  9.6–13.9

    もしかして `bunri defaults`：各既定値の出典を示します。

    """
}
