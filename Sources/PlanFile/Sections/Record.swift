/// The keys of one kind of map.
protocol RecordKey: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

/// A map of the plan with its known keys; the unknown and the doubled ones have been reported.
struct Record<Key: RecordKey> {
  /// The whole map.
  let value: Value
  private var fields: [(key: Key, place: Position, value: Value)] = []

  /// Makes a record without fields.
  init(_ value: Value) { self.value = value }

  /// Adds a field; false when it is already there.
  mutating func add(_ key: Key, place: Position, _ value: Value) -> Bool {
    guard !fields.contains(where: { $0.key == key }) else { return false }
    fields.append((key, place, value))
    return true
  }

  /// The value of a key; nil when the key is absent or has no value (`owner:` alone).
  ///
  /// - Complexity: O(keys).
  subscript(key: Key) -> Value? {
    for field in fields where field.key == key { return field.value.isNull ? nil : field.value }
    return nil
  }

  /// Where a key is written; nil when it is absent.
  func place(of key: Key) -> Position? {
    for field in fields where field.key == key { return field.place }
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
      if !record.add(known, place: key.position, value) {
        let first = record.place(of: known).map { place($0, seenFrom: key.position) } ?? ""
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
  mutating func items(_ value: Value) -> [Value] {
    guard value.kind == .list else {
      if !value.isNull { wrongShape(value, expected: .list) }
      return []
    }
    return Array(value.children)
  }

  /// Reports a value of the wrong shape.
  mutating func wrongShape(_ value: Value, expected: Message.Shape) {
    let found: Message.Shape =
      switch value.kind {
      case .plain, .quoted, .alias: .text
      case .list: .list
      case .map: .map
      }
    error(
      .wrongShape(expected: expected, found: found, text: value.text), at: value.position)
  }

  /// Reports a key that is not known here.
  mutating func unknownKey(_ name: String, known: [String], at position: Position) {
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
