import Analysis
import Answers
import Foundation
import GRDB
import Literature
import Reading

/// One call of the indexer: processes the prepared items, and writes new ones.
final class IndexRun {
  /// The counts so far.
  var counts: IndexReport { reporter.counts }

  private let reporter: RunReporter

  private let database: Database
  private let writer: IndexWriter
  private let options: IndexOptions
  private let meter: IndexMeter
  private let progress: (IndexProgress) -> Void
  private let incident: (IndexIncident) -> Void
  private let works: WorkMerger
  private let decisions: StoredDecisions
  private let removed: RemovedRecords
  private var state = IndexProgress()

  private let seen = SeenRecords()
  private var seenPaths = Set<String>()
  /// Files that were read in this run, without failures.
  private var readPaths = Set<String>()
  /// Files that were read in this run, and no longer contain some of their records.
  private var shortened: [(source: SourceFile, records: Int, failed: Int)] = []
  private var isWhole = false
  private var batches = 0
  private var schedule = CommitSchedule()

  /// The number of batches after which freed memory is released.
  private static let tidying = 32

  init(
    _ database: Database, language: String, options: IndexOptions, decisions: StoredDecisions,
    meter: IndexMeter, progress: @escaping (IndexProgress) -> Void,
    incident: @escaping (IndexIncident) -> Void
  ) throws {
    self.decisions = decisions
    self.database = database
    self.options = options
    self.meter = meter
    self.progress = progress
    self.incident = incident
    reporter = RunReporter(database, incident: incident)
    writer = try IndexWriter(database, options: options)
    removed = try RemovedRecords(database, analyzer: Analyzer(language: language))
    works = try WorkMerger(
      database, analyzer: Analyzer(language: language), language: language,
      decisions: decisions.current, seen: seen, incident: incident)
    works.awaitsPruning = options.prune
  }

  /// Reads a library, writes the index, and ends with a commit.
  func perform(
    _ library: Library, _ pipeline: IndexPipeline, known: KnownFiles,
    shouldStop: () -> Bool
  ) throws {
    if !decisions.changed.isEmpty {
      try works.reconsider(decisions.changed)
      try decisions.write(database)
    }
    try pipeline.run(library) { samples in
      try chooseDictionary(samples)
    } write: { items in
      writer.begin(items.batch)
      let before = counts.records.seen
      for item in items.items { try process(item, from: items.batch.preparer, known) }
      schedule.add(records: counts.records.seen - before)
      if schedule.isDue(memory: writer.pendingSize + works.pendingSize) {
        try resolve()
        try writer.commit()
        schedule.commit()
      }
      batches += 1
      if batches % Self.tidying == 0 { MallocTuning.releaseFreed() }
      showProgress()
    }
    state.stage = .writing
    showProgress()
    if isWhole { try replaceEdited() }
    try resolve()
    // Records not reached before a stop are not missing.
    if isWhole {
      let missing = MissingRecords(
        database, works: works, seen: seen, seenPaths: seenPaths, unread: reporter.unread)
      let (gone, kept) = try missing.find(below: library.roots)
      for (path, count) in kept.sorted(by: { $0.key < $1.key }) {
        reporter.keep(count, from: path)
      }
      for file in shortened {
        try SourceTable.write(database, file.source, records: file.records, failed: file.failed)
      }
      // Forgets those whose records are still missing.
      try missing.prune(gone, options.prune ? writer : nil, incident)
      if options.prune {
        try missing.forgetFiles(below: library.roots)
        reporter.counts.removed = gone.count
      } else {
        reporter.counts.missing = gone.count
      }
      try resolve()
      if options.prune, try works.reclaimIDs() { try resolve() }
    }
    works.reportRenamed()
    // After a stop, skip work that can be done later.
    let optimize = options.optimize && isWhole
    if optimize { state.stage = .merging }
    showProgress()
    try writer.commit(isLast: true, isHurried: !isWhole, optimize: optimize)
    if isWhole { try encode(shouldStop) }
  }

  /// Removes replaced records: an edited record without an identifier has a new key in its file.
  private func replaceEdited() throws {
    let replaced = try works.replacedRecords(in: readPaths)
    for record in replaced.old { try works.remove(record, writer) }
    reporter.counts.records.added -= replaced.new
    reporter.counts.records.updated += replaced.new
  }

  /// Encodes the documents that are not encoded yet, which may include those of earlier calls.
  private func encode(_ shouldStop: () -> Bool) throws {
    guard let file = options.encoder,
      let encoding = try DocumentEncoding(database, file, options.embeddings)
    else { return }
    state.toEncode = try encoding.count()
    guard state.toEncode > 0 else { return }
    state.stage = .encoding
    showProgress()
    let isUsable = try encoding.run(
      progress: { done in
        state.encoded = done
        reporter.counts.encoded = done
        showProgress()
      }, shouldStop: shouldStop)
    if !isUsable {
      incident(
        IndexIncident(
          .skipped, path: file.path,
          reason: "the encoder's weights are damaged or from another version; "
            + "reinstall them with tools/setup --meaning"))
    }
  }

