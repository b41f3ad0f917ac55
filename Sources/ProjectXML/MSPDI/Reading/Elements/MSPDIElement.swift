/// An element of the format that is read: its name, what is in it, and what it does.
///
/// The tables of elements (`MSPDIElement+Tasks` …) are all that the reader knows of the format.
struct MSPDIElement: Sendable {
  /// What an element does to the file that is being built.
  typealias Action = @Sendable (inout MSPDIBuilder) -> Void

  let name: String
  /// Whether it holds a value, not elements.
  let isField: Bool
  let begin: Action?
  /// Takes in the value of a field, or ends an item.
  let end: Action?
  let children: [MSPDIElement]

  /// An element that holds a value.
  static func field(_ name: String, _ read: @escaping Action) -> MSPDIElement {
    MSPDIElement(name: name, isField: true, begin: nil, end: read, children: [])
  }

  /// An element that only holds others.
  static func list(_ name: String, _ children: [MSPDIElement]) -> MSPDIElement {
    MSPDIElement(name: name, isField: false, begin: nil, end: nil, children: children)
  }

  /// An element that begins a thing and is complete at its end.
  static func item(
    _ name: String, begin: Action? = nil, end: Action? = nil, _ children: [MSPDIElement]
  ) -> MSPDIElement {
    MSPDIElement(name: name, isField: false, begin: begin, end: end, children: children)
  }
}
