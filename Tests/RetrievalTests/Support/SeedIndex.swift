import Foundation
import Retrieval
import TestSupport

/// An index of the project's sample corpus, built once for all tests that read it.
enum SeedIndex {
  private static let folder: Result<TemporaryFolder, any Error> = Result { try TemporaryFolder() }

  static let index: Result<Index, any Error> = Result {
    let path = try folder.get().path + "/seeds.sqlite"
    let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus").path
    _ = try Indexer(path: path).index([corpus])
    let index = try Index(path: path)
    atexit { SeedIndex.remove() }
    return index
  }

  private static func remove() {
    try? folder.get().remove()
  }
}
