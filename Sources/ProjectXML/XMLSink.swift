internal import CLibXML2

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where libxml2 puts its bytes: an open file, or memory.
///
/// A class because libxml2 holds on to it by address while it writes.
final class XMLSink {
  /// The bytes so far, when there is no file; else those that are still to be written.
  private(set) var bytes: [UInt8] = []
  /// The operating system's number of the first failure; 0 while all is well.
  private(set) var failure: Int32 = 0
  private let file: Int32?
  /// What looks at the bytes on their way; nil: nothing.
  let check: SchemaCheck?

  /// Makes a sink that fills an open file, or memory when there is none.
  init(file: Int32? = nil, check: SchemaCheck? = nil) {
    self.file = file
    self.check = check
  }

  /// Takes bytes; after a failure, drops them.
  ///
  /// libxml2 is not told of a failure, since it would print it; `failure` holds it instead.
  private func take(_ source: UnsafeRawBufferPointer) {
    check?.take(source)
    bytes.append(contentsOf: source)
    if file != nil, bytes.count >= XMLSink.piece { flush() }
  }

  /// How many bytes are written to a file at once: libxml2 hands out some four thousand.
  private static let piece = 1 << 18

  /// Writes to the file what has not been written yet.
  func flush() {
    guard let file else { return }
    bytes.withUnsafeBytes { store($0, in: file) }
    bytes.removeAll(keepingCapacity: true)
  }

  private func store(_ source: UnsafeRawBufferPointer, in file: Int32) {
    var rest = source
    while let address = rest.baseAddress, !rest.isEmpty, failure == 0 {
      let written = write(file, address, rest.count)
      if written > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      } else if written == 0 || errno != EINTR {
        failure = written == 0 ? ENOSPC : errno
      }
    }
  }

  /// A libxml2 output buffer that hands its bytes to this sink, which must outlive it.
  func makeBuffer() -> xmlOutputBufferPtr? {
    xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context, let bytes, count > 0 else { return 0 }
        let sink = Unmanaged<XMLSink>.fromOpaque(context).takeUnretainedValue()
        sink.take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        return count
      }, nil, Unmanaged.passUnretained(self).toOpaque(), nil)
  }
}
