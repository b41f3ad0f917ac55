/// A schema (W3C XML Schema 1.0) that documents are checked against while they are written.
///
/// The files lie beside the source and are compiled into the program: a program that is linked
/// statically has them too.
struct XMLSchema: Sendable {
  /// The name of its file.
  let name: String
  /// The schema itself.
  let text: [UInt8]

  /// Of Gantt XML, our own format.
  static let gantt = XMLSchema(name: "gantt-1.xsd", text: PackageResources.gantt_1_xsd)
  /// Of what we write as MSPDI: the order of the format's elements, with our spelling of values.
  static let mspdi = XMLSchema(
    name: "mspdi-written.xsd", text: PackageResources.mspdi_written_xsd)
  /// Of what we write as PMXML.
  static let pmxml = XMLSchema(
    name: "pmxml-written.xsd", text: PackageResources.pmxml_written_xsd)
}
