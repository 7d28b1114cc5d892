import Answers
import Foundation
import GRDB
import Literature
import Query

/// An index that is open for searching.
///
///     let index = try Index(path: "index/peerlit.sqlite")
///     let answer = try index.search(SearchRequest("role clarity HCV"))
///
/// Any number of tasks may run queries: each takes a connection from a pool. A query sees the index
/// as of the last commit before it began.
public final class Index: Sendable {
  /// Path of the file.
  public let path: String

  private let connections: IndexConnections
  private let timeLimit: Duration?
  let words = WordListCache()

  /// Opens an index.
  ///
  /// - Parameters:
  ///   - timeLimit: how long a query may take before it is stopped and fails with
  ///     ``IndexError/interrupted``; `nil` for no limit.
  ///   - synonyms: rows of forms that mean the same, in addition to the built-in ones.
  /// - Throws: ``IndexError`` if it is missing, damaged, or built by another version.
  public convenience init(
    path: String, timeLimit: Duration? = nil, synonyms: [[String]] = []
  ) throws(IndexError) {
    var settings = SearchSettings()
    settings.synonyms = synonyms
    try self.init(path: path, timeLimit: timeLimit, settings: settings)
  }

  /// Opens a cluster.
  ///
  /// - Throws: ``IndexError`` if its head is missing or damaged, or if its shards can't be read.
  public convenience init(
    cluster: ClusterConfiguration, timeLimit: Duration? = nil, synonyms: [[String]] = []
  ) throws(IndexError) {
    var settings = SearchSettings()
    settings.synonyms = synonyms
    settings.cluster = cluster
    try self.init(path: cluster.head, timeLimit: timeLimit, settings: settings)
  }

  /// Opens the index file or the head of a cluster at a path, with all settings.
  package init(
    path: String, timeLimit: Duration? = nil, settings: SearchSettings
  ) throws(IndexError) {
    self.path = path
    self.timeLimit = timeLimit
    connections = try IndexConnections(path: path, settings: settings)
  }

  /// Runs a search.
  ///
  /// - Throws: ``QueryError`` for an unknown facet code, ``IndexError`` for a problem with the
  ///   index.
  public func search(_ request: SearchRequest) throws -> SearchResponse {
    try use { try $0.search(request) }
  }

  /// A document by its public id, with its text; `nil` if there is none.
  public func document(_ id: String) throws -> Document? {
    try use { try $0.reader.document(id) }
  }

  /// Counts facet values over the documents that match a request, or over all for an empty one.
  public func facets(_ request: SearchRequest) throws -> FacetReport {
    try use { try $0.facets(request) }
  }

  /// Counts one facet against another over the documents that match a request.
  ///
  /// - Parameters:
  ///   - rows: the facet for the rows, one of ``FacetDefinition/axes``.
  ///   - columns: the facet for the columns, also one of them.
  public func map(
    rows: FacetName, columns: FacetName, _ request: SearchRequest
  ) throws -> FacetMap {
    try use { try $0.map(rows, columns, request) }
  }

  /// Documents similar to one, best first; `nil` if there is no document with this id.
  ///
  /// - Parameter request: its filter, unit, limit and offset are used.
  public func similar(to id: String, _ request: SearchRequest) throws -> SearchResponse? {
    try use { try $0.similar(to: id, request) }
  }

  /// The statistics of the index.
  public func stats() throws -> IndexStats {
    try use { try $0.reader.stats() }
  }

  /// Checks the file, the texts and the postings.
  public func check() throws -> IndexCheck {
    try use { try IndexChecker(reader: $0.reader).check() }
  }

  /// Ranks without fetching text, and returns the internal numbers of passages or documents with
  /// their scores.
  ///
  /// For benchmarks; the numbers are valid only for this index.
  package func rank(_ request: SearchRequest) throws -> [(number: Int, score: Double)] {
    try use { try $0.rank(request) }
  }

  /// Closes the connections; those in use are closed when their queries end.
  ///
  /// Later queries open new ones.
  package func close() { connections.close() }

  /// Runs `body` with a deadline for all queries in it, in addition to the limits of their indexes.
  package static func withDeadline<Result>(
    _ deadline: ContinuousClock.Instant, _ body: () throws -> Result
  ) rethrows -> Result {
    try QueryDeadline.$current.withValue(deadline) {
      try ReadingDeadline.$current.withValue(deadline, operation: body)
    }
  }

  /// Runs `body` on a connection of the pool.
  func use<Result: Sendable>(_ body: (Searcher) throws -> Result) throws -> Result {
    let limits = [timeLimit.map { ContinuousClock.now + $0 }, QueryDeadline.current]
    let end = limits.compactMap(\.self).min()
    let connection = try connections.take()
    do {
      let result = try ReadingDeadline.$current.withValue(end) {
        try connection.use(until: end, body)
      }
      connections.end(connection)
      return result
    } catch QueryError.tookTooLong {
      connections.end(connection)
      throw IndexError.interrupted
    } catch let error as IndexError where error.spoilsConnection {
      // The connection's cached data may be incomplete, so it is not used again.
      connections.end(nil)
      throw error
    } catch {
      connections.end(connection)
      throw error
    }
  }
}

extension IndexError {
  /// Whether a connection was left with incomplete data and must not be used again.
  fileprivate var spoilsConnection: Bool {
    switch self {
    case .interrupted, .replaced, .cluster: true
    default: false
    }
  }
}
