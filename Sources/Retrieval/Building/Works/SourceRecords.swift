import GRDB
import Literature

/// Finds the records of files in the index while a run adds others.
final class SourceRecords {
  private let database: Database
  private let records: RecordTable
  private let new: NewRecords
  private let seen: SeenRecords
  /// The file whose records were last looked up, and whether the index had any.
  private var lookedUp: (path: String, hasRecords: Bool)?

  /// - Parameters:
  ///   - new: the records that the run adds.
  ///   - seen: the records that the run found in the sources.
  init(_ database: Database, _ records: RecordTable, new: NewRecords, seen: SeenRecords) {
    self.database = database
    self.records = records
    self.new = new
    self.seen = seen
  }

  /// The location in the index of a source's record.
  func record(of source: Source) throws -> StoredRecord? {
    // Records of new files are looked up only if they are repeated.
    guard try hasRecords(source.path) || new.contains(source) else { return nil }
    if let number = try records.number(of: source) { return .shared(record: number) }
    return try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT number, id FROM documents
          WHERE \(SourcePaths.condition) AND key = ?2 AND records = 1
          """),
      arguments: [source.path, source.key ?? ""]
    ).map { .alone(document: $0.offset("number"), id: $0.text("id")) }
  }

  /// Whether the index has records of a file; if false, it may have some that this run has added
  /// since, which are in ``new``.
  private func hasRecords(_ path: String) throws -> Bool {
    if let lookedUp, lookedUp.path == path { return lookedUp.hasRecords }
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT 1 WHERE EXISTS (SELECT 1 FROM documents WHERE \(SourcePaths.condition))
            OR EXISTS (SELECT 1 FROM records WHERE path = ?1)
          """),
      arguments: [path])
    lookedUp = (path, row != nil)
    return row != nil
  }

  /// The internal number of the document that contains a source's record.
  func document(of source: Source) throws -> Int? {
    switch try record(of: source) {
    case .alone(let document, _): document
    case .shared(let record): try records.document(of: record)
    case nil: nil
    }
  }

  /// Marks all records of a file as found and returns their number.
  func markSeen(path: String) throws -> Int {
    let stored = try stored(path: path)
    for record in stored { seen.insert(record) }
    return stored.count
  }

  /// Marks the records of a file as found that this run did not find, because it could not read
  /// the whole file, and returns their number.
  func keepUnread(path: String) throws -> Int {
    let kept = try unseen(path: path)
    for record in kept { seen.insert(record) }
    return kept.count
  }

  /// Whether the index has a record of a file that this run did not find.
  func hasUnseen(path: String) throws -> Bool {
    try hasRecords(path) && !unseen(path: path).isEmpty
  }

  /// The records of a file that the index has, but that this run did not find.
  private func unseen(path: String) throws -> [StoredRecord] {
    try stored(path: path).filter { !seen.contains($0) }
  }

  /// The records of a file that the index has.
  private func stored(path: String) throws -> [StoredRecord] {
    let alone = try Row.fetchAll(
      database,
      sql: "SELECT number, id FROM documents WHERE \(SourcePaths.condition) AND records = 1",
      arguments: [path]
    ).map { StoredRecord.alone(document: $0.offset("number"), id: $0.text("id")) }
    let shared = try Int.fetchAll(
      database, sql: "SELECT number FROM records WHERE path = ?", arguments: [path]
    ).map { StoredRecord.shared(record: $0) }
    return alone + shared
  }
}
