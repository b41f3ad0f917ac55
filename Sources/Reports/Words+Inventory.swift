import Inventory
import SharedSystem

/// Words about imports of inventories.
extension Words {
  var inventoryFile: String { pick("File", "ファイル") }
  var modulesLabel: String { pick("Modules", "モジュール") }
  var couplingsLabel: String { pick("Couplings", "連係") }
  var rejectedLabel: String { pick("Rejected", "除外") }
  var columnsLabel: String { pick("Columns", "列") }
  var missingLabel: String { pick("Missing", "不足") }
  var headerColumn: String { pick("column", "列") }
  var keyColumn: String { pick("key", "項目") }
  var filledColumn: String { pick("cells", "値") }
  var noteColumn: String { pick("note", "注記") }
  var noHeader: String { pick("(no header)", "（見出しなし）") }
  var notTaken: String { pick("not taken", "取り込まず") }
  var takenOut: String { pick("taken out", "削除") }
  var noLongerThere: String {
    pick("no longer in the file; kept (--prune takes it out)", "ファイルにありません。残します（--prune で削除）")
  }
  var writtenByHand: String {
    pick("written by hand in the plan, not touched", "計画に手書き。変更しません")
  }
  var rejectedTitle: String { pick("Rejected rows", "除外した行") }
  var remarksTitle: String { pick("Remarks", "注記") }
  package var nothingWritten: String { pick("Nothing was written.", "何も書き出していません。") }
  var nothingChanges: String {
    pick("Nothing changes: the plan holds all of it already.", "変更はありません。すべて取り込み済みです。")
  }

  func added(_ count: String) -> String { pick("\(count) added", "追加\(count)") }
  func changed(_ count: String) -> String { pick("\(count) changed", "変更\(count)") }
  func unchanged(_ count: String) -> String { pick("\(count) unchanged", "同じ\(count)") }
  func byHand(_ count: String) -> String { pick("\(count) written by hand", "手書き\(count)") }
  func gone(_ count: String) -> String {
    pick("\(count) no longer in the file", "ファイルにない\(count)")
  }
  func pruned(_ count: String) -> String { pick("\(count) taken out", "削除\(count)") }
  func rejectedRows(_ count: String) -> String {
    pick(isOne(count) ? "1 row" : "\(count) rows", "\(count)行")
  }

  func columnsNotTaken(_ count: Int) -> String {
    let number = Figures.grouped(count)
    return pick(
      "\(number) \(count == 1 ? "column was" : "columns were") not taken; maybe --map 'HEADER=KEY'",
      "取り込まない列が\(number)（--map '列名=項目' で指定できます）")
  }

  /// `Shift_JIS, tab, header in line 3`.
  func format(_ source: InventoryReport.Source) -> String {
    var parts = [formatName(source.format), source.encoding]
    switch source.separator {
    case "tab": parts.append(pick("tabs", "タブ区切り"))
    case "semicolon": parts.append(pick("semicolons", "セミコロン区切り"))
    default: break
    }
    if let line = source.headerLine, line > 1 {
      parts.append(pick("header in line \(line)", "見出しは\(line)行目"))
    }
    return joined(parts.filter { !$0.isEmpty })
  }

  private func formatName(_ format: InventoryFormat) -> String {
    switch format {
    case .csv: pick("table", "表")
    case .matrix: pick("matrix", "マトリクス")
    case .cmdb: pick("CMDB relations", "CMDBの関係")
    case .archimate: "ArchiMate"
    case .graphml: "GraphML"
    case .dot: "DOT"
    case .json: "JSON"
    }
  }

  func found(modules: Int, couplings: Int) -> String {
    var parts: [String] = []
    let number = { (count: Int) in Figures.grouped(count) }
    if modules > 0 {
      parts.append(
        pick("\(number(modules)) module\(modules == 1 ? "" : "s")", "モジュール\(number(modules))"))
    }
    if couplings > 0 {
      parts.append(
        pick("\(number(couplings)) coupling\(couplings == 1 ? "" : "s")", "連係\(number(couplings))"))
    }
    return joined(parts)
  }

  func missing(_ key: String, count: Int, total: Int, isFirst: Bool) -> String {
    let names: [String: (String, String)] = [
      "size": ("size", "規模"), "owner": ("owner", "分割後の所有"), "heldBy": ("holder today", "現在の保有"),
      "group": ("group", "グループ"), "information": ("class of information", "情報区分"),
      "data": ("amount of data", "データ量"),
    ]
    let name = names[key] ?? (key, key)
    let (part, all) = (Figures.grouped(count), Figures.grouped(total))
    let first = pick(
      "\(part) of \(all) modules have no \(name.0)", "全\(all)件のうち、\(name.1)なし \(part)")
    return isFirst ? first : pick("\(part) no \(name.0)", "\(name.1)なし \(part)")
  }

  func joined(_ parts: [String]) -> String { parts.joined(separator: pick(", ", "、")) }

  func more(_ count: Int) -> String {
    let number = Figures.grouped(count)
    return pick("… and \(number) more", "… ほか\(number)件")
  }

  func wouldWrite(file: String) -> String {
    pick("would write \(file)", "\(file) を書き出します（試行）")
  }

  /// `reading systems.csv: 40,960 of 95,000`, for a terminal.
  package func reading(file: String, done: Int, of total: Int) -> String {
    let (part, all) = (Figures.grouped(done), Figures.grouped(total))
    return pick("reading \(file): \(part) of \(all)", "\(file) を読み取り中: \(part)/\(all)")
  }
}
