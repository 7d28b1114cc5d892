import Answers
import Query
import Ranking

// Counts of a storage other than the index file.
extension MatchCounter {
  private var storage: (any PostingStorage)? { matcher.lists.storage }

  /// Announces the counts of a search to a storage, which then computes them while texts are
  /// ranked.
  func expectCounts(_ prepared: PreparedSearch, all: Bool) throws {
    let members = prepared.plan.scored.flatMap(\.members)
    // The number of matches of other patterns is not known without their lists.
    let areWords = members.allSatisfy { member in
      if case .term = member.pattern { true } else { false }
    }
    guard let storage, areWords, !members.isEmpty, prepared.documents == nil,
      try knownCount(prepared, all: all) == nil,
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
    return postings <= mostPostings(prepared)
  }

  /// The number of matches; `nil` if lists must be counted.
  func shardCount(_ prepared: PreparedSearch, all: Bool) throws -> HitCount? {
    if let known = try knownCount(prepared, all: all) { return known }
    guard let storage, let passages = try expression(prepared, .passage),
      let documents = try expression(prepared, .document)
    else { return nil }
    let countsAll = try all || isShortInStorage(prepared)
    if let allowed = prepared.documents {
      return try count(passages, in: allowed, prepared, all: countsAll, storage)
    }
    let limit = countsAll ? Int.max : Self.fewestCounted
    return HitCount(
      passages: try storage.count(passages, limit: limit),
      documents: try storage.count(documents, limit: limit), exact: countsAll)
  }

  /// The counts that follow from those of single words, which the head has: of a search for one
  /// word, and lower bounds if a word is frequent.
  private func knownCount(_ prepared: PreparedSearch, all: Bool) throws -> HitCount? {
    // The counts of the head are those of all shards.
    guard let storage, storage.missing.isEmpty, prepared.documents == nil else { return nil }
    let members = prepared.plan.scored.flatMap(\.members)
    var most = HitCount(passages: 0, documents: 0, exact: members.count == 1)
    for member in members {
      guard case .term(let term) = member.pattern else {
        most.exact = false
        continue
      }
      guard let number = try matcher.dictionary.number(of: term) else { continue }
      most.passages = max(most.passages, try storage.count(term: number, .passage))
      most.documents = max(most.documents, try storage.count(term: number, .document))
    }
    if members.count == 1, most.exact { return most }
    let isEnough = most.documents >= Self.fewestCounted
    return try !all && isEnough && !isShortInStorage(prepared) ? most : nil
  }

  /// Counts the matching passages of some documents.
  private func count(
    _ passages: ShardExpression, in allowed: Bitmap, _ prepared: PreparedSearch, all: Bool,
    _ storage: any PostingStorage
  ) throws -> HitCount {
    let filter = storage.narrowing(to: allowed)?.filter
    let filtered = ShardExpression.all([passages, filter].compactMap(\.self))
    let map = try snapshot.passageMap()
    let limit = all ? Int.max : 2 * Self.fewestCounted
    let (numbers, isComplete) = try storage.numbers(filtered, limit: limit)
    let found = numbers.filter { allowed.contains(map.document(of: $0)) }
    if isComplete || found.count >= Self.fewestCounted {
      let documents = Set(found.map { map.document(of: $0) }).count
      return HitCount(passages: found.count, documents: documents, exact: isComplete)
    }
    // At least one passage of each document matches.
    let documents = try self.documents(prepared).count
    return HitCount(passages: documents, documents: documents, exact: false)
  }

  /// The documents with a match; `nil` if lists must be read.
  func shardDocuments(_ prepared: PreparedSearch) throws -> [UInt32]? {
    guard let storage, let expression = try expression(prepared, .document) else { return nil }
    let narrowing = prepared.documents.flatMap { storage.narrowing(to: $0) }
    let parts = [expression] + [narrowing?.filter, narrowing?.condition].compactMap(\.self)
    return try storage.numbers(.all(parts))
  }

  /// Number of matching passages in each range; `nil` if lists must be read.
  func shardCounts(
    in ranges: [Range<UInt32>], _ prepared: PreparedSearch
  ) throws -> [Int]? {
    guard let storage else { return nil }
    let map = try snapshot.passageMap()
    let documents = Set(ranges.filter { $0.count > 1 }.map { map.document(of: $0.lowerBound) })
    var numbers: [UInt32] = []
    if let known = matcher.lists.lookedUp, known.scored == prepared.plan.scored,
      known.documents.isSuperset(of: documents)
    {
      numbers = known.matches.filter { $0.weights.contains { $0 > 0 } }.map(\.number).sorted()
    } else if !documents.isEmpty {
      guard let expression = try expression(prepared, .passage) else { return nil }
      let inside = documents.sorted().map {
        ShardExpression.term(ShardTerm.passages(of: $0))
      }
      numbers = try storage.numbers(.all([expression, .any(inside)]))
    }
    let found = Bitmap(limit: snapshot.passageLimit, numbers)
    return ranges.map { $0.count > 1 ? found.count(in: $0) : $0.count }
  }

  private func expression(
    _ prepared: PreparedSearch, _ unit: SearchRequest.Unit
  ) throws -> ShardExpression? {
    try matcher.shardPatterns.expression(matching: prepared.plan, unit)
  }
}
