import Analysis
import Answers
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
  /// The records that the index has, by source.
  let sources: SourceRecords
  let incident: (IndexIncident) -> Void
  let decisions: DuplicateDecisions
  var preparer: WorkPreparer?
  /// Whether documents may be removed at the end of the run, which frees their ids.
  var awaitsPruning = false
  /// The documents of this run whose ids are not those of their records.
  var renamed: [RenamedDocument] = []
  /// The ids that documents get when they are rebuilt, by document.
  var reclaimed: [Int: String] = [:]

  /// Documents to be rebuilt; those in one set have or had records of the same work, or request the
  /// same id.
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
    sources = SourceRecords(database, records, new: new, seen: seen)
    ids = try PublicIDs(database)
    texts = try StoredTexts(database)
    stored = StoredDocuments(database, texts: texts)
  }

  /// The size of uncommitted records in bytes.
  var pendingSize: Int { records.written - resolved }
  var resolved = 0

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

  /// The document with an id, if it is to be rebuilt, after which the id may be unused.
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
  func isSame(_ record: LinkageRecord, _ others: [LinkageRecord]) -> Bool {
    !decisions.separate([record], others)
      && others.contains { record.reason(with: $0, decisions) != nil }
  }

  /// The compared parts of each record of a document.
  func linkages(of number: Int) throws -> [LinkageRecord] {
    if let known = pending[number] ?? compared[number] { return known }
    guard let row = try DocumentRow.row(database, number: number) else { return [] }
    let linkages = try records.rows(of: row).map { $0.linkage(analyzer) }
    if compared.count == Self.mostCompared { compared.removeAll(keepingCapacity: true) }
    compared[number] = linkages
    return linkages
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
      try prepareToRebuild(document)
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
        stale[document, default: []] += row.record.workKeys(analyzer).map(\.digest)
      }
      works.insert(document)
      try records.delete(number)
    }
  }

  /// Marks a document for rebuilding, and writes its single record as a row, so that others can
  /// join it.
  func prepareToRebuild(_ document: Int) throws {
    works.insert(document)
    compared[document] = nil
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: "\(DocumentRow.selection) WHERE number = ? AND records = 1"),
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
}
