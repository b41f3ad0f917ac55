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
    if try ReadingBenchmarks.wroteFile(CommandLine.arguments) { return }
    let filter = CommandLine.arguments.dropFirst().first ?? ""
    var isGood = true
    for (name, make) in ReadingBenchmarks.all + SchedulingBenchmarks.all
    where filter.isEmpty || name.contains(filter) {
      isGood = try make().run(as: name) && isGood
    }
    if !isGood { exit(1) }
  }
}
