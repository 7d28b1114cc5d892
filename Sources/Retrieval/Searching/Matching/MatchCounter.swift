import Answers
import Query
import Ranking

/// Counts all matching passages and documents, because ranking does not visit all of them.
struct MatchCounter {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot

  /// The length of posting lists, in postings, up to which matches are always counted.
  var postingsCounted = SearchSettings().postingsCounted
  /// The approximate number of passages at which counting stops for longer lists.
  static let fewestCounted = 1000
  /// The initial and the maximum width of the window in which matches are counted, in passages.
  ///
  /// Windows grow, because most counts stop early, and others should not take many windows.
  private static let firstWindow: UInt32 = 2048
  private static let widestWindow: UInt32 = 65_536

  /// The number of matching passages and documents.
  ///
  /// Whether counts are exact depends only on the lengths of the posting lists, so that a query
  /// always has the same counts.
  ///
  /// - Parameter all: whether to count everything; otherwise counts are lower bounds for lists
  ///   longer than ``postingsCounted``.
  func count(_ prepared: PreparedSearch, all: Bool) throws -> HitCount {
    if prepared.plan.scored.isEmpty {
      guard prepared.isList, var documents = prepared.documents else {
        return HitCount(passages: 0, documents: 0)
      }
      if let deleted = snapshot.deleted { documents.subtract(deleted) }
      let map = try snapshot.passageMap()
      var passages = 0
      documents.forEach { passages += map.passages(of: $0).count }
      return HitCount(passages: passages, documents: documents.count)
    }
    if let stored = try shardCount(prepared, all: all) { return stored }
    var total = HitCount(passages: 0, documents: 0)
    let countsAll = try all || isShort(prepared)
    if countsAll, prepared.documents == nil {
      return HitCount(
        passages: try unionCount(prepared, .passage), documents: try unionCount(prepared, .document)
      )
    }
    let limit = countsAll ? Int.max : Self.fewestCounted
    for segment in snapshot.segments {
      let isDone = try count(prepared, segment, limit, &total)
      if isDone {
        total.exact = false
        return total
      }
    }
    return total
  }

  /// The length of the posting lists of a search up to which all its matches are counted.
  ///
  /// If only some documents may be found, the document of each match is looked up, which takes
  /// longer; so the lists may have a quarter of the length.
  func mostPostings(_ prepared: PreparedSearch) -> Int {
    prepared.documents == nil ? postingsCounted : postingsCounted / 4
  }

  /// Whether the posting lists of a search are short enough to count all matches.
  private func isShort(_ prepared: PreparedSearch) throws -> Bool {
    let most = mostPostings(prepared)
    // Usually the stored lists decide, so that phrases need not be looked for everywhere.
    let phrases = prepared.plan.scored.compactMap(\.singlePhrase)
    let stored = try snapshot.segments.reduce(0) { sum, segment in
      try cursors(prepared, .passage, segment) { $0.singlePhrase == nil }
        .reduce(sum) { $0 + Int($1.count) }
    }
    if phrases.isEmpty || stored > most { return stored <= most }
    let longest = try phrases.reduce(0) { try $0 + matcher.longest(phrase: $1) }
    if stored + longest <= most { return true }
    return try phrases.reduce(stored) { try $0 + matcher.count(.phrase($1), .passage) } <= most
  }

  /// The number of texts in any posting list of a search.
  private func unionCount(_ prepared: PreparedSearch, _ unit: SearchRequest.Unit) throws -> Int {
    let lists = try snapshot.segments.map { try cursors(prepared, unit, $0) }
    let deleted = try snapshot.deletedInLists(unit)
    // The length of a single list is known without reading it.
    if deleted == nil, lists.allSatisfy({ $0.count < 2 }) {
      return lists.joined().reduce(0) { $0 + Int($1.count) }
    }
    var found = Bitmap(limit: snapshot.limit(unit))
    for var cursor in lists.joined() { cursor.insertAll(into: &found) }
    if let deleted { found.subtract(deleted) }
    return found.count
  }

