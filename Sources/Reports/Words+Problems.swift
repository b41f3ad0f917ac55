/// Words about problems, and about files that were written.
extension Words {
  var sound: String { pick("Sound", "問題なし") }

  /// What a plan holds; each part is left out when there is none of it.
  func contents(
    tasks: Int, modules: Int, couplings: Int, owners: Int, levers: Int, scenarios: Int
  ) -> String {
    let parts = [
      (tasks, "task", "タスク"), (modules, "module", "モジュール"), (couplings, "coupling", "連係"),
      (owners, "owner", "担当主体"), (levers, "lever", "前倒し策"), (scenarios, "scenario", "シナリオ"),
    ]
    return parts.filter { $0.0 > 0 || $0.1 == "task" }.map { count, english, japanese in
      let number = Figures.grouped(count)
      return pick("\(number) \(english)\(count == 1 ? "" : "s")", "\(japanese)\(number)")
    }.joined(separator: pick(", ", "、"))
  }

  /// The last line below a list of problems.
  func problems(errors: Int, warnings: Int) -> String {
    func counted(_ count: Int, _ english: String, _ japanese: String) -> String? {
      guard count > 0 else { return nil }
      let number = Figures.grouped(count)
      return pick("\(number) \(english)\(count == 1 ? "" : "s")", "\(japanese)\(number)件")
    }
    let counts = [counted(errors, "error", "エラー"), counted(warnings, "warning", "警告")]
      .compactMap { $0 }.joined(separator: pick(", ", "、"))
    let consequence = errors > 0 ? pick("; nothing was written.", "。何も書き出していません。") : pick(".", "。")
    return counts + consequence
  }

  /// `wrote plan.xml: 142 tasks, 180 links, 4 calendars`.
  package func wrote(file: String, tasks: Int, links: Int, calendars: Int) -> String {
    let counts = [(tasks, "task"), (links, "link"), (calendars, "calendar")]
      .map { "\(Figures.grouped($0)) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
    let (tasks, links) = (Figures.grouped(tasks), Figures.grouped(links))
    return pick(
      "wrote \(file): \(counts)",
      "\(file) を書き出しました：タスク\(tasks)、リンク\(links)、カレンダー\(calendars)")
  }

  /// `wrote plan.yaml`.
  package func wrote(file: String) -> String { pick("wrote \(file)", "\(file) を書き出しました") }

  /// `read plan.xml: 142 tasks, 180 links, 4 calendars`.
  package func read(file: String, tasks: Int, links: Int, calendars: Int) -> String {
    let counts = [(tasks, "task"), (links, "link"), (calendars, "calendar")]
      .map { "\(Figures.grouped($0)) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
    let (tasks, links) = (Figures.grouped(tasks), Figures.grouped(links))
    return pick(
      "read \(file): \(counts)",
      "\(file) を読み込みました：タスク\(tasks)、リンク\(links)、カレンダー\(calendars)")
  }

  /// `not read: 12 kinds of elements (1,234), among them Project/Tasks/Task/CreateDate`.
  package func unread(kinds: Int, elements: Int, examples: [String]) -> String {
    let list = examples.joined(separator: ", ")
    let count = Figures.grouped(elements)
    return pick(
      "not read: \(kinds) kinds of elements (\(count)), among them \(list)",
      "読まなかった要素：\(kinds)種（\(count)件）。\(list) など")
  }

  package func maybeCheck(command: String) -> String {
    maybe(pick("`\(command)`: is the plan sound?", "`\(command)`：計画を確かめます。"))
  }

  /// The first line of a plan that was made from another file.
  package func importedFrom(file: String) -> String {
    pick("Imported from \(file).", "\(file) から取り込み。")
  }

  package var alreadyAPlan: (message: String, advice: String) {
    (
      pick("this is a plan already", "これはすでに bunri の計画です"),
      maybe(
        pick(
          "the XML file that Microsoft Project saved.",
          "Microsoft Project が保存した XML ファイルを指定してください。"))
    )
  }

  package var alreadyExists: (message: String, advice: String) {
    (
      pick("the file exists already", "ファイルがすでにあります"),
      maybe(pick("`--force` to replace it.", "`--force` で置き換えます。"))
    )
  }

  package func cannotWrite(reason: String) -> String {
    pick("cannot be written: \(reason)", "書き込めません：\(reason)")
  }
}
