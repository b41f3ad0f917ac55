/// Messages about files: finding them, their encoding, their syntax.
extension Message {
  static func unreadable(_ failure: FileAccess.Failure, path: String) -> Message {
    let path = shown(path)
    switch failure {
    case .notFound:
      return Message("not-found", en: "there is no file `\(path)`", ja: "ファイル `\(path)` がありません")
    case .isFolder:
      return Message(
        "not-a-file", en: "`\(path)` is a folder, not a file",
        ja: "`\(path)` はフォルダーで、ファイルではありません")
    case .notRegular:
      return Message(
        "not-a-file", en: "`\(path)` is a device or a pipe, not a file",
        ja: "`\(path)` はデバイスかパイプで、ファイルではありません")
    case .unreadable:
      return Message(
        "unreadable", en: "`\(path)` cannot be read", ja: "`\(path)` を読めません",
        maybe: Advice(
          en: "its permissions do not allow it: `ls -l` shows them.",
          ja: "読み取りの許可がない（`ls -l` で確認）"))
    case .tooLarge: return tooLarge(path: path)
    }
  }

  static func tooLarge(path: String) -> Message {
    let limit = ReadingLimits.bytesPerFile >> 20
    return Message(
      "too-large", en: "`\(shown(path))` is larger than \(limit) MiB: too large for a plan",
      ja: "`\(shown(path))` は \(limit) MiB を超えています。計画としては大きすぎます",
      maybe: Advice(
        en: "another file was meant, or the plan can be split with `include`.",
        ja: "別のファイルか、`include` で分けた計画"))
  }

  static func planTooLarge() -> Message {
    Message(
      "too-large",
      en: "the plan's files are together larger than \(ReadingLimits.bytesPerPlan >> 20) MiB",
      ja: "計画のファイルが合わせて \(ReadingLimits.bytesPerPlan >> 20) MiB を超えています")
  }

  static func noPlanInFolder(_ folder: String) -> Message {
    Message(
      "no-plan", en: "the folder `\(shown(folder))` holds no plan.yaml",
      ja: "フォルダー `\(shown(folder))` に plan.yaml がありません",
      maybe: Advice(
        en: "another folder, or the plan's file itself: `\(shown(folder))/NAME.yaml`.",
        ja: "別のフォルダーか、計画のファイルそのもの（`\(shown(folder))/名前.yaml`）"))
  }

  static func emptyFile() -> Message {
    Message(
      "empty", en: "the file says nothing", ja: "ファイルに内容がありません",
      maybe: Advice(
        en: "start from a small plan: `bunri init`.", ja: "`bunri init` で小さな計画から始める"))
  }

  static func notAPlan() -> Message {
    Message(
      "not-a-plan", en: "the file is not a map of sections",
      ja: "ファイルがセクション（キーと値）の形になっていません",
      maybe: Advice(
        en: "`bunri: 1` at its beginning, then `project:` and `tasks:`.",
        ja: "先頭に `bunri: 1`、続けて `project:` と `tasks:`"))
  }

  package static func binary(_ format: BinaryFormat) -> Message {
    let names: (en: String, ja: String) =
      switch format {
      case .pdf: ("a PDF document", "PDF 文書")
      case .zip: ("a ZIP archive or an Excel or Word file", "ZIP か Excel・Word のファイル")
      case .oldOffice: ("an old Excel, Word or Project file", "旧形式の Excel・Word・Project のファイル")
      case .gzip: ("a compressed file", "圧縮ファイル")
      case .image: ("an image", "画像")
      case .executable: ("a program", "実行ファイル")
      }
    return Message(
      "binary", en: "the file is \(names.en), not text",
      ja: "ファイルは\(names.ja)で、テキストではありません",
      maybe: Advice(
        en: "`bunri import` can read what that program exports as XML or CSV.",
        ja: "そのソフトから XML か CSV で書き出し、`bunri import` で読む"))
  }

  static func encoding(_ guess: EncodingGuess) -> Message {
    if let names = guess.names {
      return Message(
        "encoding", en: "the file is \(names.name), not UTF-8",
        ja: "ファイルが \(names.name) です。UTF-8 ではありません",
        maybe: Advice(
          en: "`iconv -f \(names.iconv) -t UTF-8 OLD > NEW`.",
          ja: "`iconv -f \(names.iconv) -t UTF-8 元 > 新` で変換"))
    }
    if guess == .brokenUTF8 {
      return Message(
        "encoding", en: "the file is UTF-8, but broken here", ja: "UTF-8 のファイルですが、ここが壊れています",
        maybe: Advice(
          en: "a character was cut in two: type it again.", ja: "文字が途中で切れている。打ち直す"))
    }
    return Message(
      "encoding", en: "the file is not UTF-8, nor any Japanese encoding",
      ja: "ファイルは UTF-8 でも日本語の文字コードでもありません",
      maybe: Advice(
        en: "another file was meant, or it can be saved again as UTF-8.",
        ja: "別のファイルか、UTF-8 で保存し直す"))
  }

  static func controlCharacter(_ scalar: Unicode.Scalar) -> Message {
    let code = "U+\(hexadecimal(scalar))"
    return Message(
      "control-character", en: "the control character \(code) is not text",
      ja: "制御文字 \(code) はテキストに使えません",
      maybe: Advice(en: "delete it.", ja: "削除する"))
  }

