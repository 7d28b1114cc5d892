import Answers
import Foundation
import GRDB
import Literature
import Query
import Ranking

extension IndexReader {
  /// A document by its public id or any other identifier, with its text.
  func document(_ id: String) throws -> Document? {
    try number(of: id).flatMap { try document(number: $0) }
  }

  /// A document by its internal number, with its text.
  func document(number: Int) throws -> Document? {
    guard let row = try row(number) else { return nil }
    var document = try documents.document(row)
    if row.integer("records") > 1 {
      document.otherSources = try otherSources(of: number, than: document.source)
    }
    return document
  }

  /// A document by its internal number, without its text and the evidence of its facets.
  func record(number: Int) throws -> Document? {
    try row(number).map(DocumentRow.document)
  }

  private func row(_ number: Int) throws -> Row? {
    try load([number])
    return try DocumentRow.row(database, number: number)
  }

  /// The sources of a work's records, except the kept one.
  private func otherSources(of number: Int, than kept: Source) throws -> [Source] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT path, key, line FROM records WHERE document = ? ORDER BY path, key"),
      arguments: [number]
    ).map(DocumentRow.source).filter { ($0.path, $0.key) != (kept.path, kept.key) }
  }

  /// The internal number of a document by its public id, that of any of its records, or any
  /// identifier.
  ///
  /// - Throws: ``IndexError/shardsMissing(_:)`` if it may be in a shard that does not answer.
  func number(of id: String) throws -> Int? {
    let number = try identifiers.document(named: id)
    if number == nil { try storage?.requireAllShards() }
    return number
  }

  /// Makes the rows of documents readable, if the file does not have them.
  ///
  /// - Throws: ``IndexError/shardsMissing(_:)`` if one is in a shard that does not answer.
  func load(_ numbers: [Int]) throws {
    guard let storage else { return }
    let isWhole = try storage.load(documents: numbers.compactMap { UInt32(exactly: $0) })
    if !isWhole { try storage.requireAllShards() }
  }

  /// The public id of a document by its internal number.
  func id(of number: Int) throws -> String? {
    try load([number])
    return try String.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM documents WHERE number = ?"),
      arguments: [number])
  }

  /// The public id and the title of a document by its number.
  func name(of number: Int) throws -> (id: String, title: String)? {
    try load([number])
    return try Row.fetchOne(
      database.cachedStatement(sql: "SELECT id, title FROM documents WHERE number = ?"),
      arguments: [number]
    ).map { ($0.text("id"), $0.text("title")) }
  }

  /// Statistics of the index.
  func stats() throws -> IndexStats {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    var stats = IndexStats(path: path, bytes: (attributes?[.size] as? Int) ?? 0)
    func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
    stats.documents =
      storage == nil ? try count("SELECT count(*) FROM documents") : snapshot.documentCount
    stats.passages =
      storage == nil ? try count("SELECT count(*) FROM passages") : snapshot.passageCount
    stats.terms = try count("SELECT count(*) FROM terms")
    stats.words = try count("SELECT count(*) FROM words")
    stats.segments = snapshot.segments.count
    stats.deleted = snapshot.deleted?.count ?? 0
    stats.meanPassageLength = Double(SegmentStatistics.averages(snapshot.segments).passage)
    let alive = snapshot.alive()
    for facet in FacetDefinition.filters {
      let name = facet.name.rawValue
      if facet.kind == .codes {
        var known = try snapshot.documents(name, DocumentColumn.anyCode)
        known.formIntersection(alive)
        stats.known[name] = known.count
      } else {
        let values = try snapshot.values(name)
        var known = 0
        alive.forEach { if values[Int($0)] != DocumentColumn.unknown { known += 1 } }
        stats.known[name] = known
      }
    }
    if try IndexProperties.value(database, .embeddings) != nil {
      let first = try IndexProperties.number(database, .encodedBefore)
      let encoded = try count("SELECT count(*) FROM documents WHERE number < \(first)")
      stats.embeddings = ["encoder": encoded, "words": stats.documents - encoded]
    }
    stats.versions["analyzer"] = try IndexProperties.value(database, .analyzer)
    stats.versions["format"] = try IndexProperties.value(database, .format)
    stats.versions["sqlite"] = try String.fetchOne(database, sql: "SELECT sqlite_version()")
    return stats
  }
}
