import Planning
import SharedSystem

/// Words about the work that follows from the modules.
extension Words {
  /// Why there is nothing to separate, with advice.
  package func nothingToSeparate(
    modules: Int, owners: Int
  ) -> (message: String, advice: String) {
    if modules == 0 {
      return (
        pick("the plan has no modules: there is nothing to separate", "計画にモジュールがありません"),
        maybe(
          pick(
            "`bunri import FILE -o FOLDER`: an inventory made elsewhere.",
            "`bunri import FILE -o FOLDER`：手持ちの一覧を取り込む"))
      )
    }
    if owners < 2 {
      return (
        pick(
          "a separation needs two owners who can hold modules, the plan has \(owners)",
          "分離には保有できる会社が二つ要りますが、計画には \(owners) つです"),
        maybe(
          pick(
            "`owners: [{id: retail}, {id: network}]`.", "`owners: [{id: retail}, {id: network}]`"))
      )
    }
    return (
      pick("the plan says that no work is generated", "計画で作業の生成が止められています"),
      maybe(
        pick(
          "`generation: {enabled: false}` can go.", "`generation: {enabled: false}` を消す"))
    )
  }
}
