import GRDB
import GRDBSQLite
import Query
import Ranking

/// Opens posting lists of a connection, with a pool of prepared statements: a cursor needs one of
/// its own for as long as it reads in place.
///
/// A query opens most of its lists several times: to rank, to count, to tell what else matches. What
/// was opened or made before is therefore kept until the query ends.
final class PostingReader {
  private let database: Database
  private var pools: [String: Pool] = [:]
  /// Lists as they were opened: those in use, and those that may be used again.
  private var lent: [Opened] = []
  private var free: [Opened] = []
  private var made: [MadeKey: PostingRows?] = [:]

  /// Numbers of the query's terms, each of which is asked for several times.
  private var numbers: [(term: String, number: Int?)] = []

  private static let mostNumbers = 32
  /// How many lists are kept beside those in use.
  private static let mostFree = 128

  /// A list as it was opened; queries have few, so that they are found by looking at each.
  private struct Opened {
    var unit: SearchRequest.Unit
    var first: Int64
    var cursor: PostingCursor
  }

  private struct MadeKey: Hashable {
    var pattern: Pattern
    var unit: SearchRequest.Unit
    var segment: Int
  }

  private let terms: ColumnStatement
  private var counters: [SearchRequest.Unit: ColumnStatement] = [:]

  private struct Pool {
    var statements: [Statement] = []
    var used = 0
  }

  init(_ database: Database) throws {
    self.database = database
    terms = try ColumnStatement(database, sql: "SELECT number FROM terms WHERE term = ?")
  }

  /// Number of a term; `nil` when no text has it.
  func number(of term: String) throws -> Int? {
    if let known = numbers.first(where: { $0.term == term }) { return known.number }
    defer { terms.reset() }
    // A number beyond all is a damaged one.
    var number = try terms.find(term) ? terms.integer(0) : nil
    if let found = number, !(0..<PostingKey.mostTerms).contains(found) { number = nil }
    if numbers.count < Self.mostNumbers { numbers.append((term, number)) }
    return number
  }

  /// A term's list in a segment.
  func postings(_ unit: SearchRequest.Unit, term: Int, segment: Int) throws -> PostingCursor? {
    let first = PostingKey.first(segment: segment, term: term)
    if let place = free.firstIndex(where: { $0.first == first && $0.unit == unit }) {
      free.swapAt(place, free.count - 1)
      let known = free.removeLast()
      lent.append(known)
      return known.cursor.rewound
    }
    let rows = try rows(Self.table(unit))
    guard let cursor = PostingCursor(rows: rows, key: first) else { return nil }
    lent.append(Opened(unit: unit, first: first, cursor: cursor))
    return cursor
  }

  /// The list of a pattern in a segment that is made for this query, once.
  ///
  /// - Parameter make: gives what the list holds.
  func list(
    _ pattern: Pattern, _ unit: SearchRequest.Unit, segment: Int, make: () throws -> [Posting]
  ) throws -> PostingCursor? {
    let key = MadeKey(pattern: pattern, unit: unit, segment: segment)
    if let known = made[key] { return known.flatMap { PostingCursor(rows: $0) } }
    let postings = try make()
    let rows = postings.isEmpty ? nil : PostingRows(postings)
    made[key] = .some(rows)
    return rows.flatMap { PostingCursor(rows: $0) }
  }

  /// How many postings a term's list has in a segment, without opening it.
  func count(_ unit: SearchRequest.Unit, term: Int, segment: Int) throws -> UInt32 {
    let counter =
      try counters[unit]
      ?? ColumnStatement(database, sql: "SELECT data FROM \(Self.table(unit)) WHERE id = ?")
    counters[unit] = counter
    defer { counter.reset() }
    guard try counter.find(PostingKey.first(segment: segment, term: term)) else { return 0 }
    let row = counter.bytes(0)
    guard row.count >= 4, let start = row.baseAddress else { return 0 }
    return PostingLayout.count(start, row.count)
  }

  private static func table(_ unit: SearchRequest.Unit) -> String {
    unit == .passage ? "passage_postings" : "document_postings"
  }

  /// The positions of a term's list in a segment.
  func positions(term: Int, segment: Int) throws -> PositionCursor {
    PositionCursor(
      rows: try rows("passage_positions"), key: PostingKey.first(segment: segment, term: term))
  }

  /// Takes the lists back; the cursors opened before must not be used any more.
  func release() {
    free += lent
    lent.removeAll(keepingCapacity: true)
    if free.count > Self.mostFree { reset() }
    reset("passage_positions")
  }

  /// Ends a query: takes all statements back, and forgets its lists.
  func end() {
    if !made.isEmpty { made.removeAll() }
    numbers.removeAll(keepingCapacity: true)
    reset()
  }

  private func reset() {
    lent.removeAll(keepingCapacity: true)
    free.removeAll(keepingCapacity: true)
    for table in pools.keys { reset(table) }
  }

  private func reset(_ table: String) {
    guard var pool = pools[table] else { return }
    for index in 0..<pool.used { sqlite3_reset(pool.statements[index].sqliteStatement) }
    pool.used = 0
    pools[table] = pool
  }

  private func rows(_ table: String) throws -> PostingRows {
    var pool = pools[table] ?? Pool()
    if pool.used == pool.statements.count {
      pool.statements.append(
        try database.makeStatement(sql: "SELECT data FROM \(table) WHERE id = ?"))
    }
    defer {
      pool.used += 1
      pools[table] = pool
    }
    return PostingRows(PostingRowStatement(pool.statements[pool.used]))
  }
}
