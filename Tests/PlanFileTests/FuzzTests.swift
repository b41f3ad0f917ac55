import Foundation
import Planning
import SharedSystem
import Testing

@testable import PlanFile

/// Random damage to valid plans: whatever comes out, reading must end without a crash, and must
/// find errors or a plan.
struct FuzzTests {
  private static let sources = ["everything.yaml", "aliases.yaml", "texts.yaml"]
  private static let tokens = [
    "[", "]", "{", "}", ":", "- ", ",", "\"", "'", "*a", "&a ", "!!str ", "|", ">", "\t", "\n",
    "#", "%", "---\n", "~", "<<: ", "? ", "99999999999999999999", "-", "P", "é", "⼒", "\u{0}",
    "2027-02-30", "-1d", "9223372036854775807", "0", "..", "0x", "id: ", "tasks: ", "after: ",
    "\u{FEFF}", "\u{2028}", "1e9", "+", "%", "/", "2999-12-31", "9999-12-31", "1900-01-01",
  ]

  @Test(arguments: 0..<40)
  func damagedPlans(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let name = FuzzTests.sources[Int(seed) % FuzzTests.sources.count]
    let data = try Data(contentsOf: URL(fileURLWithPath: Corpus.path("Correct") + "/" + name))
    for _ in 0..<25 {
      var bytes = Array(data)
      for _ in 0..<Int.random(in: 1...8, using: &random) { damage(&bytes, &random) }
      let reading = PlanReader.read(bytes: bytes, name: "fuzz.yaml")
      let hasError = reading.diagnostics.contains { $0.severity == .error }
      #expect((reading.plan == nil) == hasError)
      for diagnostic in reading.diagnostics {
        #expect(!diagnostic.text(in: .ja).isEmpty && diagnostic.line >= 0)
      }
    }
  }

  @Test(arguments: 0..<20)
  func noise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(PlanReader.read(bytes: bytes, name: "noise").plan == nil)
    let words = (0..<300).map { _ in FuzzTests.tokens.randomElement(using: &random) ?? "" }
    #expect(PlanReader.read(text: words.joined(), name: "words").plan == nil)
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let length = min(Int.random(in: 1...40, using: &random), bytes.count - place)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<(place + length))
    case 2: bytes.insert(contentsOf: Array(bytes[place..<(place + length)]), at: place)
    case 3: bytes.removeLast(bytes.count - place)
    case 4:
      let other = Int.random(in: 0..<bytes.count, using: &random)
      bytes.insert(contentsOf: Array(bytes[place..<(place + length)]), at: other)
    default:
      let token = FuzzTests.tokens.randomElement(using: &random) ?? ""
      bytes.insert(contentsOf: Array(token.utf8), at: place)
    }
  }
}

/// A small random-number generator with a seed (S. Vigna, SplitMix64).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Makes a generator.
  init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
