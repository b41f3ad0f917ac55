internal import Planning
internal import SharedSystem

/// What of a task has no field in Project, and the text field that holds it.
enum MSPDIField: Int, CaseIterable {
  case id, owner, module, drivers

  /// Project's name of the field.
  var name: String { "Text\(rawValue + 1)" }

  /// Project's number of the field: Text1 is 188743731, and each next one of the first six is
  /// three more.
  var number: Int { 188_743_731 + 3 * rawValue }

  /// What people see as the field's title. That of the id is the same in all languages.
  func title(in language: LocalizedText.Language) -> String {
    switch self {
    case .id: "bunri id"
    case .owner: language == .ja ? "担当" : "Owner id"
    case .module: language == .ja ? "モジュール" : "Module id"
    case .drivers: language == .ja ? "工期要因" : "Drivers"
    }
  }

  /// What the field holds of a task; nil for nothing.
  func value(of task: PlanTask) -> String? {
    switch self {
    case .id: task.id
    case .owner: task.owner
    case .module: task.module
    case .drivers: task.drivers.isEmpty ? nil : task.drivers.joined(separator: ", ")
    }
  }
}

extension MSPDIDocument {
  func writeFields(to stream: inout XMLStream) {
    stream.start("ExtendedAttributes")
    for field in MSPDIField.allCases {
      stream.start("ExtendedAttribute")
      stream.element("FieldID", field.number)
      stream.element("FieldName", field.name)
      stream.element("Alias", field.title(in: options.language))
      stream.end()
    }
    stream.end()
  }

  mutating func writeFields(of task: PlanTask, to stream: inout XMLStream) {
    for field in MSPDIField.allCases {
      guard let value = field.value(of: task) else { continue }
      if value.utf16.count > MSPDI.longestText { report.note(.longText, task.id) }
      stream.start("ExtendedAttribute")
      stream.element("FieldID", field.number)
      stream.element("Value", value)
      stream.end()
    }
  }
}

extension MSPDI {
  /// How many characters of a name or a text field Project keeps.
  static let longestText = 255
}
