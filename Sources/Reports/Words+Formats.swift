/// Words about documents that are written for other programs.
extension Words {
  /// A document that breaks the schema of its own format.
  package func notValid(
    schema: String, line: Int, reason: String
  ) -> (message: String, advice: String) {
    (
      pick(
        "the document would not be valid by \(schema) (line \(line)): \(reason)",
        "書き出す内容が \(schema) に合いません（\(line) 行目）: \(reason)"),
      maybe(
        pick(
          "it is a mistake of bunri: please report it; --no-validate writes the file all the same.",
          "bunri の誤りです。ご報告ください。--no-validate を付ければそのまま書き出します。"))
    )
  }
}
