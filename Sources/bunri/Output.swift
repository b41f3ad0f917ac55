import ArgumentParser
import Foundation
import Reports

/// Where text goes: results to standard output, messages to standard error.
enum Output {
  /// Writes a result.
  ///
  /// - Throws: exit code 1 when it cannot be written, a full disk for instance.
  static func result(_ text: String) throws { try result(Data(text.utf8)) }

  /// Writes a result that is not text.
  static func result(_ data: Data) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      message("bunri: \(error.localizedDescription)\n")
      throw ExitCode(1)
    }
  }

  /// Writes a message.
  static func message(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Shows on a terminal how far a long work is, in the line that was shown before.
  static func progress(_ text: String) {
    if isatty(STDERR_FILENO) != 0 { message("\r\u{1B}[K\(text.truncated(toWidth: 79))") }
  }

  /// Clears the line of progress.
  static func endProgress() {
    if isatty(STDERR_FILENO) != 0 { message("\r\u{1B}[K") }
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) != 0 }
}
