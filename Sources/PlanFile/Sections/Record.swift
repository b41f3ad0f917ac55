/// The keys of one kind of map.
protocol RecordKey: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

/// A map of the plan with its known keys; the unknown and the doubled ones have been reported.
struct Record<Key: RecordKey> {
  /// The whole map.
  let value: Value
  private var fields: [Field] = []

  /// A key with the nodes of the key and of its value.
  private struct Field {
    let key: Key
    let keyNode: Int32
    let valueNode: Int32
  }

  /// Makes a record without fields.
  init(_ value: Value) { self.value = value }

  /// Adds a field; false when it is already there.
  mutating func add(_ key: Key, at keyNode: Int32, valueNode: Int32) -> Bool {
    guard !fields.contains(where: { $0.key == key }) else { return false }
    fields.append(Field(key: key, keyNode: keyNode, valueNode: valueNode))
    return true
  }

  /// The value of a key; nil when the key is absent or has no value (`owner:` alone).
  ///
  /// - Complexity: O(keys).
  subscript(key: Key) -> Value? {
    for field in fields where field.key == key {
      let found = Value(value.tree, field.valueNode)
      return found.isNull ? nil : found
    }
    return nil
  }

  /// Where a key is written; nil when it is absent.
  func place(of key: Key) -> Position? {
    for field in fields where field.key == key {
      return Value(value.tree, field.keyNode).position
    }
    return nil
  }

  /// Where the record is written.
  var position: Position { value.position }

  /// The keys that are written, with a value or without.
  var keys: [Key] { fields.map(\.key) }
}

extension PlanBuilder {
  /// Reads a map whose keys are known; nil, and reported, when the value is not a map.
  mutating func record<Key: RecordKey>(_ value: Value, as: Key.Type = Key.self) -> Record<Key>? {
    guard value.kind == .map else {
      wrongShape(value, expected: .map)
      return nil
    }
    var record = Record<Key>(value)
    var children = value.children
    while let key = children.next(), let value = children.next() {
      guard let name = key.text else {
        error(.keyNotText(), at: key.position)
        continue
      }
      guard let known = Key(rawValue: name) else {
        unknownKey(name, known: Key.allCases.map(\.rawValue), at: key.position)
        continue
      }
      if !record.add(known, at: key.index, valueNode: value.index) {
        let first = place(record.place(of: known) ?? key.position, seenFrom: key.position)
        error(.duplicateKey(name, first: first), at: key.position)
      }
    }
    return record
  }

  /// Reads a map whose keys are the user's own: languages, ids, measures.
  mutating func dictionary(_ value: Value) -> [(key: String, place: Position, value: Value)] {
    guard value.kind == .map else {
      wrongShape(value, expected: .map)
      return []
    }
    var result: [(key: String, place: Position, value: Value)] = []
    var seen: [String: Position] = [:]
    var children = value.children
    while let key = children.next(), let value = children.next() {
      guard let name = key.text else {
        error(.keyNotText(), at: key.position)
        continue
      }
      if let first = seen[name] {
        let place = place(first, seenFrom: key.position)
        error(.duplicateKey(name, first: place), at: key.position)
        continue
      }
      seen[name] = key.position
      result.append((name, key.position, value))
    }
    return result
  }

  /// The values of a list; none, and reported, when the value is something else.
  mutating func items(_ value: Value) -> Value.Children {
    guard value.kind == .list else {
      if !value.isNull { wrongShape(value, expected: .list) }
      return .none(of: value)
    }
    return value.children
  }

  /// Reports a value of the wrong shape.
  mutating func wrongShape(_ value: Value, expected: Message.Shape) {
    let found: Message.Shape =
      switch value.kind {
      case .null, .plain, .quoted, .alias: .text
      case .list: .list
      case .map: .map
      }
    error(
      .wrongShape(expected: expected, found: found, text: value.text), at: value.position)
  }

  /// Reports a key that is not known here.
  mutating func unknownKey(
    _ name: String, known: @autoclosure () -> [String], at position: Position
  ) {
    guard !diagnostics.isFull else {
      diagnostics.countError()
      return
    }
    let known = known()
    if name == "<<" {
      error(.mergeKey(), at: position)
      return
    }
    let nearest = spelling.nearest(to: name, among: known)
    error(.unknownKey(name, nearest: nearest, known: known), at: position)
  }

  /// Reports a key that must be there and is not.
  mutating func missing<Key: RecordKey>(_ key: Key, in record: Record<Key>) {
    error(.missingKey(key.rawValue), at: record.position)
  }
}