  /// Counts window by window; returns whether the limit was reached.
  private func count(
    _ prepared: PreparedSearch, _ segment: SegmentStatistics, _ limit: Int,
    _ total: inout HitCount
  ) throws -> Bool {
    var cursors = try cursors(prepared, .passage, segment, isScoped: true)
    guard !cursors.isEmpty else { return false }
    let map = try snapshot.passageMap()
    let deleted = snapshot.deletedInLists
    // The end of the current document's passages, and whether the document may be found.
    var documentEnd: UInt32 = 0
    var isAllowed = false
    var start = segment.passages.lowerBound
    var width = Self.firstWindow
    while start < segment.passages.upperBound {
      var end = min(segment.passages.upperBound, start &+ width)
      var isAlive = false
      for index in cursors.indices {
        if let rowEnd = cursors[index].seekRow(start) {
          end = min(end, rowEnd)
          isAlive = true
        }
      }
      guard isAlive else { return false }
      var found = Bitmap(limit: Int(end - start))
      for index in cursors.indices {
        cursors[index].load()
        cursors[index].insert(from: start, to: end, into: &found)
      }
      found.forEach { offset in
        let number = start + offset
        if number >= documentEnd {
          let document = map.document(of: number)
          documentEnd = max(number + 1, map.passages(of: document).upperBound)
          isAllowed =
            prepared.documents?.contains(document) ?? true
            && deleted?.contains(document) != true
          if isAllowed { total.documents += 1 }
        }
        if isAllowed { total.passages += 1 }
      }
      if total.passages >= limit, end < segment.passages.upperBound { return true }
      start = end
      width = min(width * 2, Self.widestWindow)
    }
    return false
  }

  /// All matching documents.
  func documents(_ prepared: PreparedSearch) throws -> Bitmap {
    var found: Bitmap
    if prepared.plan.scored.isEmpty {
      found = prepared.isList ? snapshot.alive() : Bitmap(limit: 0)
    } else if let numbers = try shardDocuments(prepared) {
      found = Bitmap(limit: snapshot.documentLimit, numbers)
    } else {
      found = Bitmap(limit: snapshot.documentLimit)
      for segment in snapshot.segments {
        // One pattern at a time, because a query may have more lists than can be open at once.
        for term in prepared.plan.scored {
          for member in term.members {
            for var cursor in try matcher.cursors(member.pattern, .document, segment) {
              cursor.insertAll(into: &found)
            }
          }
        }
      }
    }
    if let documents = prepared.documents { found.formIntersection(documents) }
    if let deleted = snapshot.deletedInLists { found.subtract(deleted) }
    if let original = prepared.original { found.remove(original) }
    return found
  }

  /// Number of matching passages in each range; a range of one passage counts as matching.
  ///
  /// Ranges are those of documents, so any two are equal or disjoint.
  func count(in ranges: [Range<UInt32>], _ prepared: PreparedSearch) throws -> [Int] {
    if let counts = try shardCounts(in: ranges, prepared) { return counts }
    let several = Set(ranges.filter { $0.count > 1 }).sorted { $0.lowerBound < $1.lowerBound }
    var found = several.map { Bitmap(limit: $0.count) }
    for segment in snapshot.segments {
      let inside = several.indices.filter { several[$0].overlaps(segment.passages) }
      if inside.isEmpty { continue }
      for var cursor in try cursors(prepared, .passage, segment) {
        for index in inside {
          let range = several[index]
          cursor.forEach(in: range) { found[index].insert($0.number - range.lowerBound) }
        }
      }
    }
    let counts = Dictionary(uniqueKeysWithValues: zip(several, found.map(\.count)))
    return ranges.map { counts[$0] ?? $0.count }
  }

  /// The lists of the scored terms that `isWanted` accepts.
  ///
  /// - Parameter isScoped: whether matches outside the documents of the search are not needed.
  private func cursors(
    _ prepared: PreparedSearch, _ unit: SearchRequest.Unit, _ segment: SegmentStatistics,
    isScoped: Bool = false, where isWanted: (PlannedTerm) -> Bool = { _ in true }
  ) throws -> [PostingCursor] {
    var matcher = matcher
    if isScoped, let documents = prepared.documents { matcher = matcher.scoped(to: documents) }
    var found: [PostingCursor] = []
    for term in prepared.plan.scored where isWanted(term) {
      for member in term.members {
        found += try matcher.cursors(member.pattern, unit, segment)
      }
    }
    return found
  }
}
