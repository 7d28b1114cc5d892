import Embeddings
import Foundation
import GRDB

/// Replaces the embeddings of documents, which were made of their words, with those of a
/// ``SentenceEncoder``.
///
/// This takes far longer than indexing, so it is done in small transactions after the text can be
/// searched. Documents are encoded in the order of their numbers: the index only remembers the
/// first number that is left, and continues there after an interruption.
struct DocumentEncoding {
  /// The number of documents in a transaction.
  static let batch = 64

  let database: Database
  let file: EncoderFile
  let table: EmbeddingTable

  /// A document and the beginning of its text.
  private struct Item {
    var number: Int
    var text: String
  }

  /// Prepares encoding; `nil` if the index has embeddings of another table or none.
  init?(_ database: Database, _ file: EncoderFile, _ table: EmbeddingTable?) throws {
    guard let table = try IndexProperties.usable(database, table) else { return nil }
    self.database = database
    self.file = file
    self.table = table
  }

  /// The number of documents that are not encoded.
  func count() throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM documents WHERE number >= ?", arguments: [first()]) ?? 0
  }

  /// The first document that may not be encoded.
  private func first() throws -> Int {
    guard try IndexProperties.value(database, .encoder) == file.name else { return 0 }
    return try IndexProperties.number(database, .encodedBefore)
  }

  /// Encodes documents.
  ///
  /// - Parameters:
  ///   - progress: called with the number of documents encoded, after each batch.
  ///   - shouldStop: called between batches.
  /// - Returns: false if the encoder can't be used.
  func run(progress: (Int) -> Void, shouldStop: () -> Bool) throws -> Bool {
    guard let encoder = file.open(), encoder.dimensions == table.encodedDimensions else {
      return false
    }
    var next = try first()
    var done = 0
    while !shouldStop() {
      let items = try items(from: next)
      guard let last = items.last else { break }
      let embeddings = encode(items.map(\.text), with: encoder)
      next = last.number + 1
      try write(zip(items.map(\.number), embeddings), before: next)
      done += items.count
      progress(done)
    }
    return true
  }

  private func items(from number: Int) throws -> [Item] {
    let texts = try StoredTexts(database)
    return try Row.fetchAll(
      database,
      sql: "SELECT number, title FROM documents WHERE number >= ? ORDER BY number LIMIT ?",
      arguments: [number, Self.batch]
    ).map { row in
      let number = row.integer("number")
      let beginning = try texts.beginning(document: number, words: DocumentEmbedder.words)
      return Item(number: number, text: "\(row.text("title")). \(beginning)")
    }
  }

  /// The embeddings of texts, computed on all cores.
  private func encode(_ texts: [String], with encoder: SentenceEncoder) -> [Embedding?] {
    let table = table
    return ParallelMap.map(texts.count) { index in
      encoder.encode(texts[index]).map { table.embedding(encoded: $0) }
    }
  }

  private func write(
    _ embeddings: some Sequence<(Int, Embedding?)>, before next: Int
  ) throws {
    try database.execute(sql: "BEGIN IMMEDIATE")
    let rows = try database.makeStatement(
      sql: "SELECT data FROM document_terms WHERE document = ?")
    let update = try database.makeStatement(
      sql: "UPDATE document_terms SET data = ? WHERE document = ?")
    for case (let document, let embedding?) in embeddings {
      guard var row = try Data.fetchOne(rows, arguments: [document]),
        TermVectorRow.replace(&row, encoded: embedding)
      else { continue }
      try update.execute(arguments: [row, document])
    }
    try IndexProperties.set(database, .encoder, file.name)
    try IndexProperties.set(database, .encodedBefore, String(next))
    // Servers open the index again.
    let generation = try IndexProperties.number(database, .generation)
    try IndexProperties.set(database, .generation, String(generation + 1))
    try database.execute(sql: "COMMIT")
  }
}
