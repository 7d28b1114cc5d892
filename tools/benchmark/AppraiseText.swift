import Appraisal
import ArgumentParser
import Foundation
import Literature

/// Appraises records on one core, with reading and printing left out.
struct AppraiseText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appraise",
    abstract: "Times the appraiser alone over records that are read beforehand.")

  @Argument(help: "A file of JSON Lines with title and text.")
  var file: String

  @Option(help: "How often, of which the best counts.")
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
    // A fresh appraiser each time: its words are as new as they are to an indexer.
    let best = (0..<max(1, times)).map { _ in
      clock.measure {
        let appraiser = Appraiser()
        for document in documents { _ = appraiser.appraise(document) }
      }.seconds
    }.min()
    guard let best, best > 0 else { return }
    let megabytes = Double(bytes) / 1e6
    print(
      "\(documents.count) records, \(String(format: "%.1f", megabytes)) MB of text: "
        + "\(String(format: "%.2f", best)) s, \(String(format: "%.1f", megabytes / best)) MB/s")
  }
}
