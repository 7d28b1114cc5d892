import Query
import Ranking

/// A storage of postings and records that a search uses instead of the index file.
///
/// The index file is read in place (``PostingLists``), which is fastest on one machine. Another
/// storage, such as the shards of a cluster, ranks and counts where the postings are. All else is
/// the same for both: the query language, plans, weights, exact scores, reranking, presentation.
protocol PostingStorage: AnyObject {
  /// Reads the state of the storage that belongs to a new state of the head.
  ///
  /// - Parameters:
  ///   - documentLimit: the upper limit of document numbers in the head.
  ///   - passageLimit: that of passage numbers.
  func follow(documentLimit: Int, passageLimit: Int) throws

  /// Begins a query: everything read for an earlier one may be dropped.
  func beginQuery() throws

  /// All matches of an expression in order, with their weights.
  func list(_ expression: ShardExpression) throws -> [ShardMatch]

  /// The numbers of all matches, in order.
  func numbers(_ expression: ShardExpression) throws -> [UInt32]

  /// The numbers of at most `limit` matches, in order, and whether these are all.
  func numbers(
    _ expression: ShardExpression, limit: Int
  ) throws -> (numbers: [UInt32], isComplete: Bool)

  /// The number of matches; a lower bound if there are more than `limit`.
  func count(_ expression: ShardExpression, limit: Int) throws -> Int

  /// Announces a request for a count, which may be computed in the meantime.
  func expectCount(_ expression: ShardExpression, limit: Int)

  /// Announces a request for weights.
  func expectWeights(
    of expressions: [(expression: ShardExpression, highest: Int)], filter: ShardExpression)

  /// The matches with the highest sums of the members that they match, best first.
  ///
  /// In a score, only the heaviest member of a group counts, so a sum is an upper bound of it,
  /// except for rounding. Equal sums come in any order.
  ///
  /// - Parameters:
  ///   - filter: what matches must also match; `nil` for nothing.
  ///   - unit: that of the expressions.
  func top(
    _ groups: [[ShardMember]], filter: ShardExpression?, limit: Int, _ unit: SearchRequest.Unit
  ) throws -> [ShardCandidate]

  /// The weights of several expressions in all matches of a filter.
  ///
  /// - Parameter expressions: each with the highest weight that it can have.
  func weights(
    of expressions: [(expression: ShardExpression, highest: Int)], filter: ShardExpression
  ) throws -> [(number: UInt32, weights: [UInt32])]

  /// The number of texts with a term, when the storage was made.
  func count(term: Int, _ unit: SearchRequest.Unit) throws -> Int

  /// The rows of the term vectors of documents, by number.
  func termVectors(_ documents: [UInt32]) throws -> [UInt32: ArraySlice<UInt8>]

  /// The terms of passages of documents, by number.
  func terms(of passages: [(number: UInt32, document: UInt32)]) throws -> [UInt32: ShardTerms]

  /// Announces a request for the terms of passages.
  func expectTerms(of passages: [(number: UInt32, document: UInt32)])

  /// The positions of terms in passages.
  func positions(_ passages: [UInt32]) throws -> [UInt32: PassagePositions]

  /// Makes the rows of documents readable in the tables of the connection.
  ///
  /// - Returns: whether all were found.
  @discardableResult
  func load(documents: [UInt32]) throws -> Bool

  /// Makes the rows of documents readable that have any of these terms (``ShardTerm``).
  func load(terms: [String]) throws

  /// The state of every shard.
  func status() throws -> [ShardStatus]

  /// The shards that did not answer since the query began.
  var missing: [String] { get }

  /// The narrowings of the query: expressions that match at least the documents of a restriction.
  var narrowings: [Narrowing] { get set }
}

extension PostingStorage {
  /// Ends a query whose answer would be wrong without the shards that did not answer.
  func requireAllShards() throws(IndexError) {
    if !missing.isEmpty { throw .shardsMissing(missing) }
  }

  /// The latest narrowing of a restriction, so that fewer matches are sent; `nil` if none is known.
  ///
  /// - Parameter documents: the documents of the restriction.
  func narrowing(to documents: Bitmap) -> Narrowing? {
    narrowings.last { $0.documents == documents }
  }
}
