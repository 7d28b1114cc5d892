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

  @Option(
    parsing: .upToNextOption,
    help: "Text files, a record each, instead of standard input: the first line is the title.")
  var text: [String] = []

  func run() throws {
    var shuffler = SentenceShuffler(seed: 101_016)
    var written = 0
    let output = BufferedOutput()
    var files = text.makeIterator()
    while var record = try text.isEmpty ? Self.nextLine() : files.next().map(Self.record) {
      if let records, written >= records { break }
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

  /// The record of the next line of standard input that is one.
  private static func nextLine() -> Record? {
    let decoder = JSONDecoder()
    while let line = readLine(strippingNewline: true) {
      if let record = try? decoder.decode(Record.self, from: Data(line.utf8)) { return record }
    }
    return nil
  }

  /// The record of a text file.
  private static func record(_ path: String) throws -> Record {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let title = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    return Record(id: URL(filePath: path).lastPathComponent, title: title, text: text)
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
