import Appraisal
import ArgumentParser
import Foundation
import Literature

/// Times appraisal alone, without reading and printing, on one core.
struct AppraiseText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appraise",
    abstract: "Time the appraiser alone on records that are already in memory.")

  @Argument(help: "JSON Lines file with title and text.")
  var file: String

  @Option(help: "Number of repetitions; the best counts.")
  var times = 3

  private struct Line: Decodable {
    var title: String?
    var text: String
  }

  func run() throws {
    let decoder = JSONDecoder()
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let documents = try lines.map { line in
      let read = try decoder.decode(Line.self, from: Data(line.utf8))
      var document = Document(id: "", source: Source(path: file))
      document.title = read.title ?? ""
      document.text = read.text
      return document
    }
    let bytes = documents.reduce(0) { $0 + $1.title.utf8.count + $1.text.utf8.count }
    let clock = ContinuousClock()
    // A new appraiser each time, without a warm cache, as when indexing.
    let best = (0..<max(1, times)).map { _ in
      clock.measure {
        let appraiser = Appraiser()
        for document in documents { _ = appraiser.appraise(document) }
      }.seconds
    }.min()
    guard let best, best > 0 else { return }
    let megabytes = Double(bytes) / 1e6
    print(
      "\(documents.count) records, \(megabytes.formatted(digits: 1)) MB of text: "
        + "\(best.formatted(digits: 2)) s, \((megabytes / best).formatted(digits: 1)) MB/s")
  }
}
