#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The operating system's `write`, whose name a method would hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(file, bytes, count)
}

/// A file that appears whole or not at all: it is written beside its place, then renamed.
///
/// What is not a plain file (a pipe, `/dev/stdout`) cannot be renamed onto and is written straight.
struct WholeFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  /// Where it is written until it is whole; nil once it is in place, or for a pipe.
  private var beside: String?

  /// Writes a file.
  ///
  /// - Throws: the operating system's reason; what was at the path is then untouched.
  static func write(_ bytes: [UInt8], to path: String) throws(PlanWriteError) {
    let file = try WholeFile(path)
    try file.append(bytes)
    try file.commit()
  }

  private init(descriptor: Int32, path: String, beside: String?) {
    self.descriptor = descriptor
    self.path = path
    self.beside = beside
  }

  private init(_ path: String) throws(PlanWriteError) {
    var place = path
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: throw PlanWriteError(path, EISDIR)
      case S_IFREG:
        // A link stays a link: what it points at is replaced.
        if let resolved = unsafe realpath(path, nil) {
          place = unsafe String(cString: resolved)
          unsafe free(resolved)
        }
      default:
        let file = unsafe open(path, O_WRONLY)
        guard file >= 0 else { throw PlanWriteError(path, errno) }
        self.init(descriptor: file, path: path, beside: nil)
        return
      }
    }
    for attempt in 0..<100 {
      let name = "\(place).\(getpid())-\(attempt).part"
      let file = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      if file >= 0 {
        self.init(descriptor: file, path: place, beside: name)
        return
      }
      guard errno == EEXIST else { break }
    }
    throw PlanWriteError(path, errno)
  }

  private borrowing func append(_ bytes: [UInt8]) throws(PlanWriteError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw PlanWriteError(path, count < 0 ? errno : ENOSPC) }
      rest = rest.dropFirst(count)
    }
  }

  private consuming func commit() throws(PlanWriteError) {
    guard let name = beside else { return }
    guard unsafe rename(name, path) == 0 else { throw PlanWriteError(path, errno) }
    beside = nil
  }

  deinit {
    close(descriptor)
    if let beside { unsafe unlink(beside) }
  }
}

extension PlanWriteError {
  fileprivate init(_ path: String, _ number: Int32) {
    self = .file(path: path, reason: unsafe String(cString: strerror(number)))
  }
}

extension PlanFolder {
  /// The file that a plan is written to at a path: the path, or the `plan.yaml` of a folder.
  ///
  /// - Throws: when a folder that the path names is missing and cannot be made.
  static func planFile(at path: String) throws(PlanWriteError) -> String {
    let isFolder = FileAccess.isFolder(path)
    guard isFolder || path.hasSuffix("/") else { return path }
    if !isFolder, unsafe mkdir(path, 0o777) != 0 { throw PlanWriteError(path, errno) }
    return PlanFolder(path: path).path(of: "plan.yaml")
  }
}
