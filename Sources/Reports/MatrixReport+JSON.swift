import SharedSystem

extension MatrixReport {
  /// The report for programs: rows in order, then the cells that are not empty.
  package var json: JSONValue {
    func number(_ value: Int) -> JSONValue { .integer(Int64(value)) }
    func ids(_ row: CouplingMatrix.Row) -> JSONValue {
      .array(row.modules.map { .string(view.model.modules[Int($0)].id) })
    }
    return [
      "formatVersion": 1, "fold": .string(matrix.fold.rawValue),
      "order": .string(matrix.order.rawValue), "separated": .bool(view.holding.isSeparated),
      "rows": .array(
        matrix.rows.enumerated().map { place, row in
          [
            "number": number(place + 1), "name": .string(name(row)), "modules": ids(row),
            "group": .text(row.group),
            "holders": .array(
              (row.holder.map { matrix.holders[$0] } ?? []).map(JSONValue.string)),
          ]
        }),
      "tangles": .array(
        matrix.tangles.map {
          ["first": number($0.lowerBound + 1), "last": number($0.upperBound)]
        }),
      "cells": .array(
        matrix.cells.map { cell in
          let cost = view.cost(of: cell.couplings)
          return [
            "row": number(cell.row + 1), "column": number(cell.column + 1),
            "couplings": number(cell.couplings.count),
            "cost": cost.unknown == cell.couplings.count ? .null : .thousandths(cost.known),
            "withoutCost": number(cost.unknown), "crossing": .bool(cell.isCrossing),
          ]
        }),
    ]
  }
}
