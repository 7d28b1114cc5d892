import Literature
import Query
import Ranking

/// Translates patterns, conditions and filters into expressions of a storage.
struct ShardPatterns {
  let identifiers: IdentifierLookup
  let abbreviations: AbbreviationCache
  let snapshot: IndexSnapshot

  /// An abbreviation that more documents define as something else is not an expression.
  private static let mostDefining = 256

  /// The expression of a pattern; `nil` if a storage can't evaluate it.
  func expression(
    _ pattern: Pattern, _ unit: SearchRequest.Unit
  ) throws -> ShardExpression? {
    switch pattern {
    case .term(let term): return .term(ShardTerm.word(term, unit))
    case .phrase(let terms):
      // Xapian misses some matches of phrases with a repeated word.
      if Set(terms).count < terms.count { return nil }
      return .phrase(terms.map { ShardTerm.word($0, unit) })
    case .words(_, let terms):
      return .highest(terms.map { .term(ShardTerm.word($0, unit)) })
    case .identifier(.type, _): return nil
    case .identifier(let field, let text):
      let documents = try identifiers.documents(field, text).map { UInt32($0) }
      if unit == .document { return .any(documents.map { .term(ShardTerm.document($0)) }) }
      let map = try snapshot.passageMap()
      return .any(
        documents.map { .term(ShardTerm.passage(map.passages(of: $0).lowerBound)) })
    case .abbreviation(let term, let sense):
      let others = try abbreviations.documents(defining: term, otherThan: sense)
      if others.ids.count > Self.mostDefining { return nil }
      let word = ShardExpression.term(ShardTerm.word(term, unit))
      if others.isEmpty { return word }
      return .without(word, .any(others.ids.map { .term(ShardTerm.texts(of: $0, unit)) }))
    // A storage does not know which passages continue the text of others.
    case .near, .positional, .filter: return nil
    }
  }

  /// The passages that contain different words near each other.
  static func near(_ distance: Int, _ terms: [String]) -> ShardExpression {
    .near(window: distance + 2, terms.map { ShardTerm.word($0, .passage) })
  }

  /// The passages of a positional query on single words in a field; `nil` if positions must be
  /// read.
  static func expression(_ query: PositionalQuery, in field: QueryField) -> ShardExpression? {
    func all(_ parts: [PositionalQuery]) -> [ShardExpression]? {
      let found = parts.compactMap { expression($0, in: field) }
      return found.count == parts.count ? found : nil
    }
    switch query {
    case .phrase(let terms):
      return terms.count == 1 ? .term(ShardTerm.word(terms[0], field)) : nil
    case .oneOf(let terms): return .any(terms.map { .term(ShardTerm.word($0, field)) })
    case .initial, .near: return nil
    case .some(let parts): return all(parts).map { .any($0) }
    case .all(let wanted, let unwanted):
      guard let wanted = all(wanted), let unwanted = all(unwanted) else { return nil }
      return unwanted.isEmpty ? .all(wanted) : .without(.all(wanted), .any(unwanted))
    }
  }

  /// The highest weight that a match of a pattern's expression can have.
  static func highest(_ pattern: Pattern) -> Int { 255 * count(pattern) }

  /// The impact of a match: the weight of its expression is a sum over the terms of a phrase.
  static func impact(_ weight: UInt32, of pattern: Pattern) -> UInt8 {
    let count = UInt32(count(pattern))
    if count == 1 { return UInt8(clamping: weight) }
    return MeanImpact.value(weight, of: count)
  }

  /// The number of impacts that the weight of a pattern's expression is a sum of.
  static func count(_ pattern: Pattern) -> Int {
    switch pattern {
    case .phrase(let terms), .near(_, let terms): max(1, terms.count)
    default: 1
    }
  }

  /// Any of the patterns of a plan; `nil` if a storage can't evaluate one.
  func expression(
    matching plan: QueryPlan, _ unit: SearchRequest.Unit
  ) throws -> ShardExpression? {
    try any(plan.scored.flatMap { $0.members.map(\.pattern) }, unit)
  }

  private func any(
    _ patterns: [Pattern], _ unit: SearchRequest.Unit
  ) throws -> ShardExpression? {
    var parts: [ShardExpression] = []
    for pattern in patterns {
      guard let part = try expression(pattern, unit) else { return nil }
      parts.append(part)
    }
    return .any(parts)
  }

  /// The documents that meet a condition; `nil` if a storage can't evaluate it.
  func expression(_ condition: DocumentCondition) throws -> ShardExpression? {
    switch condition {
    case .matches(let patterns): return try any(patterns, .document)
    case .all(let parts):
      var wanted: [ShardExpression] = []
      var unwanted: [ShardExpression] = []
      for part in parts {
        if case .not(let inner) = part {
          guard let expression = try expression(inner) else { return nil }
          unwanted.append(expression)
        } else {
          guard let expression = try expression(part) else { return nil }
          wanted.append(expression)
        }
      }
      if wanted.isEmpty { wanted = [.term(ShardTerm.all(.document))] }
      return unwanted.isEmpty ? .all(wanted) : .without(.all(wanted), .any(unwanted))
    case .some(let parts):
      var expressions: [ShardExpression] = []
      for part in parts {
        guard let expression = try expression(part) else { return nil }
        expressions.append(expression)
      }
      return .any(expressions)
    case .not(let part):
      guard let expression = try expression(part) else { return nil }
      return .without(.term(ShardTerm.all(.document)), expression)
    // The facets are in the head of a cluster.
    case .passes: return nil
    }
  }

  /// The narrowing of a filter: an expression that matches all documents and passages that pass it,
  /// and perhaps others; `nil` if it would match nearly all.
  func narrowing(_ filter: Filter, _ vocabulary: Vocabulary = .standard) -> ShardExpression? {
    var parts: [ShardExpression] = []
    for facet in FacetDefinition.filters.map(\.name) {
      let wanted = filter[codes: facet].wanted
      if !wanted.isEmpty, !wanted.contains(CodeFilter.none) {
        parts.append(.any(codes(facet, wanted, filter.includePossible, vocabulary)))
      }
      let range = filter[range: facet]
      if range.ranges.isEmpty || range.none || filter.includeUnknown { continue }
      var columns = [facet.rawValue]
      if filter.includePossible, facet.definition.kind == .count {
        columns.append(DocumentColumn.possible(facet.rawValue))
      }
      parts.append(
        .any(
          columns.compactMap(ShardTerm.slot).flatMap { slot in
            range.ranges.compactMap(\.numbers).map { ShardExpression.range(slot: slot, $0) }
          }))
    }
    parts += filter.further.compactMap { narrowing($0, vocabulary) }
    return parts.isEmpty ? nil : .all(parts)
  }

  private func codes(
    _ facet: FacetName, _ codes: Set<String>, _ includePossible: Bool, _ vocabulary: Vocabulary
  ) -> [ShardExpression] {
    let columns =
      [facet.rawValue] + (includePossible ? [DocumentColumn.possible(facet.rawValue)] : [])
    return codes.flatMap { vocabulary.codes(matching: $0, in: facet) }.flatMap { code in
      columns.map { .term(ShardTerm.code(DocumentColumn.set($0, code))) }
    }
  }
}
