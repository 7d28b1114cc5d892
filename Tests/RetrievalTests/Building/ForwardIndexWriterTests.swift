import Foundation
import GRDB
import Testing

import Retrieval

/// A row of the forward index tells the words of a document in order, as the file's page documents.
struct ForwardIndexWriterTests {
  /// The words of a document, decoded without any code of the index: terms, `-` for a stop word,
  /// `|` before a passage.
  private static func words(_ library: TemporaryLibrary, _ document: Int) throws -> [String] {
    try library.use { database in
      let data = try Data.fetchOne(
        database, sql: "SELECT data FROM document_terms WHERE document = ?", arguments: [document])
      var words: [String] = []
      var value = 0
      var shift = 0
      for byte in data ?? Data() {
        value |= Int(byte & 127) << shift
        shift += 7
        if byte >= 128 { continue }
        switch value {
        case 0: words.append("|")
        case 1...3: words += Array(repeating: "-", count: value)
        default:
          words.append(
            try String.fetchOne(
              database, sql: "SELECT term FROM terms WHERE number = ?", arguments: [value - 3])
              ?? "?")
        }
        value = 0
        shift = 0
      }
      return words
    }
  }

  @Test func `stop words side by side keep their places`() throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("1", title: "The peer-led clinic of it", text: "Of all the of the coach and of."),
        Record("2", title: "", text: "And."), Record("3", title: "Coach", text: "Coach the clinic"),
      ])
    try library.index()
    #expect(
      try Self.words(library, 0) == [
        "-", "peer", "led", "clinic", "-", "-", "|", "-", "-", "-", "-", "-", "coach", "-", "-",
      ])
    #expect(try Self.words(library, 1) == ["|", "-"])
    #expect(try Self.words(library, 2) == ["coach", "|", "coach", "-", "clinic"])
  }

  @Test func `what is named most has the smallest numbers, stop words the largest`() throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("1", text: "The coach and the clinic of the coach"),
        Record("2", text: "The coach of the ward"),
      ])
    try library.index()
    let terms = try library.use {
      try String.fetchAll($0, sql: "SELECT term FROM terms ORDER BY number")
    }
    #expect(terms.first == "coach")
    #expect(Set(terms.suffix(3)) == ["the", "and", "of"])
  }
}
