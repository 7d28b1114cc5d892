import Analysis
import Embeddings
import GRDB
import Ranking

/// Inverts documents in memory and writes them as one segment: ranked postings, term vectors and
/// statistics.
struct PendingSegment: ~Copyable {
  private var arena = PostingArena()
  private var lengths: SegmentLengths
  private var terms: [String] = []
  /// The number of each term in the arena.
  private var slots: [String: Int32] = [:]
  /// The numbers of everyday words that also find an acronym.
  ///
  /// Their stem is another term.
  private var everydayWords: [Int32] = []
  private var vocabularies: [Int: PreparerVocabulary] = [:]
  private var termVectors = TermVectorWriter()

  /// Begins a segment.
  ///
  /// - Parameter next: the numbers of its first document and passage.
  init(next: NextNumbers) {
    lengths = Self.lengths(next)
  }

  private static func lengths(_ next: NextNumbers) -> SegmentLengths {
    SegmentLengths(firstDocument: UInt32(next.document), firstPassage: UInt32(next.passage))
  }

  /// The memory it takes, in bytes.
  var size: Int { arena.size + termVectors.size }

  /// Whether the segment has no documents.
  var isEmpty: Bool { lengths.documentCount == 0 }

  /// Whether the segment contains a document, or will contain it.
  ///
  /// - Parameter number: a document.
  func contains(_ number: Int) -> Bool { number >= Int(lengths.firstDocument) }

  // MARK: Adding documents

  /// Adds the words of a batch; call it once per batch, before adding its documents.
  ///
  /// - Parameter words: receives the occurrences of words that the preparer has forgotten.
  mutating func begin(_ batch: PreparedBatch, counting words: inout WordCountsWriter) {
    if vocabularies[batch.preparer]?.epoch != batch.epoch {
      if let old = vocabularies[batch.preparer] { words.add(old) }
      vocabularies[batch.preparer] = PreparerVocabulary(epoch: batch.epoch)
    }
    vocabularies[batch.preparer]?.add(batch.newWords)
  }

  /// Adds the next document.
  mutating func add(_ prepared: PreparedDocument, from preparer: Int) {
    lengths.addDocument(title: prepared.titleWords)
    defer { termVectors.endDocument() }
    guard var vocabulary = vocabularies.removeValue(forKey: preparer) else { return }
    vocabulary.count(prepared.tokens)
    let first = UInt32(lengths.passageCount)
    for passage in prepared.passages {
      let local = UInt32(lengths.passageCount)
      lengths.addPassage(
        body: passage.bodyWords, heading: passage.headingWords, opensSection: passage.opensSection)
      if local == first { addTitle(prepared.tokens[passage.tokens], &vocabulary) }
      termVectors.beginPassage()
      var last: UInt16?
      for token in prepared.tokens[passage.tokens] {
        let term = slot(token.word, &vocabulary)
        arena.add(term: term, passage: local, token)
        // Joined forms, and further terms of a word, have the position of the word.
        if token.position < FieldSpace.title, token.position != last { addToVectors(term) }
        last = token.position
      }
    }
    vocabularies[preparer] = vocabulary
  }

  /// Marks a document of this segment as deleted, so that its postings are not written.
  mutating func remove(_ number: Int) {
    lengths.isAlive[number - Int(lengths.firstDocument)] = false
  }

  /// Adds the words of the title to the term vectors, from the tokens of any passage.
  private mutating func addTitle(
    _ tokens: ArraySlice<PreparedToken>, _ vocabulary: inout PreparerVocabulary
  ) {
    var last: UInt16?
    for token in tokens
    where token.position >= FieldSpace.title && token.position < FieldSpace.heading {
      if token.position != last { addToVectors(slot(token.word, &vocabulary)) }
      last = token.position
    }
  }

  /// Adds a word to the term vectors.
  ///
  /// Its first term may also find an acronym (`aids`); its stem, which it has as well, does not.
  @inline(__always)
  private mutating func addToVectors(_ term: Int) {
    let isEveryday = everydayWords.contains(Int32(term))
    termVectors.add(slot: isEveryday ? slot(of: Acronyms.stem(of: terms[term])) : term)
  }

  /// The number of a preparer's word in the arena.
  @inline(__always)
  private mutating func slot(_ word: UInt32, _ vocabulary: inout PreparerVocabulary) -> Int {
    let known = vocabulary.slots[Int(word)]
    if known >= 0 { return Int(known) }
    let slot = slot(of: vocabulary.words[Int(word)].term)
    vocabulary.slots[Int(word)] = Int32(slot)
    return slot
  }

