import Analysis
import Appraisal
import Foundation
import GRDB
import GRDBSQLite
import Literature
import Query
import Ranking

/// Everything that answers queries on one connection: analyzer, prepared statements and the
/// snapshot of the index.
///
/// Not for more than one task at a time.
final class IndexSession {
  let database: Database
  let path: String
  let analyzer: Analyzer
  let reader: PostingReader
  let texts: StoredTexts
  let documents: StoredDocuments
  let hits: HitRecords
  let abbreviations: AbbreviationRows
  let forward: ForwardIndex
  let forwardTerms = ForwardTerms()
  let slots = TermSlots()
  let sameMeaning: SameMeaning
  private(set) var snapshot: IndexSnapshot
  private(set) var facts: TermFacts
  private(set) var families: WordFamilies
  private(set) var expansions = ExpansionFacts()

  private let begin: Statement
  private let commit: Statement
  private let version: Statement
  private var dataVersion: Int64 = -1

  init(_ database: Database, path: String) throws {
    self.database = database
    self.path = path
    let language = try IndexProperties.value(database, .language) ?? "english"
    analyzer = try Analyzer(language: language)
    reader = try PostingReader(database)
    texts = try StoredTexts(database)
    documents = StoredDocuments(database, texts: texts)
    hits = try HitRecords(database)
    abbreviations = try AbbreviationRows(database)
    sameMeaning = SameMeaning(analyzer: analyzer)
    forward = ForwardIndex(database)
    begin = try database.makeStatement(sql: "BEGIN")
    commit = try database.makeStatement(sql: "COMMIT")
    version = try database.makeStatement(sql: "PRAGMA data_version")
    snapshot = try IndexSnapshot(database)
    facts = try TermFacts(database, reader: reader, snapshot: snapshot)
    families = WordFamilies(database, reader: reader, snapshot: snapshot, facts: facts)
  }

  /// Runs `body` in a read transaction, with the snapshot as of its beginning.
  func inTransaction<Result>(_ body: () throws -> Result) throws -> Result {
    try step(begin)
    defer {
      reader.end()
      // Nothing was written: ending a read cannot fail in a way that matters.
      sqlite3_reset(commit.sqliteStatement)
      sqlite3_step(commit.sqliteStatement)
      sqlite3_reset(commit.sqliteStatement)
    }
    sqlite3_reset(version.sqliteStatement)
    sqlite3_step(version.sqliteStatement)
    let found = sqlite3_column_int64(version.sqliteStatement, 0)
    sqlite3_reset(version.sqliteStatement)
    if found != dataVersion {
      snapshot = try IndexSnapshot(database)
      facts = try TermFacts(database, reader: reader, snapshot: snapshot)
      families = WordFamilies(database, reader: reader, snapshot: snapshot, facts: facts)
      expansions = ExpansionFacts()
      dataVersion = found
    }
    return try body()
  }

  private func step(_ statement: Statement) throws {
    sqlite3_reset(statement.sqliteStatement)
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }

  var lists: PatternLists {
    PatternLists(database: database, reader: reader, snapshot: snapshot)
  }

  // MARK: Searching

  /// A request understood: read, planned and limited.
  struct Prepared {
    var query: Query
    var plan: QueryPlan
    var filter: Filter
    /// Documents that filters and conditions leave; `nil` when they leave all.
    var documents: Bitmap?
  }

  func prepare(_ request: SearchRequest) throws -> Prepared {
    let query = try QueryParser().parse(request.text, plain: request.plain)
    var filter = query.filter
    filter.merge(request.filter)
    let expander =
      request.exact ? nil : QueryExpander(session: self)
    let plan = try QueryPlanner(analyzer: analyzer, expander: expander, lists: lists)
      .plan(query.tree)
    var documents = try FilterEvaluator(snapshot: snapshot).documents(filter)
    if let condition = plan.condition, documents?.isEmpty != true {
      let evaluator = ConditionEvaluator(lists: lists, snapshot: snapshot)
      let meeting = try evaluator.documents(condition)
      if documents == nil { documents = meeting } else { documents?.formIntersection(meeting) }
    }
    return Prepared(query: query, plan: plan, filter: filter, documents: documents)
  }

  /// Ranks without fetching anything.
  func rank(_ request: SearchRequest) throws -> [(number: Int, score: Double)] {
    var prepared = try prepare(request)
    let ranking = try rank(&prepared, request, limit: request.offset + request.limit)
    return ranking.best.dropFirst(request.offset).map {
      (Int($0.number), Double($0.score) / ranking.scale)
    }
  }

  /// Ranks what was prepared, the best `limit` texts.
  ///
  /// Documents are ordered anew by ``Reranker``, unless exactly the words typed were asked for;
  /// what it adds to the query is added to the plan.
  func rank(
    _ prepared: inout Prepared, _ request: SearchRequest, limit: Int
  ) throws -> Ranker.Ranking {
    let ranker = Ranker(lists: lists, snapshot: snapshot, unit: request.unit)
    guard request.unit == .document, !request.exact else {
      return try ranker.rank(prepared.plan, allowed: prepared.documents, limit: limit)
    }
    let first = try ranker.rank(
      prepared.plan, allowed: prepared.documents, limit: max(limit, Reranker.candidates))
    var ranking = try DocumentOrder(session: self, ranker: ranker)
      .order(first, &prepared, limit: limit)
    // What could not be ordered anew comes back with all its candidates.
    ranking.best = Array(ranking.best.prefix(limit))
    return ranking
  }
}
