import Planning

/// Numbers as people read them.
enum Figures {
  /// A whole number with a comma between groups of three digits: `1,371`.
  static func grouped(_ value: some BinaryInteger) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// `part / whole` with at most one decimal, which is left out when the division has no rest:
  /// `123`, `2.5`, `-0.5`. What would round to zero is written `<0.1`.
  static func ratio(_ part: some BinaryInteger, _ whole: Int) -> String {
    let part = Int64(part)
    let whole = Int64(max(whole, 1))
    let sign = part < 0 ? "-" : ""
    let magnitude = abs(part)
    if magnitude.isMultiple(of: whole) { return grouped(part / whole) }
    let tenths = (magnitude * 10 + whole / 2) / whole
    if tenths == 0 { return "\(sign)<0.1" }
    return "\(sign)\(grouped(tenths / 10)).\(tenths % 10)"
  }

  /// A decimal number with so many places, written without superfluous zeros: `2.5829`.
  static func decimal(_ value: Int64, places: Int) -> String {
    var whole = value.magnitude
    var decimals = ""
    for _ in 0..<places {
      let digit = whole % 10
      whole /= 10
      if digit != 0 || !decimals.isEmpty { decimals = "\(digit)" + decimals }
    }
    return (value < 0 ? "-" : "") + "\(whole)" + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// An effort, a duration or a size in thousandths as people read it: `2,732`, `46.5`, `0.44`.
  static func estimated(_ thousandths: Int64) -> String {
    if thousandths >= 100_000 { return grouped((thousandths + 500) / 1000) }
    if thousandths >= 10_000 { return decimal((thousandths + 50) / 100, places: 1) }
    return decimal((thousandths + 5) / 10, places: 2)
  }

  /// Months in thousandths with one decimal place: `16.0`.
  static func months(_ thousandths: Int64) -> String {
    let tenths = (thousandths + 50) / 100
    return "\(grouped(tenths / 10)).\(tenths % 10)"
  }

  /// The number with `+` before it when it is above zero.
  static func signed(_ text: String) -> String {
    text.first == "-" || text == "0" ? text : "+" + text
  }

  /// Working days of a plan.
  static func days(_ minutes: some BinaryInteger, _ units: WorkUnits) -> String {
    ratio(minutes, units.minutesPerDay)
  }

  /// The length of a task for a column: working days, or elapsed days with their unit (`10ed`).
  static func days(of task: PlanTask, minutes: Int32, _ units: WorkUnits) -> String {
    task.duration?.isOnTheClock ?? false
      ? ratio(minutes, 1440) + "ed" : days(minutes, units)
  }
}

extension PlanDuration {
  /// Whether it is counted on the clock, nights and holidays included.
  var isOnTheClock: Bool { unit.isElapsed || unit == .calendarMonths }
}