  private mutating func slot(of term: String) -> Int {
    Int(slots[term] ?? addTerm(term))
  }

  private mutating func addTerm(_ term: String) -> Int32 {
    let slot = Int32(arena.addTerm())
    slots[term] = slot
    terms.append(term)
    if Acronyms.stem(of: term) != term, !Acronyms.contains(term) { everydayWords.append(slot) }
    return slot
  }

  // MARK: Writing

  /// Returns the words of the preparers with their occurrences since the last call, and forgets
  /// the occurrences.
  mutating func takeCounts() -> [PreparerVocabulary] {
    let counted = Array(vocabularies.values)
    for key in vocabularies.keys { vocabularies[key]?.forgetCounts() }
    return counted
  }

  /// Ranks the postings on all cores and writes them.
  ///
  /// - Parameters:
  ///   - terms: the number of each slot's term.
  ///   - sizes: how much is ranked at a time.
  ///   - tasks: what is written to other tables meanwhile.
  private func writePostings(
    to writer: SegmentWriter, terms: [Int], _ ranker: PostingRanker, _ sizes: SegmentBatches,
    meanwhile tasks: [() throws -> Void]
  ) throws {
    let slots = terms.indices.sorted { terms[$0] < terms[$1] }
    let parts = sizes.parts(slots.count) { arena.count(term: slots[$0]) }
    let lengths = lengths
    let hasDeleted = lengths.isAlive.contains(false)
    try arena.withTerms { lists in
      try ParallelMap.forEach(
        parts.count, ahead: sizes.ahead, weight: { parts[$0].weight },
        { batch in
          var ranker = ranker
          var postings = RawPostings()
          return slots[parts[batch].indices].map { slot in
            lists.read(slot, base: lengths.firstPassage, into: &postings)
            return hasDeleted ? ranker.rows(lengths.live(postings)) : ranker.rows(postings)
          }
        }, meanwhile: tasks
      ) { batch, rows in
        for (slot, rows) in zip(slots[parts[batch].indices], rows) {
          try writer.write(term: terms[slot], rows)
        }
      }
    }
  }

  /// Calls `body` with the postings, their terms, the number of each term, and the lengths.
  func withPostings(
    _ body: (PostingArena.Terms, [String], [String: Int32], SegmentLengths) throws -> Void
  ) throws {
    try arena.withTerms { try body($0, terms, slots, lengths) }
  }

  /// Writes the segment and begins the next one.
  ///
  /// - Parameters:
  ///   - next: the number of the segment, and those of the next segment's first document and
  ///     passage.
  ///   - embeddings: the table for the embeddings of documents; `nil` for none.
  ///   - batches: how much is encoded at a time.
  ///   - tasks: what is written to other tables while other threads rank postings.
  mutating func write(
    _ database: Database, next: NextNumbers, embeddings: EmbeddingTable?, batches: SegmentBatches,
    meanwhile tasks: [() throws -> Void]
  ) throws {
    let own = SegmentStatistics(number: next.segment, lengths: lengths)
    let averages = try SegmentStatistics.averages(
      database, try SegmentStatistics.all(database) + [own])
    let isStopWord = terms.map(StopWords.isStopWord)
    // Term vectors do not contain stop words, so small numbers are reserved for other terms.
    let numbers = try TermTable.numbers(
      database, of: terms, counts: terms.indices.map { isStopWord[$0] ? 0 : arena.count(term: $0) })
    let insertTerms = { [terms] in try TermTable.insert(database, terms, numbers) }
    try writePostings(
      to: SegmentWriter(database, number: next.segment), terms: numbers.all,
      PostingRanker(lengths: lengths, averages: averages), batches,
      meanwhile: [insertTerms] + tasks)
    try termVectors.write(
      database, firstDocument: Int(lengths.firstDocument), terms: numbers.all,
      isStopWord: isStopWord,
      embedder: embeddings.map { DocumentEmbedder(terms, isStopWord: isStopWord, table: $0) },
      batches)
    try own.insert(database, lengths: lengths)
    arena = PostingArena()
    terms = []
    slots = [:]
    everydayWords = []
    MallocTuning.releaseFreed()
    for key in vocabularies.keys { vocabularies[key]?.forgetSlots() }
    lengths = Self.lengths(next)
  }
}
