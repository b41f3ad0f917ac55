import Reports

/// The plan that `bunri init` writes: small, valid, every part of the format once.
struct StarterPlan {
  private let words: Words

  init(_ words: Words) { self.words = words }

  private func say(_ english: String, _ japanese: String) -> String {
    words.pick(english, japanese)
  }

  /// The file. Both languages have the same plan; only the comments differ.
  var text: String { head + calendars + system + work + accelerations }

  private var head: String {
    """
    # \(say("A plan for bunri. Change the figures to your own; everything here is invented.",
      "bunri の計画ファイル。数値はすべて作例です。実際の値に書き換えてください。"))
    bunri: 1

    project:
      name: {ja: 共用システムの分離, en: Separation of the shared system}
      start: 2026-04-01        # \(say("the first day of work", "着手日"))
      target: 2028-01-31       # \(say("the cutover must be finished by the end of this day", "切替はこの日の終わりまで"))
      cutover: go-live         # \(say("the task that is the cutover", "切替にあたるタスク"))
      calendar: standard
      illustrative: {ja: 期間と費用は作例, en: Durations and costs are invented}

    """
  }

  private var calendars: String {
    """

    calendars:
      - id: standard
        workingDays: [mon, tue, wed, thu, fri]
        hours: ["09:00-12:00", "13:00-18:00"]
        holidays: [japan]      # \(say("public holidays by rule", "祝日は規則から計算"))
        closed: ["12-29/01-03"]
      - id: cutover-window     # \(say("work happens only inside the windows", "この期間だけ作業できる"))
        workingDays: [mon, tue, wed, thu, fri, sat, sun]
        hours: ["00:00-24:00"]
        windows: [2026-12-29/2027-01-03, 2027-05-01/2027-05-05, 2027-12-29/2028-01-03, 2028-05-03/2028-05-07]

    owners:
      - {id: retail, name: {ja: 小売, en: Retail}}
      - {id: network, name: {ja: 送配電, en: Network}}

    """
  }

  private var system: String {
    """

    modules:                   # \(say("the shared system today", "いまの共用システム"))
      - id: sales
        name: {ja: 営業システム, en: Sales system}
        heldBy: [retail, network]
        owner: retail          # \(say("pinned to this owner", "この主体が保有する"))
        strategy: keep
      - id: metering
        name: {ja: 検針システム, en: Metering system}
        heldBy: [retail, network]
        owner: network
        strategy: rebuild
    couplings:                 # \(say("`from` uses `to`", "from が to を使う"))
      - {from: sales, to: metering, kind: table}

    """
  }

  private var work: String {
    """

    tasks:
      - {id: analysis, name: {ja: 現行調査, en: Current analysis}, duration: 60d, owner: network, drivers: [D1]}
      - id: contract
        name: {ja: 連係契約, en: Interface contract}
        duration: 30d
        owner: retail
        module: sales
        after: [analysis SS+20d]   # \(say("20 days after the analysis started", "調査の開始から20日後"))
      - id: build
        name: {ja: 構築, en: Build}
        tasks:                     # \(say("a summary task holds tasks", "サマリータスクはタスクを束ねる"))
          - id: design
            name: {ja: 設計, en: Design}
            duration: 80d
            owner: network
            after: [analysis, contract]
          - id: metering-build
            name: {ja: 検針システムの再構築, en: "Build, metering"}
            duration: 200d
            owner: network
            module: metering
            drivers: [D2]
            after: [design FS-10d]   # \(say("may begin 10 days before the design ends", "設計の終了10日前から着手できる"))
      - {id: migration, name: {ja: データ移行の準備, en: Data migration}, duration: 50d, owner: network, drivers: [D4], after: [design]}
      - {id: test, name: {ja: 総合試験, en: System test}, duration: 60d, owner: retail, after: [build, migration]}
      - {id: rehearsal, name: {ja: 移行リハーサル, en: Rehearsal}, duration: 5d, owner: network, after: [test]}
      - {id: go-live, name: {ja: 切替, en: Cutover}, duration: 96h, owner: network, calendar: cutover-window, after: [rehearsal]}
      - {id: watch, name: {ja: 安定化, en: Stabilisation}, duration: 30ed, owner: network, after: [go-live]}

    """
  }

  private var accelerations: String {
    """

    levers:                    # \(say("what `bunri what-if PLAN --apply ID` can apply", "bunri what-if PLAN --apply ID で適用できる策"))
      - id: hire
        name: {ja: 技術者の増員, en: Hire engineers}
        cost: 120000000
        changes:
          - {where: {driver: D2}, duration: -30%}
      - id: overlap
        name: {ja: 試験の前倒し, en: Test while building}
        cost: 20000000
        changes:
          - {task: migration, duration: -10d}
          - {link: {from: build, to: test}, type: SS, lag: 120d}
    scenarios:
      - {id: fast, name: {ja: 短縮案, en: Fast}, target: 2027-05-31, apply: [hire, overlap]}

    """
  }
}
