/// The text of the element that is being read, as bytes of UTF-8, bounded.
struct TextBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private(set) var count = 0
  /// How many bytes are kept at most.
  let limit: Int
  /// Whether there was more than is kept.
  private(set) var isCut = false

  init(limit: Int) {
    self.limit = limit
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  mutating func clear() {
    count = 0
    isCut = false
  }

  mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    let taken = min(length, limit - count)
    if taken < length { isCut = true }
    if count + taken > capacity { grow(to: count + taken) }
    (base + count).update(from: source, count: taken)
    count += taken
  }

  private mutating func grow(to needed: Int) {
    let larger = min(max(needed, capacity * 2), max(limit, needed))
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// The bytes, valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// The text without a last character that was cut in two.
  var string: String {
    var end = count
    if isCut {
      while end > 0, base[end - 1] & 0xC0 == 0x80 { end -= 1 }
      if end > 0, base[end - 1] >= 0xC0 { end -= 1 }
    }
    return String(decoding: UnsafeBufferPointer(start: base, count: end), as: UTF8.self)
  }
}
