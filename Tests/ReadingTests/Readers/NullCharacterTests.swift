import Foundation
import Literature
import Reading
import Testing

/// U+0000 in files of any format.
struct NullCharacterTests {
  @Test func `ids and titles in JSON are kept whole`() {
    let text = #"""
      {"_id":"m\u0000x","title":"One\u0000 whole title","text":"first","authors":["Le\u0000e, Ann"]}
      {"_id":"m\u0000y","title":"Two","text":"second"}
      {"_id":"z","title":"Three","text":"third"}

      """#
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.jsonl")
    #expect(reading.documents.map(\.id) == ["m\u{FFFD}x", "m\u{FFFD}y", "z"])
    #expect(reading.documents.map(\.title) == ["One\u{FFFD} whole title", "Two", "Three"])
    #expect(reading.documents.first?.authors == ["Le\u{FFFD}e, Ann"])
    #expect(reading.documents.map(\.source.key) == ["m\u{FFFD}x", "m\u{FFFD}y", "z"])
    #expect(reading.repaired == ["m\u{FFFD}x", "m\u{FFFD}y"])
    #expect(reading.failures.isEmpty)
  }

  @Test(arguments: [
    (
      "a.ris",
      "TY  - JOUR\nTI  - Peers\u{0} in prisons\nJO  - Journal\u{0} of Peers\nKW  - HIV\u{0}\nAB  - We "
        + "asked many people about the work of peers.\nER  - \n"
    ),
    (
      "a.csv",
      "title,journal,keywords,abstract\nPeers\u{0} in prisons,Journal\u{0} of Peers,HIV\u{0},"
        + "We asked many people about the work of peers.\n"
    ),
    (
      "a.json",
      #"[{"title":"Peers\u0000 in prisons","container-title":"Journal\u0000 of Peers","#
        + #""keyword":"HIV\u0000"}]"#
    ),
    (
      "a.bib",
      "@article{a, title = {Peers\u{0} in prisons}, journal = {Journal\u{0} of Peers},\n"
        + "keywords = {HIV\u{0}}, abstract = {We asked many people about the work of peers.}}\n"
    ),
  ])
  func `fields of records are kept whole`(name: String, text: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(document.title == "Peers\u{FFFD} in prisons")
    #expect(document.venue == "Journal\u{FFFD} of Peers")
    #expect(document.keywords == ["HIV\u{FFFD}"])
    #expect(reading.repaired.count == 1)
  }

  @Test func `sections keep their places in the text`() throws {
    let text = """
      ---
      title: Peers
      ---
      ## Methods

      We \u{0}asked \u{0}people.

      ## Results

      Many said yes to peers.

      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.md")
    let document = try #require(reading.documents.first)
    #expect(
      document.text
        == "Methods\n\nWe \u{FFFD}asked \u{FFFD}people.\n\nResults\n\nMany said yes to peers.")
    #expect(
      document.outline == [
        "methods|Methods|We \u{FFFD}asked \u{FFFD}people.",
        "results|Results|Many said yes to peers.",
      ])
    #expect(reading.repaired == ["a"])
  }

  /// A value in which every text has a null character, and the names of its fields that are no
  /// texts.
  private static func filled<Value: Codable>(
    _ value: Value
  ) throws -> (value: Value, texts: Int, others: Set<String>) {
    let encoded = try JSONEncoder().encode(value)
    var members = try JSONSerialization.jsonObject(with: encoded) as? [String: Any] ?? [:]
    var texts = 0
    var others: Set<String> = []
    for (label, child) in Mirror(reflecting: value).children {
      guard let label else { continue }
      let kind: Any.Type = type(of: child)
      if kind == String.self || kind == String?.self {
        members[label] = "a\u{0}b"
      } else if kind == [String].self {
        members[label] = ["a\u{0}b"]
      } else {
        others.insert(label)
        continue
      }
      texts += 1
    }
    let data = try JSONSerialization.data(withJSONObject: members)
    return (try JSONDecoder().decode(Value.self, from: data), texts, others)
  }

  @Test func `no field of a document is forgotten`() throws {
    let imprint = try Self.filled(Imprint())
    #expect(imprint.others == ["month", "day"])
    let filled = try Self.filled(Document(id: "", source: Source(path: "/a")))
    // Identifiers and sections have tests of their own; the others have no text of the record.
    #expect(
      filled.others == [
        "source", "otherSources", "year", "imprint", "identifiers", "sections", "facets", "origins",
      ])
    var document = filled.value
    document.imprint = imprint.value
    document.source.key = "a\u{0}b"
    document.identifiers = [Identifier(.doi, "10.1000/a\u{0}b")]
    let outcome = ReadOutcome.document(document, repaired: nil).withoutNull
    guard case .document(let replaced, let repaired) = outcome else {
      Issue.record("no document")
      return
    }
    #expect(repaired == .characters)
    let text = String(decoding: try JSONEncoder().encode(replaced), as: UTF8.self)
    #expect(!text.contains("\\u0000"))
    #expect(text.ranges(of: "\u{FFFD}").count == filled.texts + imprint.texts + 2)
  }
}
