import Answers
import Literature
import Query

/// Reports how many documents a range excludes only because they state no number, to explain a
/// short or empty result list.
struct MissingValueNotes {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot

  func notes(_ prepared: PreparedSearch) throws -> [SearchNote] {
    var notes: [SearchNote] = []
    let filter = prepared.filter
    guard !filter.includeUnknown else { return notes }
    for facet in FacetDefinition.filters.map(\.name) {
      let limit = filter[range: facet]
      guard !limit.ranges.isEmpty, !limit.none else { continue }
      let count = try leftOut(prepared, facet)
      if count > 0 { notes.append(.unstated(facet, documents: count)) }
    }
    return notes
  }

  /// The number of documents that match everything except the range of a facet for which they have
  /// no value.
  private func leftOut(_ prepared: PreparedSearch, _ facet: FacetName) throws -> Int {
    let matching = try MatchCounter(matcher: matcher, snapshot: snapshot)
      .documents(prepared, without: [facet])
    let values = try snapshot.values(facet.rawValue)
    // If possible values count, a document with one is in or outside the range.
    let hasPossible = prepared.filter.includePossible && facet.definition.kind == .count
    let possible = hasPossible ? try snapshot.values(DocumentColumn.possible(facet.rawValue)) : []
    var count = 0
    matching.forEach { document in
      if IndexSnapshot.value(of: document, in: values) == DocumentColumn.unknown,
        IndexSnapshot.value(of: document, in: possible) == DocumentColumn.unknown
      {
        count += 1
      }
    }
    return count
  }
}
