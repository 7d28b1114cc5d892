import Analysis
import Answers
import Foundation
import GRDB
import Literature

/// Merges the records of a work into one document, regardless of their order.
///
/// ``WorkGroups`` divides records that share a key, directly or through others, into works, as well
/// as records that a person declared to be one work. A document depends only on the records of its
/// work, not on their order. Records that join or leave a work are written to ``RecordTable``
/// immediately; the affected documents are rebuilt, each once, by ``resolve(_:)`` before every
/// commit.
final class WorkMerger {
  let database: Database
  let analyzer: Analyzer
  let keys: WorkKeys
  let records: RecordTable
  let ids: PublicIDs
  private let texts: StoredTexts
  private let stored: StoredDocuments
  let remover: DocumentRemover
  let seen: SeenRecords
  /// The records that this run adds.
  let new = NewRecords()
  let incident: (IndexIncident) -> Void
  let decisions: DuplicateDecisions
  var preparer: WorkPreparer?

  /// Documents to be rebuilt; those in one set have or had records of the same work, or request the
  /// same ID.
  var works = DisjointSets()
  /// Keys of removed records by document; the documents may still be found by them until they are
  /// rebuilt.
  var stale: [Int: [Int64]] = [:]
  /// The compared parts of the records of documents to be rebuilt.
  var pending: [Int: [LinkageRecord]] = [:]
  /// The compared parts of the records of other documents, so that those that many records are
  /// compared with are read only once.
  private var compared: [Int: [LinkageRecord]] = [:]
  /// Maximum number of documents in ``compared``.
  private static let mostCompared = 16_384
  /// The file whose records were last looked up, and whether the index had any.
  private var lookedUp: (path: String, hasRecords: Bool)?

  init(
    _ database: Database, analyzer: Analyzer, language: String, decisions: DuplicateDecisions,
    seen: SeenRecords, incident: @escaping (IndexIncident) -> Void
  ) throws {
    self.database = database
    self.analyzer = analyzer
    self.decisions = decisions
    remover = try DocumentRemover(database, analyzer: Analyzer(language: language))
    self.seen = seen
    self.incident = incident
    keys = try WorkKeys(database)
    records = try RecordTable(database)
    ids = try PublicIDs(database)
    texts = try StoredTexts(database)
    stored = StoredDocuments(database, texts: texts)
  }

  /// The size of uncommitted records in bytes.
  var pendingSize: Int { records.written - resolved }
  var resolved = 0

  // MARK: Adding and removing records

