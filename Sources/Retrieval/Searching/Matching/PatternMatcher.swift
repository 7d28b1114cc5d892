import Query
import Ranking

/// Finds the texts that match a pattern: opens the posting list of a term, or builds a list in
/// memory for a pattern without a stored list (a phrase, a field).
struct PatternMatcher {
  /// If a wildcard has more terms than this, their lists are merged into one.
  static let mostLists = 200

  let lists: PostingLists
  let dictionary: TermDictionary
  let identifiers: IdentifierLookup
  let snapshot: IndexSnapshot
  let abbreviations: AbbreviationCache
  let authorWords: AuthorWords
  /// Whether the lists of phrases may lack matches outside the scope.
  var isScoped = false

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

  /// The lists of single terms.
  var termLists: TermLists {
    TermLists(
      lists: lists, dictionary: dictionary, snapshot: snapshot, authorWords: authorWords)
  }

  /// A matcher for a search that finds only some documents, so that phrases are looked for only in
  /// these: the scope.
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
      return try termLists.cursor(term, unit, segment).map { [$0] } ?? []
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

  /// The parts of a pattern, each of which has at most one list in a segment.
  func parts(_ pattern: Pattern) throws -> [Pattern] {
    guard case .words(_, let terms) = pattern, terms.count <= Self.mostLists else {
      return [pattern]
    }
    return terms.map { .term($0) }
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
}
