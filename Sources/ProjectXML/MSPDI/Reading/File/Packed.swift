public import Scheduling

extension MSPDIFile {
  /// An optional number kept in the bytes of a plain one: the least value stands for none.
  ///
  /// A file of a hundred thousand tasks holds millions of optional numbers, most of them absent.
  /// What does not fit is held as the nearest number that does.
  @propertyWrapper
  public struct Packed<Storage: FixedWidthInteger & SignedInteger & Sendable>: Hashable, Sendable {
    private var storage: Storage

    /// Makes a number, or none.
    public init(wrappedValue: Int? = nil) {
      storage = Packed.stored(wrappedValue)
    }

    /// The number; nil when there is none.
    public var wrappedValue: Int? {
      get { storage == .min ? nil : Int(storage) }
      set { storage = Packed.stored(newValue) }
    }

    private static func stored(_ value: Int?) -> Storage {
      value.map { max(.min + 1, Storage(clamping: $0)) } ?? .min
    }
  }

  /// An optional instant kept in four bytes: the least number of minutes stands for none.
  @propertyWrapper
  public struct PackedInstant: Hashable, Sendable {
    private var minutes: Int32

    /// Makes an instant, or none.
    public init(wrappedValue: Instant? = nil) { minutes = wrappedValue?.minutes ?? .min }

    /// The instant; nil when there is none.
    public var wrappedValue: Instant? {
      get { minutes == .min ? nil : Instant(minutes: minutes) }
      set { minutes = newValue?.minutes ?? .min }
    }
  }

  /// A part of one of the file's flat lists, in eight bytes.
  public struct Part: Hashable, Sendable {
    private var first: UInt32 = 0
    private var length: UInt32 = 0

    /// Makes an empty part.
    public init() {}

    /// Makes the part of the positions of a range, which are at most four thousand million.
    package init(_ range: Range<Int>) {
      first = UInt32(clamping: range.lowerBound)
      length = UInt32(clamping: range.count)
    }

    /// The positions in the flat list.
    public var range: Range<Int> { Int(first)..<Int(first) + Int(length) }
    /// How many there are.
    public var count: Int { Int(length) }
    /// Whether there are none.
    public var isEmpty: Bool { length == 0 }
  }
}
