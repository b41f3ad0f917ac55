// swift-tools-version: 6.2
import PackageDescription

/// Settings every target of ours is built with: Swift 6 mode is the tools default.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The same, plus strict memory safety: for every target that does not speak to C.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "bunri",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Graphs", targets: ["Graphs"]),
    .library(name: "Scheduling", targets: ["Scheduling"]),
    .library(name: "Planning", targets: ["Planning"]),
  ],
  targets: [
    .target(name: "Graphs", swiftSettings: safe),
    .target(name: "Scheduling", dependencies: ["Graphs"], swiftSettings: safe),
    .target(name: "Planning", dependencies: ["Scheduling"], swiftSettings: safe),
    .executableTarget(name: "Benchmarks", dependencies: ["Scheduling"], swiftSettings: safe),
    .testTarget(name: "GraphsTests", dependencies: ["Graphs"], swiftSettings: safe),
    .testTarget(
      name: "SchedulingTests", dependencies: ["Scheduling", "Graphs"],
      resources: [.copy("Cases")], swiftSettings: safe),
  ]
)
