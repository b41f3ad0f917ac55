import Foundation
import PlanFile
import SharedSystem

/// Reads the files of an inventory, whatever their formats.
struct InventoryReader {
  private(set) var inventory = RawInventory()
  private let options: InventoryOptions
  private let progress: (String, Int, Int) -> Void

  init(_ options: InventoryOptions, progress: @escaping (String, Int, Int) -> Void) {
    self.options = options
    self.progress = progress
  }

  /// Reads one file.
  ///
  /// - Throws: why nothing of it can be read.
  mutating func read(_ bytes: [UInt8], name: String, index: Int32) throws(InventoryFailure) {
    do throws(PlacedMessage) {
      try readText(bytes, name: name, index: index)
    } catch {
      throw InventoryFailure(error, file: name)
    }
  }

  private mutating func readText(
    _ bytes: [UInt8], name: String, index: Int32
  ) throws(PlacedMessage) {
    let isXML = options.format == .graphml || options.format == .archimate
    if isXML || options.format == nil && InventoryFormat.isInventoryXML(bytes) {
      try readXML(bytes, name, index)
      return
    }
    let text = try DecodedText(bytes, file: index)
    guard text.bytes.contains(where: { $0 > 0x20 }) else {
      throw PlacedMessage(
        Message("empty-file", en: "the file is empty", ja: "ファイルが空です"), Position(file: index))
    }
    let isTable = options.format.map { [.csv, .matrix, .cmdb].contains($0) } ?? false
    switch isTable ? nil : options.format ?? InventoryFormat(of: text.bytes, name: name) {
    case .dot: add(try DOTReader.read(text, file: index, options), .dot, name, text)
    case .json: add(try JSONReader.read(text, file: index, options), .json, name, text)
    case .graphml, .archimate: try readXML(bytes, name, index)
    case nil, .csv, .matrix, .cmdb: try readTable(text, name, index)
    }
  }

  /// XML says itself how it is encoded.
  private mutating func readXML(
    _ bytes: [UInt8], _ name: String, _ index: Int32
  ) throws(PlacedMessage) {
    let start = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
    let isGraphML = options.format.map { $0 == .graphml } ?? start.contains("<graphml")
    if isGraphML {
      add(try GraphMLReader.read(bytes, file: index, options), .graphml, name, nil)
    } else {
      add(try ArchiMateReader.read(bytes, file: index, options), .archimate, name, nil)
    }
  }

  private mutating func add(
    _ graph: (RawInventory, [InventoryReport.Column]), _ format: InventoryFormat, _ name: String,
    _ text: DecodedText?
  ) {
    var source = InventoryReport.Source(
      file: name, format: format, encoding: text?.encoding.rawValue ?? "")
    source.columns = graph.1
    add(graph.0, source)
  }

  private mutating func readTable(
    _ text: DecodedText, _ name: String, _ index: Int32
  ) throws(PlacedMessage) {
    let sheet = try TableSheet(text, file: index, options)
    var source = InventoryReport.Source(
      file: name, format: .csv, encoding: text.encoding.rawValue)
    source.separator = InventoryReader.separatorName(sheet.separator)
    guard let kind = sheet.kind else { throw InventoryReader.noHeader(sheet, index) }
    source.headerLine = sheet.rows[sheet.headerRow].first.map { Int($0.line) }
    let part: RawInventory
    var filled: [Int] = []
    switch kind {
    case .modules:
      var rows = ModuleRows(sheet, file: index, options)
      rows.read { progress(name, $0, $1) }
      (part, filled) = (rows.inventory, rows.filled)
    case .couplings, .relations:
      var rows = CouplingRows(sheet, file: index, options)
      rows.read { progress(name, $0, $1) }
      (part, filled) = (rows.inventory, rows.filled)
      if kind == .relations { source.format = .cmdb }
    case .matrix:
      source.format = .matrix
      var rows = MatrixRows(sheet, file: index, options)
      rows.read()
      part = rows.inventory
    }
    source.columns = zip(sheet.columns, filled).compactMap { column, filled in
      guard !column.header.isEmpty || filled > 0 else { return nil }
      return InventoryReader.column(column, filled: filled)
    }
    add(part, source)
  }

  /// Adds what a file holds.
  mutating func add(_ part: RawInventory, _ source: InventoryReport.Source) {
    var source = source
    source.modules = part.modules.filter(\.isListed).count
    source.couplings = part.couplings.count
    inventory.modules += part.modules
    inventory.couplings += part.couplings
    inventory.rejections += part.rejections
    inventory.remarks.add(part.remarks)
    inventory.impliesModules = inventory.impliesModules || part.impliesModules
    inventory.listsModules = inventory.listsModules || part.listsModules
    inventory.listsCouplings = inventory.listsCouplings || part.listsCouplings
    inventory.hasCustodians = inventory.hasCustodians || part.hasCustodians
    inventory.sources.append(source)
  }

  private static func column(_ meaning: ColumnMeaning, filled: Int) -> InventoryReport.Column {
    var key = meaning.key
    var note = meaning.note
    switch key {
    case "number":
      key = nil
      note = .init(byLanguage: ["en": "a running number", "ja": "連番"])
    case "ignore":
      key = nil
      note = .init(byLanguage: ["en": "left out as told", "ja": "指定により除外"])
    case "sender", "child": key = "to"
    case "receiver", "parent": key = "from"
    case "part": key = "name"
    case "weight", "frequency", "volume", "direction": key = "notes"
    default: break
    }
    if let measure = meaning.measure {
      let unit = meaning.unit ?? ""
      if !unit.isEmpty {
        note = .init(unit.uppercased())
      } else if measure == .lines {
        note = .init(byLanguage: [
          "en": "without a unit: thousands of lines", "ja": "単位なし: 千行（KL）とみなす",
        ])
      }
    }
    return InventoryReport.Column(header: meaning.header, key: key, note: note, filled: filled)
  }

  private static func separatorName(_ separator: UInt8) -> String {
    switch separator {
    case 0x09: "tab"
    case UInt8(ascii: ";"): "semicolon"
    default: "comma"
    }
  }

  private static func noHeader(_ sheet: TableSheet, _ index: Int32) -> PlacedMessage {
    let first = sheet.rows.first ?? []
    let headers = first.prefix(6).map { "`\(Message.shown(Folding.prose($0.text)))`" }
      .joined(separator: ", ")
    return PlacedMessage(
      Message(
        "no-header", en: "no header is understood; the first row is \(headers)",
        ja: "見出しの行がわかりません。先頭行: \(headers)",
        maybe: Message.Advice(
          en:
            "--map '\(Message.shown(Folding.prose(first.first?.text ?? "")))=name' names a column.",
          ja: "--map '\(Message.shown(Folding.prose(first.first?.text ?? "")))=name' で列を指定する")),
      Position(file: index, line: first.first?.line ?? 1, column: first.first?.column ?? 1))
  }
}
