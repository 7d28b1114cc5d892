import Foundation
import Retrieval

/// An index of the project's sample corpus, built once for all tests that read it.
enum SeedIndex {
  static let index: Result<Index, any Error> = Result {
    let path = FileManager.default.temporaryDirectory.path + "/seeds-\(UUID().uuidString).sqlite"
    let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus").path
    _ = try Indexer(path: path).index([corpus])
    let index = try Index(path: path)
    atexit { SeedIndex.remove() }
    return index
  }

  private static func remove() {
    guard case .success(let index) = index else { return }
    for end in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: index.path + end)
    }
  }
}
