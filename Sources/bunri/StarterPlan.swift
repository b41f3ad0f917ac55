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
      target: 2029-01-31       # \(say("the cutover must be finished by the end of this day", "切替はこの日の終わりまで"))
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
        windows: [2026-12-29/2027-01-03, 2027-05-01/2027-05-05, 2027-12-29/2028-01-03, 2028-05-03/2028-05-07, 2028-12-29/2029-01-03, 2029-05-03/2029-05-06, 2029-12-29/2030-01-03]

    owners:
      - {id: retail, name: {ja: 小売, en: Retail}}
      - {id: network, name: {ja: 送配電, en: Network}}

    """
  }

  private var system: String {
    """

    modules:                   # \(say("the shared system today; the work follows from it", "いまの共用システム。作業はここから導かれる"))
      - id: sales
        name: {ja: 営業システム, en: Sales system}
        heldBy: [retail, network]
        owner: retail          # \(say("pinned; without `owner` the cheapest holder is found", "保有者の指定。なければ最も安い保有者を計算"))
        size: {screens: 120, batches: 80}
      - id: metering
        name: {ja: 検針システム, en: Metering system}
        heldBy: [retail, network]
        owner: network
        language: cobol
        size: {kloc: 90}
        data: {rows: 60000000}
        strategy: rebuild
        drivers: [D1, D2]      # \(say("D1 bloat, D2 old language, D3 coupling, D4 data", "D1 肥大化、D2 古い言語、D3 密結合、D4 大量データ"))
      - id: enquiry
        name: {ja: 照会画面, en: Enquiry}
        heldBy: [retail, network]
        size: {screens: 30}
    couplings:                 # \(say("`from` uses `to`", "from が to を使う"))
      - {from: sales, to: metering, kind: table, information: [usage]}
      - {from: metering, to: sales, kind: file}
      - {from: enquiry, to: metering, kind: api}
      - {from: enquiry, to: sales, kind: api}

    generation:
      after: [kick-off]        # \(say("what the generated work waits for", "生成される作業はこの後に始まる"))
      window: cutover-window   # \(say("when modules may be cut over", "切替のできる期間"))

    """
  }

  private var work: String {
    """

    tasks:                     # \(say("work written by hand joins the generated work by id", "手書きの作業。生成される作業と id でつながる"))
      - {id: kick-off, name: {ja: 開始準備, en: Kick-off}, duration: 20d}
      - id: council
        name: {ja: 分割方針の決定, en: Decision on the split}
        duration: 10d
        after: [metering.analysis, "kick-off FS+10d"]   # \(say("10 days after the kick-off at the earliest", "早くとも開始準備の10日後"))
      - {id: metering.requirements, after: [council]}   # \(say("completes a generated task (`bunri generate PLAN --list`)", "生成されるタスクに先行を足す（bunri generate PLAN --list で一覧）"))
      - id: closing            # \(say("a summary task holds tasks", "サマリータスクはタスクを束ねる"))
        name: {ja: 締めくくり, en: Closing}
        tasks:
          - {id: go-live, name: {ja: 運用開始, en: Start of operation}, milestone: true, after: [separation.operation]}
          - {id: report, name: {ja: 完了報告, en: Closing report}, duration: 15d, after: [separation.complete]}

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
      - id: templates
        name: {ja: 連係契約のひな型, en: Templates for the contracts}
        cost: 20000000
        changes:
          - {where: {id: separation.contracts}, duration: -50%}
    scenarios:
      - {id: fast, name: {ja: 短縮案, en: Fast}, target: 2028-05-31, apply: [hire, templates]}

    """
  }
}
