import Analysis
import Embeddings
import GRDB
import GRDBSQLite
import Ranking

/// Reads the contents of an index file for one connection: terms, posting lists, term vectors,
/// texts and records, as of one commit at a time.
///
/// Statements are prepared once, and the contents of the snapshot are kept until the index changes.
/// It must be used by only one task at a time.
final class IndexReader {
  let database: Database
  let path: String
  let analyzer: Analyzer
  let texts: StoredTexts
  let documents: StoredDocuments
  let hits: HitFields
  let authorWords: AuthorWords
  let termVectors: TermVectorReader
  let identifiers: IdentifierLookup
  /// The storage of postings and records; `nil` if the file has them.
  let storage: (any PostingStorage)?
  /// The table that the embeddings of documents were made with; `nil` if there are none, or if they
  /// were made with another table than the given one.
  let embeddings: EmbeddingTable?
  /// Encodes queries; `nil` if they are not encoded, or if the documents were encoded by another
  /// encoder or by none.
  private(set) var queryEncoder: SentenceEncoder?
  private let givenEncoder: SentenceEncoder?
  private(set) var snapshot: IndexSnapshot
  private(set) var dictionary: TermDictionary
  private(set) var statistics: TermStatistics
  private let pool: PostingListPool

  private let begin: Statement
  private let commit: Statement
  private let rollback: Statement
  private let version: Statement
  private var dataVersion: Int64 = -1

  init(
    _ database: Database, path: String, deadline: QueryDeadline, settings: SearchSettings
  ) throws {
    self.database = database
    self.path = path
    // First, because its tables take the place of those of the file.
    storage = try Self.storage(database, path, deadline, settings)
    let language = try IndexProperties.language(database)
    analyzer = try Analyzer(language: language)
    pool = PostingListPool(database, deadline: deadline, poisonsRows: settings.poisonsRows)
    texts = try StoredTexts(database)
    documents = StoredDocuments(database, texts: texts)
    hits = try HitFields(database)
    authorWords = try AuthorWords(database, language: language)
    termVectors = TermVectorReader(database, storage: storage)
    identifiers = IdentifierLookup(database: database, storage: storage)
    embeddings = try IndexProperties.usable(database, settings.embeddings)
    givenEncoder = settings.queryEncoder
    begin = try database.makeStatement(sql: "BEGIN")
    commit = try database.makeStatement(sql: "COMMIT")
    rollback = try database.makeStatement(sql: "ROLLBACK")
    version = try database.makeStatement(sql: "PRAGMA data_version")
    snapshot = try IndexSnapshot(database)
    dictionary = try TermDictionary(database)
    statistics = try TermStatistics(database, dictionary: dictionary, snapshot: snapshot)
  }

  /// Runs `body` in a read transaction, with a current snapshot and with posting lists that are
  /// valid until it returns.
  func inTransaction<Result: Sendable>(
    _ body: (PostingLists) throws -> Result
  ) throws -> Result {
    try step(begin)
    // Nothing was written, so either way of ending the transaction will do; GRDB stops the program
    // if it stays open.
    defer { if (try? step(commit)) == nil { try? step(rollback) } }
    try refresh()
    try storage?.beginQuery()
    // Lists of a cluster may lack the matches of a shard that did not answer.
    let kept = storage == nil ? snapshot.listCache : nil
    return try pool.withLists(storage: storage, kept: kept, rows: snapshot.rowCache, body)
  }

  private static func storage(
    _ database: Database, _ path: String, _ deadline: QueryDeadline, _ settings: SearchSettings
  ) throws -> (any PostingStorage)? {
    guard let cluster = settings.cluster else {
      guard try IndexProperties.value(database, .cluster) == nil else {
        throw IndexError.clusterHead(path: path)
      }
      return nil
    }
    return try ClusterStorage(cluster, database, deadline: deadline)
  }

  /// Checks that the file itself has all documents, for what reads its tables.
  ///
  /// - Throws: ``IndexError/cluster(detail:)`` if it is the head of a cluster.
  func requireFile() throws {
    if storage != nil {
      throw IndexError.cluster(
        detail: "this needs the index file; use --index instead of --cluster")
    }
  }

  /// Reads the snapshot again if another connection has written since.
  private func refresh() throws {
    sqlite3_reset(version.sqliteStatement)
    sqlite3_step(version.sqliteStatement)
    let found = sqlite3_column_int64(version.sqliteStatement, 0)
    sqlite3_reset(version.sqliteStatement)
    guard found != dataVersion else { return }
    snapshot = try IndexSnapshot(database)
    dictionary = try TermDictionary(database)
    statistics = try TermStatistics(database, dictionary: dictionary, snapshot: snapshot)
    try storage?.follow(
      documentLimit: snapshot.documentLimit, passageLimit: snapshot.passageLimit)
    if let givenEncoder {
      let isSame = try IndexProperties.value(database, .encoder) == givenEncoder.name
      queryEncoder = isSame ? givenEncoder : nil
    }
    dataVersion = found
  }

  private func step(_ statement: Statement) throws {
    sqlite3_reset(statement.sqliteStatement)
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    try database.checkDone(code)
  }
}
