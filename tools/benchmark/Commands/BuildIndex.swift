import ArgumentParser
import Foundation
import Retrieval

/// Indexes records as `peerlit index` does, and reports the cost in the format of the peers.
struct BuildIndex: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Index files, and print time, size and peak memory.")

  @Argument(help: "Index file to create.")
  var index: String

  @Argument(help: "Files of records.")
  var files: [String]

  @Flag(name: .customLong("no-fts"), help: "Leave out the FTS5 table.")
  var noFTS = false

  @Option(help: "Encode the documents with these weights of tools/setup --meaning.")
  var encoder: String?

  /// The cost of indexing, reported by every engine.
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
    var options = IndexOptions()
    options.fullText = !noFTS
    if let encoder {
      options.encoder = EncoderFile(path: encoder)
      guard options.encoder?.open() != nil else {
        throw ValidationError("“\(encoder)” does not contain the weights of an encoder.")
      }
    }
    _ = try Indexer(path: index, options: options).index(files)
    let seconds = start.duration(to: clock.now).seconds
    let figures = try Index(path: index).stats()
    let outcome = Outcome(
      engine: "peerlit" + (noFTS ? " --no-fts" : "") + (encoder == nil ? "" : " encoding"),
      passages: figures.passages, seconds: seconds,
      bytes: figures.bytes,
      peak: Memory.peak)
    print(String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self))
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double { self / .seconds(1) }
}