  /// The location in the index of a source's record.
  func storedRecord(of source: Source) throws -> StoredRecord? {
    // Records of new files are looked up only if they are repeated.
    guard try hasRecords(source.path) || new.contains(source) else { return nil }
    if let number = try records.number(of: source) { return .shared(record: number) }
    return try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT number, id FROM documents WHERE path = ? AND key = ? AND records = 1"),
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
          SELECT 1 WHERE EXISTS (SELECT 1 FROM documents WHERE path = ?1)
            OR EXISTS (SELECT 1 FROM records WHERE path = ?1)
          """),
      arguments: [path])
    lookedUp = (path, row != nil)
    return row != nil
  }

  /// The internal number of the document that contains a source's record.
  func document(of source: Source) throws -> Int? {
    switch try storedRecord(of: source) {
    case .alone(let document, _): document
    case .shared(let record): try records.document(of: record)
    case nil: nil
    }
  }

  /// The documents that share a key with a record, and those that a person may have declared to be
  /// the same work.
  func documents(sharing keys: [Int64]) throws -> [Int] {
    var found: [Int] = []
    var known = Set<Int>()
    for key in keys {
      found += try self.keys.documents(key).filter { known.insert($0).inserted }
    }
    for key in decisions.keys(linkedTo: keys) {
      found += try self.keys.documents(key, limit: nil).filter { known.insert($0).inserted }
    }
    return found
  }

  /// The document with an ID, if it is to be rebuilt, after which the ID may be unused.
  func document(leaving id: String) throws -> Int? {
    guard !works.isEmpty, ids.mayBeTaken(id),
      let number = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT number FROM documents WHERE id = ?"),
        arguments: [id]), works.contains(number)
    else { return nil }
    return number
  }

  /// Whether a record is the same work as one of the documents that share keys with it.
  func matches(_ prepared: PreparedDocument, among documents: [Int]) throws -> Bool {
    guard !documents.isEmpty else { return false }
    let record = LinkageRecord(prepared.document, analyzer, content: prepared.fingerprint)
    return try documents.contains { try isSame(record, linkages(of: $0)) }
  }

  /// Whether a record is the same work as some others.
  private func isSame(_ record: LinkageRecord, _ others: [LinkageRecord]) -> Bool {
    !decisions.separate([record], others)
      && others.contains { record.reason(with: $0, decisions) != nil }
  }

  /// The compared parts of each record of a document.
  private func linkages(of number: Int) throws -> [LinkageRecord] {
    if let known = pending[number] ?? compared[number] { return known }
    guard let row = try DocumentRow.row(database, number: number) else { return [] }
    let linkages = try records.rows(of: row).map { $0.linkage(analyzer) }
    if compared.count == Self.mostCompared { compared.removeAll(keepingCapacity: true) }
    compared[number] = linkages
    return linkages
  }

  /// Marks all records of a file as found and returns their number.
  func markSeen(path: String) throws -> Int {
    let stored = try storedRecords(path: path)
    for record in stored { seen.insert(record) }
    return stored.count
  }

  /// Marks the records of a file as found that this run did not find, because it could not read
  /// the whole file, and returns their number.
  func keepUnread(path: String) throws -> Int {
    let kept = try storedRecords(path: path).filter { !seen.contains($0) }
    for record in kept { seen.insert(record) }
    return kept.count
  }

  /// The records of a file that the index has.
  private func storedRecords(path: String) throws -> [StoredRecord] {
    let alone = try Row.fetchAll(
      database, sql: "SELECT number, id FROM documents WHERE path = ? AND records = 1",
      arguments: [path]
    ).map { StoredRecord.alone(document: $0.offset("number"), id: $0.text("id")) }
    let shared = try Int.fetchAll(
      database, sql: "SELECT number FROM records WHERE path = ?", arguments: [path]
    ).map { StoredRecord.shared(record: $0) }
    return alone + shared
  }

  /// Registers a new document of a single record.
  func add(_ keys: [Int64], document: Int) {
    self.keys.assign(keys, to: document)
  }

  /// Joins a record to the documents that share keys with it; ``resolve(_:)`` then divides their
  /// records into works.
  func join(_ prepared: PreparedDocument, to documents: [Int]) throws {
    guard let first = documents.first else { return }
    for document in documents {
      try open(document)
      works.join(first, document)
    }
    var row = RecordTable.Row(record: prepared.document, fingerprint: prepared.fingerprint)
    row.record.text = try texts.whole(prepared.blocks)
    row.record.facets = row.record.facets.stated
    seen.insert(.shared(record: try records.insert(row, document: first)))
    keys.assign(prepared.keys, to: first)
    pending[first, default: []].append(row.linkage(analyzer))
  }

  /// Removes a record from the index; its document is removed, or rebuilt without it.
  func remove(_ record: StoredRecord, _ writer: IndexWriter) throws {
    switch record {
    case .alone(let document, _):
      keys.remove(try remover.remove(number: document, writer), from: document)
    case .shared(let number):
      guard let document = try records.document(of: number) else { return }
      compared[document] = nil
      if let row = try records.read(number) {
        stale[document, default: []] += row.record.duplicateKeys(analyzer).map(\.digest)
      }
      works.insert(document)
      try records.delete(number)
    }
  }

  /// Records that a file no longer contains, although it contains a new record of the same work:
  /// what the file had before someone edited the record.
  ///
  /// - Parameter paths: files that were read completely.
  /// - Returns: the old records, and the number of new ones that replace them.
  func replacedRecords(in paths: Set<String>) throws -> (old: [StoredRecord], new: Int) {
    var old: [StoredRecord] = []
    var replacing = 0
    for document in works.sets().joined() {
      guard
        try records.numbers(of: document).contains(where: { !seen.contains(.shared(record: $0)) })
      else { continue }
      let members = try members(of: document).filter { paths.contains($0.source.path) }
      let gone = members.filter { !seen.contains(.shared(record: $0.number)) }
      guard !gone.isEmpty else { continue }
      let added = members.filter { new.contains($0.source) }
      let replaced = gone.filter { member in
        added.contains { isReplacement($0, of: member) }
      }
      old += replaced.map { .shared(record: $0.number) }
      replacing += added.count { member in replaced.contains { isReplacement(member, of: $0) } }
    }
    return (old, replacing)
  }

  private func isReplacement(_ new: Member, of old: Member) -> Bool {
    new.source.path == old.source.path && isSame(new.linkage, [old.linkage])
  }

  /// Marks a document for rebuilding, because its facets were corrected.
  func rebuild(_ document: Int) throws { try open(document) }

  /// Writes the single record of a document as a row, because another record will join it.
  func open(_ document: Int) throws {
    works.insert(document)
    compared[document] = nil
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM documents WHERE number = ? AND records = 1"),
        arguments: [document])
    else {
      if pending[document] == nil { pending[document] = try members(of: document).map(\.linkage) }
      return
    }
    var single = RecordTable.Row(
      record: try stored.document(row), fingerprint: row.bytes("fingerprint"))
    single.record.facets = single.record.facets.stated
    pending[document, default: []].append(single.linkage(analyzer))
    let number = try records.insert(single, document: document)
    if seen.contains(.alone(document: document, id: single.record.id)) {
      seen.insert(.shared(record: number))
    }
    try database.execute(
      sql: "UPDATE documents SET records = 0 WHERE number = ?", arguments: [document])
  }

  /// Marks the documents affected by decisions for rebuilding, because they may now be one work or
  /// several.
  ///
  /// - Parameter changed: decisions that were added or dropped.
  func reconsider(_ changed: DuplicateDecisions) throws {
    for decision in changed.all {
      for side in [decision.left, decision.right] {
        for document in try documents(of: side, changed) { try open(document) }
      }
    }
  }

  /// The documents with records that match a reference.
  private func documents(
    of reference: RecordReference, _ decisions: DuplicateDecisions
  ) throws -> [Int] {
    let digests = reference.digests(analyzer)
    let keys = digests + self.decisions.keys(linkedTo: digests)
    let candidates = Set(try keys.flatMap { try self.keys.documents($0, limit: nil) })
    let found = try candidates.sorted().filter { number in
      try linkages(of: number).contains(where: decisions.concern)
    }
    return try found.isEmpty ? documents(content: reference.contentHash) : found
  }

  /// The documents with a record that has this hash, for records without a key.
  private func documents(content: [UInt8]) throws -> [Int] {
    guard !content.isEmpty else { return [] }
    return try Int.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT number FROM documents WHERE substr(fingerprint, 1, ?2) = ?1 UNION
          SELECT document FROM records WHERE substr(fingerprint, 1, ?2) = ?1
          """),
      arguments: [Data(content), content.count])
  }
}
