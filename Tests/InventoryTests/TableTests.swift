import Foundation
import Inventory
import PlanFile
import SharedSystem
import Testing

@Suite("Tables of modules and couplings")
struct TableTests {
  @Test(
    "headers in both languages",
    arguments: [
      ("システム名", "name", "営業"), ("モジュール名称", "name", "営業"), ("Application Name", "name", "Sales"),
      ("ＳＹＳＴＥＭ＿ＮＡＭＥ", "name", "Sales"),
      // Radicals copied from a PDF file, and full-width letters.
      ("規模（ＫＬ）", "size.kloc", "12"), ("開発⾔語", "language", "COBOL"),
      ("Language", "language", "Java"),
      ("ステップ数", "size.kloc", "12000"), ("FP", "size.functionPoints", "3"),
      ("画面数", "size.screens", "3"),
      ("バッチ本数", "size.batches", "4"), ("テーブル数", "size.tables", "5"), ("データ件数（件）", "data.rows", "6"),
      ("# of rows", "", "6"), ("rows", "data.rows", "6"), ("データ量(GB)", "data.gigabytes", "7"),
      ("分割後の所有", "owner", "小売"), ("Owner after split", "owner", "retail"), ("利用会社", "heldBy", "小売"),
      ("方式", "strategy", "再構築"), ("情報区分", "information", "託送情報"), ("備考", "notes", "あり"),
      ("業務分類", "group", "営業系"), ("ウェーブ", "wave", "1"), ("保有場所", "", "東京"),
    ])
  func headers(header: String, key: String, cell: String) throws {
    let isName = key == "name"
    let text = isName ? "\(header),備考\n\(cell),x\n" : "システム名,\(header)\n営業,\(cell)\n"
    let report = try tables([input(text)]).report
    let column = try #require(report.sources[0].columns.first { isName || $0.header != "システム名" })
    #expect(column.key ?? "" == key)
  }

  @Test(
    "ends of couplings: who receives data uses who sends it",
    arguments: [
      ("利用元,利用先", "a", "b"), ("from,to", "a", "b"), ("呼出元システム,呼出先システム", "a", "b"),
      ("Source,Target", "a", "b"), ("参照元ID,参照先ID", "a", "b"), ("連携元,連携先", "b", "a"),
      ("送信元システム名,送信先システム名", "b", "a"), ("Sender,Receiver", "b", "a"), ("提供元,提供先", "b", "a"),
    ])
  func ends(header: String, from: String, to: String) throws {
    let couplings = try tables([input("\(header),種別\na,b,DB参照\n")]).couplings
    #expect(couplings == "from,to,kind\n\(from),\(to),table\n")
    let written = try tables([input("\(header),種別\na,b,DB参照\n")]) { $0.direction = .written }
    #expect(written.couplings == "from,to,kind\na,b,table\n")
    let reversed = try tables([input("\(header),種別\na,b,DB参照\n")]) { $0.direction = .reversed }
    #expect(reversed.couplings == "from,to,kind\nb,a,table\n")
  }

  @Test(
    "kinds of couplings",
    arguments: [
      ("HULFT", "file"), ("ファイル転送", "file"), ("DB参照", "table"), ("共有テーブル", "table"),
      ("夜間バッチ", "batch"),
      ("Web API", "api"), ("ＭＱ", "api"), ("画面連携", "screen"), ("共通ライブラリ", "code"),
      ("batch", "batch"),
    ])
  func kinds(word: String, kind: String) throws {
    #expect(try tables([input("from,to,種別\na,b,\(word)\n")]).couplings.contains("a,b,\(kind)"))
  }

  @Test(
    "numbers with their units",
    arguments: [
      ("規模(KL)", "1,200", "1200"), ("規模(KL)", "８５．５", "85.5"), ("規模", "1,200KL", "1200"),
      ("規模", "350千行", "350"), ("規模（行）", "1,234,567", "1234.567"), ("規模", "約 2.5 百万行", "2500"),
      ("LOC", "45000", "45"), ("ステップ数", "45千", "45"), ("データ件数（万件）", "1,200", "12000000"),
      ("データ件数", "3百万件", "3000000"), ("データ件数", "2億", "200000000"), ("データ量", "1.5TB", "1500"),
      ("データ量(MB)", "500", "0.5"), ("画面数", "12画面", "12"), ("規模(KL)", "-", ""),
      ("規模(KL)", "不明", ""),
    ])
  func numbers(header: String, cell: String, value: String) throws {
    let table = try tables([input("ID,\(header),備考\nA,\"\(cell)\",x\n")]).modules
    let row = try #require(table.split(separator: "\n").last)
    #expect(row == (value.isEmpty ? "A,A,x" : "A,A,\(value),x"))
  }

