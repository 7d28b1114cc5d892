import GRDB
import GRDBSQLite
import Query
import Ranking

/// Looks patterns up: opens a term's posting list, or makes the list of a pattern that has none
/// stored (a phrase, a prefix, a field) in memory.
struct PatternLists {
  let database: Database
  let reader: PostingReader
  let snapshot: IndexSnapshot

  /// How many terms a prefix may stand for; the most frequent are taken.
  static let prefixTerms = 200

  /// The posting lists of a pattern in a segment: several for a prefix, none where nothing matches.
  func cursors(
    _ pattern: Pattern, _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [PostingCursor] {
    switch pattern {
    case .term(let term):
      guard let number = try reader.number(of: term) else { return [] }
      return try reader.postings(unit, term: number, segment: segment.number).map { [$0] } ?? []
    case .prefix:
      return try parts(pattern).flatMap { try cursors($0, unit, segment) }
    case .phrase, .near, .placed:
      let list = try reader.list(pattern, unit, segment: segment.number) {
        try postings(of: pattern, unit, segment)
      }
      return list.map { [$0] } ?? []
    }
  }

  /// What a pattern that has no list stored matches in a segment.
  private func postings(
    of pattern: Pattern, _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    switch pattern {
    case .term, .prefix: []
    case .phrase(let terms):
      try list(passages(phrase(terms, .inOrder, segment), segment), terms, unit, segment)
    case .near(let distance, let terms):
      try list(passages(phrase(terms, .near(distance), segment), segment), terms, unit, segment)
    case .placed(let structure, let terms):
      try list(placed(structure, segment), terms, unit, segment)
    }
  }

  /// What a pattern stands for, each of which has at most one list in a segment.
  func parts(_ pattern: Pattern) throws -> [Pattern] {
    guard case .prefix(let prefix) = pattern else { return [pattern] }
    return try terms(withPrefix: prefix).map { .term($0) }
  }

  /// How many texts of a unit match, or an upper bound of it where counting costs a traversal.
  func count(_ pattern: Pattern, _ unit: SearchRequest.Unit) throws -> Int {
    let held = try snapshot.segments.reduce(0) { sum, segment in
      try sum + cursors(pattern, unit, segment).reduce(0) { $0 + Int($1.count) }
    }
    return try parts(pattern).reduce(held) { try $0 - deletedCount($1, unit) }
  }

  /// How many of the postings of a pattern with one list in a segment belong to deleted documents.
  func deletedCount(_ pattern: Pattern, _ unit: SearchRequest.Unit) throws -> Int {
    // Lists that are made for a query have none.
    guard case .term(let term) = pattern, let number = try reader.number(of: term) else { return 0 }
    let counts = try snapshot.deletedPostings.counts(term: number)
    return unit == .passage ? counts.passages : counts.documents
  }

  /// The words of a phrase ready to be visited; `nil` when one of them is not in the segment.
  func phrase(
    _ terms: [String], _ shape: PhraseMatcher.Shape, _ segment: SegmentStatistics
  ) throws -> PhraseMatcher? {
    var postings: [PostingCursor] = []
    var positions: [PositionCursor] = []
    for term in terms {
      guard let number = try reader.number(of: term),
        let cursor = try reader.postings(.passage, term: number, segment: segment.number)
      else { return nil }
      postings.append(cursor)
      positions.append(try reader.positions(term: number, segment: segment.number))
    }
    return PhraseMatcher(postings: postings, positions: positions, shape: shape)
  }

  /// The passages of a phrase, by number.
  private func passages(_ phrase: PhraseMatcher?, _ segment: SegmentStatistics) -> [Posting] {
    guard var phrase else { return [] }
    var found: [Posting] = []
    phrase.forEach(in: segment.passages) { found.append(Posting(number: $0, impact: $1)) }
    return found
  }

  /// The passages found, or their documents.
  private func list(
    _ found: [Posting], _ terms: [String], _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    if found.isEmpty { return found }
    let map = try snapshot.passageMap()
    let deleted = snapshot.deleted
    let found =
      deleted.map { deleted in
        found.filter { !deleted.contains(map.document(of: $0.number)) }
      } ?? found
    if unit == .passage { return found }
    var cursors = try terms.flatMap { try self.cursors(.term($0), .document, segment) }
    var documents: [Posting] = []
    for passage in found {
      let document = map.document(of: passage.number)
      if documents.last?.number == document { continue }
      documents.append(Posting(number: document, impact: Self.mean(&cursors, document)))
    }
    return documents
  }

  /// Mean impact of some terms in a text, at least 1.
  private static func mean(_ cursors: inout [PostingCursor], _ number: UInt32) -> UInt8 {
    guard !cursors.isEmpty else { return 1 }
    var sum = 0
    for index in cursors.indices { sum += Int(cursors[index].impact(of: number)) }
    return UInt8(clamping: max(1, (sum + cursors.count / 2) / cursors.count))
  }

  /// The impact of what has no impacts of its own.
  private static let middleImpact: UInt8 = 128

  /// Passages that have a structure, by number.
  private func placed(
    _ structure: PlacedStructure, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    let evaluator = StructureEvaluator(
      lists: self, segment: segment, positions: structure.positions)
    return try evaluator.passages(structure.structure).numbers.map {
      Posting(number: $0, impact: Self.middleImpact)
    }
  }

  /// Terms of the words that begin so, the most frequent first.
  func terms(withPrefix prefix: String) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT term FROM words WHERE word >= ? AND word < ? GROUP BY term
        ORDER BY sum(count) DESC, term LIMIT ?
        """,
      arguments: [prefix, prefix + "\u{10FFFF}", Self.prefixTerms])
  }
}
