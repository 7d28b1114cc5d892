import Foundation
import GRDB
import Testing

import Retrieval

/// A term vector has the terms of a document and their positions, as index/README.md
/// describes.
struct TermVectorWriterTests {
  /// The words of a document, decoded without the code under test: terms, `-` for a stop word, `|`
  /// before a passage.
  private static func words(_ library: TemporaryLibrary, _ document: Int) throws -> [String] {
    try library.use { database in
      let data = try Data.fetchOne(
        database, sql: "SELECT data FROM document_terms WHERE document = ?", arguments: [document])
      var rest = Array(data ?? Data())[...]
      func number() -> Int {
        var value = 0
        var shift = 0
        while let byte = rest.popFirst() {
          value |= Int(byte & 127) << shift
          shift += 7
          if byte < 128 { break }
        }
        return value
      }
      // The document's embedding comes first.
      if number() == 1 { rest = rest.dropFirst(256) }
      let wordCount = number()
      let titleWords = number()
      let passages = (0..<number()).map { _ in number() }
      let termCount = number()
      var apart = (0..<number()).map { _ in (total: number(), title: number()) }
      let controls = (0..<termCount).map { _ in rest.removeFirst() }
      let differences = controls.map { control in
        (0...Int(control & 3)).reduce(0) { $0 + Int(rest.removeFirst()) << (8 * $1) }
      }
      var bits = rest.flatMap { byte in (0..<8).map { Int(byte >> $0 & 1) } }[...]
      let width = String(max(wordCount, 1) - 1, radix: 2).count
      var words = Array(repeating: "-", count: wordCount)
      var term = 0
      for (control, difference) in zip(controls, differences) {
        term += difference
        let name = try String.fetchOne(
          database, sql: "SELECT term FROM terms WHERE number = ?", arguments: [term])
        var counts = (total: Int(control >> 4) + 1, title: Int(control >> 2 & 3))
        if control >> 2 == 63 { counts = apart.removeFirst() }
        var inTitle = 0
        for _ in 0..<counts.total {
          let place = wordCount > 1 ? (0..<width).reduce(0) { $0 + bits.removeFirst() << $1 } : 0
          if place < titleWords { inTitle += 1 }
          words[place] = name ?? "?"
        }
        #expect(inTitle == counts.title)
      }
      #expect(apart.isEmpty)
      #expect(bits.allSatisfy { $0 == 0 } && bits.count < 8)
      #expect(titleWords + passages.reduce(0, +) == wordCount)
      for index in passages.indices.reversed() {
        words.insert("|", at: titleWords + passages[..<index].reduce(0, +))
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

  @Test func `counts that are too large for a byte are stored separately`() throws {
    let library = try TemporaryLibrary()
    let title = Array(repeating: "coach", count: 5).joined(separator: " ")
    let text = Array(repeating: "clinic ward", count: 40).joined(separator: " ")
    try library.write("a.jsonl", [Record("1", title: title, text: text)])
    try library.index()
    #expect(try Self.words(library, 0).filter { $0 == "coach" }.count == 5)
    #expect(try Self.words(library, 0).filter { $0 == "clinic" }.count == 40)
  }

  @Test func `the most frequent terms have the smallest numbers, stop words the largest`() throws {
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
