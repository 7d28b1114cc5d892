import Analysis
import Foundation
import GRDB
import Literature

/// One call of the indexer: takes what the pipeline prepared, writes what is new, and keeps account.
final class IndexRun {
  private(set) var account = IndexAccount()

  private let database: Database
  private let writer: IndexWriter
  private let options: IndexOptions
  private let progress: (IndexProgress) -> Void
  private let incident: (IndexIncident) -> Void
  private let remover: DocumentRemover
  private var state = IndexProgress()

  /// Documents that this run has seen in their sources, by number.
  private var seen: NumberSet
  private var seenPaths = Set<String>()
  private var file: FileAccount?
  private var isWhole = false

  private struct FileAccount {
    var path: String
    var records = 0
    var failed = 0
  }

  /// Postings are written out when they take so much memory.
  static let pendingLimit = 256 << 20

  init(
    _ database: Database, language: String, options: IndexOptions,
    progress: @escaping (IndexProgress) -> Void, incident: @escaping (IndexIncident) -> Void
  ) throws {
    self.database = database
    self.options = options
    self.progress = progress
    self.incident = incident
    writer = try IndexWriter(database)
    remover = try DocumentRemover(database, analyzer: Analyzer(language: language))
    seen = NumberSet(limit: writer.nextDocument)
  }

  /// Reads a library, writes, and ends with a commit.
  func perform(
    _ library: Library, _ pipeline: IndexPipeline, known: [String: SourceFingerprint]
  ) throws {
    try pipeline.run(library) { samples in
      try chooseDictionary(samples)
    } write: { items in
      writer.begin(items.batch)
      for item in items.items { try take(item, from: items.batch.preparer, known) }
      if writer.pendingSize > Self.pendingLimit { try writer.commit() }
      progress(state)
    }
    // What was not reached before a stop is not missing.
    if isWhole { try findMissing(below: library.roots) }
    state.stage = options.optimize ? "merging" : "writing"
    progress(state)
    try writer.commit(isLast: true, optimize: options.optimize)
  }

  // MARK: Items

  private func take(
    _ item: PreparedItem, from preparer: Int, _ known: [String: SourceFingerprint]
  ) throws {
    switch item {
    case .fileBegins(let source):
      account.files.seen += 1
      state.files += 1
      state.path = source.path
      seenPaths.insert(source.path)
      if known[source.path] == source.fingerprint {
        let records = try markSeen(path: source.path)
        account.records.seen += records
        account.records.unchanged += records
        state.records += records
      } else {
        file = FileAccount(path: source.path)
      }
    case .fileEnds(let source):
      if let file {
        try SourceTable.write(database, source, records: file.records, failed: file.failed)
        if file.failed > 0 {
          // What could not be read now may be what was read before: it is kept.
          _ = try markSeen(path: source.path)
          if file.records == 0 { account.files.failed += 1 }
        }
      }
      file = nil
    case .libraryEnds: isWhole = true
    case .notice(let outcome): note(outcome)
    case .unchanged(let number, let repaired):
      count(repaired)
      seen.grow(limit: number + 1)
      if seen.contains(UInt32(number)) {
        account.records.duplicate += 1
      } else {
        seen.insert(UInt32(number))
        account.records.unchanged += 1
      }
    case .document(let document, let repaired):
      count(repaired, document.document)
      try write(document, from: preparer)
    }
  }

  private func count(_ repaired: Bool, _ document: Document? = nil) {
    account.records.seen += 1
    state.records += 1
    file?.records += 1
    guard repaired else { return }
    account.records.repaired += 1
    if let document {
      incident(
        IndexIncident(
          .repaired, path: document.source.path, place: document.source.line.map { "line \($0)" },
          id: document.id,
          reason: "held broken UTF-8 or a lone surrogate, replaced by U+FFFD"))
    }
  }

  private func note(_ outcome: ReadOutcome) {
    let (notice, kind): (ReadNotice, IndexIncident.Outcome)
    switch outcome {
    case .document: return
    case .failed(let found): (notice, kind) = (found, .failed)
    case .skipped(let found): (notice, kind) = (found, .skipped)
    }
    incident(
      IndexIncident(
        kind, path: notice.path, place: notice.place.map(String.init(describing:)),
        reason: notice.reason))
    // A file that is passed over is no record, unless reading it had begun.
    guard file != nil else {
      account.files.seen += 1
      if kind == .failed { account.files.failed += 1 }
      return
    }
    account.records.seen += 1
    if kind == .failed {
      account.records.failed += 1
      file?.failed += 1
    } else {
      account.records.skipped += 1
    }
  }

