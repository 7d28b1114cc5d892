import Literature
import Query

/// If nothing matches, reports how many documents match without a filter.
struct EmptyFilterNotes {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot

  /// A note for each filter without which something matches; if there is none, one note for all
  /// filters together.
  ///
  /// - Parameter prepared: a search without matches.
  func notes(_ prepared: PreparedSearch) throws -> [String] {
    let facets = FacetDefinition.filters.filter {
      !prepared.filter[codes: $0.name].isEmpty || !prepared.filter[range: $0.name].isEmpty
    }
    // Without words, every document matches if no filter remains.
    let hasWords = !prepared.query.tree.isEmpty
    if facets.isEmpty || !hasWords && facets.count == 1 { return [] }
    var notes: [String] = []
    for facet in facets {
      let count = try count(prepared, without: [facet])
      if count > 0 { notes.append(note(count, [facet], prepared.filter)) }
    }
    if notes.isEmpty, hasWords, facets.count > 1 {
      let count = try count(prepared, without: facets)
      if count > 0 { notes.append(note(count, facets, prepared.filter)) }
    }
    return notes
  }

  private func count(
    _ prepared: PreparedSearch, without facets: [FacetDefinition]
  ) throws -> Int {
    var wider = prepared
    wider.filter = wider.filter.without(facets.map(\.name))
    wider.documents = try RestrictionEvaluator(matcher: matcher, snapshot: snapshot)
      .documents(wider.filter, prepared.plan.condition)
    return try MatchCounter(matcher: matcher, snapshot: snapshot).documents(wider).count
  }

  private func note(_ count: Int, _ facets: [FacetDefinition], _ filter: Filter) -> String {
    let options = facets.flatMap { Self.options($0, filter) }.joined(separator: ", ")
    return "\(count) \(count == 1 ? "matches" : "match") without \(options)"
  }

  /// The conditions on a facet as command line options, or in the query language if there is no
  /// option for them.
  static func options(_ facet: FacetDefinition, _ filter: Filter) -> [String] {
    let codes = filter[codes: facet.name]
    let numbers = filter[range: facet.name]
    let names = facet.parameters.map { "--" + $0.name.replacing("_", with: "-") }
    let field = facet.field ?? facet.name.rawValue
    var options: [String] = []
    switch facet.kind {
    case .codes, .year:
      let values =
        codes.wanted.sorted() + numbers.ranges.map(\.description)
        + (numbers.none ? [CodeFilter.none] : [])
      options += values.map { value in names.first.map { "\($0) \(value)" } ?? "\(field):\(value)" }
    case .count:
      // Options can give only one range.
      let range = numbers.ranges.count == 1 ? numbers.ranges.first : nil
      if range == nil { options += numbers.ranges.map { "\(field):\($0)" } }
      if let range {
        if let lower = range.lower, let name = names.first { options.append("\(name) \(lower)") }
        if let upper = range.upper, let name = names.last { options.append("\(name) \(upper)") }
      }
      if numbers.none { options.append("\(field):\(CodeFilter.none)") }
    }
    return options + codes.excluded.sorted().map { "-\(field):\($0)" }
  }
}
