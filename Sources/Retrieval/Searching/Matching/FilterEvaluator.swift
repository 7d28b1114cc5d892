import Literature
import Query
import Ranking

/// Evaluates a filter to the set of documents that pass it.
struct FilterEvaluator {
  let snapshot: IndexSnapshot
  var vocabulary = Vocabulary.standard

  /// The documents that pass; `nil` if the filter is empty.
  func documents(_ filter: Filter) throws -> Bitmap? {
    guard !filter.isEmpty else { return nil }
    var passing: Bitmap?
    func keep(_ set: Bitmap) {
      if passing == nil { passing = set } else { passing?.formIntersection(set) }
    }
    for facet in FacetDefinition.filters.map(\.name) {
      let codes = filter[codes: facet].wanted
      let isPossible = filter.includePossible
      if !codes.isEmpty { keep(try union(facet, codes, includePossible: isPossible)) }
      var range = try documents(filter[range: facet], facet.rawValue, filter.includeUnknown)
      if isPossible, range != nil, facet.definition.kind == .count {
        // A document with a possible count is in the ranges of that count, and not without one.
        let column = DocumentColumn.possible(facet.rawValue)
        range?.subtract(try snapshot.slices(column).rows(in: 0...UInt32.max))
        var counts = filter[range: facet]
        counts.none = false
        if let possible = try documents(counts, column, false) { range?.formUnion(possible) }
      }
      if let range { keep(range) }
    }
    for facet in FacetDefinition.codes.map(\.name) {
      let codes = filter[codes: facet].excluded
      if codes.isEmpty { continue }
      if passing == nil { passing = snapshot.alive() }
      passing?.subtract(try union(facet, codes, includePossible: filter.includePossible))
    }
    for further in filter.further {
      if let set = try documents(further) { keep(set) }
    }
    return passing
  }

  /// Documents with any of the codes, including narrower codes; `none` for those without a code.
  func union(
    _ facet: FacetName, _ codes: Set<String>, includePossible: Bool = false
  ) throws -> Bitmap {
    var set = Bitmap(limit: snapshot.documentLimit)
    for code in codes {
      if code == CodeFilter.none {
        var rest = snapshot.alive()
        rest.subtract(try snapshot.documents(facet.rawValue, DocumentColumn.anyCode))
        if includePossible {
          for code in vocabulary.codes(of: facet) {
            rest.subtract(try snapshot.documents(DocumentColumn.possible(facet.rawValue), code))
          }
        }
        set.formUnion(rest)
      } else {
        for kind in vocabulary.codes(matching: code, in: facet) {
          set.formUnion(try snapshot.documents(facet.rawValue, kind))
          guard includePossible else { continue }
          set.formUnion(try snapshot.documents(DocumentColumn.possible(facet.rawValue), kind))
        }
      }
    }
    return set
  }

  private func documents(
    _ filter: NumberFilter, _ column: String, _ includeUnknown: Bool
  ) throws -> Bitmap? {
    guard !filter.isEmpty else { return nil }
    let slices = try snapshot.slices(column)
    var set = Bitmap(limit: snapshot.documentLimit)
    for range in filter.ranges {
      if let numbers = range.numbers { set.formUnion(slices.rows(in: numbers)) }
    }
    if filter.none || (includeUnknown && !filter.ranges.isEmpty) {
      set.formUnion(slices.unknown(limit: snapshot.documentLimit))
    }
    return set
  }
}
