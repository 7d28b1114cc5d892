// swift-tools-version: 6.2
import PackageDescription

// A separate package: the program is distributed under the GPL, because Xapian is, and everyone
// who builds peerlit without clusters needs neither.
let package = Package(
  name: "peerlit-cluster",
  products: [.executable(name: "peerlit-cluster", targets: ["peerlit-cluster"])],
  targets: [
    .executableTarget(
      name: "peerlit-cluster", linkerSettings: [.linkedLibrary("xapian"), .linkedLibrary("m")])
  ],
  cxxLanguageStandard: .cxx17
)
