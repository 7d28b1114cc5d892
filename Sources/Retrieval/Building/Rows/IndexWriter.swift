import Embeddings
import GRDB
import GRDBSQLite
import Literature
import Ranking

/// Writes prepared documents into an index file: rows, full text and, in segments, ranked postings.
///
/// Everything between two commits is one transaction. Documents added since the last commit are
/// inverted in memory and written as one segment, so an index always has the postings of its
/// documents.
final class IndexWriter {
  let database: Database
  private var next: NextNumbers
  /// The number of commits, as of the last one by this writer.
  private var generation: Int

  private let rows: IndexRows
  private let fullText: FullTextWriter?
  private var pending: PendingSegment
  private var words = WordCountsWriter()
  private var abbreviations = AbbreviationsWriter()
  private var columns = DocumentColumnsWriter()
  private var deletedPostings = DeletedPostingsWriter()
  /// The segments of the index, if they were read since the last commit.
  private var segments: [SegmentStatistics]?
  private let smallIndex: Int
  private let batches: SegmentBatches
  /// The table for the embeddings of documents; `nil` if the index was built with another one.
  private let embeddings: EmbeddingTable?

  /// Starts a transaction for writing.
  ///
  /// The caller must not have an open transaction.
  init(_ database: Database, options: IndexOptions) throws {
    smallIndex = options.smallIndex
    batches = options.batches
    self.database = database
    // The following values remain valid until the end of the transaction.
    try database.execute(sql: "BEGIN IMMEDIATE")
    generation = try IndexProperties.number(database, .generation)
    next = try NextNumbers(database)
    if let problem = try next.problem(database) { throw DatabaseError.damaged(problem) }
    if generation == 0, let table = options.embeddings {
      try IndexProperties.set(database, .embeddings, table.name)
    }
    embeddings = try IndexProperties.usable(database, options.embeddings)
    pending = PendingSegment(next: next)
    try FacetCodeTable.update(database)
    rows = try IndexRows(database)
    fullText = try FullTextSchema.exists(database) ? FullTextWriter(database) : nil
  }

  /// Begins the next transaction.
  ///
  /// - Throws: `SQLITE_BUSY` if another process has written in between, because this writer's data
  ///   about the index is then out of date.
  private func beginTransaction() throws {
    try database.execute(sql: "BEGIN IMMEDIATE")
    guard try IndexProperties.number(database, .generation) == generation else {
      try database.execute(sql: "ROLLBACK")
      throw DatabaseError(resultCode: .SQLITE_BUSY, message: "another program wrote to the index")
    }
  }

  /// The memory taken by uncommitted postings, in bytes.
  var pendingSize: Int { pending.size }

  /// Adds the words of a batch; call it once per batch, before adding its documents.
  func begin(_ batch: PreparedBatch) {
    pending.begin(batch, counting: &words)
  }

  /// Adds a document and returns its internal number.
  @discardableResult
  func add(_ prepared: PreparedDocument, from preparer: Int) throws -> Int {
    let number = next.document
    let firstPassage = next.passage
    next.document += 1
    next.passage += prepared.passages.count
    try rows.insert(prepared, number: number, firstPassage: firstPassage)
    try fullText?.add(prepared, firstPassage: firstPassage)
    pending.add(prepared, from: preparer)
    columns.add(prepared, number: number, firstPassage: firstPassage)
    abbreviations.add(prepared.abbreviations, of: number)
    return number
  }

  /// Removes a document: its rows now, its postings when its segment is written or merged.
  ///
  /// - Parameters:
  ///   - number: the document.
  ///   - removed: its contents in the index.
  func remove(number: Int, _ removed: RemovedDocument) throws {
    try rows.delete(number: number, passages: removed.passages)
    try fullText?.remove(removed, isPending: pending.contains(number))
    words.subtract(removed)
    abbreviations.remove(removed.abbreviations, of: number)
    columns.delete(number: number)
    if pending.contains(number) {
      pending.remove(number)
    } else if let segment = try segment(of: number) {
      deletedPostings.add(removed.passageCounts, segment: segment)
    }
  }

  /// The segment that contains a document's postings.
  private func segment(of number: Int) throws -> Int? {
    let all = try segments ?? SegmentStatistics.all(database)
    segments = all
    return all.first { $0.documents.contains(UInt32(number)) }?.number
  }

  // MARK: Commit

  /// Writes the segment, commits, and merges segments if necessary; then begins the next
  /// transaction.
  ///
  /// - Parameters:
  ///   - isLast: stops writing instead of beginning a new transaction.
  ///   - isHurried: skips work that can be done later.
  ///   - optimize: merges all segments into one.
  func commit(isLast: Bool = false, isHurried: Bool = false, optimize: Bool = false) throws {
    try columns.flush(database)
    try SegmentStatistics.countAgain(database, deletedPostings.segments)
    if let fullText {
      try pending.withPostings {
        try fullText.write($0, terms: $1, slots: $2, $3, batches)
      }
    }
    let tasks = tasks(counted: pending.takeCounts(), createIndexes: isLast && !isHurried)
    if pending.isEmpty {
      for task in tasks { try task() }
    } else {
      try pending.write(
        database, next: next, embeddings: embeddings, batches: batches, meanwhile: tasks)
      next.segment += 1
    }
    try deletedPostings.flush(database)
    segments = nil
    try next.write(database)
    try endTransaction()
    MallocTuning.releaseFreed()
    try merge(isLast: isLast && !isHurried, optimize: optimize)
    if !isLast { try beginTransaction() }
  }

  /// The tasks that write the rest of a commit, without the segment.
  ///
  /// They do not depend on the segment. An SQLite file has only one writer, so this thread does
  /// them while others rank the postings of the segment.
  ///
  /// - Parameter counted: words whose occurrences are not written yet.
  private func tasks(
    counted: [PreparerVocabulary], createIndexes: Bool
  ) -> [() throws -> Void] {
    var tasks: [() throws -> Void] = [
      { for vocabulary in counted { self.words.add(vocabulary) } },
      { try self.words.flush(self.database) },
      { try self.abbreviations.flush(self.database) },
    ]
    if createIndexes {
      for sql in MetadataSchema.indexes {
        tasks.append { try self.database.execute(sql: sql) }
      }
    }
    return tasks
  }

  private func endTransaction() throws {
    generation += 1
    try IndexProperties.set(database, .generation, String(generation))
    try database.execute(sql: "COMMIT")
  }

  /// Merges segments, each in a separate transaction, so that the write-ahead log never contains
  /// more than one merge.
  private func merge(isLast: Bool, optimize: Bool) throws {
    let merger = SegmentMerger(database)
    if optimize {
      try mergeInTransaction { try merger.mergeAll(next: &$0) }
      if fullText != nil {
        let table = FullTextSchema.table
        try database.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('optimize')")
      }
    } else {
      while try merger.hasNewest(isLast: isLast) {
        try mergeInTransaction { try merger.mergeNewest(next: &$0, isLast: isLast) }
      }
      guard isLast else { return }
      let wear = try SegmentWear(database, smallIndex: smallIndex)
      if wear.concernsAll || !wear.segments.isEmpty {
        try mergeInTransaction { try merger.rewriteWorn(wear, next: &$0) }
      }
    }
  }

  /// Runs `body` with the number of the next segment.
  private func mergeInTransaction(_ body: (inout Int) throws -> Void) throws {
    try beginTransaction()
    try body(&next.segment)
    try next.write(database)
    try endTransaction()
  }
}
