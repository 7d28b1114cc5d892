import GRDB
import Literature

extension WorkMerger {
  /// A record of a work that is rebuilt.
  struct Member {
    var number: Int
    var id: String
    var title: String
    var source: Source
    var rank: RecordRank
    var linkage: LinkageRecord
    var keys: [Int64]
  }

  /// Rebuilds the documents that records joined or left, and writes all keys.
  func resolve(_ writer: IndexWriter) throws {
    var members: [Int: [Member]] = [:]
    try addNeighbours(&members)
    let groups = works.sets()
    // All documents are removed before any is added, so that new ones find their ids unused.
    var ids: [Source: String] = [:]
    for document in groups.joined() {
      keys.remove((members[document] ?? []).flatMap(\.keys), from: document)
      keys.remove(stale[document] ?? [], from: document)
      try remove(document, &ids, writer)
    }
    for group in groups {
      let records = group.flatMap { members[$0] ?? [] }.sorted { $0.rank < $1.rank }
      for work in WorkGroups.works(of: records.map(\.linkage), decisions) {
        try write(work.map { records[$0] }, ids, writer)
      }
    }
    works = DisjointSets()
    reclaimed = [:]
    stale = [:]
    pending = [:]
    try keys.flush()
    resolved = records.written
  }

  /// Adds the documents that share keys with those to be rebuilt, and so on, because all records
  /// linked by keys determine which of them are one work.
  ///
  /// - Parameter members: receives the records of all documents to be rebuilt.
  private func addNeighbours(_ members: inout [Int: [Member]]) throws {
    var queue = works.sets().flatMap(\.self)
    while let document = queue.popLast() {
      guard members[document] == nil else { continue }
      let records = try self.members(of: document)
      members[document] = records
      let own = Array(Set(records.flatMap(\.keys) + (stale[document] ?? [])))
      for key in own + decisions.keys(linkedTo: own) {
        for other in try keys.documents(key) where other != document {
          if members[other] == nil {
            try prepareToRebuild(other)
            queue.append(other)
          }
          works.join(document, other)
        }
      }
    }
  }

  /// Removes a document that is rebuilt.
  ///
  /// - Parameter ids: receives its public id, by the source of its kept record.
  private func remove(
    _ document: Int, _ ids: inout [Source: String], _ writer: IndexWriter
  ) throws {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT id, \(SourcePaths.column), key FROM documents WHERE number = ?"),
        arguments: [document])
    else { return }
    ids[DocumentRow.source(row)] = reclaimed[document] ?? row.text("id")
    // Its keys are either stale, or keys of its records, which are assigned to the new document.
    _ = try remover.remove(number: document, writer)
  }

  /// The records of a document.
  func members(of document: Int) throws -> [Member] {
    try records.numbers(of: document).compactMap { number in
      guard let row = try records.read(number) else { return nil }
      let linkage = row.linkage(analyzer)
      return Member(
        number: number, id: row.record.id, title: row.record.title, source: row.record.source,
        rank: RecordRank(row.record), linkage: linkage, keys: linkage.digests)
    }
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
    self.ids.use(prepared.document.id)
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
    report(work)
  }

  /// Gives a document its public id: that of its record, which it keeps if it already had it.
  private func name(
    _ document: inout Document, _ work: [Member], _ ids: [Source: String]
  ) throws {
    var wanted = ids[document.source.withoutPlace] ?? document.id
    // The second record with the same key in a file has a number, which the work does not need.
    if let mark = wanted.lastIndex(of: "~"), Int(wanted[mark...].dropFirst()) != nil,
      work.contains(where: { $0.id == wanted[..<mark] })
    {
      wanted = String(wanted[..<mark])
    }
    document.id = try self.ids.free(wanted, for: document.source)
    if document.id != wanted { note(document, renamedFrom: wanted) }
  }
}
