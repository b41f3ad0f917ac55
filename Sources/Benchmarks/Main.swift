import Scheduling

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs all benchmarks, or those whose name contains the first argument; exits with 1 when an
/// answer is wrong or a limit is missed.
@main
enum Main {
  static func main() throws {
    let filter = CommandLine.arguments.dropFirst().first ?? ""
    var isGood = true
    for make in SchedulingBenchmarks.all {
      let benchmark = make()
      guard filter.isEmpty || benchmark.name.contains(filter) else { continue }
      isGood = try benchmark.run() && isGood
    }
    if !isGood { exit(1) }
  }
}
