import Ranking

/// Evaluates a document condition to the set of documents that meet it.
struct ConditionEvaluator {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot
  /// The phrases that are scored, whose lists are needed anyway.
  let scoredPhrases: Set<Pattern>

  func documents(_ condition: DocumentCondition) throws -> Bitmap {
    if let stored = try stored(condition) { return stored }
    switch condition {
    case .matches(let patterns): return try matching(patterns)
    case .all(let parts): return try all(parts)
    case .some(let parts):
      var set = Bitmap(limit: snapshot.documentLimit)
      for part in parts { set.formUnion(try documents(part)) }
      return set
    case .not(let part):
      var set = snapshot.alive()
      set.subtract(try documents(part))
      return set
    case .passes(let filter):
      return try FilterEvaluator(snapshot: snapshot).documents(filter) ?? snapshot.alive()
    }
  }

  /// The documents by a storage; `nil` if the storage can't or should not evaluate the condition.
  private func stored(_ condition: DocumentCondition) throws -> Bitmap? {
    guard let storage = matcher.lists.storage else { return nil }
    // Fewer documents meet the inner condition.
    if case .not = condition { return nil }
    if case .passes = condition { return nil }
    guard let expression = try matcher.shardPatterns.expression(condition) else { return nil }
    return Bitmap(
      limit: snapshot.documentLimit, try storage.numbers(expression))
  }

  /// Documents that match at least one pattern.
  func matching(_ patterns: [Pattern]) throws -> Bitmap {
    var set = Bitmap(limit: snapshot.documentLimit)
    let isPhrase = { (pattern: Pattern) -> Bool in
      if case .phrase = pattern { true } else { false }
    }
    var phrases = patterns.filter(isPhrase)
    // A scope has fewer documents, and a storage looks for phrases itself.
    if phrases.count == patterns.count || matcher.isScoped || matcher.lists.storage != nil {
      phrases = []
    }
    for segment in snapshot.segments {
      for pattern in patterns where phrases.isEmpty || !isPhrase(pattern) {
        for var cursor in try matcher.cursors(pattern, .document, segment) {
          cursor.insertAll(into: &set)
        }
      }
    }
    if !phrases.isEmpty { try add(phrases, to: &set) }
    return set
  }

  /// Adds the documents that contain one of several phrases, which are looked for only in the
  /// documents that are not in the set.
  ///
  /// Their lists are not kept: phrases beside other words are mostly hyphenated words, which are
  /// scored by their parts.
  private func add(_ phrases: [Pattern], to set: inout Bitmap) throws {
    for case .phrase(let terms) in phrases {
      var rest = snapshot.alive()
      rest.subtract(set)
      set.formUnion(try documents(with: terms, in: rest))
    }
  }

  /// The documents of a set that contain a phrase.
  private func documents(with terms: [String], in set: Bitmap) throws -> Bitmap {
    let map = try snapshot.passageMap()
    var found = Bitmap(limit: snapshot.documentLimit)
    for segment in snapshot.segments {
      var phrase = try matcher.termLists.phrase(terms, .inOrder, segment)
      phrase?.insertDocuments(
        in: segment.passages, accepted: .documents(set, map), map, into: &found)
    }
    return found
  }

  private func all(_ parts: [DocumentCondition]) throws -> Bitmap {
    // Words are intersected list by list before more expensive parts are evaluated.
    var words: [Pattern] = []
    words.reserveCapacity(parts.count)
    for case .matches(let patterns) in parts where patterns.count == 1 {
      words.append(patterns[0])
    }
    let isWord = { (part: DocumentCondition) -> Bool in
      if case .matches(let patterns) = part { patterns.count == 1 } else { false }
    }
    let isTerm = { (word: Pattern) -> Bool in if case .term = word { true } else { false } }
    let terms = words.filter(isTerm)
    var set = terms.isEmpty ? snapshot.alive() : try intersection(terms)
    if terms.count == parts.count || set.isEmpty { return set }
    // The other parts need to be evaluated only in the documents that are left.
    let rest = terms.isEmpty ? self : scoped(to: set)
    var others: [Pattern] = []
    for word in words where !isTerm(word) {
      if case .phrase(let terms) = word, !scoredPhrases.contains(word),
        matcher.lists.storage == nil
      {
        // A hyphenated word needs no list.
        set = try documents(with: terms, in: set)
      } else {
        others.append(word)
      }
    }
    if !others.isEmpty { set.formIntersection(try rest.intersection(others)) }
    for part in parts where !isWord(part) {
      if set.isEmpty { return set }
      if case .not(let inner) = part {
        set.subtract(try rest.documents(inner))
      } else {
        set.formIntersection(try rest.documents(part))
      }
    }
    return set
  }

  /// An evaluator that may ignore matches outside some documents.
  private func scoped(to documents: Bitmap) -> ConditionEvaluator {
    ConditionEvaluator(
      matcher: matcher.scoped(to: documents), snapshot: snapshot, scoredPhrases: scoredPhrases)
  }

  /// Documents that match all patterns.
  private func intersection(_ patterns: [Pattern]) throws -> Bitmap {
    var set = Bitmap(limit: snapshot.documentLimit)
    let distinct = Self.distinct(patterns)
    for segment in snapshot.segments {
      // A wildcard has several lists; every other pattern has at most one.
      let lists = try distinct.map { try matcher.cursors($0, .document, segment) }
      UnionIntersection(lists, limit: snapshot.documentLimit)
        .insert(into: &set, of: segment.documents.count)
    }
    return set
  }

  /// Each pattern once; a query may repeat a word thousands of times.
  private static func distinct(_ patterns: [Pattern]) -> [Pattern] {
    // Comparing a few is faster than hashing them.
    guard patterns.count <= 8 else { return Array(Set(patterns)) }
    var distinct: [Pattern] = []
    distinct.reserveCapacity(patterns.count)
    for pattern in patterns where !distinct.contains(pattern) { distinct.append(pattern) }
    return distinct
  }
}
