import Planning
import SharedSystem

/// The small commented plan that an inventory begins with.
struct NewPlan {
  var name: String
  /// `2027-04-01`.
  var start: String
  var owners: [(id: String, name: String)]
  /// Whether the owners are only an example.
  var ownersAreExamples: Bool
  var modulesTable: String?
  var couplingsTable: String?
  var language: LocalizedText.Language

  private func say(_ english: String, _ japanese: String) -> String {
    language == .ja ? japanese : english
  }

  /// The file.
  var text: String {
    var text = """
      # \(say("Made by `bunri import`. Edit it freely: the next import keeps it.",
        "bunri import が作成。自由に編集できます（次の取り込みでも残ります）。"))
      bunri: 1

      project:
        name: \(NewPlan.quoted(name))
        start: \(start)        # \(say("the first day of work", "着手日"))
        # target: 2029-01-31     # \(say("the cutover must be finished by the end of this day", "切替はこの日の終わりまで"))

      owners:                    # \(say("who will hold a system of its own", "分割後にシステムを保有する主体"))

      """
    if ownersAreExamples {
      text += "  # \(say("Examples: the inventory names no owners.", "作例です（台帳に保有者の列がありません）。"))\n"
    }
    for owner in owners {
      text += "  - {id: \(owner.id), name: \(NewPlan.quoted(owner.name))}\n"
    }
    text += "\n"
    if let modulesTable {
      text += "modulesFrom: \(modulesTable)   # \(say("the shared system today", "いまの共用システム"))\n"
    }
    if let couplingsTable {
      text += "couplingsFrom: \(couplingsTable)   # \(say("`from` uses `to`", "from が to を使う"))\n"
    }
    return text
  }

  /// A text in double quotes, as YAML reads it back.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
