import Foundation
import Testing

/// The built executable, run as a user would.
struct Command {
  /// What a run leaves behind.
  struct Result {
    var status: Int32
    var output: String
    var messages: String
  }

  /// Where the build put the executable: beside the tests; nil when it is not there.
  static let executable: URL? = {
    let places = [Bundle.main.executableURL, URL(fileURLWithPath: CommandLine.arguments[0])]
    let bundles = Bundle.allBundles.map(\.bundleURL)
    let candidates =
      places.compactMap { $0?.deletingLastPathComponent() }
      + bundles.map {
        $0.deletingLastPathComponent()
      }
    return candidates.map { $0.appendingPathComponent("bunri") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// What sanitizers were told, which holds for the command as well.
  private static let sanitizerOptions = ProcessInfo.processInfo.environment.filter {
    $0.key.hasSuffix("SAN_OPTIONS")
  }

  /// Runs the command and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: without the command's own name.
  ///   - input: what it reads from standard input.
  ///   - folder: its working directory.
  ///   - environment: replaces the test's own, but for what sanitizers were told.
  ///   - program: another executable of the package.
  static func run(
    _ arguments: [String], input: String = "", in folder: URL? = nil,
    environment: [String: String] = ["LANG": "en_US.UTF-8"], program: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL =
      program.map { executable?.deletingLastPathComponent().appendingPathComponent($0) }
      ?? executable
    process.arguments = arguments
    process.environment = environment.merging(sanitizerOptions) { given, _ in given }
    process.currentDirectoryURL = folder
    let (standardInput, output, messages) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    // Messages are few: they fit into the pipe while the output is read.
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let messageData = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
      messages: String(decoding: messageData, as: UTF8.self))
  }
}

/// A folder of its own for one test, gone afterwards.
func withFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("bunri-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}

/// A plan that is late by construction.
let latePlan = """
  bunri: 1
  project: {name: {ja: 試験, en: Trial}, start: 2027-04-01, target: 2027-04-09, cutover: b}
  tasks:
    - {id: a, name: {ja: 調査, en: Survey}, duration: 5d}
    - {id: b, name: {ja: 切替, en: Cutover}, duration: 5d, after: [a]}
  levers:
    - {id: quick, name: {ja: 短縮, en: Quick}, cost: 1000000, changes: [{task: a, duration: 2d}]}
  scenarios:
    - {id: best, name: Best, target: 2027-04-30, apply: [quick, b.duration=4d]}

  """
