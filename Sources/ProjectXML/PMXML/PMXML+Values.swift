internal import Planning
internal import Scheduling

/// How PMXML writes dates, hours and words.
extension PMXML {
  /// An instant as `YYYY-MM-DDTHH:MM:SS`, local time.
  static func date(_ instant: Instant) -> String { "\(instant):00" }

  /// A minute of the day as `HH:MM:SS`. P6 ends work in the last minute that works: 11:59 for noon.
  static func timeOfDay(_ minute: Int) -> String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(padded(minute / 60)):\(padded(minute % 60)):00"
  }

  /// Minutes as hours, with up to six decimals, rounded half away from zero.
  static func hours(_ minutes: Int64) -> String { decimal(minutes, over: 60) }

  /// A fraction with up to six decimals, rounded half away from zero.
  static func decimal(_ numerator: Int64, over denominator: Int64) -> String {
    let scale: Int64 = 1_000_000
    let magnitude = numerator.magnitude
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: UInt64(denominator))
    var decimals =
      (rest * UInt64(scale) * 2 + UInt64(denominator)) / (2 * UInt64(denominator))
    let units = whole + decimals / UInt64(scale)
    decimals %= UInt64(scale)
    let sign = numerator < 0 ? "-" : ""
    guard decimals > 0 else { return "\(units == 0 ? "" : sign)\(units)" }
    var digits = String(decimals + UInt64(scale)).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "\(sign)\(units).\(digits)"
  }

  /// P6's name of a link type.
  static func name(_ type: LinkType) -> String {
    switch type {
    case .finishToStart: "Finish to Start"
    case .finishToFinish: "Finish to Finish"
    case .startToStart: "Start to Start"
    case .startToFinish: "Start to Finish"
    }
  }

  /// P6's name of a constraint.
  static func name(_ kind: TaskConstraint.Kind) -> String {
    switch kind {
    case .startNoEarlierThan: "Start On or After"
    case .startNoLaterThan: "Start On or Before"
    case .finishNoEarlierThan: "Finish On or After"
    case .finishNoLaterThan: "Finish On or Before"
    case .mustStartOn: "Start On"
    case .mustFinishOn: "Finish On"
    case .mandatoryStart, .manualStart: "Mandatory Start"
    case .mandatoryFinish: "Mandatory Finish"
    case .asLateAsPossible: "As Late As Possible"
    }
  }
}
