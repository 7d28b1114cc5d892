import Analysis
import Foundation
import GRDB
import Literature

/// Finds the records of documents for a decision on duplicates.
struct DecidedRecords {
  private let database: Database
  private let analyzer: Analyzer
  private let table: RecordTable
  /// Path of the index, for errors.
  private let path: String

  init(_ database: Database, _ analyzer: Analyzer, path: String) throws {
    self.path = path
    self.database = database
    self.analyzer = analyzer
    table = try RecordTable(database)
  }

  /// A record of a document.
  struct Member {
    var record: Document
    var reference: RecordReference
    var linkage: LinkageRecord
  }

  /// A document and its records, the kept one first.
  struct Work {
    var document: Int
    var id: String
    var title: String
    var records: [Member]

    /// Refuses a record without keys, because a decision on it would never find it.
    ///
    /// - Throws: ``IndexError/unrecognisableRecord(_:)``.
    func expectKeys() throws {
      if let member = records.first(where: { $0.linkage.keys.isEmpty }) {
        throw IndexError.unrecognisableRecord(member.record.id)
      }
    }
  }

  /// The work of a document's public id, of the id of one of its records, or of another identifier
  /// such as a DOI.
  ///
  /// - Throws: ``IndexError/unknownDocument(id:path:)``.
  func work(_ id: String) throws -> Work {
    guard let number = try IdentifierLookup(database: database).document(named: id) else {
      throw IndexError.unknownDocument(id: id, path: path)
    }
    return try work(number: number)
  }

  /// Refuses an identifier that several documents have, such as the DOI of works that were split.
  ///
  /// - Throws: ``IndexError/severalDocuments(id:documents:)``.
  func expectOneDocument(_ id: String) throws {
    let numbers = try IdentifierLookup(database: database).documents(nil, id)
    guard numbers.count > 1 else { return }
    throw IndexError.severalDocuments(
      id: id, documents: try numbers.map { try work(number: $0).id })
  }

  /// The work of a document with an internal number.
  func work(number: Int) throws -> Work {
    guard let row = try DocumentRow.row(database, number: number) else {
      throw IndexError.unknownDocument(id: String(number), path: path)
    }
    let rows = try table.rows(of: row).sorted { RecordRank($0.record) < RecordRank($1.record) }
    let members = rows.map { row in
      Member(
        record: row.record, reference: RecordReference(row.record, content: row.fingerprint),
        linkage: row.linkage(analyzer))
    }
    return Work(document: number, id: row.text("id"), title: row.text("title"), records: members)
  }
}
