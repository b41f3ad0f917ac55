import Foundation
import Inventory
import PlanFile
import Testing

@Suite("Encodings and dialects")
struct EncodingTests {
  /// How a spreadsheet may be saved.
  struct Dialect: CustomTestStringConvertible, Sendable {
    var encoding: String.Encoding
    var mark: [UInt8]
    var separator: String
    var lineEnd: String
    var name: String
    var testDescription: String {
      "\(name) \(separator.debugDescription) \(lineEnd.debugDescription)"
    }

    func bytes(_ rows: [[String]]) -> [UInt8] {
      let text = rows.map { row in
        row.map { cell in
          let needsQuotes = ["\"", "\n", ",", ";", "\t"].contains { cell.contains($0) }
          return needsQuotes
            ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
        }.joined(separator: separator)
      }.joined(separator: lineEnd)
      let bytes = Array((text + lineEnd).data(using: encoding) ?? Data())
      return mark + (name == "EUC-JP" ? Dialect.eucJP(fromJIS: bytes) : bytes)
    }

    /// EUC-JP is JIS without escape sequences and with the high bits set.
    private static func eucJP(fromJIS bytes: [UInt8]) -> [UInt8] {
      var result: [UInt8] = []
      var isWide = false
      var index = 0
      while index < bytes.count {
        if bytes[index] == 0x1B {
          isWide = bytes[index + 1] == UInt8(ascii: "$")
          index += 3
        } else {
          result.append(isWide ? bytes[index] | 0x80 : bytes[index])
          index += 1
        }
      }
      return result
    }
  }

  static let dialects: [Dialect] = [
    ("UTF-8", String.Encoding.utf8, [UInt8]()), ("UTF-8", .utf8, [0xEF, 0xBB, 0xBF]),
    ("Shift_JIS", .shiftJIS, []), ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE]),
    ("UTF-16", .utf16BigEndian, [0xFE, 0xFF]), ("EUC-JP", .iso2022JP, []),
    ("ISO-2022-JP", .iso2022JP, []),
  ].flatMap { name, encoding, mark in
    [(",", "\r\n"), ("\t", "\n"), (";", "\n")].map { separator, lineEnd in
      Dialect(
        encoding: encoding, mark: mark, separator: separator, lineEnd: lineEnd, name: name)
    }
  }

  @Test("random modules come back the same from every dialect", arguments: dialects)
  func roundTrip(dialect: Dialect) throws {
    var random = Random(7)
    for size in [1, 2, 30] {
      var rows = [["システムＩＤ", "システム名", "規模（ＫＬ）", "画面数", "言語", "備考"]]
      var expected = "id,name,language,size.kloc,size.screens,notes\n"
      for number in 0..<size {
        let words = ["営業", "料金計算", "検針", "託送", "ポータル", "Web", "表示", "ソース", "十"]
        let name =
          (0...2).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
          .joined() + "\(number)"
        let kloc = Int.random(in: 1...99_999, using: &random)
        let screens = Int.random(in: 0...300, using: &random)
        let note = Bool.random(using: &random) ? "注記, あり" : ""
        let grouped =
          kloc > 999 ? "\(kloc / 1000),\(String(kloc % 1000 + 1000).suffix(3))" : "\(kloc)"
        rows.append(["S\(number)", name, grouped, "\(screens)", "COBOL", note])
        expected += "S\(number),\(name),COBOL,\(kloc),\(screens)"
        expected += note.isEmpty ? ",\n" : ",\"注記, あり\"\n"
      }
      if !expected.contains("あり") {
        expected = expected.replacingOccurrences(of: ",notes\n", with: "\n")
          .replacingOccurrences(of: ",\n", with: "\n")
      }
      let file = InventoryImport.Input(name: "systems.csv", bytes: dialect.bytes(rows))
      let result = try tables([file])
      #expect(result.modules == expected)
      #expect(result.report.sources[0].encoding == dialect.name)
    }
  }

  @Test("characters of Windows' own: ①, ㈱, 髙")
  func windows() throws {
    let bytes =
      Array("名称,備考\n".data(using: .shiftJIS) ?? Data()) + [0x87, 0x40, 0x87, 0x8A, 0xFB, 0xFC]
    let file = InventoryImport.Input(name: "a.csv", bytes: bytes + Array(",x\n".utf8))
    #expect(try tables([file]).modules.contains("①㈱髙,x"))
  }

  @Test("bytes that fit no encoding are told with their line")
  func undecodable() throws {
    let bytes = Array("name,notes\na,b\n".utf8) + [0x61, 0xFF, 0xFF, 0x2C, 0x0A]
    let failure = #expect(throws: InventoryFailure.self) {
      try tables([InventoryImport.Input(name: "a.csv", bytes: bytes)])
    }
    #expect(failure?.diagnostics.first?.id == "encoding")
    #expect(failure?.diagnostics.first?.line == 3)
  }

  @Test("UTF-16 cut within a character, or with half a character, is told with its line")
  func undecodableUTF16() throws {
    for isLittle in [true, false] {
      let text = Array("名称,備考\na,b\n髙,c".utf16)
      func bytes(_ units: [UInt16]) -> [UInt8] {
        ([0xFEFF] + units).flatMap { unit in
          let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
          return isLittle ? [low, high] : [high, low]
        }
      }
      let cut = Array(bytes(text).dropLast())
      // Halves of a character that come alone: the first one, the second one.
      let first = bytes(text.prefix(8) + [0xD842] + text.dropFirst(8))
      let second = bytes(text + [0xDFB7] + Array("\nd,e".utf16))
      for (bytes, line) in [(cut, 3), (first, 2), (second, 3)] {
        let failure = #expect(throws: InventoryFailure.self) {
          try tables([InventoryImport.Input(name: "a.csv", bytes: bytes)])
        }
        #expect(failure?.diagnostics.first?.id == "encoding")
        #expect(failure?.diagnostics.first?.line == line, "\(bytes)")
      }
    }
  }
}
