import GRDB
import Ranking

/// Writes the FTS5 table of the passages: for each commit, one segment.
///
/// FTS5 inverts each row separately, which took a quarter of the time of indexing. The postings are
/// already inverted for the ranked lists, so this type writes the tables of FTS5 from them. FTS5
/// itself only reads, checks and merges the segments.
///
/// The form is that of the comment at the head of SQLite's `fts5_index.c`. It is part of the file
/// format of SQLite, which every later version reads.
final class FullTextWriter {
  private let database: Database
  private let pageSize: Int
  private let sizes: FullTextSizes
  /// The rows that were deleted since the last commit, by their terms.
  private var deleted: [String: Set<Int>] = [:]

  init(_ database: Database) throws {
    self.database = database
    pageSize = try FullTextSchema.pageSize(database)
    sizes = try FullTextSizes(database)
  }

  /// Adds the passages of a document, whose postings are passed to ``write(_:terms:slots:_:_:)``.
  func add(_ document: PreparedDocument, firstPassage: Int) throws {
    for (index, passage) in document.passages.enumerated() {
      try sizes.add(
        row: firstPassage + index,
        FullTextColumn.allCases.map { column in
          switch column {
          case .title: document.titleWords
          case .heading: passage.headingWords
          case .body: passage.isBackMatter ? 0 : passage.bodyWords
          case .backMatter: passage.isBackMatter ? passage.bodyWords : 0
          case .authors: document.authorWords
          case .keywords, .journal, .publisher, .year, .abbreviation:
            index == 0 ? document.recordWords[column] ?? 0 : 0
          }
        })
    }
  }

  /// Removes the passages of a document.
  ///
  /// - Parameter isPending: whether the postings of the document are not written yet.
  func remove(_ document: RemovedDocument, isPending: Bool) throws {
    for (row, terms) in zip(document.passages, document.terms) {
      try sizes.remove(row: row)
      if !isPending { for term in terms { deleted[term, default: []].insert(row) } }
    }
  }

  /// Writes a segment with the postings and the deleted rows.
  ///
  /// - Parameters:
  ///   - lists: the postings.
  ///   - terms: the terms of the lists.
  ///   - slots: the index of each term in `terms`.
  ///   - lengths: the passages of the postings.
  ///   - batches: how much is encoded at a time.
  func write(
    _ lists: PostingArena.Terms, terms: [String], slots: [String: Int32],
    _ lengths: SegmentLengths, _ batches: SegmentBatches
  ) throws {
    try sizes.flush()
    var all = terms
    var deletedRows: [Int: [Int]] = [:]
    for (term, rows) in deleted {
      let known = slots[term].map(Int.init)
      // In a damaged index, a document can have passages that do not exist.
      deletedRows[known ?? all.count] = rows.filter { $0 < lengths.firstPassage }.sorted()
      if known == nil { all.append(term) }
    }
    deleted = [:]
    if all.isEmpty { return }
    let order = Self.sorted(all)
    let parts = batches.parts(order.count) { index in
      order[index] < terms.count ? lists.count(term: order[index]) : 0
    }
    var structure = try FullTextStructure(database)
    let number = structure.unusedNumber
    var writer = try FullTextSegmentWriter(database, segment: number, pageSize: pageSize)
    var name: [UInt8] = []
    try ParallelMap.forEach(
      parts.count, ahead: batches.ahead, weight: { parts[$0].weight },
      { [deletedRows, count = terms.count] batch in
        var encoder = DoclistEncoder()
        let ends = parts[batch].indices.map { index in
          let term = order[index]
          encoder.begin()
          for row in deletedRows[term] ?? [] { encoder.addDeleted(row) }
          if term < count { encoder.add(lists, term, lengths) }
          return encoder.bytes.count
        }
        return (bytes: encoder.bytes, ends: ends)
      }
    ) { batch, doclists in
      try doclists.bytes.withUnsafeBytes { bytes in
        var start = 0
        for (index, end) in zip(parts[batch].indices, doclists.ends) where end > start {
          let doclist = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
          name.removeAll(keepingCapacity: true)
          name.append(Self.prefix)
          name.append(contentsOf: all[order[index]].utf8)
          try writer.add(name, doclist)
          start = end
        }
      }
    }
    let pages = try writer.finish()
    if pages == 0 { return }
    structure.add(segment: number, pages: pages)
    try structure.write(database)
    try merge(structure)
  }

  /// The first byte of every term: FTS5 has others for the terms of prefix indexes.
  private static let prefix = UInt8(ascii: "0")

  /// The indices of terms, in the order of their bytes.
  private static func sorted(_ terms: [String]) -> [Int] {
    // Most terms differ in the first eight bytes.
    let keys = terms.map { term in
      term.utf8.prefix(8).reduce((key: UInt64(0), shift: UInt64(56))) {
        ($0.key | UInt64($1) << $0.shift, $0.shift &- 8)
      }.key
    }
    return terms.indices.sorted {
      keys[$0] == keys[$1]
        ? terms[$0].utf8.lexicographicallyPrecedes(terms[$1].utf8) : keys[$0] < keys[$1]
    }
  }

  /// Lets FTS5 merge the newest segments if there are many.
  private func merge(_ structure: FullTextStructure) throws {
    let newest = structure.levels.first?.segments.count ?? 0
    guard newest >= FullTextSchema.mostSegments else { return }
    let table = FullTextSchema.table
    try database.execute(
      sql: "INSERT INTO \(table) (\(table), rank) VALUES ('merge', ?)", arguments: [1 << 24])
  }
}

extension DoclistEncoder {
  /// Adds the postings of a term in live documents.
  fileprivate mutating func add(
    _ lists: PostingArena.Terms, _ term: Int, _ lengths: SegmentLengths
  ) {
    let first = Int(lengths.firstPassage)
    lists.forEach(term) { passage in
      if lengths.isAlive[Int(lengths.document[Int(passage)])] {
        end(first + Int(passage))
      } else {
        discard()
      }
    } token: { position, offset in
      add(position: position, offset: offset)
    }
  }
}
