import SharedSystem

/// What the types of ArchiMate mean for modules and couplings.
enum ArchiMateTypes {
  /// Types of elements that are no parts of an information system.
  private static let leftOut: Set<String> = [
    "BusinessActor", "BusinessRole", "BusinessCollaboration", "BusinessInterface",
    "BusinessProcess",
    "BusinessFunction", "BusinessInteraction", "BusinessEvent", "BusinessService", "BusinessObject",
    "Contract",
    "Representation", "Product", "Stakeholder", "Driver", "Assessment", "Goal", "Outcome",
    "Principle",
    "Requirement", "Constraint", "Meaning", "Value", "Resource", "Capability", "CourseOfAction",
    "ValueStream",
    "WorkPackage", "Deliverable", "ImplementationEvent", "Plateau", "Gap", "Location", "Grouping",
    "Facility",
    "AndJunction", "OrJunction", "Junction",
  ]

  static func isLeftOut(_ type: String) -> Bool { leftOut.contains(type) }

  /// The type without the word that version 2 puts behind it.
  static func plain(_ type: String) -> String {
    type.hasSuffix("Relationship") ? String(type.dropLast("Relationship".count)) : type
  }

  /// Which way a relationship goes: the served uses the serving, who gets a flow uses its source.
  static func rule(
    of type: String, _ options: InventoryOptions, _ remarks: inout RemarkList
  ) -> RelationRule {
    if let rule = options.relations[Folding.key(type)] { return rule }
    switch type {
    case "Access", "Triggering", "Association": return .use
    case "Serving", "UsedBy", "Flow", "Assignment", "Realization", "Realisation": return .reverse
    case "Composition", "Aggregation": return .group
    case "Specialization", "Specialisation", "Influence": return .skip
    default:
      remarks.add(
        "unknown-relation", subject: type,
        en: "relationships of type \(type) were taken as written: the source uses the target",
        ja: "\(type) の関係（source が target を使うものとみなします）")
      return .use
    }
  }
}
