import Analysis
import Answers
import Foundation
import GRDB
import JSON
import Literature
import Reading

/// The records of documents that were removed; later runs skip them, whatever their source, until
/// they are restored.
final class RemovedRecords {
  private let database: Database
  private let analyzer: Analyzer
  private var sources = Set<Source>()
  /// The compared parts of each record, by the keys that the same work has in other sources.
  private var linkages: [Int64: [LinkageRecord]] = [:]

  init(_ database: Database, analyzer: Analyzer) throws {
    self.database = database
    self.analyzer = analyzer
    for row in try Row.fetchAll(database, sql: "SELECT path, key, data FROM removed") {
      sources.insert(DocumentRow.source(row))
      let data = Data(row.text("data").utf8)
      // A damaged row is still found by its source.
      if let record = try? JSONDecoder().decode(Document.self, from: data) { link(record) }
    }
  }

  /// Whether a record, or another one of its work, was removed.
  func contains(_ prepared: PreparedDocument) -> Bool {
    if sources.isEmpty { return false }
    let source = prepared.document.source
    if sources.contains(Source(path: source.path, key: source.key)) { return true }
    let others = prepared.keys.flatMap { linkages[$0] ?? [] }
    if others.isEmpty { return false }
    let record = LinkageRecord(prepared.document, analyzer)
    return others.contains { if case .same = $0.match(record) { true } else { false } }
  }

  /// Stores a record of a removed document.
  func insert(_ record: Document, of document: String) throws {
    var record = record
    record.text = ""
    record.sections = []
    record.facets = Facets()
    try database.execute(
      sql: "INSERT OR REPLACE INTO removed (path, key, id, document, data) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        record.source.path, record.source.key ?? "", record.id, document,
        try JSONText.line(record),
      ])
    sources.insert(Source(path: record.source.path, key: record.source.key))
    link(record)
    // The next run reports that it skips the record.
    try SourceTable.readAgain(database, path: record.source.path)
  }

  private func link(_ record: Document) {
    let linkage = LinkageRecord(record, analyzer)
    for key in linkage.keys { linkages[key.digest, default: []].append(linkage) }
  }

  // MARK: Restoring

  /// The removed documents: ids and titles, in the order of their ids.
  static func all(_ database: Database) throws -> [RemovedDocumentName] {
    var names: [RemovedDocumentName] = []
    for (id, record) in try records(database) where names.last?.id != id {
      names.append(RemovedDocumentName(id: id, title: record?.title ?? ""))
    }
    return names
  }

  /// Restores a document, and marks its sources as unread; `nil` if no document with this name was
  /// removed.
  ///
  /// - Parameter name: its id or any other identifier.
  static func restore(_ name: String, _ database: Database) throws -> RemovedDocumentName? {
    guard let found = document(named: name, in: try records(database)) else { return nil }
    let paths = try String.fetchAll(
      database, sql: "SELECT path FROM removed WHERE document = ?", arguments: [found.id])
    // Other records of the work may have been skipped as well.
    let skipped = try NoticeTable.files(database, skippedBecause: .removed)
    for path in skipped.union(paths) { try SourceTable.readAgain(database, path: path) }
    try database.execute(
      sql: "DELETE FROM removed WHERE document = ?", arguments: [found.id])
    return found
  }

  /// The removed documents that the names refer to, by name.
  ///
  /// - Parameter names: ids or other identifiers.
  static func documents(
    named names: [String], _ database: Database
  ) throws -> [String: RemovedDocumentName] {
    let all = try records(database)
    var documents: [String: RemovedDocumentName] = [:]
    for name in Set(names) { documents[name] = document(named: name, in: all) }
    return documents
  }

  private static func document(
    named name: String, in all: [(document: String, record: Document?)]
  ) -> RemovedDocumentName? {
    if all.isEmpty { return nil }
    let identifiers = Set(Identifier.candidates(of: name))
    let found =
      all.first { $0.document == name || $0.record?.id == name }
      ?? all.first { $0.record.map { !identifiers.isDisjoint(with: $0.identifiers) } ?? false }
      ?? numbered(name, in: all)
    return found.map { RemovedDocumentName(id: $0.document, title: $0.record?.title ?? "") }
  }

  /// The record with an accession number; `nil` if several documents have it.
  private static func numbered(
    _ name: String, in all: [(document: String, record: Document?)]
  ) -> (document: String, record: Document?)? {
    guard let typed = Identifier(.accession, parsing: name) else { return nil }
    let found = all.filter { removed in
      (removed.record?.identifiers ?? []).contains { $0.isAccession(typed: typed) }
    }
    return Set(found.map { $0.document }).count == 1 ? found.first : nil
  }

  private static func records(
    _ database: Database
  ) throws -> [(document: String, record: Document?)] {
    try Row.fetchAll(
      database, sql: "SELECT document, data FROM removed ORDER BY document, path, key"
    ).map { row in
      (
        row.text("document"),
        try? JSONDecoder().decode(Document.self, from: Data(row.text("data").utf8))
      )
    }
  }
}