  @Test("a bad number, no name, a sum, a duplicate, a header again: counted with their lines")
  func rejections() throws {
    let report = try tables([
      input(
        """
        ID,システム名,規模(KL)
        A,営業,12x
        B,料金,10
        ,,5
        B,料金,11
        ID,システム名,規模(KL)
        ,合計,20
        C,会計,"1,20"

        """)
    ]).report
    #expect(
      report.rejections.map { "\($0.position.line) \($0.kind)" } == [
        "2 bad-number", "4 no-name", "5 duplicate", "6 header", "7 sum", "8 bad-number",
      ])
    #expect(report.modules.added == ["B"])
  }

  @Test("couplings that lead nowhere, to themselves, to two, twice")
  func badCouplings() throws {
    let report = try tables([
      input("ID,名称\nA,営業\nB,料金\nC,共通\nD,共通\n", "systems.csv"),
      input(
        "利用元,利用先,種別\n営業,料金,API\n営業,料全,API\nA,A,API\nA,共通,API\nA,B,API\nA,,API\nA,B,ファイル\n", "if.csv"
      ),
    ]).report
    #expect(
      report.rejections.map { "\($0.position.line) \($0.kind)" } == [
        "3 unknown-module", "4 self-coupling", "5 ambiguous", "6 duplicate", "7 no-end",
      ])
    #expect(report.rejections[0].reason.text(in: .en).hasSuffix("maybe `料金`"))
    #expect(report.couplings.added.count == 2)
  }

  @Test("merged cells, titles above the header, a second header row")
  func spreadsheets() throws {
    let text = """
      システム一覧,,,,
      2026年11月,,,,

      主管部署,システム名,規模,,備考
      ,,KL,画面数,
      営業部,営業,10,3,
      ,料金,20,4,
      配電部,検針,30,5,

      """
    let filled = try tables([input(text)]) { $0.fillsDown = true }
    #expect(filled.report.sources[0].headerLine == 5)
    #expect(filled.modules.contains(",料金,営業部,20,4"))
    let blank = try tables([input(text)])
    #expect(blank.modules.contains(",料金,,20,4"))
    #expect(blank.report.remarks.contains { $0.kind == "merged-cells" })
  }

  @Test("departments group, companies hold, marks name classes of information")
  func meanings() throws {
    let companies = try tables([
      input("システム名,主管,個人情報,託送情報,分割後の所有\na,小売,○,×,小売\nb,送配電,無,有,両社\nc,小売・送配電,,,未定\n")
    ])
    #expect(
      companies.modules == """
        id,name,owner,allowed,heldBy,information
        a,a,retail,,retail,個人情報
        b,b,,both,network,託送情報
        c,c,,,retail network,

        """)
    let departments = try tables([input("システム名,主管部署\na,営業部\nb,配電部\nc,経理部\nd,総務部\n")])
    #expect(departments.modules.hasPrefix("id,name,group\na,a,営業部\n"))
  }

  @Test("columns can be mapped and left out; those not understood are listed")
  func mapping() throws {
    let text = "件,しすてむ,重要度,メモ欄\n1,営業,高,x\n"
    #expect(throws: InventoryFailure.self) { try tables([input(text)]) }
    let result = try tables([input(text)]) {
      let isKnown = [
        $0.add(mapping: "しすてむ=name"), $0.add(mapping: "重要度 = notes"),
        $0.add(mapping: "重要度=severity"),
      ]
      #expect(isKnown == [true, true, false])
    }
    #expect(result.modules.contains(",営業,高"))
    let unknown = result.report.sources[0].columns.filter { $0.key == nil }
    #expect(unknown.map(\.header) == ["件", "メモ欄"])
    #expect(unknown.map(\.filled) == [1, 1])
  }
}
