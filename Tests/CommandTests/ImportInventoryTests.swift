import Foundation
import Testing

@Suite(
  "bunri import of inventories",
  .enabled(if: Command.executable != nil, "the executable bunri is not beside the tests"))
struct ImportInventoryTests {
  private let systems = """
    システム一覧,,,
    No,システム名,規模(KL),分割後の所有
    1,営業オンライン,"1,200",小売
    2,料金計算,８５,両社
    3,検針,12x,送配電
    ,合計,"1,297",

    """
  private let interfaces = "利用元,利用先,方式,重要度\n営業オンライン,料金計算,DB参照,高\n営業オンライン,料全計算,API,低\n"

  private func inFolder(_ body: (URL) throws -> Void) throws {
    try withFolder { folder in
      let bytes = systems.data(using: .shiftJIS) ?? Data()
      try bytes.write(to: folder.appendingPathComponent("台帳.csv"))
      try Data(interfaces.utf8).write(to: folder.appendingPathComponent("if.csv"))
      try body(folder)
    }
  }

  @Test("a dry run, an import, an import again: reports in full")
  func importing() throws {
    try inFolder { folder in
      let arguments = ["import", "台帳.csv", "if.csv", "-o", "plan", "--start", "2027-04-01"]
      let trial = try Command.run(arguments + ["--dry-run"], in: folder)
      #expect(trial.status == 0, "\(trial)")
      #expect(trial.output.contains("would write plan/modules.csv"))
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("plan").path))
      let first = try Command.run(arguments, in: folder)
      #expect(
        first.output == """
          File      台帳.csv    table, Shift_JIS, header in line 2    2 modules
          File      if.csv    table, UTF-8    2 couplings
          Modules   2 added
          Couplings 1 added
          Rejected  3 rows
          Columns   1 column was not taken; maybe --map 'HEADER=KEY'
          Missing   2 of 2 modules have no holder today, 2 no group, 2 no class of information, 2 no amount of
                    data

          台帳.csv:
            column        key          cells  note
            No            not taken        3  a running number
            システム名    → name           4
            規模(KL)      → size.kloc      4  KL
            分割後の所有  → owner          3

          if.csv:
            column  key        cells
            重要度  not taken      2
            利用元  → from         2
            利用先  → to           2
            方式    → kind         2

          Rejected rows
            台帳.csv:5: `12x` in `規模(KL)` is not a number
            台帳.csv:6: a row of sums
            if.csv:3: `料全計算` is no module; maybe `料金計算`

          wrote plan/modules.csv
          wrote plan/couplings.csv
          wrote plan/plan.yaml

          """)
      let check = try Command.run(["check", "plan"], in: folder)
      #expect(check.status == 0, "\(check)")
      #expect(check.output.contains("2 modules, 1 coupling, 1 owner"))
      let again = try Command.run(arguments + ["--lang", "ja"], in: folder)
      #expect(again.output.contains("モジュール 同じ2\n連係      同じ1\n"))
      #expect(again.output.hasSuffix("変更はありません。すべて取り込み済みです。\n"))
      #expect(again.messages.isEmpty)
    }
  }

  @Test("every line fits 100 columns in both languages")
  func width() throws {
    try inFolder { folder in
      for language in ["ja", "en"] {
        let result = try Command.run(
          ["import", "台帳.csv", "if.csv", "-o", language, "--lang", language], in: folder)
        for line in result.output.split(separator: "\n") {
          let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
          #expect(width <= 100, "\(line)")
        }
      }
    }
  }

  @Test("strict: code 1, nothing written; JSON; usage")
  func failures() throws {
    try inFolder { folder in
      let strict = try Command.run(["import", "台帳.csv", "-o", "plan", "--strict"], in: folder)
      #expect(strict.status == 1)
      #expect(strict.output.isEmpty)
      #expect(strict.messages.contains("台帳.csv:5:6: error[rejected]"))
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("plan").path))
      let json = try Command.run(["import", "台帳.csv", "-o", "plan", "--json"], in: folder)
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect((object?["modules"] as? [String: Any])?["added"] as? Int == 2)
      #expect(object?["rejected"] as? Int == 2)
      for wrong in [
        ["--map", "x=y"], ["--owners", "小売"], ["--start", "soon"], ["--relation", "a=b"],
        ["--kind", "wire"], ["--from", "xls"],
      ] {
        let result = try Command.run(["import", "台帳.csv", "-o", "p"] + wrong, in: folder)
        #expect(result.status == 64, "\(result)")
      }
      let missing = try Command.run(["import", "none.csv", "-o", "p"], in: folder)
      #expect(missing.status == 1)
      #expect(missing.messages.contains("error[not-found]"))
    }
  }

  @Test("the source is not replaced by its own import")
  func source() throws {
    try withFolder { folder in
      try Data("name,kloc\na,1\n".utf8).write(to: folder.appendingPathComponent("modules.csv"))
      let result = try Command.run(["import", "modules.csv", "-o", "."], in: folder)
      #expect(result.status == 64)
    }
  }
}
