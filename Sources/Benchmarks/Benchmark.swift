/// One measurement: the answer is asserted first, then the work is timed.
struct Benchmark {
  /// The time to stay under in the least disturbed run, in milliseconds; nil: only reported.
  let limit: Double?
  let repetitions: Int
  /// Checks the answer; returns what is wrong with it, or nil.
  let check: () throws -> String?
  /// What is timed.
  let body: () throws -> Void

  /// Runs the benchmark and prints its line: minimum and median of the repetitions.
  ///
  /// - Returns: whether the answer was right and the minimum under the limit.
  func run(as name: String) throws -> Bool {
    if let problem = try check() {
      print("\(name): WRONG ANSWER: \(problem)")
      return false
    }
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<repetitions {
      let elapsed = try clock.measure(body)
      times.append(
        Double(elapsed.components.attoseconds) / 1e15
          + Double(elapsed.components.seconds) * 1000)
    }
    times.sort()
    let median = times[times.count / 2]
    let isFast = limit.map { times[0] < $0 } ?? true
    let verdict = limit.map { isFast ? "under \(text($0)) ms" : "OVER \(text($0)) ms" } ?? ""
    print(
      "\(padded(name, 58)) min \(padded(text(times[0]), -9)) ms   median "
        + "\(padded(text(median), -9)) ms   \(verdict)")
    return isFast
  }

  private func text(_ milliseconds: Double) -> String {
    let hundredths = Int((milliseconds * 100).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? spaces + text : text + spaces
  }
}
