import Analysis
import Foundation
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
  private var arena = PostingArena()
  private var lengths: SegmentLengths
  private var terms: [String] = []
  private var termNumbers: [String: Int32] = [:]
  private var vocabularies: [Int: PreparerVocabulary] = [:]
  private var wordCounts: [Word: Int] = [:]
  private var abbreviations: [AbbreviationDefinition: Int] = [:]
  private var columns = DocumentColumnsWriter()
  private var deletedPostings = DeletedPostingsWriter()
  /// The segments of the index, if they were read since the last commit.
  private var segments: [SegmentStatistics]?
  private var forward = TermVectorWriter()
  private let parameters: BM25F
  private let smallIndex: Int
  /// The table for the embeddings of documents; `nil` if the index was built with another one.
  private let embeddings: EmbeddingTable?

  /// Starts a transaction for writing.
  ///
  /// The caller must not have an open transaction.
  init(
    _ database: Database, parameters: BM25F = .standard, options: IndexOptions
  ) throws {
    smallIndex = options.smallIndex
    self.database = database
    self.parameters = parameters
    // The following values remain valid until the end of the transaction.
    try database.execute(sql: "BEGIN IMMEDIATE")
    generation = try IndexProperties.number(database, .generation)
    next = try NextNumbers(database)
    if let problem = try next.problem(database) { throw DatabaseError.damaged(problem) }
    if generation == 0, let table = options.embeddings {
      try IndexProperties.set(database, .embeddings, table.name)
    }
    embeddings = try IndexProperties.usable(database, options.embeddings)
    lengths = SegmentLengths(
      firstDocument: UInt32(next.document), firstPassage: UInt32(next.passage))
    try FacetCodeTable.update(database)
    rows = try IndexRows(database)
  }

  /// Begins the next transaction.
  ///
  /// - Throws: `SQLITE_BUSY` if another process has written in between, because this writer's data
  ///   about the index is then out of date.
  private func begin() throws {
    try database.execute(sql: "BEGIN IMMEDIATE")
    guard try IndexProperties.number(database, .generation) == generation else {
      try database.execute(sql: "ROLLBACK")
      throw DatabaseError(resultCode: .SQLITE_BUSY, message: "another program wrote to the index")
    }
  }

  /// The memory taken by uncommitted postings, in bytes.
  var pendingSize: Int { arena.size + forward.size }

  /// Adds the words of a batch; call it once per batch, before adding its documents.
  func begin(_ batch: PreparedBatch) {
    if vocabularies[batch.preparer]?.epoch != batch.epoch {
      if let old = vocabularies[batch.preparer] { count(old) }
      vocabularies[batch.preparer] = PreparerVocabulary(epoch: batch.epoch)
    }
    vocabularies[batch.preparer]?.add(batch.newWords)
  }

  /// Adds a document and returns its internal number.
  @discardableResult
  func add(_ prepared: PreparedDocument, from preparer: Int) throws -> Int {
    let number = next.document
    let firstPassage = next.passage
    next.document += 1
    next.passage += prepared.passages.count
    try rows.insert(prepared, number: number, firstPassage: firstPassage)
    invert(prepared, preparer: preparer)
    columns.add(prepared, number: number, firstPassage: firstPassage)
    for definition in prepared.abbreviations { abbreviations[definition, default: 0] += 1 }
    return number
  }

  /// Removes a document: its rows now, its postings when its segment is merged.
  ///
  /// - Parameters:
  ///   - number: the document.
  ///   - removed: its contents in the index.
  func remove(number: Int, _ removed: RemovedDocument) throws {
    try rows.delete(number: number, fullText: removed.fullText)
    for word in removed.words { wordCounts[word, default: 0] -= 1 }
    for definition in removed.abbreviations { abbreviations[definition, default: 0] -= 1 }
    columns.delete(number: number)
    if let segment = try segment(of: number) {
      deletedPostings.add(removed.terms, segment: segment)
    }
    let local = number - Int(lengths.firstDocument)
    if local >= 0 { lengths.isAlive[local] = false }
  }

  /// The segment that contains a document's postings, or will contain them.
  private func segment(of number: Int) throws -> Int? {
    if number >= Int(lengths.firstDocument) { return next.segment }
    let all = try segments ?? SegmentStatistics.all(database)
    segments = all
    return all.first { $0.documents.contains(UInt32(number)) }?.number
  }

  private func invert(_ prepared: PreparedDocument, preparer: Int) {
    lengths.addDocument(title: prepared.titleWords)
    defer { forward.endDocument() }
    guard var vocabulary = vocabularies.removeValue(forKey: preparer) else { return }
    let first = UInt32(lengths.passageCount)
    for passage in prepared.passages {
      let local = UInt32(lengths.passageCount)
      lengths.addPassage(
        body: passage.bodyWords, heading: passage.headingWords, opensSection: passage.opensSection)
      if local == first { addTitle(prepared.tokens[passage.tokens], &vocabulary) }
      forward.beginPassage()
      var last: UInt16?
      for token in prepared.tokens[passage.tokens] {
        let term = slot(token.word, &vocabulary)
        vocabulary.counts[Int(token.word)] &+= 1
        arena.add(term: term, passage: local, position: token.position)
        // The joined form of a hyphenated word shares the position of its first part.
        if token.position < FieldSpace.title, token.position != last { forward.add(slot: term) }
        last = token.position
      }
    }
    vocabularies[preparer] = vocabulary
  }

  /// Adds the words of the title to the term vectors, from the tokens of any passage.
  private func addTitle(
    _ tokens: ArraySlice<PreparedToken>, _ vocabulary: inout PreparerVocabulary
  ) {
    var last: UInt16?
    for token in tokens
    where token.position >= FieldSpace.title && token.position < FieldSpace.heading {
      if token.position != last { forward.add(slot: slot(token.word, &vocabulary)) }
      last = token.position
    }
  }

  /// The number of a preparer's word in the arena.
  @inline(__always)
  private func slot(_ word: UInt32, _ vocabulary: inout PreparerVocabulary) -> Int {
    let known = vocabulary.slots[Int(word)]
    if known >= 0 { return Int(known) }
    let term = vocabulary.words[Int(word)].term
    let slot =
      termNumbers[term]
      ?? {
        let slot = Int32(arena.addTerm())
        termNumbers[term] = slot
        terms.append(term)
        return slot
      }()
    vocabulary.slots[Int(word)] = slot
    return Int(slot)
  }

  private func count(_ vocabulary: PreparerVocabulary) {
    for (index, count) in vocabulary.counts.enumerated() where count > 0 {
      wordCounts[vocabulary.words[index], default: 0] += Int(count)
    }
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
    try SegmentStatistics.countAgain(
      database, deletedPostings.segments, parameters: parameters)
    try writeSegment()
    try deletedPostings.flush(database)
    segments = nil
    try writeWords()
    try writeAbbreviations()
    if isLast, !isHurried { try MetadataSchema.createIndexes(database) }
    try next.write(database)
    try endTransaction()
    MallocTuning.releaseFreed()
    try merge(isLast: isLast && !isHurried, optimize: optimize)
    if !isLast { try begin() }
  }

  private func endTransaction() throws {
    generation += 1
    try IndexProperties.set(database, .generation, String(generation))
    try database.execute(sql: "COMMIT")
  }

  /// Merges segments, each in a separate transaction, so that the write-ahead log never contains
  /// more than one merge.
  private func merge(isLast: Bool, optimize: Bool) throws {
    let merger = SegmentMerger(database, parameters: parameters)
    if optimize {
      try mergeInTransaction { try merger.mergeAll(next: &$0) }
      if try FullTextSchema.exists(database) {
        let table = FullTextSchema.table
        try database.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('optimize')")
      }
    } else {
      while try merger.hasNewest(isLast: isLast) {
        try mergeInTransaction { try merger.mergeNewest(next: &$0, isLast: isLast) }
      }
      guard isLast else { return }
      let wear = try SegmentWear(
        database, parameters: parameters, smallIndex: smallIndex)
      if wear.concernsAll || !wear.segments.isEmpty {
        try mergeInTransaction { try merger.rewriteWorn(wear, next: &$0) }
      }
    }
  }

  /// Runs `body` with the number of the next segment.
  private func mergeInTransaction(_ body: (inout Int) throws -> Void) throws {
    try begin()
    try body(&next.segment)
    try next.write(database)
    try endTransaction()
  }

  private func writeSegment() throws {
    guard lengths.documentCount > 0 else { return }
    let statistics = try SegmentStatistics.all(database)
    let own = SegmentStatistics(number: next.segment, lengths: lengths, parameters: parameters)
    let writer = try SegmentWriter(
      database, number: next.segment, lengths: lengths,
      averages: SegmentStatistics.averages(statistics + [own]), parameters: parameters)
    let isStopWord = terms.map(StopWords.terms.contains)
    // Term vectors do not contain stop words, so small numbers are reserved for other terms.
    let numbers = try TermTable.numbers(
      database, of: terms, counts: terms.indices.map { isStopWord[$0] ? 0 : arena.count(term: $0) })
    var postings = RawPostings()
    for slot in numbers.indices.sorted(by: { numbers[$0] < numbers[$1] }) {
      arena.read(term: slot, base: lengths.firstPassage, into: &postings)
      try writer.write(term: numbers[slot], postings)
    }
    try forward.write(
      database, firstDocument: Int(lengths.firstDocument), terms: numbers,
      isStopWord: isStopWord,
      embedder: embeddings.map { DocumentEmbedder(terms, isStopWord: isStopWord, table: $0) })
    try own.insert(database, lengths: lengths)
    next.segment += 1
    arena = PostingArena()
    terms = []
    termNumbers = [:]
    MallocTuning.releaseFreed()
    for key in vocabularies.keys { vocabularies[key]?.forgetSlots() }
    lengths = SegmentLengths(
      firstDocument: UInt32(next.document), firstPassage: UInt32(next.passage))
  }

  private func writeWords() throws {
    for key in vocabularies.keys {
      if let vocabulary = vocabularies[key] { count(vocabulary) }
      vocabularies[key]?.forgetCounts()
    }
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO words (word, term, count) VALUES (?, ?, ?)
        ON CONFLICT (word) DO UPDATE SET count = count + excluded.count
        """)
    for (word, count) in wordCounts.sorted(by: { $0.key.folded < $1.key.folded }) {
      try statement.execute(arguments: [word.folded, word.term, count])
    }
    if wordCounts.values.contains(where: { $0 < 0 }) {
      try database.execute(sql: "DELETE FROM words WHERE count <= 0")
    }
    wordCounts = [:]
  }

  private func writeAbbreviations() throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO abbreviations (short, long, shown, count) VALUES (?, ?, ?, ?)
        ON CONFLICT (short, long) DO UPDATE SET count = count + excluded.count
        """)
    for (definition, count) in abbreviations {
      try statement.execute(
        arguments: [definition.short, definition.long, definition.shown, count])
    }
    if abbreviations.values.contains(where: { $0 < 0 }) {
      try database.execute(sql: "DELETE FROM abbreviations WHERE count <= 0")
    }
    abbreviations = [:]
  }
}
