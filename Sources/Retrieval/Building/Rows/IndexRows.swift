import Foundation
import GRDB
import Literature

/// Writes and deletes the rows of documents: record, text and passages.
final class IndexRows {
  private let documents: RowInserter
  private let passages: RowInserter
  private let texts: RowInserter
  private let paths: SourcePaths
  private let rules: RuleNames
  private let metadata: MetadataRows
  private let database: Database

  init(_ database: Database) throws {
    self.database = database
    documents = try RowInserter(database, sql: DocumentRow.insert)
    passages = try RowInserter(
      database,
      sql: """
        INSERT INTO passages (number, document, section, block, byte, bytes, scalar, scalars, page,
          back_matter)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    texts = try RowInserter(
      database, sql: "INSERT INTO texts (id, byte, data) VALUES (?, ?, ?)")
    paths = SourcePaths(database)
    rules = RuleNames(database)
    metadata = try MetadataRows(database)
  }

  func insert(_ prepared: PreparedDocument, number: Int, firstPassage: Int) throws {
    let evidence = try EvidenceBytes.bytes(prepared.document.facets, rule: rules.number)
    let source = try paths.number(of: prepared.document.source.path)
    try documents.insert { row in
      DocumentRow.bind(
        prepared.document, number: number, source: source, fingerprint: prepared.fingerprint,
        records: prepared.records, firstPassage: firstPassage, passages: prepared.passages.count,
        evidence: evidence, to: &row)
    }
    try metadata.insert(prepared.document, work: number)
    for (index, block) in prepared.blocks.enumerated() {
      try texts.insert { row in
        row.bind(Int(TextKey.id(document: number, block: index)))
        row.bind(block.byte)
        row.bind(block.data)
      }
    }
    for (index, passage) in prepared.passages.enumerated() {
      try passages.insert { row in
        row.bind(firstPassage + index)
        row.bind(number)
        row.bind(passage.section)
        row.bind(passage.block)
        row.bind(passage.bytes.lowerBound)
        row.bind(passage.bytes.count)
        row.bind(passage.scalars.lowerBound)
        row.bind(passage.scalars.count)
        row.bind(passage.page)
        row.bind(passage.isBackMatter ? 1 : 0)
      }
    }
  }

  /// Deletes the rows of a document.
  func delete(number: Int, passages: Range<Int>) throws {
    try database.execute(
      sql: "DELETE FROM passages WHERE number >= ? AND number < ?",
      arguments: [passages.lowerBound, passages.upperBound])
    let texts = TextKey.range(document: number)
    try database.execute(
      sql: "DELETE FROM texts WHERE id >= ? AND id < ?",
      arguments: [texts.lowerBound, texts.upperBound])
    try database.execute(sql: "DELETE FROM document_terms WHERE document = ?", arguments: [number])
    try metadata.delete(work: number)
    try paths.remove(of: number)
    try database.execute(sql: "DELETE FROM documents WHERE number = ?", arguments: [number])
  }
}
