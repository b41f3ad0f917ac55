import Foundation
import Testing

/// The commands shown in the documents and beside the examples give what is shown there.
///
/// With `BUNRI_UPDATE=1` in the environment the files are rewritten instead; read the difference.
struct TranscriptTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The README and every transcript beside an example.
  static let files: [String] =
    ["README.md", "Examples/LibraryTour/expected.txt"]
    + ((try? FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Examples").path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted().map { "Examples/\($0)" }

  @Test(.enabled(if: Command.executable != nil, "the command was not built"), arguments: files)
  func showsRealOutput(file: String) throws {
    let place = Self.root.appendingPathComponent(file)
    let written = try String(contentsOf: place, encoding: .utf8)
    let real = try Transcript(written, isMarkdown: file.hasSuffix(".md")).replayed(in: Self.root)
    if ProcessInfo.processInfo.environment["BUNRI_UPDATE"] == "1" {
      try real.write(to: place, atomically: true, encoding: .utf8)
    } else {
      #expect(real == written)
    }
  }

  @Test func everyExampleHasATranscript() throws {
    let folder = Self.root.appendingPathComponent("Examples").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let plans = names.filter { $0.hasSuffix(".yaml") }
    #expect(plans.count >= 4)
    for plan in plans { #expect(names.contains(plan.dropLast(5) + ".txt"), "\(plan)") }
    for file in names.filter({ $0.hasSuffix(".xml") }) {
      #expect(names.contains(file.dropLast(4) + ".txt"), "\(file)")
    }
  }

  @Test func aTranscriptIsReplayed() throws {
    let transcript = Transcript(
      "before\n```console\n$ bunri --version\nold\n```\nafter\n", isMarkdown: true)
    #expect(transcript.commands == ["bunri --version"])
  }
}

/// A text with commands (`$ bunri …`, `$ swift run …`) and their output, each running to an empty
/// line before the next command, or to the end of its block.
struct Transcript {
  private enum Part {
    case text(String)
    case command(String)
  }

  private var parts: [Part] = []

  /// The commands, in order.
  var commands: [String] {
    parts.compactMap { part in
      if case .command(let command) = part { return command }
      return nil
    }
  }

  /// Reads a transcript; in Markdown only `console` blocks hold commands.
  init(_ text: String, isMarkdown: Bool) {
    var inBlock = !isMarkdown
    var inOutput = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if isMarkdown, line.hasPrefix("```") {
        inBlock = line == "```console"
        inOutput = false
      }
      if inBlock, line.hasPrefix("$ bunri ") || line.hasPrefix("$ swift run ") {
        parts.append(.command(String(line.dropFirst(2))))
        inOutput = true
      } else if !inOutput {
        parts.append(.text(String(line)))
      }
    }
  }

  /// The text with every command's output as it really is.
  func replayed(in folder: URL) throws -> String {
    var lines: [String] = []
    for (index, part) in parts.enumerated() {
      switch part {
      case .text(let line): lines.append(line)
      case .command(let command):
        if index > 0, case .command = parts[index - 1] { lines.append("") }
        lines.append("$ " + command)
        var output = try Transcript.output(of: command, in: folder)
        while output.hasSuffix("\n") { output.removeLast() }
        lines.append(output)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func output(of command: String, in folder: URL) throws -> String {
    var words = command.split(separator: " ").map(String.init)
    var program: String?
    if words.starts(with: ["swift", "run"]) {
      words.removeFirst(2)
      program = words[0]
    }
    let result = try Command.run(Array(words.dropFirst()), in: folder, program: program)
    return result.output + result.messages
  }
}
