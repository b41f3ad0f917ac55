/// One way in which what was written differs from what was read.
package struct SummaryRemark: Sendable {
  let kind: String
  let count: Int
  let examples: [String]
  let text: String

  /// Makes a remark; `text` is a sentence in the reader's language.
  package init(kind: String, count: Int, examples: [String], text: String) {
    self.kind = kind
    self.count = count
    self.examples = examples
    self.text = text
  }

  /// The remark for programs.
  var json: JSONValue {
    [
      "kind": .string(kind), "count": .integer(Int64(count)),
      "examples": .array(examples.map(JSONValue.string)), "message": .string(text),
    ]
  }
}
