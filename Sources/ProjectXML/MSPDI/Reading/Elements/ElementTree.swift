/// All elements of a document by their path: those that are read, and those that are only counted,
/// which are added when they first occur.
///
/// A node is found from its parent and the address of its name, which the parser keeps once: a
/// hash table of pairs of integers, and no text is compared. The number of nodes is bounded; what
/// occurs beyond it is counted together.
struct ElementTree {
  /// The document, which holds the root element.
  static let document: Int32 = 0
  /// All elements of other namespaces, and those beyond the bound.
  static let other: Int32 = 1
  /// How many different paths are told apart.
  static let most = 2000

  private var parents: [Int32] = [0, 0]
  private var names: [String] = ["", "…"]
  private var counts: [Int] = [0, 0]
  private(set) var isField: [Bool] = [false, false]
  private(set) var isRead: [Bool] = [true, false]
  private(set) var begins: [MSPDIElement.Action?] = [nil, nil]
  private(set) var ends: [MSPDIElement.Action?] = [nil, nil]

  private struct Slot {
    var parent: Int32 = -1
    var child: Int32 = 0
    var name: UInt = 0
  }

  /// At least twice as many as nodes, a power of two.
  private var slots = [Slot](repeating: Slot(), count: 4096)

  /// Makes the tree of what is read.
  ///
  /// - Parameter intern: the address the parser gives to a name.
  init(_ root: MSPDIElement, intern: (String) -> UnsafePointer<UInt8>?) {
    var open: [(element: MSPDIElement, parent: Int32)] = [(root, ElementTree.document)]
    while let (element, parent) = open.popLast() {
      guard let name = intern(element.name) else { continue }
      let node = add(element.name, to: parent, UInt(bitPattern: name))
      isField[Int(node)] = element.isField
      isRead[Int(node)] = true
      begins[Int(node)] = element.begin
      ends[Int(node)] = element.end
      for child in element.children { open.append((child, node)) }
    }
  }

  /// The node of an element in another; a new one when it occurs for the first time.
  mutating func child(of parent: Int32, _ name: UnsafePointer<UInt8>) -> Int32 {
    let address = UInt(bitPattern: name)
    let slot = slot(parent, address)
    if slots[slot].parent >= 0 { return slots[slot].child }
    guard parent != ElementTree.other, names.count < ElementTree.most else {
      return ElementTree.other
    }
    return add(String(cString: name), to: parent, address)
  }

  /// Counts an element that is not read.
  mutating func count(_ node: Int32) { counts[Int(node)] += 1 }

  /// The names from the root to a node.
  func path(of node: Int32) -> String {
    var path: [String] = []
    var next = node
    while next != ElementTree.document {
      path.append(names[Int(next)])
      next = parents[Int(next)]
    }
    return path.reversed().joined(separator: "/")
  }

  /// What was counted.
  var ignored: [MSPDIFile.Ignored] {
    counts.indices.dropFirst(2).filter { counts[$0] > 0 }.map {
      .init(path: path(of: Int32($0)), count: counts[$0])
    } + (counts[1] > 0 ? [.init(path: names[1], count: counts[1])] : [])
  }

  private mutating func add(_ name: String, to parent: Int32, _ address: UInt) -> Int32 {
    let node = Int32(names.count)
    parents.append(parent)
    names.append(name)
    counts.append(0)
    isField.append(false)
    isRead.append(false)
    begins.append(nil)
    ends.append(nil)
    slots[slot(parent, address)] = Slot(parent: parent, child: node, name: address)
    return node
  }

  /// The place of a pair, or the free one where it belongs.
  private func slot(_ parent: Int32, _ address: UInt) -> Int {
    let mixed =
      (UInt64(address) ^ UInt64(UInt32(bitPattern: parent)) << 40)
      &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(mixed >> 52)
    while slots[slot].parent >= 0, slots[slot].parent != parent || slots[slot].name != address {
      slot = (slot + 1) & 4095
    }
    return slot
  }
}
