import Foundation
import GRDB
import Literature
import Query
import Ranking

/// The state of an index that a connection caches: segments, sums and the columns that filters have
/// used.
///
/// It is discarded when the index changes.
final class IndexSnapshot {
  let segments: [SegmentStatistics]
  /// Upper limits of document and passage numbers.
  let documentLimit: Int
  let passageLimit: Int
  /// The numbers of documents and passages, without deleted ones.
  let documentCount: Int
  let passageCount: Int
  /// The number of commits.
  let generation: Int
  /// Deleted documents, if there are any.
  let deleted: Bitmap?
  /// The postings that belong to deleted documents.
  let deletedPostings: DeletedPostings
  /// Posting lists of forms that were added to queries.
  let listCache = ListCache()
  /// Rows of posting lists that several queries have read.
  let rowCache = RowCache()

  /// Whether the index is the head of a cluster.
  private let isHead: Bool
  let database: Database
  private var columns: [String: [UInt32]] = [:]
  private var sliced: [String: BitSlicedIndex] = [:]
  private var sets: [String: Bitmap] = [:]
  private var map: PassageMap?
  private var links: PassageLinks?
  private var deletedPassages: Bitmap?

  init(_ database: Database) throws {
    self.database = database
    segments = try SegmentStatistics.all(database)
    documentLimit = segments.map { Int($0.documents.upperBound) }.max() ?? 0
    passageLimit = segments.map { Int($0.passages.upperBound) }.max() ?? 0
    documentCount = segments.reduce(0) { $0 + $1.documentCount }
    passageCount = segments.reduce(0) { $0 + $1.passageCount }
    averages = try SegmentStatistics.averages(database, segments)
    deletedPostings = try DeletedPostings(database, segments: segments.map(\.number))
    generation = try IndexProperties.number(database, .generation)
    isHead = try IndexProperties.value(database, .cluster) != nil
    var deleted = Bitmap(limit: documentLimit)
    for (block, data) in try DocumentColumn.readAll(database, DocumentColumn.deleted) {
      DocumentColumn.insert(data, block: block, into: &deleted)
    }
    self.deleted = deleted.isEmpty ? nil : deleted
  }

  /// Deleted documents, if posting lists contain any of them.
  ///
  /// Once a segment is merged, its lists have none, so nothing read from them needs a check. The
  /// shards of a cluster may still have documents that were removed from its head.
  var deletedInLists: Bitmap? { deletedPostings.isEmpty && !isHead ? nil : deleted }

  /// Deleted documents or their passages, if posting lists contain any of them.
  func deletedInLists(_ unit: SearchRequest.Unit) throws -> Bitmap? {
    guard unit == .passage, let documents = deletedInLists else { return deletedInLists }
    if let deletedPassages { return deletedPassages }
    let map = try passageMap()
    var passages = Bitmap(limit: passageLimit)
    documents.forEach { passages.insert(map.passages(of: $0)) }
    deletedPassages = passages
    return passages
  }

  /// The range of numbers of a segment, in a unit.
  func range(_ segment: SegmentStatistics, _ unit: SearchRequest.Unit) -> Range<UInt32> {
    unit == .passage ? segment.passages : segment.documents
  }

  /// Weighted average lengths.
  let averages: AverageLengths

  /// The number of documents or passages.
  func count(_ unit: SearchRequest.Unit) -> Int {
    unit == .passage ? passageCount : documentCount
  }

  /// The upper limit of document or passage numbers.
  func limit(_ unit: SearchRequest.Unit) -> Int {
    unit == .passage ? passageLimit : documentLimit
  }

  /// A numeric property of every document, by document number; ``DocumentColumn/unknown`` for no
  /// value.
  func values(_ name: String) throws -> [UInt32] {
    if let known = columns[name] { return known }
    var column: [UInt32] = []
    for (block, data) in try DocumentColumn.readAll(database, name) {
      let start = block * DocumentColumn.blockSize
      // Only a damaged file has columns for documents that do not exist.
      guard start < documentLimit else { break }
      while column.count < start { column.append(DocumentColumn.unknown) }
      column += DocumentColumn.values(data)
    }
    while column.count < documentLimit { column.append(DocumentColumn.unknown) }
    columns[name] = column
    return column
  }

  /// The value of a document in such a column; ``DocumentColumn/unknown`` if the document is beyond
  /// it, as only in a damaged file.
  static func value(of document: UInt32, in column: [UInt32]) -> UInt32 {
    Int(document) < column.count ? column[Int(document)] : DocumentColumn.unknown
  }

  /// The value of a document as a key for sorting; −1 if unknown, which comes last if the highest
  /// comes first.
  static func sortKey(of document: UInt32, in column: [UInt32]) -> Int {
    let value = value(of: document, in: column)
    return value == DocumentColumn.unknown ? -1 : Int(value)
  }

  /// A column as a bit-sliced index, for finding ranges.
  func slices(_ name: String) throws -> BitSlicedIndex {
    if let known = sliced[name] { return known }
    let made = BitSlicedIndex(try values(name), unknown: DocumentColumn.unknown)
    sliced[name] = made
    return made
  }

  /// The documents with a facet code, without narrower codes, or ``DocumentColumn/anyCode``.
  func documents(_ facet: String, _ code: String) throws -> Bitmap {
    try set(DocumentColumn.set(facet, code), limit: documentLimit)
  }

  /// The passages of abstracts.
  func abstracts() throws -> Bitmap {
    try set(DocumentColumn.abstract, limit: passageLimit)
  }

  /// The documents whose record states a type of publication.
  ///
  /// The set is not kept, because queries can name any number of types.
  func documents(ofType key: String) throws -> Bitmap {
    try read(DocumentColumn.set(DocumentColumn.type, key), limit: documentLimit)
  }

  private func set(_ name: String, limit: Int) throws -> Bitmap {
    if let known = sets[name] { return known }
    let set = try read(name, limit: limit)
    sets[name] = set
    return set
  }

  /// A set of documents or passages that is not kept.
  func read(_ name: String, limit: Int) throws -> Bitmap {
    var set = Bitmap(limit: limit)
    for (block, data) in try DocumentColumn.readAll(database, name) {
      DocumentColumn.insert(data, block: block, into: &set)
    }
    return set
  }

  /// The map between passages and documents.
  func passageMap() throws -> PassageMap {
    if let map { return map }
    var first = try values(DocumentColumn.firstPassage)
    // A document number that was never written has no passages; in a damaged file, passages beyond
    // the next document are ignored.
    var next = UInt32(passageLimit)
    for index in first.indices.reversed() {
      first[index] = min(first[index], next)
      next = first[index]
    }
    first.append(UInt32(passageLimit))
    let made = PassageMap(firstPassage: first)
    map = made
    return made
  }

  /// The passages that continue the text of the one before.
  func passageLinks() throws -> PassageLinks {
    if let links { return links }
    var made = PassageLinks(limit: passageLimit)
    let abstracts = try abstracts()
    for segment in segments { made.add(try segment.lengths(database), abstracts: abstracts) }
    links = made
    return made
  }

  /// Whether any document of a set is not deleted.
  func hasDocument(in set: Bitmap) -> Bool {
    guard let deleted else { return !set.isEmpty }
    var living = set
    living.subtract(deleted)
    return !living.isEmpty
  }

  /// All documents that are not deleted.
  func alive() -> Bitmap {
    var set = Bitmap(limit: documentLimit)
    for segment in segments { set.insert(segment.documents) }
    if let deleted { set.subtract(deleted) }
    return set
  }
}
