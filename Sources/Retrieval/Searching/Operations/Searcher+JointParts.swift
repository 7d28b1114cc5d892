import Answers
import Query

extension Searcher {
  /// The most parts of a query that are left out in turn.
  private static let mostParts = 8
  /// The most notes on parts.
  private static let mostNotes = 3

  /// If each part of a query is found, but no document has all of them: the number of documents
  /// that match without one of the parts.
  ///
  /// - Parameter prepared: a search without matches.
  func jointPartNotes(
    _ prepared: PreparedSearch, _ request: SearchRequest
  ) throws -> [SearchNote] {
    var notes: [SearchNote] = []
    for (part, rest) in Self.shortened(prepared.query.tree).prefix(Self.mostParts)
    where notes.count < Self.mostNotes && !rest.isOnlyNegative {
      var query = prepared.query
      query.tree = rest
      let count = try counter.documents(prepare(query, request)).count
      if count > 0 {
        let found = NumberText.counted(count, "document matches", "documents match")
        notes.append(.sentence("\(found) without “\(part.queryText)”."))
      }
    }
    return notes
  }

  /// The parts that a document must have, each with the tree without it; none if there are not at
  /// least two.
  private static func shortened(_ tree: QueryTree) -> [(part: QueryTree, rest: QueryTree)] {
    switch tree {
    case .and(let parts):
      parts.indices.map { place in
        let rest = without(place, parts)
        return (parts[place], rest.count == 1 ? rest[0] : .and(rest))
      }
    case .any(let should, let must, let not) where must.count > 1:
      must.indices.map { place in
        (must[place], .any(should: should, must: without(place, must), not: not))
      }
    default: []
    }
  }

  private static func without(_ place: Int, _ parts: [QueryTree]) -> [QueryTree] {
    var parts = parts
    parts.remove(at: place)
    return parts
  }
}
