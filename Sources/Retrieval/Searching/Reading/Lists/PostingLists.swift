import Query
import Ranking

/// The posting lists that one query opens.
///
/// A query uses most of its lists several times: to rank, to count, and to present hits. So a list
/// stays open until the query ends, and is reused as soon as nothing else reads it.
package final class PostingLists {
  /// Returns the rows of a table, for one list.
  private let rows: (PostingTable) throws -> PostingRows
  /// The storage of the postings, if it is not the file.
  let storage: (any PostingStorage)?
  /// Matches that the storage returned for this query.
  private var stored: [BuiltListKey: [ShardMatch]] = [:]
  /// Matches in the storage that were looked up ahead (``ShardRanker/lookUp(_:of:)``).
  var lookedUp: LookedUpMatches?
  private var opened: [OpenList] = []
  /// The index in ``opened`` of the last opened list of each term, among the first ``indexed``
  /// lists.
  private var latest: [ListKey: Int] = [:]
  private var indexed = 0
  private var made: [BuiltListKey: PostingRows?] = [:]
  private var sets: [Pattern: Bitmap] = [:]
  /// Each set is as long as the index, and a search may name thousands of headings.
  private static let mostSets = 256
  private var isEnded = false

  /// The number of open lists at which unused ones are closed.
  private var openLimit = leastLimit
  private static let leastLimit = 128
  /// Scanning up to this many lists is faster than hashing a key.
  private static let mostScanned = 16

  private struct ListKey: Hashable {
    var unit: SearchRequest.Unit
    var first: Int64
  }

  /// An opened list.
  private struct OpenList {
    var key: ListKey
    /// This cursor never moves; only its copies do.
    var cursor: PostingCursor
  }

  /// Lists of added forms that are kept for later queries; `nil` for none.
  private let kept: ListCache?
  private var keptPatterns = Set<Pattern>()
  /// The scope: the documents that scoped lists are complete for.
  private var scope: Bitmap?
  private let deadline: QueryDeadline

  /// Used only by ``PostingListPool``, which also calls ``end()``.
  init(
    rows: @escaping (PostingTable) throws -> PostingRows, storage: (any PostingStorage)?,
    kept: ListCache?, deadline: QueryDeadline
  ) {
    self.rows = rows
    self.storage = storage
    self.kept = kept
    self.deadline = deadline
    // Enough for most queries.
    opened.reserveCapacity(8)
  }

  /// Stops the query if it has exceeded its time limit.
  ///
  /// Use it for long work that opens no list; opening a list checks the limit as well.
  ///
  /// - Throws: ``IndexError/interrupted``.
  func checkDeadline() throws { try deadline.check() }

  /// The matches of a pattern in all segments, read once for this query.
  func shardMatches(
    _ pattern: Pattern, _ unit: SearchRequest.Unit, read: () throws -> [ShardMatch]
  ) throws -> [ShardMatch] {
    let key = BuiltListKey(pattern: pattern, unit: unit, segment: -1)
    if let known = stored[key] { return known }
    let matches = try read()
    stored[key] = matches
    return matches
  }

  /// A term's list in a segment; `nil` if it is empty.
  package func postings(
    _ unit: SearchRequest.Unit, term: Int, segment: Int
  ) throws -> PostingCursor? {
    precondition(!isEnded, "A posting list is opened after its query.")
    let key = ListKey(unit: unit, first: PostingKey.first(segment: segment, term: term))
    if let index = latestIndex(of: key), opened[index].cursor.isOnlyReader() {
      return opened[index].cursor.rewound
    }
    if opened.count >= openLimit { closeUnread() }
    let rows = try rows(unit == .passage ? .passagePostings : .documentPostings)
    guard let cursor = PostingCursor(rows: rows, key: key.first) else { return nil }
    opened.append(OpenList(key: key, cursor: cursor))
    return cursor
  }

  /// The index in ``opened`` of the last opened list for a key.
  private func latestIndex(of key: ListKey) -> Int? {
    if opened.count <= Self.mostScanned {
      // By index, because a closure would copy each list, with its cursor.
      return opened.indices.last { opened[$0].key == key }
    }
    for index in indexed..<opened.count { latest[opened[index].key] = index }
    indexed = opened.count
    return latest[key]
  }

  /// The positions of a term's list in a segment.
  func positions(term: Int, segment: Int) throws -> PositionCursor {
    precondition(!isEnded, "A posting list is opened after its query.")
    return PositionCursor(
      rows: try rows(.passagePositions), key: PostingKey.first(segment: segment, term: term))
  }

  /// Keeps the lists of a pattern for later queries, if they are built.
  func keep(_ pattern: Pattern) {
    if case .term = pattern { return }
    if kept != nil { keptPatterns.insert(pattern) }
  }

  /// Makes scoped lists complete for at least some documents.
  func setScope(_ documents: Bitmap) {
    if let scope, documents.isSubset(of: scope) { return }
    scope = documents
    made = made.filter { !$0.key.isScoped }
  }

  /// The list of a pattern in a segment, built once for this query.
  ///
  /// - Parameters:
  ///   - isScoped: whether it need only be complete for the documents of ``setScope(_:)``.
  ///   - make: returns the postings of the list, which may lack those of documents outside a scope.
  func list(
    _ pattern: Pattern, _ unit: SearchRequest.Unit, segment: Int, isScoped: Bool = false,
    make: (Bitmap?) throws -> [Posting]
  ) throws -> PostingCursor? {
    var key = BuiltListKey(pattern: pattern, unit: unit, segment: segment)
    if let known = made[key] { return known.flatMap { PostingCursor(rows: $0) } }
    if isScoped, let scope, !keptPatterns.contains(pattern) {
      key.isScoped = true
      if let known = made[key] { return known.flatMap { PostingCursor(rows: $0) } }
      let postings = try make(scope)
      let rows = postings.isEmpty ? nil : PostingRows(postings)
      made[key] = .some(rows)
      return rows.flatMap { PostingCursor(rows: $0) }
    }
    let kept = keptPatterns.contains(pattern) ? kept : nil
    if let known = kept?.rows(key) {
      made[key] = .some(known)
      return known.flatMap { PostingCursor(rows: $0) }
    }
    let postings = try make(nil)
    let rows = postings.isEmpty ? nil : PostingRows(postings)
    made[key] = .some(rows)
    kept?.keep(rows, postings: postings.count, for: key)
    return rows.flatMap { PostingCursor(rows: $0) }
  }

  /// The documents of all segments that a pattern finds, mostly found once for this query.
  func documents(of pattern: Pattern, find: () throws -> Bitmap) rethrows -> Bitmap {
    if let known = sets[pattern] { return known }
    let found = try find()
    if sets.count == Self.mostSets { sets.removeAll(keepingCapacity: true) }
    sets[pattern] = found
    return found
  }

  /// Closes unused lists, and then allows twice as many as remain.
  private func closeUnread() {
    var read: [OpenList] = []
    for index in opened.indices where !opened[index].cursor.isOnlyReader() {
      read.append(opened[index])
    }
    opened = read
    latest.removeAll(keepingCapacity: true)
    indexed = 0
    openLimit = max(Self.leastLimit, 2 * read.count)
  }

  /// Closes all lists.
  func end() {
    isEnded = true
    opened.removeAll()
    latest.removeAll()
    made.removeAll()
    sets.removeAll()
    stored.removeAll()
  }
}
