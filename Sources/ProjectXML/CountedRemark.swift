import Planning
public import SharedSystem

/// A way in which what was written can differ from what was read.
public protocol RemarkKind: Hashable, Sendable, Comparable {
  /// The kind as a phrase of each language.
  var phrase: (ja: String, en: String) { get }
}

/// One way in which what was written differs from what was read, with how often it does.
public struct CountedRemark<Kind: RemarkKind>: Hashable, Sendable {
  /// What differs.
  public let kind: Kind
  /// How often.
  public internal(set) var count: Int
  /// Ids of the first few tasks or calendars concerned; empty when it concerns neither.
  public internal(set) var examples: [String]

  /// The remark as a sentence, with its count and examples.
  public func text(in language: LocalizedText.Language) -> String {
    let names = examples.joined(separator: ", ")
    let more = count > examples.count && !examples.isEmpty ? ", …" : ""
    let list = names.isEmpty ? "" : ": \(names)\(more)"
    return switch language {
    case .ja: "\(kind.phrase.ja)（\(count)件）\(list)"
    case .en: "\(kind.phrase.en) (\(count))\(list)"
    }
  }
}

/// Counts one occurrence; the remarks stay in the order of their kinds.
func note<Kind: RemarkKind>(
  _ kind: Kind, _ id: String?, times: Int, in remarks: inout [CountedRemark<Kind>]
) {
  guard times > 0 else { return }
  let index = remarks.firstIndex { $0.kind >= kind } ?? remarks.endIndex
  if index == remarks.endIndex || remarks[index].kind != kind {
    remarks.insert(CountedRemark(kind: kind, count: 0, examples: []), at: index)
  }
  remarks[index].count += times
  if let id, remarks[index].examples.count < 3, !remarks[index].examples.contains(id) {
    remarks[index].examples.append(id)
  }
}
