import Answers
import Literature
import Query

/// If nothing matches, reports how many documents match without a filter.
///
/// A filter is named as the query or the options have it.
struct EmptyFilterNotes {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot

  /// A note for each filter without which something matches.
  ///
  /// If there is none, one note for the filters that exclude everything together, all of which must
  /// be removed.
  /// - Parameter prepared: a search without matches.
  func notes(_ prepared: PreparedSearch) throws -> [SearchNote] {
    let facets = FacetDefinition.filters.filter {
      prepared.filter.without([$0.name]) != prepared.filter
    }
    // Without words, every document matches if no filter remains.
    let hasWords = !prepared.isList
    if !hasWords, facets.count == 1 {
      return noteOnCodes(facets[0], prepared).map { [$0] } ?? []
    }
    if facets.isEmpty { return [] }
    var notes: [SearchNote] = []
    for facet in facets {
      let count = try count(prepared, without: [facet])
      if count > 0 { notes.append(note(count, [facet], prepared)) }
    }
    if notes.isEmpty, hasWords, facets.count > 1 {
      if let note = try noteOnSeveral(prepared, facets) { notes.append(note) }
    }
    return notes
  }

  /// A note that no document has the codes of the only filter; `nil` for any other search.
  private func noteOnCodes(
    _ facet: FacetDefinition, _ prepared: PreparedSearch
  ) -> SearchNote? {
    let codes = prepared.filter[codes: facet.name]
    guard prepared.query.tree.isEmpty, prepared.filter.further.isEmpty, codes.excluded.isEmpty,
      !codes.wanted.isEmpty, !codes.wanted.contains(CodeFilter.none)
    else { return nil }
    return .sentence(
      "No document has the \(facet.name.rawValue) \(codes.wanted.sorted().quotedAlternatives).")
  }

  /// A note on the filters without which something matches: all except those that can stay.
  private func noteOnSeveral(
    _ prepared: PreparedSearch, _ facets: [FacetDefinition]
  ) throws -> SearchNote? {
    var removed = facets
    var documents = try count(prepared, without: removed)
    guard documents > 0 else { return nil }
    for facet in facets {
      let fewer = removed.filter { $0.name != facet.name }
      let count = try count(prepared, without: fewer)
      if count > 0 { (removed, documents) = (fewer, count) }
    }
    return note(documents, removed, prepared)
  }

  private func count(
    _ prepared: PreparedSearch, without facets: [FacetDefinition]
  ) throws -> Int {
    try MatchCounter(matcher: matcher, snapshot: snapshot)
      .documents(prepared, without: facets.map(\.name)).count
  }

  private func note(
    _ count: Int, _ facets: [FacetDefinition], _ prepared: PreparedSearch
  ) -> SearchNote {
    let conditions = facets.flatMap { facet in
      prepared.query.filter.terms(of: facet).map { SearchNote.Condition.query($0) }
        + Self.conditions(facet, prepared.options)
    }
    return .excluding(conditions, documents: count)
  }

  /// The conditions of the options on a facet.
  private static func conditions(
    _ facet: FacetDefinition, _ filter: Filter
  ) -> [SearchNote.Condition] {
    let codes = filter[codes: facet.name]
    let numbers = filter[range: facet.name]
    let field = facet.field ?? facet.name.rawValue
    func condition(
      _ parameter: FacetDefinition.FilterParameter?, _ value: String
    ) -> SearchNote.Condition {
      parameter.map { .parameter($0, value: value) } ?? .query("\(field):\(value)")
    }
    var conditions: [SearchNote.Condition] = []
    switch facet.kind {
    case .codes, .year:
      let values =
        codes.wanted.sorted() + numbers.ranges.map(\.description)
        + (numbers.none ? [CodeFilter.none] : [])
      conditions += values.map { condition(facet.parameters.first, $0) }
    case .count:
      // Parameters can give only one range.
      if numbers.ranges.count == 1, let range = numbers.ranges.first {
        if let lower = range.lower {
          conditions.append(condition(facet.valueParameters.first, String(lower)))
        }
        if let upper = range.upper {
          conditions.append(condition(facet.valueParameters.last, String(upper)))
        }
      } else {
        conditions += numbers.ranges.map { condition(nil, $0.description) }
      }
      if numbers.none {
        let flag = facet.parameters.first { $0.isFlag }
        conditions.append(
          flag.map { .parameter($0, value: "true") } ?? condition(nil, CodeFilter.none))
      }
    }
    let excluded = codes.excluded.sorted().map { CodeFilter.exclusion + $0 }
    return conditions + excluded.map { condition(facet.parameters.first, $0) }
  }
}
