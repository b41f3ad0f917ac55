#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One measurement: the answer is asserted first, then the work is timed.
///
/// What is measured is processor time: other programs that run at the same time take none of it.
struct Benchmark {
  /// The run that the limit is for.
  enum Judged {
    /// The least disturbed one.
    case fastest
    /// The slowest one. All runs are made in five rounds, and of each the least disturbed counts.
    case slowest
  }

  /// The processor time to stay under, in milliseconds; nil: only reported.
  let limit: Double?
  var judged = Judged.fastest
  let repetitions: Int
  /// Checks the answer; returns what is wrong with it, or nil.
  let check: () throws -> String?
  /// What comes before each round and is not timed.
  var prepare: () throws -> Void = {}
  /// What is timed; the number of the run comes with it.
  let body: (Int) throws -> Void

  /// Runs the benchmark: minimum and median of the repetitions, and the slowest where that counts.
  ///
  /// - Returns: its line, and whether the answer was right and the minimum under the limit.
  func run(as name: String) throws -> (line: String, isGood: Bool) {
    if let problem = try check() { return ("\(name): WRONG ANSWER: \(problem)", false) }
    let times = try times()
    let worst = times[times.count - 1]
    let average = times.reduce(0, +) / Double(times.count)
    let time = judged == .slowest ? worst : times[0]
    let isFast = limit.map { time < $0 } ?? true
    let verdict = limit.map {
      "\(isFast ? "under" : "OVER") \(Text.decimals($0)) ms (\(Text.decimals(time / $0)) of it)"
    }
    let line =
      "\(Text.padded(name, 46)) min \(Text.padded(Text.decimals(times[0]), -8)) ms   median "
      + "\(Text.padded(Text.decimals(times[times.count / 2]), -8)) ms   "
      + (judged == .slowest
        ? "average \(Text.decimals(average)) ms   worst \(Text.decimals(worst)) ms   " : "")
      + (verdict ?? "")
    return (line, isFast)
  }

  /// The processor times of the repetitions in milliseconds, ascending.
  func times() throws -> [Double] {
    var times = [Double](repeating: .infinity, count: repetitions)
    for _ in 0..<(judged == .slowest ? 5 : 1) {
      try prepare()
      for run in 0..<repetitions {
        let before = clock()
        try body(run)
        let time = Double(clock() - before) * 1000 / Double(CLOCKS_PER_SEC)
        times[run] = min(times[run], time)
      }
    }
    return times.sorted()
  }
}

/// Numbers and columns of the benchmarks' lines.
enum Text {
  /// A number with two decimals.
  static func decimals(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }

  /// A text filled up with spaces, on the left for a negative width.
  static func padded(_ text: String, _ width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? spaces + text : text + spaces
  }
}
