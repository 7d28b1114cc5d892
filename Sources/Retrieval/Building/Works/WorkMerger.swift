import Analysis
import Answers
import Appraisal
import Foundation
import GRDB
import Literature

/// Makes one document of the records of a work, in whatever order they come.
///
/// A work is what records make that share a key, directly or through others. Its document is a
/// function of its records alone, so it does not matter which came first. Records that join a work
/// or leave it are noted at once in ``RecordTable``; the documents concerned are rebuilt, each once,
/// by ``resolve(_:)`` before every commit.
final class WorkMerger {
  private let database: Database
  private let analyzer: Analyzer
  private let keys: WorkKeys
  private let records: RecordTable
  private let texts: StoredTexts
  private let stored: StoredDocuments
  private let remover: DocumentRemover
  private let seen: SeenRecords
  private let incident: (IndexIncident) -> Void
  private var preparer: WorkPreparer?

  /// Documents to be rebuilt; those of a set have or had records of one work, or want the same id.
  private var works = DisjointSets()
  /// Keys of records that are gone; a work may still be found by them until it is rebuilt.
  private var stale = Set<Int64>()

  init(
    _ database: Database, language: String, seen: SeenRecords,
    incident: @escaping (IndexIncident) -> Void
  ) throws {
    self.database = database
    analyzer = try Analyzer(language: language)
    remover = try DocumentRemover(database, analyzer: Analyzer(language: language))
    self.seen = seen
    self.incident = incident
    keys = try WorkKeys(database)
    records = try RecordTable(database)
    texts = try StoredTexts(database)
    stored = StoredDocuments(database, texts: texts)
  }

  /// How much of records is not committed, in bytes.
  var pendingSize: Int { records.written - resolved }
  private var resolved = 0

  // MARK: Records that come and go

