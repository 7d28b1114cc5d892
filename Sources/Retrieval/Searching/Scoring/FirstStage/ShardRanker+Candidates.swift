import Query
import Ranking

// The weights of the members of a plan in candidates.
extension ShardRanker {
  /// Up to this many passages are read to find those that match.
  private static let mostPassages = 100

  /// A condition that matches in the storage must also meet; `nil` for none.
  func filter(_ narrowing: Narrowing?) -> ShardExpression? {
    let parts = [narrowing?.filter, unit == .document ? narrowing?.condition : nil]
      .compactMap(\.self)
    return parts.isEmpty ? nil : .all(parts)
  }

  /// The weights of the members in candidates.
  func matches(
    _ members: [Member], in candidates: [ShardCandidate]
  ) throws -> [(number: UInt32, weights: [UInt32])] {
    var matches = candidates.map {
      (number: $0.number, weights: [UInt32](repeating: 0, count: members.count))
    }
    for (index, member) in members.enumerated() {
      if let terms = member.pattern.alternatives {
        let numbers = try terms.compactMap {
          try basis.matcher.dictionary.number(of: $0).map { UInt32($0) }
        }
        for place in candidates.indices {
          for number in numbers {
            matches[place].weights[index] = max(
              matches[place].weights[index], UInt32(candidates[place].terms.impact(of: number)))
          }
        }
      } else {
        let weights = Dictionary(
          try basis.matcher.lists.shardMatches(member.pattern, unit) {
            try storage.list(member.expression)
          }.map { ($0.number, $0.weight) }, uniquingKeysWith: max)
        for place in candidates.indices {
          matches[place].weights[index] = weights[candidates[place].number] ?? 0
        }
      }
    }
    try exclude(members, from: &matches)
    return matches
  }

  /// The weights of the members in the matching texts of some documents.
  func matches(
    _ plan: QueryPlan, _ members: [Member], in documents: [UInt32]
  ) throws -> [(number: UInt32, weights: [UInt32])] {
    if unit == .passage, let known = basis.matcher.lists.lookedUp, known.scored == plan.scored,
      known.documents.isSuperset(of: documents)
    {
      return known.matches
    }
    return try found(members, in: documents)
  }

  /// The weights of the members, found again even if they were looked up before; other texts have
  /// no weights.
  func found(
    _ members: [Member], in documents: [UInt32]
  ) throws -> [(number: UInt32, weights: [UInt32])] {
    if documents.isEmpty { return [] }
    if let passages = try passages(members, of: documents) {
      let terms = try storage.terms(of: passages)
      return try matches(
        members,
        in: passages.map {
          ShardCandidate(number: $0.number, score: 0, terms: terms[$0.number] ?? ShardTerms([]))
        })
    }
    let (expressions, filter) = weightsRequest(members, in: documents)
    var matches = try storage.weights(of: expressions, filter: filter)
    try exclude(members, from: &matches)
    return matches
  }

  /// The passages of a few documents, if their terms are enough to find what matches, which needs
  /// no query; otherwise `nil`.
  func passages(
    _ members: [Member], of documents: [UInt32]
  ) throws -> [(number: UInt32, document: UInt32)]? {
    guard unit == .passage, members.allSatisfy({ $0.pattern.alternatives != nil }) else {
      return nil
    }
    let map = try snapshot.passageMap()
    let count = documents.reduce(0) { $0 + map.passages(of: $1).count }
    if count > Self.mostPassages { return nil }
    return documents.flatMap { document in
      map.passages(of: document).map { ($0, document) }
    }
  }

  /// The request for the weights in all texts of some documents.
  func weightsRequest(
    _ members: [Member], in documents: [UInt32]
  ) -> (expressions: [(expression: ShardExpression, highest: Int)], filter: ShardExpression) {
    let terms = documents.map { ShardExpression.term(ShardTerm.texts(of: $0, unit)) }
    return (
      members.map { ($0.expression, ShardPatterns.highest($0.pattern)) }, .any(terms)
    )
  }
}

extension Pattern {
  /// The terms that are alternatives: one must occur; `nil` if that is not enough.
  fileprivate var alternatives: [String]? {
    switch self {
    case .term(let term), .abbreviation(let term, _): [term]
    case .words(_, let terms): terms
    default: nil
    }
  }
}
