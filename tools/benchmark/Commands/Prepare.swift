import ArgumentParser
import Foundation

/// Writes the records that all engines index: JSON Lines with an artificial year to filter by.
///
/// Records are read from standard input. If more are requested than exist, they are repeated under
/// new ids with their sentences shuffled, so that word frequencies and lengths stay the same while
/// no two records are identical.
struct Prepare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prepare records for the benchmark from JSON Lines on standard input.")

  @Option(help: "Number of records to write (default: all).")
  var records: Int?

  @Option(
    parsing: .upToNextOption,
    help:
      "Text files to read instead of standard input, one record each; the first line is the title.")
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

  /// The next valid record on standard input.
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