  private func write(_ prepared: PreparedDocument, from preparer: Int) throws {
    var prepared = prepared
    let source = prepared.document.source
    if let old = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT number, id FROM documents WHERE path = ? AND key = ?"),
      arguments: [source.path, source.key ?? ""])
    {
      let number: Int = old["number"]
      if number < seen.limit, seen.contains(UInt32(number)) {
        account.records.duplicate += 1
        incident(
          IndexIncident(
            .duplicate, path: source.path, place: source.line.map { "line \($0)" },
            id: prepared.document.id,
            reason: "has the id of an earlier record of the file, which was kept"))
        return
      }
      try remover.remove(number: number, writer)
      // A later record with the old content is not unchanged, but one more of the same key.
      seen.grow(limit: number + 1)
      seen.insert(UInt32(number))
      prepared.document.id = old["id"]
      account.records.updated += 1
    } else {
      try giveFreeID(&prepared.document)
      account.records.added += 1
    }
    let number = try writer.add(prepared, from: preparer)
    state.bytes += prepared.textBytes
    seen.grow(limit: number + 1)
    seen.insert(UInt32(number))
  }

  /// A public id that another source owns becomes `<source stem>/<id>`.
  private func giveFreeID(_ document: inout Document) throws {
    let wanted = document.id
    var id = wanted
    var copy = 1
    let stem = URL(fileURLWithPath: document.source.path).deletingPathExtension().lastPathComponent
    while try Int.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM documents WHERE id = ?"), arguments: [id]) != nil
    {
      id = copy == 1 ? "\(stem)/\(wanted)" : "\(stem)/\(wanted)#\(copy)"
      copy += 1
    }
    guard id != wanted else { return }
    document.id = id
    incident(
      IndexIncident(
        .renamed, path: document.source.path, place: document.source.line.map { "line \($0)" },
        id: id, reason: "another source has a document \(wanted), so this one is \(id)"))
  }

  // MARK: Sources that are gone

  private func markSeen(path: String) throws -> Int {
    let numbers = try Int.fetchAll(
      database, sql: "SELECT number FROM documents WHERE path = ?", arguments: [path])
    for number in numbers {
      seen.grow(limit: number + 1)
      seen.insert(UInt32(number))
    }
    return numbers.count
  }

  /// Documents under the paths of this call whose record was not met again.
  private func findMissing(below roots: [String]) throws {
    var gone: [(number: Int, path: String, id: String)] = []
    for root in roots {
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT number, path, id FROM documents WHERE path = ? OR (path >= ? AND path < ?)",
        arguments: [root, root == "/" ? "/" : root + "/", root == "/" ? "0" : root + "0"])
      while let row = try rows.next() {
        let number: Int = row["number"]
        if !seen.contains(UInt32(number)) { gone.append((number, row["path"], row["id"])) }
      }
    }
    for document in gone {
      if options.prune {
        try remover.remove(number: document.number, writer)
        account.removed += 1
      } else {
        account.missing += 1
      }
      let isFileGone = !seenPaths.contains(document.path)
      incident(
        IndexIncident(
          options.prune ? .removed : .missing, path: document.path, id: document.id,
          reason: isFileGone ? "the file is gone" : "the record is gone from the file"))
    }
    for path in Set(gone.map(\.path)) {
      if seenPaths.contains(path) {
        // The file is read again next time, to tell then too what is gone from it.
        if !options.prune { try SourceTable.forget(database, path: path) }
      } else if options.prune {
        try SourceTable.forget(database, path: path)
      }
    }
  }

  // MARK: Dictionary

  /// The dictionary of the index, trained from the first documents if it has none yet.
  private func chooseDictionary(_ samples: [[UInt8]]) throws -> [UInt8]? {
    if let data = try Data.fetchOne(
      database, sql: "SELECT data FROM dictionaries ORDER BY number DESC LIMIT 1")
    {
      return [UInt8](data)
    }
    guard let trained = TextCompressor.train(samples) else { return nil }
    try database.execute(
      sql: "INSERT INTO dictionaries (number, data) VALUES (?, ?)",
      arguments: [Int(TextCompressor.number(of: trained)), Data(trained)])
    return trained
  }
}
