#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The bytes of a document, from a file or from memory, handed out in pieces.
struct ByteSource: ~Copyable {
  /// What was read of the file, or all of memory.
  private var bytes: [UInt8]
  private var position = 0
  private var end: Int
  private let file: Int32
  /// How many bytes have been handed out.
  private(set) var handedOut = 0
  /// The operating system's number of the first failure; 0 while all is well.
  private(set) var failure: Int32 = 0

  /// The bytes of memory.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
    file = -1
  }

  /// The bytes of a file; `failure` tells when it cannot be read.
  init(path: String) {
    bytes = [UInt8](repeating: 0, count: 1 << 16)
    end = 0
    file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { failure = errno }
    fill()
  }

  /// The bytes of standard input, of which some were read already.
  init(standardInputBeginningWith prefix: [UInt8]) {
    bytes = prefix
    end = prefix.count
    if bytes.count < 1 << 16 { bytes += [UInt8](repeating: 0, count: 1 << 16 - bytes.count) }
    file = dup(STDIN_FILENO)
    if file < 0 { failure = errno }
  }

  deinit { if file >= 0 { close(file) } }

  /// The bytes that come next, as many as are at hand.
  var upcoming: ArraySlice<UInt8> { bytes[position..<end] }

  /// Goes over white space, which must not stand before an XML declaration and sometimes does.
  ///
  /// - Returns: how many lines it held.
  mutating func skipSpace() -> Int {
    var lines = 0
    while position < end, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) {
      if bytes[position] == 0x0A { lines += 1 }
      position += 1
    }
    return lines
  }

  /// Copies the next bytes.
  ///
  /// - Returns: how many; 0 at the end or after a failure.
  mutating func take(into target: UnsafeMutableRawBufferPointer) -> Int {
    if position == end { fill() }
    let count = min(target.count, end - position)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes {
      target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
    }
    position += count
    handedOut += count
    return count
  }

  /// Reads the next piece of the file.
  private mutating func fill() {
    guard file >= 0, failure == 0 else { return }
    position = 0
    end = 0
    while true {
      let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count >= 0 {
        end = count
        return
      }
      guard errno == EINTR else {
        failure = errno
        return
      }
    }
  }
}
