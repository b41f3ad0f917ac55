#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that appears whole or not at all: it is written beside its place, then renamed.
///
/// What is not a plain file (a pipe, `/dev/stdout`) cannot be renamed onto and is written
/// straight.
struct ReplacedFile: ~Copyable {
  /// The open file.
  let descriptor: Int32
  private let path: String
  /// Where it is written until it is whole; nil once it is in place, or for a pipe.
  private var beside: String?

  private init(descriptor: Int32, path: String, beside: String?) {
    self.descriptor = descriptor
    self.path = path
    self.beside = beside
  }

  /// Writes a whole file.
  static func replace(_ path: String, with bytes: [UInt8]) throws(XMLWriteError) {
    let file = try begin(path)
    try file.append(bytes, path)
    try file.commit()
  }

  /// Makes the file beside its place.
  static func begin(_ path: String) throws(XMLWriteError) -> ReplacedFile {
    var place = path
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: throw .file(path: path, reason: reason(ofError: EISDIR))
      case S_IFREG:
        // A link stays a link: what it points at is replaced.
        if let resolved = realpath(path, nil) {
          place = String(cString: resolved)
          free(resolved)
        }
      default:
        let file = open(path, O_WRONLY)
        guard file >= 0 else { throw .file(path: path, reason: reason(ofError: errno)) }
        return ReplacedFile(descriptor: file, path: path, beside: nil)
      }
    }
    for attempt in 0..<100 {
      let name = "\(place).\(getpid())-\(attempt).part"
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      if file >= 0 { return ReplacedFile(descriptor: file, path: place, beside: name) }
      guard errno == EEXIST else { break }
    }
    throw .file(path: path, reason: reason(ofError: errno))
  }

  /// Writes bytes at the end.
  ///
  /// - Parameter name: what the error names.
  func append(_ bytes: [UInt8], _ name: String) throws(XMLWriteError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty, failure == 0 {
        let written = write(descriptor, rest.baseAddress, rest.count)
        if written > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        } else if written == 0 || errno != EINTR {
          failure = written == 0 ? ENOSPC : errno
        }
      }
    }
    if failure != 0 { throw .file(path: name, reason: reason(ofError: failure)) }
  }

  /// Puts the file in its place.
  consuming func commit() throws(XMLWriteError) {
    guard let name = beside else { return }
    guard rename(name, path) == 0 else {
      throw .file(path: path, reason: reason(ofError: errno))
    }
    beside = nil
  }

  deinit {
    close(descriptor)
    if let beside { unlink(beside) }
  }
}

/// The operating system's words for an error number.
func reason(ofError number: Int32) -> String { String(cString: strerror(number)) }
