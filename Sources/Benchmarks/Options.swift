/// The arguments of the executable.
struct Options {
  /// Only benchmarks whose name contains it are run.
  var filter = ""
  /// The file that lines are written to beside the terminal.
  var record: String?
  /// The commit that is measured, for the record.
  var commit = "unknown"
  /// How many tasks the network has that is written instead of measured, and the file.
  var dump: (tasks: Int, file: String)?
  /// How many separations are written instead, and the file.
  var separationDump: (count: Int, file: String)?

  /// Whether this process is the one in which memory is measured.
  var measuresMemory = false

  /// Reads `[FILTER] [--record FILE] [--commit NAME] [--dump TASKS FILE]
  /// [--dump-separations COUNT FILE]`.
  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    func value(of option: String) throws(UsageError) -> String {
      guard let value = rest.popFirst() else { throw UsageError(text: "\(option) needs a value") }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--record": record = try value(of: argument)
      case "--commit": commit = try value(of: argument)
      case "--measure-memory": measuresMemory = true
      case "--dump":
        let tasks = try value(of: argument)
        guard let count = Int(tasks), count > 0 else {
          throw UsageError(text: "\(tasks) is no number of tasks")
        }
        dump = (count, try value(of: argument))
      case "--dump-separations":
        let number = try value(of: argument)
        guard let count = Int(number), count > 0 else {
          throw UsageError(text: "\(number) is no number of separations")
        }
        separationDump = (count, try value(of: argument))
      default:
        if argument.hasPrefix("-") { throw UsageError(text: "\(argument) is unknown") }
        filter = argument
      }
    }
  }
}

/// An argument that is wrong.
struct UsageError: Error {
  let text: String
}
