import SharedSystem

/// How an inventory is to be read.
package struct InventoryOptions: Sendable {
  /// The format of all files; nil: as recognized.
  package var format: InventoryFormat?
  /// The user's mapping: folded header to key. See ``add(mapping:)``.
  package private(set) var mapping: [String: String] = [:]
  /// Owners to know besides those of the plan: ids with names.
  package private(set) var owners: [(id: String, name: String)] = []
  /// Blank cells of owners, departments and groups repeat the one above.
  package var fillsDown = false
  /// Ends of couplings that are no module become modules.
  package var addsMissing = false
  /// Any row that is rejected rejects all.
  package var isStrict = false
  /// Rows that the files no longer have are taken out.
  package var prunes = false
  /// Which way couplings of interface lists go.
  package var direction = CouplingDirection.automatic
  /// What a coupling is made of when nothing says it.
  package private(set) var kind = "table"
  /// How relation types of a CMDB or of ArchiMate are taken, by folded type.
  package private(set) var relations: [String: RelationRule] = [:]

  package init() {}

  /// Sets what a coupling is made of when nothing says it.
  ///
  /// - Returns: false when the kind is not known.
  package mutating func set(kind: String) -> Bool {
    self.kind = kind
    return Coupling.Kind(rawValue: kind) != nil
  }

  /// The keys that a mapping may name, for messages.
  package static var keys: String {
    ColumnMeaning.moduleKeys.union(ColumnMeaning.couplingKeys).sorted().joined(separator: ", ")
  }

  /// Adds a mapping `HEADER=KEY`.
  ///
  /// - Returns: false when the key is not known or the text has another form.
  package mutating func add(mapping text: String) -> Bool {
    guard let (header, key) = InventoryOptions.pair(text), ColumnMeaning.isKey(key) else {
      return false
    }
    mapping[Folding.word(header)] = key
    return true
  }

  /// Adds owners: `retail,network` or `retail=小売,network=送配電`.
  ///
  /// - Returns: false when an id is not one.
  package mutating func add(owners text: String) -> Bool {
    for part in text.split(separator: ",") {
      let pieces = part.split(separator: "=", maxSplits: 1).map { Folding.prose(String($0)) }
      guard let id = pieces.first, StableID.isID(id), id != "both",
        !owners.contains(where: { $0.id == id })
      else { return false }
      owners.append((id, pieces.count == 2 ? pieces[1] : ""))
    }
    return true
  }

  /// Adds a rule for a type of relations: `Depends on::Used by=use`, `Flow=reverse`, `…=skip`.
  ///
  /// - Returns: false when the text has another form.
  package mutating func add(relation text: String) -> Bool {
    guard let (type, word) = InventoryOptions.pair(text), let rule = RelationRule(rawValue: word)
    else { return false }
    relations[Folding.key(type)] = rule
    return true
  }

  /// The two sides of the last `=`.
  private static func pair(_ text: String) -> (String, String)? {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { return nil }
    let value = text[text.index(after: sign)...].filter { $0 != " " }
    return value.isEmpty ? nil : (String(text[..<sign]), value)
  }
}

/// How the ends of couplings in interface lists are taken.
package enum CouplingDirection: String, Sendable, CaseIterable {
  /// Who receives data uses who sends it; otherwise as written.
  case automatic
  /// The first end uses the second, whatever they are called.
  case written
  /// The second end uses the first.
  case reversed
}

/// How a relation of a type becomes a coupling.
package enum RelationRule: String, Sendable, CaseIterable {
  /// The first end uses the second.
  case use
  /// The second end uses the first.
  case reverse
  /// The first end is the group of the second.
  case group
  /// Not taken.
  case skip
}