  /// Where the index has a source's record.
  func place(of source: Source) throws -> RecordPlace? {
    if let number = try records.number(of: source) { return .shared(record: number) }
    return try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT number, id FROM documents WHERE path = ? AND key = ? AND records = 1"),
      arguments: [source.path, source.key ?? ""]
    ).map { .alone(document: $0.offset("number"), id: $0.text("id")) }
  }

  /// The documents that share a key with a record.
  func documents(sharing keys: [Int64]) throws -> [Int] {
    var found: [Int] = []
    for key in keys {
      guard let document = try self.keys.document(key), !found.contains(document) else { continue }
      found.append(document)
    }
    return found
  }

  /// The document that has an id and is to be rebuilt, after which the id may be free.
  func document(leaving id: String) throws -> Int? {
    guard !works.isEmpty,
      let number = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT number FROM documents WHERE id = ?"),
        arguments: [id]), works.contains(number)
    else { return nil }
    return number
  }

  /// Why a record is merged into existing documents: "same work as ID, “TITLE” in FILE, line 3
  /// (KEY, …)".
  func reason(_ record: Document, _ documents: [Int]) throws -> String {
    let others = try documents.map { document in
      try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT id, title, path, line FROM documents WHERE number = ?"),
        arguments: [document]
      ).map(Self.description) ?? ""
    }
    let shared = try record.duplicateKeys(analyzer).filter { try keys.document($0.digest) != nil }
      .map { key in
        switch key {
        case .identifier(let name): "\(name.scheme.rawValue) \(name.value)"
        case .work: "same title, year and first author"
        }
      }
    return "same work as \(others.joined(separator: "; ")) (\(shared.joined(separator: ", ")))"
  }

  /// A document by id, title and source, so that a person can find it.
  private static func description(_ row: Row) -> String {
    let title = row.text("title")
    let short = title.count > 80 ? "\(title.prefix(79))…" : title
    let file = row.text("path").split(separator: "/").last ?? ""
    let line = row.optionalInteger("line").map { ", line \($0)" } ?? ""
    return "\(row.text("id"))\(title.isEmpty ? "" : ", “\(short)”") in \(file)\(line)"
  }

  /// Notes that all records of a file were found; returns how many.
  func markSeen(path: String) throws -> Int {
    let alone = try Row.fetchAll(
      database, sql: "SELECT number, id FROM documents WHERE path = ? AND records = 1",
      arguments: [path])
    for row in alone { seen.insert(.alone(document: row.offset("number"), id: row.text("id"))) }
    let shared = try Int.fetchAll(
      database, sql: "SELECT number FROM records WHERE path = ?", arguments: [path])
    for number in shared { seen.insert(.shared(record: number)) }
    return alone.count + shared.count
  }

  /// Notes a new document that is one record.
  func add(_ keys: [Int64], document: Int) {
    self.keys.assign(keys, to: document)
  }

  /// Makes a record one of the works that it shares keys with, which become one.
  func join(_ prepared: PreparedDocument, to documents: [Int]) throws {
    guard let first = documents.first else { return }
    for document in documents {
      try open(document)
      works.join(first, document)
    }
    var record = prepared.document
    record.text = try texts.whole(prepared.blocks)
    record.facets = record.facets.stated
    let row = RecordTable.Row(record: record, fingerprint: prepared.fingerprint)
    seen.insert(.shared(record: try records.insert(row, document: first)))
    keys.assign(try prepared.keys.filter { try keys.document($0) == nil }, to: first)
  }

  /// Takes a record out of the index; its document goes or is rebuilt without it.
  func remove(_ place: RecordPlace, _ writer: IndexWriter) throws {
    switch place {
    case .alone(let document, _):
      keys.remove(try remover.remove(number: document, writer))
    case .shared(let number):
      guard let document = try records.document(of: number) else { return }
      if let row = try records.read(number) {
        stale.formUnion(row.record.duplicateKeys(analyzer).map(\.digest))
      }
      works.insert(document)
      try records.delete(number)
    }
  }

  /// Makes the one record of a document a row, since another is about to join it.
  private func open(_ document: Int) throws {
    works.insert(document)
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM documents WHERE number = ? AND records = 1"),
        arguments: [document])
    else { return }
    var record = try stored.document(row)
    record.facets = record.facets.stated
    let number = try records.insert(
      RecordTable.Row(record: record, fingerprint: row.bytes("fingerprint")),
      document: document)
    if seen.contains(.alone(document: document, id: record.id)) {
      seen.insert(.shared(record: number))
    }
    try database.execute(
      sql: "UPDATE documents SET records = 0 WHERE number = ?", arguments: [document])
  }

  // MARK: Rebuilding documents

  /// A record of a work that is rebuilt.
  private struct Member {
    var number: Int
    var id: String
    var rank: RecordRank
    var keys: [Int64]
  }

  /// Rebuilds the documents that records joined or left, and writes all keys.
  func resolve(_ writer: IndexWriter) throws {
    keys.remove(stale)
    let groups = works.sets()
    // All go before any comes, so that those that come find their ids free.
    var ids: [Source: String] = [:]
    for document in groups.joined() { try remove(document, &ids, writer) }
    // One group after the other, since a work may have very many records.
    for group in groups {
      for work in Self.works(of: try members(of: group)) { try write(work, ids, writer) }
    }
    works = DisjointSets()
    stale = []
    try keys.flush()
    resolved = records.written
  }

  /// Removes a document that is rebuilt.
  ///
  /// - Parameter ids: takes its public id, by the source of its kept record.
  private func remove(
    _ document: Int, _ ids: inout [Source: String], _ writer: IndexWriter
  ) throws {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT id, path, key FROM documents WHERE number = ?"),
        arguments: [document])
    else { return }
    ids[DocumentRow.source(row)] = row.text("id")
    // Its keys are stale, or those of its records and assigned to the document built from them.
    _ = try remover.remove(number: document, writer)
  }

  /// The records of documents in the order of their rank.
  private func members(of documents: [Int]) throws -> [Member] {
    var members: [Member] = []
    for number in try documents.flatMap(records.numbers) {
      guard let record = try records.read(number)?.record else { continue }
      members.append(
        Member(
          number: number, id: record.id, rank: RecordRank(record),
          keys: record.duplicateKeys(analyzer).map(\.digest)))
    }
    return members.sorted { $0.rank < $1.rank }
  }

  /// The members by works: those that share keys, directly or through others.
  private static func works(of members: [Member]) -> [[Member]] {
    var sets = DisjointSets()
    var owners: [Int64: Int] = [:]
    for (index, member) in members.enumerated() {
      sets.insert(index)
      for key in member.keys {
        if let owner = owners[key] { sets.join(owner, index) } else { owners[key] = index }
      }
    }
    return sets.sets().map { $0.map { members[$0] } }
  }

  /// Writes the document of a work, whose records are in the order of their rank.
  private func write(
    _ work: [Member], _ ids: [Source: String], _ writer: IndexWriter
  ) throws {
    guard let kept = work.first, let row = try records.read(kept.number) else { return }
    var merged = MergedRecord(row.record)
    for member in work.dropFirst() {
      if let record = try records.read(member.number)?.record { merged.add(record) }
    }
    var document = merged.document
    try name(&document, work, ids)
    let preparer = try self.preparer ?? WorkPreparer(database, analyzer: analyzer)
    self.preparer = preparer
    var prepared = preparer.prepare(document, for: writer)
    prepared.fingerprint = row.fingerprint
    prepared.records = work.count
    let number = try writer.add(prepared, from: WorkPreparer.number)
    if work.count == 1 {
      if seen.contains(.shared(record: kept.number)) {
        seen.insert(.alone(document: number, id: document.id))
      }
      try records.delete(kept.number)
    } else {
      for member in work { try records.move(member.number, to: number) }
    }
    for member in work { keys.assign(member.keys, to: number) }
  }

  /// Gives a document its public id: that of its record, which it keeps if it had it before.
  private func name(
    _ document: inout Document, _ work: [Member], _ ids: [Source: String]
  ) throws {
    var place = document.source
    place.line = nil
    var wanted = ids[place] ?? document.id
    // The second record of a key in a file has a number that the work does not need.
    if let mark = wanted.lastIndex(of: "~"), Int(wanted[mark...].dropFirst()) != nil,
      work.contains(where: { $0.id == wanted[..<mark] })
    {
      wanted = String(wanted[..<mark])
    }
    document.id = try PublicIDs(database).free(wanted, for: document.source)
    guard document.id != wanted else { return }
    incident(.renamed(document, wanted: wanted))
  }
}
