import Literature
import Query
import Ranking

/// Finds the texts that match a pattern: opens the posting list of a term, or builds a list in
/// memory for a pattern without a stored list (a phrase, a field).
struct PatternMatcher {
  let lists: PostingLists
  let dictionary: TermDictionary
  let identifiers: IdentifierLookup
  let snapshot: IndexSnapshot
  let abbreviations: AbbreviationCache
  let authorWords: AuthorWords
  /// Whether the lists of phrases may lack matches outside the documents of a scope.
  private(set) var isScoped = false

  init(
    lists: PostingLists, dictionary: TermDictionary, identifiers: IdentifierLookup,
    snapshot: IndexSnapshot, abbreviations: AbbreviationCache, authorWords: AuthorWords
  ) {
    self.lists = lists
    self.dictionary = dictionary
    self.identifiers = identifiers
    self.snapshot = snapshot
    self.abbreviations = abbreviations
    self.authorWords = authorWords
  }

  /// A matcher for a search that finds only some documents, so that phrases are looked for only in
  /// these.
  ///
  /// Its lists must not be counted. A matcher that is already scoped stays as it is.
  func scoped(to documents: Bitmap) -> PatternMatcher {
    if lists.storage != nil || isScoped { return self }
    lists.setScope(documents)
    var matcher = self
    matcher.isScoped = true
    return matcher
  }

