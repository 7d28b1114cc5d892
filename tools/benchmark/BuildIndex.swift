import ArgumentParser
import Foundation
import Retrieval

/// Indexes records as `peerlit index` does, and tells what it took as the peers tell it.
struct BuildIndex: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Indexes files, and tells time, size and peak memory.")

  @Argument(help: "The index file to make.")
  var index: String

  @Argument(help: "Files of records.")
  var files: [String]

  /// What every engine tells of its indexing.
  struct Outcome: Codable {
    var engine: String
    var passages: Int
    var seconds: Double
    var bytes: Int
    var peak: Int
  }

  func run() throws {
    try? FileManager.default.removeItem(atPath: index)
    let clock = ContinuousClock()
    let start = clock.now
    _ = try Indexer(path: index).index(files)
    let seconds = start.duration(to: clock.now).seconds
    let figures = try Index(path: index).stats()
    let outcome = Outcome(
      engine: "peerlit", passages: figures.passages, seconds: seconds, bytes: figures.bytes,
      peak: Memory.peak)
    print(String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self))
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
