import Planning
import SharedSystem

/// The owners of a plan by all the words people use for them.
struct OwnerDirectory {
  /// What a word in a column of owners means.
  enum Meaning: Hashable { case owner(String), both, unknown }

  /// The owners that are not in the plan yet, in the order they came up.
  private(set) var new: [(id: String, name: String)] = []
  /// Whether owners may be added: for a plan that is being made.
  let mayGrow: Bool
  private var idOf: [String: String] = [:]
  private var ids: Set<String> = []

  /// What the business calls the two parties.
  private static let synonyms: [(id: String, words: [String])] = [
    (
      "retail",
      ["retail", "小売", "小売会社", "小売側", "小売電気事業者", "小売部門", "リテール", "販売", "販売会社", "販売カンパニー"]
    ),
    (
      "network",
      [
        "network", "送配電", "送配電会社", "送配電側", "一般送配電", "一般送配電事業者", "ネットワーク", "ネットワーク会社", "nw", "託送",
        "network側",
        "送配電部門", "grid",
      ]
    ),
    ("generation", ["generation", "発電", "発電会社", "発電カンパニー"]),
    ("parent", ["parent", "親会社", "本社", "持株会社"]),
    ("subsidiary", ["subsidiary", "子会社"]),
  ]

  /// Makes a directory of a plan's owners, or of those given for a plan to be.
  init(plan: Plan?, given: [(id: String, name: String)]) {
    mayGrow = plan == nil
    for owner in plan?.owners ?? [] {
      var names = [owner.name.plain].compactMap(\.self)
      names += owner.name.byLanguage.values.sorted()
      add(owner.id, names: names)
    }
    for owner in given where !ids.contains(owner.id) && mayGrow {
      add(owner.id, names: owner.name.isEmpty ? [] : [owner.name])
      new.append(owner)
    }
  }

  private mutating func add(_ id: String, names: [String]) {
    ids.insert(id)
    for word in [id] + names where idOf[Folding.key(word)] == nil {
      idOf[Folding.key(word)] = id
    }
    for (known, words) in OwnerDirectory.synonyms where known == id {
      for word in words where idOf[word] == nil { idOf[word] = id }
    }
  }

  /// What a word means, among the owners that are known.
  func meaning(of word: String) -> Meaning {
    let key = Folding.key(word)
    if let id = idOf[key] { return .owner(id) }
    return ValueWords.isBoth(key) ? .both : .unknown
  }

  /// What a word means; a new owner when it is unknown and owners may be added.
  mutating func meaningOrNew(of word: String) -> Meaning {
    let known = meaning(of: word)
    guard known == .unknown, mayGrow else { return known }
    let key = Folding.key(word)
    let id: String
    if let synonym = OwnerDirectory.synonyms.first(where: { $0.words.contains(key) }) {
      id = synonym.id
    } else {
      id = StableID.fromName(word, prefix: "owner")
    }
    if !ids.contains(id) { new.append((id, Folding.prose(word))) }
    add(id, names: [word])
    return .owner(id)
  }

  /// Whether a word is a company's, known or one of those that are called so everywhere.
  func isCompany(_ word: String) -> Bool {
    if meaning(of: word) != .unknown { return true }
    let key = Folding.key(word)
    return mayGrow && OwnerDirectory.synonyms.contains { $0.words.contains(key) }
  }

  /// Whether the directory knows any owner.
  var isEmpty: Bool { ids.isEmpty }
  /// Whether an id is an owner's.
  func contains(_ id: String) -> Bool { ids.contains(id) }
}
