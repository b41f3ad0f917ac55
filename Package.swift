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
    .executable(name: "bunri", targets: ["bunri"]),
    .library(name: "Graphs", targets: ["Graphs"]),
    .library(name: "Scheduling", targets: ["Scheduling"]),
    .library(name: "SharedSystem", targets: ["SharedSystem"]),
    .library(name: "Planning", targets: ["Planning"]),
    .library(name: "PlanFile", targets: ["PlanFile"]),
    .library(name: "ProjectXML", targets: ["ProjectXML"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Graphs", swiftSettings: safe),
    .target(name: "Scheduling", dependencies: ["Graphs"], swiftSettings: safe),
    .target(name: "SharedSystem", dependencies: ["Graphs"], swiftSettings: safe),
    .target(
      name: "Planning", dependencies: ["Graphs", "Scheduling", "SharedSystem"],
      swiftSettings: safe),
    .target(
      name: "PlanFile",
      dependencies: [
        "Planning", "Scheduling", "SharedSystem", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: safe),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "ProjectXML", dependencies: ["Planning", "Scheduling", "SharedSystem", "CLibXML2"],
      resources: [
        .embedInCode("Gantt/gantt-1.xsd"), .embedInCode("Validation/mspdi-written.xsd"),
        .embedInCode("PMXML/pmxml-written.xsd"),
      ],
      swiftSettings: strict),
    .target(
      name: "Inventory", dependencies: ["PlanFile", "Planning", "ProjectXML", "SharedSystem"],
      swiftSettings: safe),
    .target(
      name: "Reports",
      dependencies: ["Graphs", "Inventory", "Planning", "Scheduling", "SharedSystem"],
      swiftSettings: safe),
    .executableTarget(
      name: "bunri",
      dependencies: [
        "Inventory", "PlanFile", "Planning", "ProjectXML", "Reports", "Scheduling", "SharedSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safe),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Graphs", "PlanFile", "Planning", "ProjectXML", "Scheduling", "SharedSystem"],
      exclude: ["Results"], swiftSettings: safe),
    .executableTarget(
      name: "Conformance", dependencies: ["Planning", "ProjectXML", "Scheduling", "SharedSystem"],
      exclude: ["Differences.md"],
      swiftSettings: safe),
    .executableTarget(
      name: "LibraryTour", dependencies: ["PlanFile", "Planning", "SharedSystem"],
      path: "Examples/LibraryTour",
      exclude: ["expected.txt"], swiftSettings: safe),
    .testTarget(name: "GraphsTests", dependencies: ["Graphs"], swiftSettings: safe),
    .testTarget(
      name: "SchedulingTests", dependencies: ["Scheduling", "Graphs"],
      resources: [.copy("Cases")], swiftSettings: safe),
    .testTarget(
      name: "SharedSystemTests", dependencies: ["SharedSystem", "Graphs"], swiftSettings: safe),
    .testTarget(
      name: "PlanningTests", dependencies: ["Planning", "Scheduling", "SharedSystem"],
      swiftSettings: safe),
    .testTarget(
      name: "PlanFileTests", dependencies: ["PlanFile", "Planning", "Scheduling", "SharedSystem"],
      resources: [.copy("Correct"), .copy("Errors"), .copy("Written")], swiftSettings: safe),
    .testTarget(
      name: "ProjectXMLTests",
      dependencies: [
        "ProjectXML", "PlanFile", "Planning", "Reports", "Scheduling", "SharedSystem", "CLibXML2",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "InventoryTests", dependencies: ["Inventory", "PlanFile", "Planning", "SharedSystem"],
      swiftSettings: safe),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["Conformance", "Planning", "ProjectXML", "SharedSystem"],
      swiftSettings: safe),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Planning", "Scheduling", "SharedSystem"],
      swiftSettings: safe),
    .testTarget(
      name: "CommandTests",
      dependencies: ["bunri", "LibraryTour", "PlanFile", "Planning", "SharedSystem"],
      swiftSettings: safe),
  ]
)

// The fuzz targets need libFuzzer's own `main`, so they exist only for `make fuzz`.
if Context.environment["BUNRI_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: ["Inventory", "PlanFile", "Planning", "ProjectXML", "SharedSystem"],
      path: "Tests/Fuzz", exclude: ["Seeds", "Words", "fuzz.sh"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
