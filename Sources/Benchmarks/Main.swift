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
    for (name, make) in SchedulingBenchmarks.all + RescheduleBenchmark.all
    where filter.isEmpty || name.contains(filter) {
      let (line, isRight) = try make().run(as: name)
      print(line)
      isGood = isGood && isRight
    }
    if !isGood { exit(1) }
  }
}