  private func showProgress() {
    state.bytesRead = meter.read.bytes
    state.totalFiles = meter.total?.files
    state.totalBytes = meter.total?.bytes
    progress(state)
  }

  // MARK: Items

  private func process(
    _ item: PreparedItem, from preparer: Int, _ known: KnownFiles
  ) throws {
    switch item {
    case .fileBegins(let source):
      state.files += 1
      state.path = source.path
      seenPaths.insert(source.path)
      if known.isUnchanged(source) {
        let records = try works.sources.markSeen(path: source.path)
        state.records += records
        try reporter.repeatNotices(path: source.path, records: records)
      } else {
        try reporter.begin(path: source.path)
      }
    case .fileEnds(let source):
      if let file = reporter.end() {
        try SourceTable.write(database, source, records: file.records, failed: file.failed)
        // Records that can't be read now may have been read before, so these are kept.
        if file.keepsRecords {
          reporter.keep(try works.sources.keepUnread(path: source.path), from: source.path)
        } else {
          readPaths.insert(source.path)
          if try works.sources.hasUnseen(path: source.path) {
            // Only a run that reaches the end looks for missing records. If this one does not, the
            // next one must read the file again.
            try SourceTable.readAgain(database, path: source.path)
            shortened.append((source, file.records, file.failed))
          }
        }
      }
    case .libraryEnds: isWhole = true
    case .notice(let outcome): try reporter.note(outcome)
    case .unchanged(let source, let id, let repaired):
      state.records += 1
      try reporter.countDocument(id: id, from: source, repaired: repaired)
      let stored = try works.sources.record(of: source)
      if let stored, seen.contains(stored) {
        try reporter.report(.repeatedID(id, source))
      } else {
        if let stored { seen.insert(stored) }
        reporter.counts.records.unchanged += 1
      }
    case .document(let document, let repaired):
      state.records += 1
      let (source, id) = (document.document.source, document.document.id)
      try reporter.countDocument(id: id, from: source, repaired: repaired)
      try write(document, from: preparer)
    }
  }

  private func write(_ prepared: PreparedDocument, from preparer: Int) throws {
    let source = prepared.document.source
    if removed.contains(prepared) {
      try reporter.report(.removed(prepared.document.id, source), cause: .removed)
      return
    }
    let old = try works.sources.record(of: source)
    if let old {
      if seen.contains(old) {
        try reporter.report(.repeatedID(prepared.document.id, source))
        return
      }
      try works.remove(old, writer)
      reporter.counts.records.updated += 1
    }
    let neighbours = try works.documents(sharing: prepared.keys)
    let same = try works.matches(prepared, among: neighbours)
    if old == nil {
      works.new.insert(source)
      reporter.counts.records.added += 1
    }
    if same {
      try works.join(prepared, to: neighbours)
    } else {
      // It matches no record, so it is a separate work, regardless of shared keys.
      if let leaving = try works.document(leaving: prepared.document.id) {
        // It becomes a separate document when the other one is rebuilt.
        try works.join(prepared, to: [leaving])
      } else {
        try add(prepared, old, from: preparer)
      }
    }
  }

  /// Rebuilds the works that changed, and counts the new records that turned out to be duplicates.
  private func resolve() throws {
    let before = works.new.duplicates
    try works.resolve(writer)
    let found = works.new.duplicates - before
    reporter.counts.records.added -= found
    reporter.counts.records.duplicate += found
  }

  /// Adds a record that is the only one of its work.
  private func add(
    _ prepared: PreparedDocument, _ old: StoredRecord?, from preparer: Int
  ) throws {
    var prepared = prepared
    if case .alone(_, let id) = old {
      prepared.document.id = id
    } else {
      let wanted = prepared.document.id
      prepared.document.id = try works.ids.free(wanted, for: prepared.document.source)
      if prepared.document.id != wanted { works.note(prepared.document, renamedFrom: wanted) }
    }
    works.ids.use(prepared.document.id)
    let number = try writer.add(prepared, from: preparer)
    works.add(prepared.keys, document: number)
    seen.insert(.alone(document: number, id: prepared.document.id))
  }

  // MARK: Dictionary

  /// The dictionary of the index, trained on the first documents if it has none yet.
  private func chooseDictionary(_ samples: [[UInt8]]) throws -> [UInt8]? {
    if let known = try StoredTexts.dictionary(database) { return known }
    guard let trained = TextCompressor.train(samples) else { return nil }
    try database.execute(
      sql: "INSERT INTO dictionaries (number, data) VALUES (?, ?)",
      arguments: [Int(TextCompressor.number(of: trained)), Data(trained)])
    return trained
  }
}
