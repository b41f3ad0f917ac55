import Planning
import Scheduling
package import SharedSystem

/// The words of all reports, both languages side by side.
///
/// Figures, names and dates come in as text; what goes round them is decided here and nowhere
/// else.
package struct Words: Sendable {
  let language: LocalizedText.Language

  /// Makes the words of a language.
  package init(_ language: LocalizedText.Language) { self.language = language }

  /// The English or the Japanese wording.
  package func pick(_ english: String, _ japanese: String) -> String {
    language == .ja ? japanese : english
  }

  // MARK: Labels of the verdict

  var cutover: String { pick("Cutover", "切替") }
  var finish: String { pick("Finish", "完了") }
  var target: String { pick("Target", "目標") }
  var path: String { pick("Path", "経路") }
  var data: String { pick("Data", "データ") }
  var cost: String { pick("Cost", "費用") }
  var why: String { pick("Why", "理由") }
  var applied: String { pick("Applied", "適用") }
  var owners: String { pick("Owners", "担当") }
  var noTasks: String { pick("the plan has no tasks", "タスクがありません") }

  // MARK: Titles of columns

  var startColumn: String { pick("start", "開始") }
  var finishColumn: String { pick("finish", "終了") }
  var daysColumn: String { pick("days", "日数") }
  var floatColumn: String { pick("float", "余裕") }
  var marginColumn: String { pick("margin", "対目標") }
  var idColumn: String { pick("id", "ID") }
  var taskColumn: String { pick("task", "タスク") }
  var ownerColumn: String { pick("owner", "担当") }
  var driverColumn: String { pick("driver", "要因") }
  var becauseColumn: String { pick("because", "日付の理由") }

  // MARK: Dates and amounts

  /// A day with its weekday: `Wed 2029-01-03`, `2029-01-03（水）`.
  func weekday(_ day: CivilDate) -> String {
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let japanese = ["月", "火", "水", "木", "金", "土", "日"]
    let index = day.isoWeekday - 1
    return pick("\(english[index]) \(day)", "\(day)（\(japanese[index])）")
  }

  /// The month a council speaks of; English readers have it in the date already.
  func month(_ day: CivilDate) -> String {
    pick("", "\(day.year)年\(day.month)月（\(day.fiscalYear)年度）")
  }

  func target(_ day: CivilDate) -> String { pick("target \(day)", "目標 \(day)") }

  /// The margin with its sign; `calendarDays` when the plan is late.
  func margin(days: String, late calendarDays: String?) -> String {
    let signed = Figures.signed(days)
    let noun = isOne(days) ? "working day" : "working days"
    guard let calendarDays else {
      return pick("margin \(signed) \(noun)", "余裕 \(signed)稼働日")
    }
    let late = clockDays(calendarDays)
    return pick("margin \(signed) \(noun), late by \(late)", "余裕 \(signed)稼働日（\(late)の遅れ）")
  }

  func monthsAfterStart(tenths: Int) -> String {
    let months = "\(tenths / 10).\(abs(tenths % 10))"
    return pick("\(months) months after the start", "開始から\(months)か月")
  }

  func workingDays(_ days: String) -> String {
    pick("\(days) \(isOne(days) ? "working day" : "working days")", "\(days)稼働日")
  }

  func money(_ amount: Int64, currency: String) -> String {
    let isYen = currency == "JPY"
    return Figures.grouped(amount) + (isYen ? pick(" JPY", " 円") : " \(currency)")
  }

  /// A money amount that is added: `+240,000,000 JPY`.
  func extra(_ amount: Int64, currency: String) -> String {
    (amount > 0 ? "+" : "") + money(amount, currency: currency)
  }

  /// A plan's duration or lag without its sign: `10 days`, `10日`.
  func amount(_ duration: PlanDuration) -> String {
    let magnitude = PlanDuration(thousandths: abs(duration.thousandths), duration.unit)
    let number = Figures.ratio(magnitude.thousandths, 1000)
    func elapsed(_ english: String, _ how: String, _ unit: String) -> String {
      pick("\(number) \(english)\(isOne(number) ? "" : "s")", "\(how)\(number)\(unit)")
    }
    func counted(_ english: String, _ japanese: String) -> String {
      elapsed(english, "", japanese)
    }
    return switch duration.unit {
    case .minutes: counted("minute", "分")
    case .hours: counted("hour", "時間")
    case .days: counted("day", "日")
    case .weeks: counted("week", "週")
    case .months: counted("month of work", "か月（稼働）")
    case .elapsedMinutes: elapsed("elapsed minute", "実時間で", "分")
    case .elapsedHours: elapsed("elapsed hour", "実時間で", "時間")
    case .elapsedDays: elapsed("elapsed day", "暦で", "日")
    case .elapsedWeeks: elapsed("elapsed week", "暦で", "週")
    case .calendarMonths: counted("calendar month", "か月")
    }
  }

  /// A time of the clock for waiting: hours below a day, else whole days, rounded up.
  func waiting(minutes: Int32) -> String {
    if minutes < 1440 {
      let hours = Figures.ratio(minutes, 60)
      return pick("\(hours) \(isOne(hours) ? "hour" : "hours")", "\(hours)時間")
    }
    return clockDays(Figures.grouped((Int64(minutes) + 1439) / 1440))
  }

  func clockDays(_ days: String) -> String {
    pick("\(days) \(isOne(days) ? "day" : "days")", "\(days)日")
  }

  /// The days of a window: `2028-12-29/2029-01-03`, both inclusive.
  func window(_ window: WorkCalendar.Window) -> String {
    "\(window.start.dayAsStart)/\(window.end.dayAsFinish)"
  }

  /// Several names in one sentence; after three the rest are counted.
  func list(_ names: [String]) -> String {
    let shown = names.prefix(3)
    let rest = names.count - shown.count
    let joined = shown.joined(separator: pick(", ", "、"))
    return rest == 0
      ? joined : joined + pick(" and \(Figures.grouped(rest)) more", "ほか\(Figures.grouped(rest))件")
  }

  func isOne(_ number: String) -> Bool { number == "1" || number == "-1" || number == "+1" }

  // MARK: Advice

  /// Advice on a line of its own.
  func maybe(_ advice: String) -> String { pick("Maybe \(advice)", "もしかして \(advice)") }
}
