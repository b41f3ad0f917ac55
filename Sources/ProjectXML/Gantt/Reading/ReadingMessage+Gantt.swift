/// What is wrong with Gantt XML.
extension ReadingMessage {
  static func notGantt(root: String, namespace: String?) -> ReadingMessage {
    let space = namespace.map { " (\(shown($0)))" } ?? ""
    return ReadingMessage(
      "not-gantt",
      en: "the root element is <\(shown(root))>\(space), not <gantt> of \(GanttXML.namespace)",
      ja: "最上位の要素が <\(shown(root))>\(space) です。\(GanttXML.namespace) の <gantt> ではありません",
      maybe: (
        "`bunri export PLAN --format gantt` writes such a document.",
        "`bunri export PLAN --format gantt` で書き出せます。"
      ))
  }

  static func incompleteTask(_ id: String?) -> ReadingMessage {
    let name = id.map { " \"\(shown($0))\"" } ?? ""
    return ReadingMessage(
      "incomplete-task", en: "the task\(name) has no id or no dates: left out",
      ja: "タスク\(name) に ID か日付がありません（読み飛ばします）")
  }

  static func duplicateTask(_ id: String) -> ReadingMessage {
    ReadingMessage(
      "duplicate-task", en: "there is more than one task \"\(shown(id))\": left out",
      ja: "タスク「\(shown(id))」が二つ以上あります（読み飛ばします）")
  }
}