  /// The posting lists of a pattern in a segment: several for a wildcard, none if nothing matches.
  func cursors(
    _ pattern: Pattern, _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [PostingCursor] {
    if let storage = lists.storage,
      let cursors = try stored(pattern, unit, segment, storage)
    {
      return cursors
    }
    switch pattern {
    case .term(let term):
      guard let number = try dictionary.number(of: term) else { return [] }
      return try lists.postings(unit, term: number, segment: segment.number).map { [$0] } ?? []
    case .words(_, let terms) where terms.count <= Self.mostLists:
      return try parts(pattern).flatMap { try cursors($0, unit, segment) }
    case .phrase, .near:
      let list = try lists.list(pattern, unit, segment: segment.number, isScoped: isScoped) {
        try postings(of: pattern, unit, segment, in: $0)
      }
      return list.map { [$0] } ?? []
    case .positional, .words, .identifier, .abbreviation, .filter:
      let list = try lists.list(pattern, unit, segment: segment.number) { _ in
        try postings(of: pattern, unit, segment, in: nil)
      }
      return list.map { [$0] } ?? []
    }
  }

  /// The postings in a segment of a pattern without a stored list.
  ///
  /// - Parameter scope: the documents in which phrases must be found; `nil` for all.
  private func postings(
    of pattern: Pattern, _ unit: SearchRequest.Unit, _ segment: SegmentStatistics,
    in scope: Bitmap?
  ) throws -> [Posting] {
    switch pattern {
    case .term: []
    case .abbreviation(let term, let meaning): try abbreviation(term, meaning, unit, segment)
    case .words(_, let terms): try union(terms, unit, segment)
    case .phrase(let terms):
      try phrase(pattern, terms, .inOrder, unit, segment, in: scope)
    case .near(let distance, let terms):
      try phrase(pattern, terms, .near(distance), unit, segment, in: scope)
    case .positional(let query, let terms):
      try list(passages(query, segment), terms, unit, segment)
    case .identifier(.type, let text):
      try first(ofType(text), 1, unit, segment)
    case .identifier(let field, let text):
      try first(identifiers.documents(field, text).map { UInt32($0) }, 255, unit, segment)
    case .filter(let filter):
      try first(passing(filter), 1, unit, segment)
    }
  }

  /// The documents that pass a filter, in order.
  private func passing(_ filter: Filter) throws -> [UInt32] {
    try FilterEvaluator(snapshot: snapshot).documents(filter).map(members) ?? []
  }

  /// The documents whose record states a type of publication, in order.
  private func ofType(_ name: String) throws -> [UInt32] {
    members(try snapshot.documents(ofType: PublicationType.key(name)))
  }

  private func members(_ set: Bitmap) -> [UInt32] {
    var numbers: [UInt32] = []
    set.forEach { numbers.append($0) }
    return numbers
  }

  /// If a wildcard has more terms than this, their lists are merged into one.
  static let mostLists = 200

  /// Documents, or their first passages.
  ///
  /// - Parameter impact: the highest if the query identifies them, the lowest if they only pass a
  ///   filter or have a type.
  private func first(
    _ documents: [UInt32], _ impact: UInt8, _ unit: SearchRequest.Unit,
    _ segment: SegmentStatistics
  ) throws -> [Posting] {
    let found = documents.filter {
      segment.documents.contains($0) && snapshot.deleted?.contains($0) != true
    }
    if unit == .document { return found.map { Posting(number: $0, impact: impact) } }
    let map = try snapshot.passageMap()
    return found.map { Posting(number: map.passages(of: $0).lowerBound, impact: impact) }
  }

  /// The parts of a pattern, each of which has at most one list in a segment.
  func parts(_ pattern: Pattern) throws -> [Pattern] {
    guard case .words(_, let terms) = pattern, terms.count <= Self.mostLists else {
      return [pattern]
    }
    return terms.map { .term($0) }
  }

  /// The texts that contain an abbreviation, without those of documents that define it as something
  /// else.
  private func abbreviation(
    _ term: String, _ meaning: [String], _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    let map = try snapshot.passageMap()
    let deleted = snapshot.deletedInLists
    let others = try abbreviations.documents(defining: term, otherThan: meaning)
    var found: [Posting] = []
    for cursor in try cursors(.term(term), unit, segment) {
      Self.read(cursor, snapshot.range(segment, unit)) { posting in
        let document = unit == .document ? posting.number : map.document(of: posting.number)
        if others.contains(document) || deleted?.contains(document) == true { return }
        found.append(posting)
      }
    }
    return found
  }

  /// Visits the postings of a list in order.
  private static func read(
    _ list: PostingCursor, _ range: Range<UInt32>, _ visit: (Posting) -> Void
  ) {
    var cursor = list
    var next = range.lowerBound
    while let posting = cursor.seek(next), posting.number < range.upperBound {
      visit(posting)
      next = posting.number + 1
    }
  }

  /// The texts that contain any of many terms, in order, each with the highest impact of its terms.
  private func union(
    _ terms: [String], _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    let range = snapshot.range(segment, unit)
    var impacts = [UInt8](repeating: 0, count: range.count)
    for term in terms {
      // One list at a time, because thousands of them can't be open at once.
      for var cursor in try cursors(.term(term), unit, segment) {
        var next = range.lowerBound
        while let posting = cursor.seek(next), posting.number < range.upperBound {
          let index = Int(posting.number - range.lowerBound)
          impacts[index] = max(impacts[index], posting.impact)
          next = posting.number + 1
        }
      }
    }
    let map = try snapshot.passageMap()
    let deleted = snapshot.deletedInLists
    return impacts.indices.compactMap { index in
      guard impacts[index] > 0 else { return nil }
      let number = range.lowerBound + UInt32(index)
      let document = unit == .document ? number : map.document(of: number)
      if deleted?.contains(document) == true { return nil }
      return Posting(number: number, impact: impacts[index])
    }
  }

  /// The number of matching texts of a unit; for a wildcard, texts with several of its terms count
  /// several times.
  func count(_ pattern: Pattern, _ unit: SearchRequest.Unit) throws -> Int {
    if let storage = lists.storage, let count = try shardCount(pattern, unit, storage) {
      return count
    }
    let held = try snapshot.segments.reduce(0) { sum, segment in
      try sum + cursors(pattern, unit, segment).reduce(0) { $0 + Int($1.count) }
    }
    return try parts(pattern).reduce(held) { try $0 - deletedCount($1, unit) }
  }

  /// The highest number of passages that can contain a phrase: the length of its rarest word's
  /// lists.
  func longest(phrase terms: [String]) throws -> Int {
    try terms.map { term in
      try snapshot.segments.reduce(0) { sum, segment in
        try cursors(.term(term), .passage, segment).reduce(sum) { $0 + Int($1.count) }
      }
    }.min() ?? 0
  }

  /// The number of postings of deleted documents, for a pattern with one list in a segment.
  func deletedCount(_ pattern: Pattern, _ unit: SearchRequest.Unit) throws -> Int {
    // Lists built for a query contain no deleted documents.
    guard case .term(let term) = pattern, let number = try dictionary.number(of: term) else {
      return 0
    }
    let counts = try snapshot.deletedPostings.counts(term: number)
    return unit == .passage ? counts.passages : counts.documents
  }

  /// A phrase over the lists of its terms; `nil` if one of them is not in the segment.
  ///
  /// - Parameter candidates: the passages that will be asked for; `nil` for any.
  func phrase(
    _ terms: [String], _ shape: PhraseMatcher.Shape, _ segment: SegmentStatistics,
    in candidates: Bitmap? = nil
  ) throws -> PhraseMatcher? {
    if let storage = lists.storage {
      return try shardPhrase(terms, shape, segment, in: candidates, storage)
    }
    var postings: [PostingCursor] = []
    var positions: [PositionCursor] = []
    for term in terms {
      guard let number = try dictionary.number(of: term),
        let cursor = try lists.postings(.passage, term: number, segment: segment.number)
      else { return nil }
      postings.append(cursor)
      positions.append(try lists.positions(term: number, segment: segment.number))
    }
    return PhraseMatcher(postings: postings, positions: positions, shape: shape)
  }

  /// The postings of a phrase or proximity; those of documents are made from those of passages,
  /// which are looked for once in a query.
  private func phrase(
    _ pattern: Pattern, _ terms: [String], _ shape: PhraseMatcher.Shape,
    _ unit: SearchRequest.Unit, _ segment: SegmentStatistics, in scope: Bitmap?
  ) throws -> [Posting] {
    var found: [Posting] = []
    if unit == .document {
      var matcher = self
      matcher.isScoped = scope != nil
      for cursor in try matcher.cursors(pattern, .passage, segment) {
        Self.read(cursor, segment.passages) { found.append($0) }
      }
    } else if var phrase = try phrase(terms, shape, segment) {
      let accepted = try scope.map { AcceptedDocuments.documents($0, try snapshot.passageMap()) }
      phrase.forEach(in: segment.passages, accepted: accepted ?? .all) {
        found.append(Posting(number: $0, impact: $1))
      }
    }
    return try list(found, terms, unit, segment)
  }

  /// The passages found, or their documents.
  private func list(
    _ found: [Posting], _ terms: [String], _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    if found.isEmpty { return found }
    let map = try snapshot.passageMap()
    let deleted = snapshot.deletedInLists
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

  /// The mean impact of some terms in a text, at least 1.
  private static func mean(_ cursors: inout [PostingCursor], _ number: UInt32) -> UInt8 {
    guard !cursors.isEmpty else { return 1 }
    var sum = 0
    for index in cursors.indices { sum += Int(cursors[index].impact(of: number)) }
    return UInt8(clamping: max(1, (sum + cursors.count / 2) / cursors.count))
  }

  /// The impact of passages that satisfy a positional query, for which none is computed.
  private static let middleImpact: UInt8 = 128

  /// The passages that satisfy a positional query, by number.
  private func passages(
    _ query: FieldedQuery, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    if let stored = try shardPassages(query, segment) {
      return stored.map { Posting(number: $0, impact: Self.middleImpact) }
    }
    let matcher = PositionalMatcher(
      matcher: self, segment: segment, positions: query.positions)
    var found = try matcher.passages(query.query)
    if query.field == .abstract {
      let abstracts = try snapshot.abstracts()
      found = found.filtered(abstracts.contains)
    }
    return found.numbers.map { Posting(number: $0, impact: Self.middleImpact) }
  }
}
