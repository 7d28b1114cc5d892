// swift-tools-version: 6.2
import PackageDescription

// One row per module; imports run in one direction (see ARCHITECTURE.md).
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
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
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
    .target(name: "CFullText", dependencies: ["CAnalysis", "CZstd"]),
    .target(name: "CEncoder"),
    .target(name: "CMapping"),
    .target(name: "CResources"),
    .target(name: "Analysis", dependencies: ["CAnalysis"]),
    .target(name: "JSON"),
    .target(name: "Embeddings"),
    .target(
      name: "Literature",
      dependencies: ["Analysis", "JSON", "Embeddings", "CResources", "CXML", "CXXHash"],
      exclude: ["Resources"]),
    .target(
      name: "Reading",
      dependencies: [
        "Literature", "JSON", "CArchive", "CXML",
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Resources"]),
    .target(
      name: "Appraisal", dependencies: ["Literature"],
      exclude: ["Resources"]),
    .target(name: "Query", dependencies: ["Literature", "Analysis"]),
    .target(name: "Answers", dependencies: ["Query", "Literature", "Analysis", "JSON"]),
    .target(name: "Drawing", dependencies: ["Answers", "Query", "Literature"]),
    .target(name: "Ranking"),
    .target(
      name: "Retrieval",
      dependencies: [
        "Ranking", "Embeddings", "Answers", "Query", "JSON", "Appraisal", "Reading", "Literature",
        "Analysis", "CAnalysis", "CEncoder", "CFullText", "CMalloc", "CMapping", "CZstd",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Resources"]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CReading/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Service",
      dependencies: [
        "Retrieval", "Answers", "Query", "Drawing", "JSON", "Appraisal", "Reading", "Literature",
        "Analysis", "CZlib",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      exclude: ["Resources"]),
    .executableTarget(
      name: "peerlit",
      dependencies: [
        "Service", "Retrieval", "Answers", "Query", "Drawing", "JSON", "Appraisal", "Reading",
        "Literature", "Analysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(name: "SeededRandom", path: "tools/random"),
    .executableTarget(
      name: "peerlit-evaluate",
      dependencies: [
        "SeededRandom", "Retrieval", "Embeddings", "Answers", "Query", "Appraisal", "Reading",
        "Literature", "Analysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "tools/evaluation",
      exclude: ["expected.tsv", "word-families.tsv", "word-families-drawn.tsv"]),
    .executableTarget(
      name: "peerlit-bench",
      dependencies: [
        "SeededRandom", "Service", "Retrieval", "Answers", "Query", "Appraisal", "Reading",
        "Literature",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "tools/benchmark",
      exclude: ["queries.tsv", "search.lua"]),
    .target(
      name: "TestSupport", dependencies: ["Answers", "Embeddings", "SeededRandom"],
      path: "Tests/TestSupport"),
    .target(
      name: "CAnalysisReference", dependencies: ["CAnalysis"], path: "Tests/CAnalysisReference",
      cSettings: [.headerSearchPath("../../Sources/CAnalysis")]),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "Analysis", "CAnalysis", "CAnalysisReference", "TestSupport", "SeededRandom",
      ]),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "SeededRandom"]),
    .testTarget(
      name: "LiteratureTests",
      dependencies: ["Literature", "Analysis", "Embeddings", "TestSupport", "SeededRandom"]),
    .testTarget(
      name: "RankingTests", dependencies: ["Ranking", "Literature", "TestSupport", "SeededRandom"]),
    .testTarget(
      name: "EmbeddingsTests", dependencies: ["Embeddings", "TestSupport", "SeededRandom"]),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["Reading", "Literature", "TestSupport", "SeededRandom"]),
    .testTarget(
      name: "AppraisalTests",
      dependencies: ["Appraisal", "Literature", "TestSupport", "SeededRandom"]),
    .testTarget(
      name: "QueryTests",
      dependencies: ["Query", "Literature", "TestSupport", "SeededRandom"]),
    .testTarget(
      name: "AnswersTests",
      dependencies: ["Answers", "Literature", "TestSupport", "SeededRandom"]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing", "Answers"]),
    .testTarget(
      name: "RetrievalTests",
      dependencies: [
        "Retrieval", "Ranking", "Embeddings", "Answers", "Query", "Appraisal", "Literature",
        "Analysis", "TestSupport", "SeededRandom",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Encoding/encoded.tsv"]),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "Service", "Retrieval", "Answers", "Query", "Drawing", "JSON", "Appraisal", "Literature",
        "CZlib", "TestSupport", "SeededRandom",
      ]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "peerlit", "Service", "Retrieval", "Answers", "Query", "JSON", "Reading", "Literature",
        "TestSupport",
      ]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: ["peerlit-evaluate", "Appraisal", "Retrieval", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// Debugging information takes a sixth of the time of a build. Sanitizers set this variable to have
// it in their reports; profilers need only the names of functions.
if Context.environment["PEERLIT_DEBUG_INFO"] == nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings =
      (target.swiftSettings ?? [])
      + [.unsafeFlags(["-gnone"], .when(configuration: .release))]
  }
}

// Only tools/fuzz builds this: libFuzzer brings its own main function.
if Context.environment["PEERLIT_FUZZ"] != nil {
  package.products.append(.executable(name: "peerlit-fuzz", targets: ["peerlit-fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "peerlit-fuzz",
      dependencies: ["Service", "Retrieval", "Ranking", "Query", "Reading", "Literature", "JSON"],
      path: "tools/fuzzing", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

// Only tools/install sets this: an object file with the data of Foundation's ICU that is needed.
if let data = Context.environment["PEERLIT_ICU_DATA"] {
  package.targets.first { $0.name == "peerlit" }?.linkerSettings = [.unsafeFlags([data])]
}
