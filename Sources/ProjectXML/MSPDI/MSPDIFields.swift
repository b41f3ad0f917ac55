internal import Planning
internal import SharedSystem

/// What of a task has no field in Project, and the custom field that holds it for people.
enum MSPDIField: CaseIterable {
  case id, owner, module, drivers, strategy, margin

  /// Project's name of the field.
  var name: String {
    switch self {
    case .id: "Text1"
    case .owner: "Text2"
    case .module: "Text3"
    case .drivers: "Text4"
    case .strategy: "Text5"
    case .margin: "Number1"
    }
  }

  /// Project's number of the field: Text1 is 188743731, and each next one of the first six is
  /// three more.
  var number: Int {
    switch self {
    case .id: 188_743_731
    case .owner: 188_743_734
    case .module: 188_743_737
    case .drivers: 188_743_740
    case .strategy: 188_743_743
    case .margin: 188_743_767
    }
  }

  /// What people see as the field's title. That of the id is the same in all languages.
  func title(in language: LocalizedText.Language) -> String {
    switch self {
    case .id: "bunri id"
    case .owner: language == .ja ? "担当" : "Owner id"
    case .module: language == .ja ? "モジュール" : "Module id"
    case .drivers: language == .ja ? "工期要因" : "Drivers"
    case .strategy: language == .ja ? "分離方式" : "Strategy"
    case .margin: language == .ja ? "目標までの余裕（日）" : "Margin to the target (days)"
    }
  }
}

/// The text fields that hold the facts of a task, one after the other: Text11 to Text30.
enum MSPDIFactField {
  /// Project's number of Text11.
  static let first = 188_743_997
  /// How many there are.
  static let count = 20
  /// The title of the first.
  static let title = "bunri"

  /// Which of the fields has a number; nil for any other.
  static func position(_ number: Int) -> Int? {
    (first..<first + count).contains(number) ? number - first : nil
  }
}

extension MSPDIDocument {
  func writeFields(to stream: inout XMLStream) {
    let language = options.language
    var fields = MSPDIField.allCases.map { ($0.number, $0.name, $0.title(in: language)) }
    fields.append((MSPDIFactField.first, "Text11", MSPDIFactField.title))
    fields += MSPDIResourceField.allCases.map { ($0.number, $0.name, $0.title(in: language)) }
    stream.start("ExtendedAttributes")
    for (number, name, title) in fields {
      stream.start("ExtendedAttribute")
      stream.element("FieldID", number)
      stream.element("FieldName", name)
      stream.element("Alias", title)
      stream.end()
    }
    stream.end()
  }

  mutating func writeFields(of task: Int, to stream: inout XMLStream) {
    let stated = plan.tasks[task]
    row.baselines = stated.baselines.isEmpty ? [] : heldBaselines(of: stated)
    for field in MSPDIField.allCases {
      guard let value = value(of: field, task) else { continue }
      if value.utf16.count > MSPDI.longestText { report.note(.longText, stated.id) }
      write(value, field.number, to: &stream)
    }
    writeFacts(facts(of: task), stated.id, to: &stream)
  }

  private func value(of field: MSPDIField, _ task: Int) -> String? {
    let stated = plan.tasks[task]
    switch field {
    case .id: return stated.id
    case .owner: return stated.owner
    case .module: return stated.module
    case .drivers: return stated.drivers.isEmpty ? nil : stated.drivers.joined(separator: ", ")
    case .strategy:
      return stated.module.flatMap { strategies[$0] }?.rawValue
    case .margin:
      guard let margin = schedule.tasks[task].margin else { return nil }
      let day = Int64(isElapsed(task) ? 1440 : plan.units.minutesPerDay)
      return MSPDI.units(Int64(margin) * 1000 / day)
    }
  }

  /// Writes facts as texts of Project's greatest length, in as many fields as they need.
  mutating func writeFacts(_ facts: MSPDIFacts, _ id: String?, to stream: inout XMLStream) {
    guard !facts.isEmpty else { return }
    var rest = Substring(facts.text)
    for position in 0..<MSPDIFactField.count where !rest.isEmpty {
      let isLast = position == MSPDIFactField.count - 1
      let piece = isLast ? rest : MSPDIDocument.prefix(of: rest)
      if isLast, piece.utf16.count > MSPDI.longestText { report.note(.longText, id) }
      write(String(piece), MSPDIFactField.first + position, to: &stream)
      rest = rest[piece.endIndex...]
    }
  }

  /// The beginning of a text that Project keeps, not ending within a character.
  private static func prefix(of text: Substring) -> Substring {
    guard text.utf8.count > MSPDI.longestText else { return text }
    var end = text.startIndex
    var length = 0
    while end < text.endIndex {
      let width = text.unicodeScalars[end].value > 0xFFFF ? 2 : 1
      if length + width > MSPDI.longestText { break }
      length += width
      end = text.unicodeScalars.index(after: end)
    }
    return text[..<end]
  }

  private func write(_ value: String, _ field: Int, to stream: inout XMLStream) {
    stream.start("ExtendedAttribute")
    stream.element("FieldID", field)
    stream.element("Value", value)
    stream.end()
  }
}

extension MSPDI {
  /// How many characters of a name or a text field Project keeps.
  static let longestText = 255
}
