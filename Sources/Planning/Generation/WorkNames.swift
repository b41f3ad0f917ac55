public import SharedSystem

/// What generated tasks are called, in both languages.
struct WorkNames {
  /// The names of the owners, by id.
  let owners: [String: LocalizedText]

  /// A name made of a text for each language.
  private func both(
    _ make: (LocalizedText.Language) -> String
  ) -> LocalizedText {
    LocalizedText(byLanguage: ["ja": make(.ja), "en": make(.en)])
  }

  private func name(ofOwner id: String?, _ language: LocalizedText.Language) -> String {
    guard let id else { return "" }
    return owners[id]?.text(in: language) ?? id
  }

  /// A task of a module, of one owner or of nobody in particular.
  func task(
    _ kind: GeneratedWork.Kind, _ module: LocalizedText, owner: String? = nil
  ) -> LocalizedText {
    both { language in
      let owner = name(ofOwner: owner, language)
      let what = WorkNames.words(kind).text(in: language)
      let subject = module.text(in: language)
      switch language {
      case .en: return "\(what): \(subject)" + (owner.isEmpty ? "" : " (\(owner))")
      case .ja: return "\(what)：\(subject)" + (owner.isEmpty ? "" : "（\(owner)）")
      }
    }
  }

  /// A task of a coupling: a contract, one end of an interface, a bridge.
  func task(
    _ kind: GeneratedWork.Kind, from: LocalizedText, to: LocalizedText, _ coupling: Coupling,
    owner: String? = nil
  ) -> LocalizedText {
    both { language in
      let owner = name(ofOwner: owner, language)
      let what = WorkNames.words(kind).text(in: language)
      let ends = "\(from.text(in: language)) → \(to.text(in: language))"
      let medium = WorkNames.medium(coupling.kind).text(in: language)
      switch language {
      case .en:
        return "\(what): \(ends) (\(medium)\(owner.isEmpty ? "" : ", \(owner)"))"
      case .ja:
        return "\(what)：\(ends)（\(medium)\(owner.isEmpty ? "" : "、\(owner)")）"
      }
    }
  }

  /// A task of a wave; `wave` is nil when there is only one.
  func task(
    _ kind: GeneratedWork.Kind, wave: String?, owner: String? = nil, number: Int? = nil
  ) -> LocalizedText {
    both { language in
      let owner = name(ofOwner: owner, language)
      let what = WorkNames.words(kind).text(in: language)
      let count = number.map { language == .en ? " \($0)" : "\($0)" } ?? ""
      switch language {
      case .en:
        return what + count + (owner.isEmpty ? "" : " (\(owner))")
          + (wave.map { ": wave \($0)" } ?? "")
      case .ja:
        return what + count + (owner.isEmpty ? "" : "（\(owner)）")
          + (wave.map { "：第\($0)群" } ?? "")
      }
    }
  }

  /// The name of a kind of task.
  static func words(_ kind: GeneratedWork.Kind) -> LocalizedText {
    let (ja, en) = text(kind)
    return LocalizedText(byLanguage: ["ja": ja, "en": en])
  }

  /// What a coupling is made of.
  static func medium(_ kind: Coupling.Kind) -> LocalizedText {
    let (ja, en) =
      switch kind {
      case .table: ("共有表", "table")
      case .file: ("ファイル", "file")
      case .batch: ("バッチ", "batch")
      case .api: ("API", "API")
      case .screen: ("画面", "screen")
      case .code: ("共通プログラム", "code")
      }
    return LocalizedText(byLanguage: ["ja": ja, "en": en])
  }

  private static func text(_ kind: GeneratedWork.Kind) -> (ja: String, en: String) {
    switch kind {
    case .module: ("モジュール", "Module")
    case .contracts: ("連係契約", "Interface contracts")
    case .wave: ("試験・移行・切替", "Test, migration and cutover")
    case .separation: ("分離作業", "Separation work")
    case .analysis: ("現行調査", "Current analysis")
    case .requirements: ("要件・分割方針", "Requirements, split policy")
    case .contract: ("連係契約", "Interface contract")
    case .design: ("設計", "Design")
    case .fitGap: ("適合性分析", "Fit and gap")
    case .accessDesign: ("閲覧制御の設計", "Access design")
    case .archive: ("保管と供給停止", "Archive and stop feeds")
    case .build: ("構築", "Build")
    case .interface: ("連係の構築", "Interface build")
    case .unitTest: ("単体試験", "Unit test")
    case .dataRules: ("データ分割規則", "Data split rules")
    case .migration: ("データ整備・移行ツール", "Cleansing and migration tool")
    case .bridge: ("暫定連係の構築", "Temporary bridge")
    case .bridgeRemoval: ("暫定連係の撤去", "Removal of the bridge")
    case .integration: ("社内結合試験", "Integration test")
    case .crossTest: ("会社間結合試験", "Cross-owner integration test")
    case .systemTest: ("総合試験（性能・セキュリティ）", "System, performance and security test")
    case .rehearsal: ("移行リハーサル", "Migration rehearsal")
    case .parallelRun: ("並行稼働・現新比較", "Parallel run, old-new comparison")
    case .training: ("教育・運用引継ぎ", "Training and hand-over")
    case .access: ("閲覧権限の切替", "Access-control cutover")
    case .goNoGo: ("移行判定（第三者の証跡）", "Go/no-go with third-party evidence")
    case .cutover: ("切替", "Cutover")
    case .stabilisation: ("安定化", "Stabilisation")
    case .decommission: ("旧経路の廃止", "Decommissioning of the old path")
    case .verification: ("到達不能の検証", "Verification of unreachability")
    case .operation: ("運用開始（全群の切替完了）", "Start of operation (all waves cut over)")
    case .separated: ("分離完了（検証済み）", "Separation complete and verified")
    }
  }
}

extension GeneratedWork {
  /// What a kind of generated work is called.
  public static func name(of kind: Kind) -> LocalizedText { WorkNames.words(kind) }
}

extension Owner {
  /// What the names of generated tasks call it: `short`, else its name where that is not longer than
  /// a word or two.
  var shortName: LocalizedText {
    if let short { return short }
    let longest = LocalizedText.Language.allCases.map { name.text(in: $0).count }.max() ?? 0
    return longest <= 12 ? name : LocalizedText(id)
  }
}
