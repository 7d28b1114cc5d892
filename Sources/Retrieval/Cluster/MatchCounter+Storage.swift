import Answers
import Query
import Ranking

// Counts of a storage other than the index file.
extension MatchCounter {
  private var storage: (any PostingStorage)? { matcher.lists.storage }

  /// Announces the counts of a search to a storage, which then computes them while texts are ranked.
  func expectCounts(_ prepared: PreparedSearch, all: Bool) throws {
    let members = prepared.plan.scored.flatMap(\.members)
    // The number of matches of other patterns is not known without their lists.
    let areWords = members.allSatisfy { member in
      if case .term = member.pattern { true } else { false }
    }
    guard let storage, areWords, !members.isEmpty, prepared.documents == nil,
      let passages = try expression(prepared, .passage),
      let documents = try expression(prepared, .document)
    else { return }
    let limit = try all || isShortInStorage(prepared) ? Int.max : Self.fewestCounted
    storage.expectCount(passages, limit: limit)
    storage.expectCount(documents, limit: limit)
  }

  /// Whether lists are short enough to count all matches.
  private func isShortInStorage(_ prepared: PreparedSearch) throws -> Bool {
    let postings = try prepared.plan.scored.flatMap(\.members).reduce(0) {
      try $0 + matcher.count($1.pattern, .passage)
    }
    return postings <= (prepared.documents == nil ? postingsCounted : postingsCounted / 4)
  }

  /// The number of matches; `nil` if lists must be counted.
  func storedCount(_ prepared: PreparedSearch, all: Bool) throws -> HitCount? {
    guard let storage, let passages = try expression(prepared, .passage),
      let documents = try expression(prepared, .document)
    else { return nil }
    if try all || isShortInStorage(prepared) {
      guard let allowed = prepared.documents else {
        return HitCount(
          passages: try storage.count(passages, limit: .max),
          documents: try storage.count(documents, limit: .max))
      }
      let map = try snapshot.passageMap()
      let found = try storage.numbers(passages).filter {
        allowed.contains(map.document(of: $0))
      }
      return HitCount(
        passages: found.count, documents: Set(found.map { map.document(of: $0) }).count)
    }
    guard prepared.documents == nil else {
      // At least one passage of each document matches.
      let count = try self.documents(prepared).count
      return HitCount(passages: count, documents: count, exact: false)
    }
    return HitCount(
      passages: try storage.count(passages, limit: Self.fewestCounted),
      documents: try storage.count(documents, limit: Self.fewestCounted), exact: false)
  }

  /// The documents with a match; `nil` if lists must be read.
  func storedDocuments(_ prepared: PreparedSearch) throws -> [UInt32]? {
    guard let storage, let expression = try expression(prepared, .document) else { return nil }
    // Fewer matches are sent if the filter is applied by the storage.
    let filter = prepared.documents.flatMap { set in
      storage.narrowings.last { $0.documents == set }
    }
    let parts = [expression] + [filter?.filter, filter?.condition].compactMap(\.self)
    return try storage.numbers(.all(parts))
  }

  /// Number of matching passages in each range; `nil` if lists must be read.
  func storedCounts(
    in ranges: [Range<UInt32>], _ prepared: PreparedSearch
  ) throws -> [Int]? {
    guard let storage else { return nil }
    let map = try snapshot.passageMap()
    let documents = Set(ranges.filter { $0.count > 1 }.map { map.document(of: $0.lowerBound) })
    var numbers: [UInt32] = []
    if let known = storage.lookedUp, known.scored == prepared.plan.scored,
      known.documents.isSuperset(of: documents)
    {
      numbers = known.matches.filter { $0.weights.contains { $0 > 0 } }.map(\.number).sorted()
    } else if !documents.isEmpty {
      guard let expression = try expression(prepared, .passage) else { return nil }
      let inside = documents.sorted().map {
        StoredExpression.term(StoredTerm.passages(of: $0))
      }
      numbers = try storage.numbers(.all([expression, .any(inside)]))
    }
    let found = Bitmap(limit: snapshot.passageLimit, numbers)
    return ranges.map { $0.count > 1 ? found.count(in: $0) : $0.count }
  }

  private func expression(
    _ prepared: PreparedSearch, _ unit: SearchRequest.Unit
  ) throws -> StoredExpression? {
    try matcher.storedPatterns.expression(matching: prepared.plan, unit)
  }
}
