package import SharedSystem

/// What an import read, and what it did to a plan's tables.
package struct InventoryReport: Sendable {
  /// One file that was read.
  package struct Source: Sendable {
    /// The file as the user named it.
    package var file: String
    /// Its format.
    package var format: InventoryFormat
    /// Its encoding, and for tables how cells are separated: `UTF-8`, `Shift_JIS`, `tab`.
    package var encoding: String
    package var separator: String?
    /// The line of the header.
    package var headerLine: Int?
    /// What became of each column.
    package var columns: [Column] = []
    /// What was found in it.
    package var modules = 0
    package var couplings = 0
  }

  /// A column of a table, or an attribute of a graph.
  package struct Column: Sendable {
    /// What the file calls it.
    package var header: String
    /// The key of a plan it became; nil when it was not taken.
    package var key: String?
    /// What else there is to say: the unit, the reason it was not taken.
    package var note: LocalizedText?
    /// Cells that are not empty.
    package var filled = 0

    init(header: String, key: String?, note: LocalizedText? = nil, filled: Int = 0) {
      self.header = header
      self.key = key
      self.note = note
      self.filled = filled
    }
  }

  /// A remark with its count.
  package struct Remark: Sendable {
    package var kind: String
    package var count: Int
    package var examples: [String]
    package var text: LocalizedText
  }

  /// A changed cell.
  package struct FieldChange: Sendable {
    package var key: String
    package var old: String
    package var new: String
  }

  /// A row whose cells changed, or differ from what is written by hand.
  package struct RowChange: Sendable {
    package var id: String
    package var fields: [FieldChange]
  }

  /// What happened to the rows of a table.
  package struct Changes: Sendable {
    package var added: [String] = []
    package var changed: [RowChange] = []
    package var unchanged = 0
    /// Rows of the table that the files no longer have.
    package var gone: [String] = []
    /// Those of them that were taken out.
    package var pruned: [String] = []
    /// Things written by hand in the plan that the files have otherwise.
    package var byHand: [RowChange] = []
    /// Things written by hand that agree.
    package var byHandAlike = 0

    /// Whether the table changes.
    package var isEmpty: Bool { added.isEmpty && changed.isEmpty && pruned.isEmpty }
  }

  /// An attribute that modules lack.
  package struct Missing: Sendable {
    package var key: String
    package var count: Int
    package var total: Int
  }

  /// A file of the plan.
  package struct Output: Sendable {
    /// What happens to it.
    package enum State: String, Sendable { case new, changed, unchanged }
    package var path: String
    package var state: State
    /// Lines that were added to an existing plan.
    package var lines: [String] = []
  }

  /// The files, in the order they were given.
  package var sources: [Source] = []
  package var modules = Changes()
  package var couplings = Changes()
  package var rejections: [Rejection] = []
  package var remarks: [Remark] = []
  package var missing: [Missing] = []
  package var outputs: [Output] = []
  /// What modules are called, by id.
  package var names: [String: String] = [:]
  /// Rows that were read and not rejected.
  package var acceptedModules = 0
  package var acceptedCouplings = 0

  /// Makes an empty report.
  package init() {}

  /// Whether nothing in the folder changes.
  package var isUnchanged: Bool { outputs.allSatisfy { $0.state == .unchanged } }
}
