import Planning
import Scheduling

/// Why a task has its dates, in words.
extension Words {
  func atProjectStart() -> String { pick("the project starts", "プロジェクト開始") }

  func atStatusDate(_ day: CivilDate?) -> String {
    let date = day.map { " \($0)" } ?? ""
    return pick("status date\(date)", "基準日\(date)")
  }

  func actually() -> String { pick("actual", "実績") }

  /// A link. `name` is the predecessor; `summary` the summary task the link names, if any.
  func after(_ name: String, _ type: LinkType, _ lag: PlanTask.Lag, summary: String?) -> String {
    let name = summary.map { pick("\(name) (in \($0))", "\(name)（\($0)内）") } ?? name
    let code = lag.isZero ? type.code : type.code + lag.signedText
    let event =
      type.fromFinish
      ? pick("\(name) finished", "\(name)の終了") : pick("\(name) started", "\(name)の開始")
    if lag.isZero {
      return switch type {
      case .finishToStart: pick("after \(name)", "\(name)の後")
      case .startToStart: pick("once \(event) (SS)", "\(event)以後（SS）")
      case .finishToFinish, .startToFinish:
        pick("must not finish before \(event) (\(code))", "\(event)より前に終われない（\(code)）")
      }
    }
    let distance = distance(lag)
    let when =
      isLead(lag)
      ? pick("\(distance) before \(event)", "\(event)より\(distance)前")
      : pick("\(distance) after \(event)", "\(event)から\(distance)後")
    return type.toStart
      ? pick("\(when) (\(code))", "\(when)（\(code)）")
      : pick("must finish \(when) (\(code))", "\(when)に終了（\(code)）")
  }

  func waits(_ minutes: Int32, window: WorkCalendar.Window) -> String {
    let time = waiting(minutes: minutes)
    return pick(
      "waits \(time) for the window \(self.window(window))",
      "\(time)待つ：期間 \(self.window(window))")
  }

  func waits(_ minutes: Int32, until day: CivilDate) -> String {
    let time = waiting(minutes: minutes)
    return pick("waits \(time): no work until \(day)", "\(time)待つ：\(day) まで稼働なし")
  }

  func constraint(_ constraint: TaskConstraint) -> String {
    let day =
      constraint.kind.concernsFinish ? constraint.date.dayAsFinish : constraint.date.dayAsStart
    return switch constraint.kind {
    case .startNoEarlierThan:
      pick("constraint: start no earlier than \(day)", "制約：\(day) 以降に開始")
    case .startNoLaterThan:
      pick("constraint: start no later than \(day)", "制約：\(day) までに開始")
    case .finishNoEarlierThan:
      pick("constraint: finish no earlier than \(day)", "制約：\(day) 以降に終了")
    case .finishNoLaterThan:
      pick("constraint: finish no later than \(day)", "制約：\(day) までに終了")
    case .mustStartOn: pick("constraint: must start on \(day)", "制約：\(day) に開始")
    case .mustFinishOn: pick("constraint: must finish on \(day)", "制約：\(day) に終了")
    case .mandatoryStart:
      pick("constraint: mandatory start on \(day)", "制約：\(day) に必ず開始（論理より優先）")
    case .mandatoryFinish:
      pick("constraint: mandatory finish on \(day)", "制約：\(day) に必ず終了（論理より優先）")
    case .manualStart: pick("scheduled by hand on \(day)", "手動で \(day) に設定")
    case .asLateAsPossible: pick("constraint: as late as possible", "制約：できるだけ遅く")
    }
  }

  private func isLead(_ lag: PlanTask.Lag) -> Bool {
    switch lag {
    case .time(let duration): duration.thousandths < 0
    case .percent(let thousandths): thousandths < 0
    }
  }

  private func distance(_ lag: PlanTask.Lag) -> String {
    switch lag {
    case .time(let duration): return amount(duration)
    case .percent(let thousandths):
      let share = Percentage.text(thousandths: abs(thousandths))
      return pick("\(share) of its duration", "期間の\(share)")
    }
  }
}
