import Planning
import Scheduling
import SharedSystem

/// Reading single values. Each function reports what is wrong and then returns nil.
extension PlanBuilder {
  /// The text of a value, as written.
  mutating func text(_ value: Value) -> String? {
    guard let text = value.text else {
      wrongShape(value, expected: .text)
      return nil
    }
    return text
  }

  /// A text for people: pasted characters are repaired, with a warning.
  mutating func prose(_ value: Value) -> String? {
    guard let text = text(value) else { return nil }
    guard value.tree.hasPastedCharacters, let repair = PastedCharacters.repair(text) else {
      return text
    }
    pastedTexts += 1
    if pastedTexts <= ReadingLimits.pastedWarnings {
      warn(.pasted(repair), at: value.position)
    }
    return repair.text
  }

  /// Says how many texts had pasted characters beyond those that were reported.
  mutating func reportPastedTexts() {
    let more = pastedTexts - ReadingLimits.pastedWarnings
    if more > 0 { warn(.morePasted(more), at: Position(file: 0)) }
  }

  /// A text or a map of languages.
  mutating func localizedText(_ value: Value) -> LocalizedText? {
    guard value.kind == .map else {
      if value.kind == .list {
        wrongShape(value, expected: .text)
        return nil
      }
      return prose(value).map { LocalizedText($0) }
    }
    var byLanguage: [String: String] = [:]
    for (language, place, value) in dictionary(value) {
      let isCode =
        (2...11).contains(language.utf8.count)
        && language.utf8.allSatisfy { $0 == 45 || (97...122).contains($0 | 32) }
      guard isCode else {
        error(.badLanguage(language), at: place)
        continue
      }
      if let text = prose(value) { byLanguage[language] = text }
    }
    return byLanguage.isEmpty ? nil : LocalizedText(byLanguage: byLanguage)
  }

  /// `true` or `false`.
  mutating func boolean(_ value: Value) -> Bool? {
    guard let text = text(value) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      error(.boolean(text), at: value.position)
      return nil
    }
  }

  /// A number in thousandths, with at most three decimal places.
  mutating func number(
    _ value: Value, in range: ClosedRange<Int64> = 0...1_000_000_000_000, decimals: Int = 3
  ) -> Int64? {
    guard let text = text(value) else { return nil }
    guard let number = Decimals.thousandths(text, decimals: decimals), range.contains(number)
    else {
      error(.number(text, range: range, decimals: decimals), at: value.position)
      return nil
    }
    return number
  }

  /// A whole number.
  mutating func wholeNumber(_ value: Value, in range: ClosedRange<Int64>) -> Int64? {
    let thousandths = (range.lowerBound * 1000)...(range.upperBound * 1000)
    return number(value, in: thousandths, decimals: 0).map { $0 / 1000 }
  }

  /// An amount of money: a whole number, not negative.
  mutating func money(_ value: Value) -> Int64? {
    wholeNumber(value, in: 0...1_000_000_000_000_000)
  }

  /// A duration of zero or more.
  mutating func duration(_ value: Value) -> PlanDuration? {
    guard let text = text(value) else { return nil }
    guard let duration = knownTexts.duration(text) else {
      error(.duration(text), at: value.position)
      return nil
    }
    guard duration.thousandths >= 0 else {
      error(.negativeDuration(text), at: value.position)
      return nil
    }
    return checked(duration, text, at: value.position) ? duration : nil
  }

  /// Whether a duration can be computed with; reported when not.
  mutating func checked(
    _ duration: PlanDuration, _ text: String, at position: Position
  ) -> Bool {
    let isComputable =
      duration.unit == .calendarMonths
      ? abs(duration.thousandths) <= 190 * 12 * 1000 : plan.units.minutes(of: duration) != nil
    if !isComputable { error(.durationTooLong(text), at: position) }
    return isComputable
  }

  /// A date or a date-time.
  mutating func date(_ value: Value) -> PlanDate? {
    guard let text = text(value) else { return nil }
    return date(text, at: value.position)
  }

  /// A date or a date-time in a text.
  mutating func date(_ text: String, at position: Position) -> PlanDate? {
    do throws(PlanDate.Failure) {
      return try PlanDate(text)
    } catch {
      diagnostics.error(.date(text, error), at: position)
      return nil
    }
  }

  /// One of a few words.
  mutating func choice<Choice>(_ value: Value, of choices: [(String, Choice)]) -> Choice? {
    guard let text = text(value) else { return nil }
    for (name, choice) in choices where name == text { return choice }
    let names = choices.map(\.0)
    let nearest = spelling.nearest(to: text, among: names)
    error(.choice(text, of: names, nearest: nearest), at: value.position)
    return nil
  }

  /// One of the words of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: Value, of: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    if let text = value.text, let choice = Choice(rawValue: text) { return choice }
    return choice(value, of: Choice.allCases.map { ($0.rawValue, $0) })
  }

  // MARK: Ids

  /// The id of a thing that is defined here; reported when it is missing, malformed or not new.
  mutating func define<Key: RecordKey>(
    _ kind: EntityKind, _ key: Key, in record: Record<Key>
  ) -> String? {
    guard let value = record[key] else {
      missing(key, in: record)
      return nil
    }
    guard let id = identifier(value) else { return value.text }
    if let first = definitions[kind.rawValue][id] {
      let place = place(first, seenFrom: value.position)
      error(.duplicateID(id, kind, first: place), at: value.position)
    } else {
      definitions[kind.rawValue][id] = value.position
    }
    return id
  }

  /// A text of the form of an id.
  mutating func identifier(_ value: Value) -> String? {
    guard let id = text(value) else { return nil }
    guard PlanBuilder.isIdentifier(id) else {
      let start = String(id.prefix(ReadingLimits.repairedCharacters))
      let repaired = PastedCharacters.repair(start)?.text ?? start
      let folded = String(
        DateSpelling.halfWidth(repaired).map { $0 == " " || $0 == "　" || $0 == "/" ? "-" : $0 })
      let isUseful = folded != id && PlanBuilder.isIdentifier(folded)
      error(.badID(id, folded: isUseful ? folded : nil), at: value.position)
      return nil
    }
    return id
  }

  /// Whether a text has the form of an id: `[A-Za-z0-9][A-Za-z0-9._-]*`.
  static func isIdentifier(_ text: String) -> Bool {
    var isFirst = true
    for byte in text.utf8 {
      let isAlphanumeric = (48...57).contains(byte) || (97...122).contains(byte | 32)
      let isInner = byte == UInt8(ascii: ".") || byte == 95 || byte == UInt8(ascii: "-")
      guard isAlphanumeric || (isInner && !isFirst) else { return false }
      isFirst = false
    }
    return !isFirst
  }

  /// The id of a thing that is defined somewhere: checked at the end.
  mutating func reference(_ kind: EntityKind, _ value: Value) -> String? {
    guard let id = text(value) else { return nil }
    references.append(Reference(kind: kind, id: id, position: value.position))
    return id
  }

  /// A list of ids of things that are defined somewhere.
  mutating func referenceList(_ kind: EntityKind, _ value: Value) -> [String] {
    items(value).compactMap { reference(kind, $0) }
  }

  /// A list of words of the form of an id that need no definition: drivers, classes of information.
  mutating func wordList(_ value: Value) -> [String] {
    items(value).compactMap { identifier($0) }
  }
}
