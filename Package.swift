// swift-tools-version: 6.2
import PackageDescription

// One row per room; the arrows run one way (see ARCHITECTURE.md).
let package = Package(
  name: "peerlit",
  products: [
    .executable(name: "peerlit", targets: ["peerlit"]),
    .executable(name: "peerlit-evaluate", targets: ["peerlit-evaluate"]),
    .executable(name: "peerlit-bench", targets: ["peerlit-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CZstd", path: "Sources/CReading/CZstd", pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CArchive", path: "Sources/CReading/CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CXML", path: "Sources/CReading/CXML", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CXXHash", path: "Sources/CReading/CXXHash", pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CMalloc", path: "Sources/CReading/CMalloc"),
    .target(
      name: "CAnalysis",
      linkerSettings: [
        .linkedLibrary("icuuc"), .linkedLibrary("stemmer"), .linkedLibrary("sqlite3"),
      ]),
    .target(name: "CResources"),
    .target(name: "Analysis", dependencies: ["CAnalysis"]),
    .target(
      name: "Literature",
      dependencies: [
        "Analysis", "CResources", "CArchive", "CXML", "CXXHash",
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Resources"]),
    .target(
      name: "Appraisal", dependencies: ["Literature", "Analysis", "CResources"],
      exclude: ["Resources"]),
    .target(
      name: "Retrieval",
      dependencies: [
        "Appraisal", "Literature", "Analysis", "CAnalysis", "CMalloc", "CResources", "CZstd",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Resources"]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CReading/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Service",
      dependencies: [
        "Retrieval", "Appraisal", "Literature", "Analysis", "CResources", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      exclude: ["Resources"]),
    .executableTarget(
      name: "peerlit",
      dependencies: [
        "Service", "Retrieval", "Appraisal", "Literature", "Analysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "peerlit-evaluate",
      dependencies: [
        "Retrieval", "Appraisal", "Literature", "Analysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "tools/evaluation",
      exclude: ["expected.tsv"]),
    .executableTarget(
      name: "peerlit-bench",
      dependencies: [
        "Service", "Retrieval", "Appraisal", "Literature", "Analysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "tools/benchmark",
      exclude: ["queries.tsv", "search.lua"]),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "CAnalysis"]),
    .testTarget(name: "LiteratureTests", dependencies: ["Literature"]),
    .testTarget(name: "AppraisalTests", dependencies: ["Appraisal"]),
    .testTarget(
      name: "RetrievalTests",
      dependencies: [
        "Retrieval", "Literature", "Analysis", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "ServiceTests", dependencies: ["Service", "Retrieval", "Literature", "CZlib"]),
    .testTarget(name: "CommandLineTests", dependencies: ["peerlit", "Service"]),
    .testTarget(name: "EvaluationTests", dependencies: ["peerlit-evaluate"]),
  ],
  swiftLanguageModes: [.v6]
)
