/// The folder a plan lives in: all its files are named relative to it and lie inside it.
struct PlanFolder {
  /// The folder as the user named it; empty for the current one.
  let path: String
  private let resolved: String

  /// Makes the folder at a path.
  init(path: String) {
    self.path = path
    resolved = FileAccess.resolved(path.isEmpty ? "." : path)
  }

  /// The path of a file of the folder as the user would name it.
  func path(of name: String) -> String {
    path.isEmpty ? name : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// Whether a name in a plan means a file inside this folder, by its text and by where its
  /// symbolic links lead.
  func holds(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !name.contains(":"),
      !parts.contains(".."), !parts.contains("")
    else { return false }
    let target = FileAccess.resolved(path(of: name))
    return target.hasPrefix(resolved.hasSuffix("/") ? resolved : resolved + "/")
  }

  /// The name without `./`, so that a file has one name.
  static func normalized(_ name: String) -> String {
    name.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
