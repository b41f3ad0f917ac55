import Inventory
import PlanFile
import SharedSystem

extension InventorySummary {
  /// Rejected and changed rows that the document lists; the counts are always of all.
  private static let listed = 1000

  /// The summary for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1, "dryRun": .bool(isDryRun),
      "written": .bool(!isDryRun && !isFailed && !report.isUnchanged),
      "sources": .array(report.sources.map(source)),
      "modules": changes(report.modules), "couplings": changes(report.couplings),
      "rejected": .integer(Int64(report.rejections.count)),
      "rejections": .array(report.rejections.prefix(InventorySummary.listed).map(rejection)),
      "missing": .array(
        report.missing.map {
          [
            "key": .string($0.key), "count": .integer(Int64($0.count)),
            "total": .integer(Int64($0.total)),
          ]
        }),
      "remarks": .array(
        report.remarks.map {
          [
            "kind": .string($0.kind), "count": .integer(Int64($0.count)),
            "examples": .array($0.examples.map(JSONValue.string)),
            "message": .string($0.text.text(in: context.language)),
          ]
        }),
      "files": .array(
        report.outputs.map {
          [
            "path": .string($0.path), "state": .string($0.state.rawValue),
            "lines": .array($0.lines.map(JSONValue.string)),
          ]
        }),
    ]
  }

  private func source(_ source: InventoryReport.Source) -> JSONValue {
    [
      "file": .string(source.file), "format": .string(source.format.rawValue),
      "encoding": .string(source.encoding), "separator": .text(source.separator),
      "headerLine": .number(source.headerLine), "modules": .integer(Int64(source.modules)),
      "couplings": .integer(Int64(source.couplings)),
      "columns": .array(
        source.columns.map {
          [
            "header": .string($0.header), "key": .text($0.key),
            "filled": .integer(Int64($0.filled)),
            "note": .text($0.note?.text(in: context.language)),
          ]
        }),
    ]
  }

  private func changes(_ changes: InventoryReport.Changes) -> JSONValue {
    func rows(_ rows: [InventoryReport.RowChange]) -> JSONValue {
      .array(
        rows.prefix(InventorySummary.listed).map { row in
          [
            "id": .string(row.id),
            "fields": .array(
              row.fields.map {
                ["key": .string($0.key), "old": .string($0.old), "new": .string($0.new)]
              }),
          ]
        })
    }
    func ids(_ ids: [String]) -> JSONValue {
      .array(ids.prefix(InventorySummary.listed).map(JSONValue.string))
    }
    return [
      "added": .integer(Int64(changes.added.count)),
      "changed": .integer(Int64(changes.changed.count)),
      "unchanged": .integer(Int64(changes.unchanged)),
      "gone": .integer(Int64(changes.gone.count)),
      "pruned": .integer(Int64(changes.pruned.count)),
      "byHand": .integer(Int64(changes.byHand.count + changes.byHandAlike)),
      "addedIds": ids(changes.added), "changedRows": rows(changes.changed),
      "goneIds": ids(changes.gone), "prunedIds": ids(changes.pruned),
      "byHandRows": rows(changes.byHand),
    ]
  }

  private func rejection(_ rejection: Rejection) -> JSONValue {
    let index = Int(rejection.position.file)
    let file = report.sources.indices.contains(index) ? report.sources[index].file : ""
    return [
      "kind": .string(rejection.kind), "file": .string(file),
      "line": .integer(Int64(rejection.position.line)),
      "message": .string(rejection.reason.text(in: context.language)),
    ]
  }
}
