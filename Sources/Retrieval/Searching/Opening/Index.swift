import Analysis
import Answers
import Appraisal
import Foundation
import GRDB
import Literature
import Query

/// An index open for searching.
///
///     let index = try Index(path: "index/peerlit.sqlite")
///     let answer = try index.search(SearchRequest("role clarity HCV"))
///
/// Queries may come from any number of tasks: each takes a connection of its own from a pool. An
/// index that is written meanwhile is seen as of its last commit when a query begins.
public final class Index: Sendable {
  /// Path of the file.
  public let path: String

  private let connections: IndexConnections
  private let watch: QueryWatch?
  let words = WordListCache()

  /// Opens an index.
  ///
  /// - Parameter timeLimit: how long a query may take; it is then stopped, wherever it is, and
  ///   fails with ``IndexError/interrupted``. `nil` for as long as it takes.
  /// - Throws: ``IndexError`` when it is missing, damaged, or was made by other versions.
  public init(path: String, timeLimit: Duration? = nil) throws(IndexError) {
    self.path = path
    watch = timeLimit.map { QueryWatch(limit: $0) }
    connections = try IndexConnections(path: path)
  }

  /// Answers a search.
  ///
  /// - Throws: ``QueryError`` for an unknown facet code, ``IndexError`` for trouble with the index.
  public func search(_ request: SearchRequest) throws -> SearchResponse {
    try use { try $0.search(request) }
  }

  /// A document by its public id, whole; `nil` when there is none.
  public func document(_ id: String) throws -> Document? {
    try use { try $0.document(id) }
  }

  /// Counts facet values over the documents that a request finds; over all when its text is empty.
  public func facets(_ request: SearchRequest) throws -> FacetReport {
    try use { try $0.facets(request) }
  }

  /// Counts one facet against another over the documents that a request finds.
  ///
  /// - Parameters:
  ///   - rows: the facet whose codes head the rows: `method`, `setting` or `condition`.
  ///   - columns: the facet whose codes head the columns.
  public func map(
    rows: FacetName, columns: FacetName, _ request: SearchRequest
  ) throws -> FacetMap {
    try use { try $0.map(rows, columns, request) }
  }

  /// Documents that speak of the same things as one, best first; `nil` when there is no such one.
  ///
  /// - Parameter request: its filter, unit, limit and offset are used.
  public func similar(to id: String, _ request: SearchRequest) throws -> SearchResponse? {
    try use { try $0.similar(to: id, request) }
  }

  /// The figures of the index.
  public func stats() throws -> IndexFigures {
    try use { try $0.figures() }
  }

  /// Checks the file, the full text and the ranked postings.
  public func check() throws -> IndexCheck {
    try use { try IndexChecker(session: $0).check() }
  }

  /// Ranks without fetching any stored text: numbers of passages or documents with their scores.
  ///
  /// For measuring; numbers mean something only together with this index.
  package func rank(_ request: SearchRequest) throws -> [(number: Int, score: Double)] {
    try use { try $0.rank(request) }
  }

  /// Runs `body` on a connection of the pool.
  func use<Result>(_ body: (IndexSession) throws -> Result) throws -> Result {
    let connection = try connections.take()
    do {
      let result = try connection.use(watch, body)
      connections.end(connection)
      return result
    } catch IndexError.interrupted {
      // What the connection keeps was read in part: it is not used again.
      connections.end(nil)
      throw IndexError.interrupted
    } catch {
      connections.end(connection)
      throw error
    }
  }
}

/// A connection with what it keeps between queries.
///
/// Unchecked `Sendable`: the session is only touched inside the connection's queue.
final class IndexConnection: @unchecked Sendable {
  private let file: IndexFile
  private var session: IndexSession?

  init(path: String) throws(IndexError) {
    file = try IndexFile.open(path: path)
  }

  /// Runs `body` in a read transaction, under the eyes of a watch if there is one.
  func use<Result>(
    _ watch: QueryWatch?, _ body: (IndexSession) throws -> Result
  ) throws -> Result {
    guard let watch else { return try use(body) }
    return try watch.watch(file) { try use(body) }
  }

  private func use<Result>(_ body: (IndexSession) throws -> Result) throws -> Result {
    do {
      return try file.queue.writeWithoutTransaction { database in
        if session == nil { session = try IndexSession(database, path: file.path) }
        guard let session else { throw IndexError.missing(path: file.path) }
        return try session.inTransaction { try body(session) }
      }
    } catch let error as DatabaseError {
      throw IndexFile.translate(error, path: file.path)
    }
  }
}
