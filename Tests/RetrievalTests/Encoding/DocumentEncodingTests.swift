import Answers
import Embeddings
import Foundation
import Query
import Retrieval
import TestSupport
import Testing

/// Documents are encoded after their text is indexed, and can be in part.
struct DocumentEncodingTests {
  private let library: TemporaryLibrary
  private let table: EmbeddingTable
  private let encoder: EncoderFile

  init() throws {
    library = try TemporaryLibrary()
    table = try #require(
      SmallEmbeddings(groups: [["kitchen", "recip", "oven"], ["garden", "tree", "flower"]]).table)
    encoder = try Self.encoder(library, seed: 1)
    try write(0..<150, to: "a.jsonl")
  }

  private static func encoder(_ library: TemporaryLibrary, seed: UInt64) throws -> EncoderFile {
    let path = library.indexPath + ".encoder-\(seed)"
    let small = SmallEncoder(
      vocabulary: ["[CLS]", "[SEP]", "[UNK]", "kitchen", "garden", "tree", "oven", "."], size: 256,
      inner: 32, layers: 1, seed: seed)
    try small.bytes.write(to: URL(filePath: path))
    return try #require(EncoderFile(path: path))
  }

  private func write(_ numbers: Range<Int>, to name: String) throws {
    try library.write(
      name,
      numbers.map { number in
        let words = ["kitchen", "garden", "tree", "oven"]
        return Record(
          "d\(number)", title: "Workers \(number)",
          text: "The \(words[number % 4]) is near the \(words[number / 4 % 4]) number \(number).")
      })
  }

  @discardableResult
  private func index(
    _ encoder: EncoderFile?, stopAfter: Int = .max,
    incident: @escaping (IndexIncident) -> Void = { _ in }
  ) throws -> IndexReport {
    var options = IndexOptions()
    options.embeddings = table
    options.encoder = encoder
    let encoded = Counter()
    return try Indexer(path: library.indexPath, options: options).index(
      [library.folder], progress: { encoded.value = $0.encoded }, incident: incident,
      shouldStop: { encoded.value >= stopAfter })
  }

  /// Shared by the closures of the indexer.
  private final class Counter: @unchecked Sendable {
    var value = 0
  }

  private func open(queries encoder: EncoderFile? = nil) throws -> Index {
    var settings = SearchSettings()
    settings.embeddings = table
    settings.queryEncoder = encoder?.open()
    return try Index(path: library.indexPath, settings: settings)
  }

  private func counts() throws -> [String: Int] { try open().stats().embeddings }

  private func search(
    _ text: String, queries encoder: EncoderFile? = nil
  ) throws -> SearchResponse {
    var request = SearchRequest(text)
    request.unit = .document
    request.limit = 1000
    request.count = true
    request.explain = true
    return try open(queries: encoder).search(request)
  }

  @Test func `documents are encoded once`() throws {
    #expect(try index(encoder).encoded == 150)
    #expect(try counts() == ["encoder": 150, "words": 0])
    #expect(try index(encoder).encoded == 0)
    try write(150..<160, to: "b.jsonl")
    #expect(try index(encoder).encoded == 10)
    #expect(try counts() == ["encoder": 160, "words": 0])
  }

  @Test func `without an encoder, the words of documents are used`() throws {
    #expect(try index(nil).encoded == 0)
    #expect(try counts() == ["encoder": 0, "words": 150])
    let words = try search("kitchen")
    // An encoder that is installed later encodes the documents that are there.
    #expect(try index(encoder).encoded == 150)
    let encoded = try search("kitchen")
    #expect(words.hits.map(\.score) != encoded.hits.map(\.score))
    #expect(Set(words.hits.map(\.document.id)) == Set(encoded.hits.map(\.document.id)))
    #expect(words.total == encoded.total)
  }

  @Test func `an interrupted run continues where it stopped`() throws {
    #expect(try index(encoder, stopAfter: 64).encoded == 64)
    #expect(try counts() == ["encoder": 64, "words": 86])
    // All documents can be searched.
    #expect(try search("kitchen").total.documents == 68)
    #expect(try index(encoder).encoded == 86)
    let resumed = try search("garden").hits.map { "\($0.document.id) \($0.score)" }
    let other = try DocumentEncodingTests()
    try other.index(other.encoder)
    #expect(try other.search("garden").hits.map { "\($0.document.id) \($0.score)" } == resumed)
  }

  @Test func `documents that are added without the encoder are mixed with others`() throws {
    try index(encoder)
    try write(150..<170, to: "b.jsonl")
    try index(nil)
    #expect(try counts() == ["encoder": 150, "words": 20])
    let found = try search("kitchen")
    #expect(found.hits.count == found.total.documents)
    #expect(found.hits.contains { $0.document.id == "d152" })
  }

  @Test(arguments: [0, 30, 60, 90])
  func `the weight of meaning follows the share of encoded documents`(encoded: Int) throws {
    // All of these documents match, and they are few enough to be ranked together.
    try library.remove("a.jsonl")
    try write(0..<encoded, to: "a.jsonl")
    if encoded > 0 { try index(encoder) }
    try write(encoded..<90, to: "b.jsonl")
    try index(nil)
    #expect(try counts() == ["encoder": encoded, "words": 90 - encoded])
    let hits = try search("workers kitchen").hits
    #expect(hits.count == 90)
    let parts = try hits.map { hit in
      let parts = try #require(hit.explanation?.parts)
      let meaning = parts.first { $0.term == "(meaning)" }?.score ?? 0
      return (
        number: Int(hit.document.id.dropFirst()) ?? 0, meaning: meaning, words: hit.score - meaning
      )
    }
    let best = try #require(parts.map(\.words).max())
    // Only "kitchen" is in the table, so the query is known in part.
    let weight = 0.7 + 1.3 * Double(encoded) / 90
    for part in parts { #expect(part.meaning <= weight * best + 1e-3) }
    // Documents with vectors of words are still compared with the query.
    let others = parts.filter { $0.number >= encoded }
    #expect(others.isEmpty || others.contains { $0.meaning > 0 })
    #expect(Set(hits.map(\.document.id)) == Set((0..<90).map { "d\($0)" }))
  }

  @Test func `plain queries can be encoded, and find the same documents`() throws {
    try index(encoder)
    let words = try search("kitchen oven")
    let encoded = try search("kitchen oven", queries: encoder)
    #expect(words.hits.map(\.score) != encoded.hits.map(\.score))
    #expect(Set(words.hits.map(\.document.id)) == Set(encoded.hits.map(\.document.id)))
    #expect(words.total == encoded.total)
    // Operators are not language, and other weights have other vectors.
    #expect(try scores("kitchen AND oven", queries: encoder) == scores("kitchen AND oven"))
    let other = try Self.encoder(library, seed: 2)
    #expect(try scores("kitchen oven", queries: other) == scores("kitchen oven"))
  }

  private func scores(_ text: String, queries encoder: EncoderFile? = nil) throws -> [Double] {
    try search(text, queries: encoder).hits.map(\.score)
  }

  @Test func `queries are not encoded before documents are`() throws {
    try index(nil)
    #expect(try scores("kitchen", queries: encoder) == scores("kitchen"))
    // An open index follows.
    let open = try open(queries: encoder)
    var request = SearchRequest("kitchen")
    request.unit = .document
    let before = try open.search(request).hits.map(\.score)
    try index(encoder)
    #expect(try open.search(request).hits.map(\.score) != before)
    #expect(
      try open.search(request).hits.map(\.score)
        == Array(scores("kitchen", queries: encoder).prefix(request.limit)))
  }

  @Test func `another encoder encodes all documents again`() throws {
    try index(encoder)
    #expect(try index(try Self.encoder(library, seed: 2)).encoded == 150)
    #expect(try counts() == ["encoder": 150, "words": 0])
  }

  @Test func `damaged weights are reported, and the text is indexed`() throws {
    var bytes = try Data(contentsOf: URL(filePath: encoder.path))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(filePath: encoder.path))
    var reasons: [String] = []
    let report = try index(encoder, incident: { reasons.append($0.reason) })
    #expect(report.records.added == 150)
    #expect(reasons.count == 1)
    #expect(reasons.first?.hasPrefix("the encoder's weights are damaged") == true)
    #expect(try counts() == ["encoder": 0, "words": 150])
  }
}
