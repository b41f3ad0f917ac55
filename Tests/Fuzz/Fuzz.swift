import Foundation

/// What libFuzzer calls for each input; the environment variable `BUNRI_FUZZ_TARGET` says which
/// reader is given it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The reader under test, chosen once for the life of the process.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["BUNRI_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(
      Data("error: BUNRI_FUZZ_TARGET is \"\(name)\"\nMaybe one of: \(names)\n".utf8))
    exit(2)
  }
  return target
}()

/// Ends the process, which libFuzzer takes as a finding, unless a condition holds.
func require(_ condition: Bool, _ words: @autoclosure () -> String) {
  if !condition { fatalError(words()) }
}
