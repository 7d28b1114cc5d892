import Foundation
import GRDB
import Literature

/// Writes and deletes the rows of documents: record, text, passages and full text.
final class IndexRows {
  private let documents: Statement
  private let passages: Statement
  private let texts: Statement
  private let rules: RuleNames
  private let metadata: MetadataRows
  private let fullText: FullTextTable?
  private let fullTextDelete: FullTextTable?
  private let database: Database

  init(_ database: Database) throws {
    self.database = database
    documents = try database.makeStatement(sql: DocumentRow.insert)
    passages = try database.makeStatement(
      sql: """
        INSERT INTO passages (number, document, section, block, byte, bytes, scalar, scalars, page,
          back_matter)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    texts = try database.makeStatement(sql: "INSERT INTO texts (id, byte, data) VALUES (?, ?, ?)")
    rules = RuleNames(database)
    metadata = try MetadataRows(database)
    let hasFullText = try FullTextSchema.exists(database)
    fullText = hasFullText ? try FullTextTable(database, command: nil) : nil
    fullTextDelete = hasFullText ? try FullTextTable(database, command: "delete") : nil
  }

  func insert(_ prepared: PreparedDocument, number: Int, firstPassage: Int) throws {
    try documents.execute(
      arguments: DocumentRow.arguments(
        prepared.document, number: number, fingerprint: prepared.fingerprint,
        records: prepared.records, firstPassage: firstPassage, passages: prepared.passages.count,
        evidence: EvidenceBytes.bytes(prepared.document.facets, rule: rules.number)))
    try metadata.insert(prepared.document, work: number)
    for (index, block) in prepared.blocks.enumerated() {
      try texts.execute(
        arguments: [
          TextKey.id(document: number, block: index), block.byte, Data(block.data),
        ])
    }
    for (index, passage) in prepared.passages.enumerated() {
      try passages.execute(
        arguments: [
          firstPassage + index, number, passage.section, passage.block, passage.bytes.lowerBound,
          passage.bytes.count, passage.scalars.lowerBound, passage.scalars.count, passage.page,
          passage.isBackMatter,
        ])
      try fullText?.write(prepared.fullTextRow(index, number: firstPassage + index))
    }
  }

  /// Deletes the rows of a document; FTS5 needs the text that was indexed.
  func delete(number: Int, fullText rows: [FullTextRow]) throws {
    for row in rows { try fullTextDelete?.write(row) }
    try database.execute(sql: "DELETE FROM passages WHERE number IN (\(list(rows)))")
    let texts = TextKey.range(document: number)
    try database.execute(
      sql: "DELETE FROM texts WHERE id >= ? AND id < ?",
      arguments: [texts.lowerBound, texts.upperBound])
    try database.execute(sql: "DELETE FROM document_terms WHERE document = ?", arguments: [number])
    try metadata.delete(work: number)
    try database.execute(sql: "DELETE FROM documents WHERE number = ?", arguments: [number])
  }

  private func list(_ rows: [FullTextRow]) -> String {
    rows.map { String($0.passage) }.joined(separator: ",")
  }
}
