public import SharedSystem

/// Every number that the estimates rest on, with its unit, its low, most likely and high value, and
/// where it comes from. A plan may replace any of them.
public struct EstimatorDefaults: Hashable, Sendable {
  /// The table, in the order in which it is shown.
  public private(set) var entries: [EstimatorDefault]
  private var indices: [String: Int] = [:]
  /// The entries as figures: an estimate asks for them again and again.
  private var figures: [EstimatedFigure] = []

  /// The table as it comes.
  public static let standard = EstimatorDefaults(entries: EstimatorDefaults.table)

  private init(entries: [EstimatorDefault]) {
    self.entries = entries
    figures = entries.map(EstimatorDefaults.figure)
    for (index, entry) in entries.enumerated() { indices[entry.key] = index }
  }

  /// Makes the table with values of a plan's own.
  ///
  /// - Parameter overriding: by key one number, or three (low, most likely, high), in thousandths of
  ///   the unit.
  /// - Throws: what is wrong with the first wrong key in alphabetical order.
  /// - Complexity: O(overridden + length of the table).
  public init(overriding: [String: [Int64]]) throws(EstimatorDefaultsError) {
    self = .standard
    for (key, values) in overriding.sorted(by: { $0.key < $1.key }) {
      try override(key, with: values)
    }
  }

  /// Everything that is wrong with values of a plan's own, by key in alphabetical order.
  public static func errors(overriding: [String: [Int64]]) -> [EstimatorDefaultsError] {
    var defaults = EstimatorDefaults.standard
    return overriding.sorted { $0.key < $1.key }.compactMap { key, values in
      do throws(EstimatorDefaultsError) {
        try defaults.override(key, with: values)
        return nil
      } catch {
        return error
      }
    }
  }

  private mutating func override(
    _ key: String, with values: [Int64]
  ) throws(EstimatorDefaultsError) {
    guard let index = indices[key] else {
      let maybe = NearestSpelling.of(key, among: entries.lazy.map(\.key))
      throw .unknownKey(key, maybe: maybe)
    }
    guard values.count == 1 || values.count == 3 else {
      throw .wrongCount(key: key, count: values.count)
    }
    let (low, mode, high) = (values[0], values[values.count / 2], values[values.count - 1])
    guard low <= mode, mode <= high else { throw .notInOrder(key: key) }
    let entry = entries[index]
    guard low >= (entry.isPositive ? 1 : 0), high <= ThreePoint.limit,
      entry.unit != .yesNo || [0, 1000].contains(mode)
    else { throw .outOfRange(key: key, unit: entry.unit, isPositive: entry.isPositive) }
    entries[index].value = ThreePoint(low: low, mode: mode, high: high)
    entries[index].remainder = 0
    entries[index].isOverridden = true
    figures[index] = EstimatorDefaults.figure(entries[index])
  }

  /// The entry of a key; nil when there is none.
  public func entry(_ key: String) -> EstimatorDefault? { indices[key].map { entries[$0] } }

  /// The value of a key in thousandths; zero when there is none.
  public func value(_ key: String) -> ThreePoint {
    indices[key].map { entries[$0].value } ?? .zero
  }

  /// The most likely value of a key in millionths; zero when there is none.
  public func millionths(_ key: String, _ level: EstimateLevel = .mode) -> Int64 {
    indices[key].map { entries[$0].millionths(level) } ?? 0
  }

  /// The entry as a figure with its origin; zero when there is none.
  public func figure(_ key: String) -> EstimatedFigure {
    guard let index = indices[key] else {
      return EstimatedFigure(.parameter(key: key), .zero, .factor, .standard(key: key))
    }
    return figures[index]
  }

  private static func figure(_ entry: EstimatorDefault) -> EstimatedFigure {
    EstimatedFigure(
      .parameter(key: entry.key), entry.value, entry.unit,
      entry.isOverridden ? .overridden(key: entry.key) : .standard(key: entry.key))
  }

  /// The keys that begin with a prefix, in the table's order.
  public func keys(beginningWith prefix: String) -> [String] {
    entries.lazy.map(\.key).filter { $0.hasPrefix(prefix) }
  }
}

/// What is wrong with a value of a plan's own.
public enum EstimatorDefaultsError: Error, Hashable, Sendable {
  /// There is no such key; `maybe` is one that is spelt nearly so.
  case unknownKey(String, maybe: String?)
  /// One number or three are needed.
  case wrongCount(key: String, count: Int)
  /// Low must not be above the most likely value, nor that above high.
  case notInOrder(key: String)
  /// The value must be zero or above, or above zero, or 0 or 1 for yes and no.
  case outOfRange(key: String, unit: EstimateUnit, isPositive: Bool)

  /// The key that is wrong.
  public var key: String {
    switch self {
    case .unknownKey(let key, _), .wrongCount(let key, _), .notInOrder(let key),
      .outOfRange(let key, _, _):
      key
    }
  }

  /// The name of the error in diagnostics.
  public var id: String {
    switch self {
    case .unknownKey: "unknown-default"
    case .wrongCount: "default-shape"
    case .notInOrder: "default-order"
    case .outOfRange: "default-range"
    }
  }

  /// What is wrong.
  public var message: LocalizedText {
    switch self {
    case .unknownKey(let key, _):
      .both("there is no default `\(key)`", "既定値 `\(key)` はありません")
    case .wrongCount(let key, let count):
      .both(
        "`\(key)` has \(count) numbers: one is needed, or three (low, most likely, high)",
        "`\(key)` に数値が\(count)個あります。1個、または3個（低・最頻・高）が必要です")
    case .notInOrder(let key):
      .both(
        "the numbers of `\(key)` are not in order: low, most likely, high",
        "`\(key)` の数値が低・最頻・高の順になっていません")
    case .outOfRange(let key, .yesNo, _):
      .both("`\(key)` must be 1 (yes) or 0 (no)", "`\(key)` は1（はい）または0（いいえ）です")
    case .outOfRange(let key, _, true):
      .both(
        "`\(key)` must be above zero and not beyond all measure",
        "`\(key)` は0より大きく、常識的な大きさでなければなりません")
    case .outOfRange(let key, _, false):
      .both(
        "`\(key)` must not be below zero nor beyond all measure",
        "`\(key)` は0以上で、常識的な大きさでなければなりません")
    }
  }

  /// What may have been meant, without the word "Maybe"; nil when nobody knows.
  public var advice: LocalizedText? {
    switch self {
    case .unknownKey(_, let maybe?): LocalizedText("`\(maybe)`?")
    case .unknownKey(_, nil):
      .both("`bunri defaults`: all keys.", "`bunri defaults`：すべてのキーを表示します。")
    default: nil
    }
  }
}

extension LocalizedText {
  /// A text in English and Japanese.
  static func both(_ english: String, _ japanese: String) -> LocalizedText {
    LocalizedText(byLanguage: ["en": english, "ja": japanese])
  }
}
