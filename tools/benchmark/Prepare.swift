import ArgumentParser
import Foundation

/// Writes the records that all engines index: JSON Lines with a made-up year to filter by.
///
/// Records are taken from standard input. When more are asked for than there are, they are
/// repeated under new ids with their sentences exchanged at random, so that words, their
/// frequencies and lengths stay as they were while no two records are alike.
struct Prepare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prepares records for the benchmark from JSON Lines on standard input.")

  @Option(help: "How many records to write; all that there are otherwise.")
  var records: Int?

  func run() throws {
    var shuffler = SentenceShuffler(seed: 101_016)
    var written = 0
    let output = BufferedOutput()
    while let line = readLine(strippingNewline: true) {
      if let records, written >= records { break }
      guard var record = try? JSONDecoder().decode(Record.self, from: Data(line.utf8)) else {
        continue
      }
      record.year = KeptShare.year(of: written)
      if let records, records > written { shuffler.remember(record) }
      try output.write(record)
      written += 1
    }
    if let records {
      while written < records, var record = shuffler.next(number: written) {
        record.year = KeptShare.year(of: written)
        try output.write(record)
        written += 1
      }
    }
    output.flush()
  }
}

/// A record as peerlit reads it from JSON Lines, with what the benchmark needs.
struct Record: Codable, Sendable {
  var id: String
  var title: String
  var text: String
  var year: Int?

  enum CodingKeys: String, CodingKey {
    case id = "_id"
    case title, text, year
  }
}
