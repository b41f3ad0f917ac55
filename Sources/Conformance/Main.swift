import Foundation
import ProjectXML

/// Recalculates schedules of Microsoft Project and compares them with the dates it stored.
///
///     Conformance [--differences] FILE-OR-FOLDER …
///
/// Prints a table by file and field; with `--differences` every value that differs. Exits with 1
/// when a file cannot be read or scheduled.
@main
enum Main {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isDetailed = arguments.contains("--differences")
    arguments.removeAll { $0 == "--differences" }
    let paths = arguments.flatMap(files(at:))
    guard !paths.isEmpty else {
      print("no schedules to compare with: \(arguments.joined(separator: " "))")
      return
    }
    let comparisons = paths.map { path in
      let name = URL(fileURLWithPath: path).lastPathComponent
      return MSPDIReader.read(path: path).file.map { FileComparison(name: name, file: $0) }
        ?? FileComparison(unreadable: name)
    }
    print(ComparisonTable(comparisons).text)
    if isDetailed {
      for comparison in comparisons {
        for difference in comparison.differences {
          print(
            "\(comparison.name)  \(difference.uid) \(difference.name)  \(difference.field):",
            "stored \(difference.stored), recalculated \(difference.recalculated)")
        }
      }
    }
    for comparison in comparisons {
      for contradiction in comparison.contradictions {
        print("\(comparison.name): task \(contradiction.uid): \(contradiction.reason)")
      }
      if let failure = comparison.failure { print("\(comparison.name): \(failure)") }
    }
    if comparisons.contains(where: { $0.failure != nil }) { exit(1) }
  }

  private static func files(at path: String) -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return [path]
    }
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { "\(path)/\($0)" }
  }
}