  static func tooManyDirectives() -> Message {
    Message(
      "yaml", en: "more than \(ReadingLimits.directives) lines begin with %",
      ja: "% で始まる行が \(ReadingLimits.directives) を超えています")
  }

  static func severalDocuments() -> Message {
    Message(
      "yaml", en: "a second document begins here: a plan is one document",
      ja: "二つ目の文書がここから始まっています。計画は一つの文書です",
      maybe: Advice(en: "the line `---` can go.", ja: "`---` の行を消す"))
  }

  static func tooDeep() -> Message {
    Message(
      "too-deep",
      en: "lists and maps lie more than \(ReadingLimits.depth) deep inside each other",
      ja: "リストとマップの入れ子が \(ReadingLimits.depth) 段を超えています")
  }

  static func unknownAlias(_ name: String) -> Message {
    Message(
      "yaml", en: "`*\(shown(name))` stands for nothing: there is no `&\(shown(name))` before it",
      ja: "`*\(shown(name))` の指す `&\(shown(name))` が前にありません",
      maybe: Advice("\"*\(shown(name))\""))
  }

  static func aliasBomb() -> Message {
    Message(
      "too-many-values", en: "the aliases (*) stand for too many values",
      ja: "エイリアス（*）の展開が大きすぎます",
      maybe: Advice(en: "write the values themselves.", ja: "値をそのまま書く"))
  }

  static func tooManyValues() -> Message {
    Message(
      "too-many-values", en: "the plan holds more than \(ReadingLimits.valuesPerPlan) values",
      ja: "計画の値が \(ReadingLimits.valuesPerPlan) 個を超えています")
  }

  // MARK: Include

  static func includeOutside(_ name: String) -> Message {
    Message(
      "include-path", en: "`\(shown(name))` does not lie in the plan's folder",
      ja: "`\(shown(name))` は計画のフォルダーの中にありません",
      maybe: Advice(
        en: "copy the file into the folder and write its name only.",
        ja: "ファイルをフォルダーに置き、名前だけを書く"))
  }

  static func includeWithoutFolder(_ name: String) -> Message {
    Message(
      "include-path", en: "`\(shown(name))` cannot be found: the plan was not read from a folder",
      ja: "計画がフォルダーから読まれていないため、`\(shown(name))` を探せません",
      maybe: Advice(
        en: "give the plan's folder instead of standard input.",
        ja: "標準入力ではなく計画のフォルダーを渡す"))
  }

  static func includedTwice(_ name: String) -> Message {
    Message(
      "include-twice", en: "`\(shown(name))` is already part of the plan",
      ja: "`\(shown(name))` はすでに計画に入っています",
      maybe: Advice(en: "this line can go.", ja: "この行を消す"))
  }

  static func includeTooDeep() -> Message {
    Message(
      "include-depth",
      en: "files include each other more than \(ReadingLimits.includeDepth) deep",
      ja: "`include` の連鎖が \(ReadingLimits.includeDepth) 段を超えています")
  }

  static func tooManyFiles() -> Message {
    Message(
      "include-depth", en: "the plan has more than \(ReadingLimits.files) files",
      ja: "計画のファイルが \(ReadingLimits.files) を超えています")
  }

  // MARK: Tables

  static func tableTooLarge() -> Message {
    let limit = ReadingLimits.cellsPerTable
    return Message(
      "too-large", en: "the table has more cells than are read (\(limit))",
      ja: "表のセルが多すぎます（\(limit) を超えています）",
      maybe: Advice(
        en: "empty rows and columns can go, or the table can be split.",
        ja: "空の行と列を消すか、表を分ける"))
  }

  static func longCell(isQuoted: Bool) -> Message {
    let limit = ReadingLimits.bytesPerCell >> 20
    return Message(
      "table", en: "the cell that begins here is longer than \(limit) MiB",
      ja: "ここで始まるセルが \(limit) MiB を超えています",
      maybe: isQuoted
        ? Advice(en: "a `\"` is missing, or one too many.", ja: "`\"` が一つ足りないか、多い")
        : Advice(en: "the file is no table.", ja: "表ではないファイル"))
  }

  static func unclosedQuote() -> Message {
    Message(
      "table", en: "the quote that opens here is never closed", ja: "ここで始まる引用符が閉じていません",
      maybe: Advice(en: "a `\"` is missing, or one too many.", ja: "`\"` が一つ足りないか、多い"))
  }

  static func textAfterQuote() -> Message {
    Message(
      "table", en: "text follows the closing quote of this cell", ja: "引用符を閉じた後に文字があります",
      maybe: Advice(
        en: "a quote inside a cell is written twice: `\"\"`.",
        ja: "セルの中の引用符は `\"\"` と二つ書く"))
  }

  static func tooManyCells(columns: Int) -> Message {
    Message(
      "table", en: "the row has more cells than the \(columns) columns of the first row",
      ja: "行のセルが一行目の \(columns) 列より多くあります",
      maybe: Advice(en: "text with a comma needs quotes.", ja: "コンマを含む文字は引用符で囲む"))
  }

  static func emptyTable() -> Message {
    Message(
      "table", en: "the table has no first row with the names of its columns",
      ja: "表の一行目に列の名前がありません",
      maybe: Advice(en: "id,name,owner …", ja: "id,name,owner …"))
  }
}
