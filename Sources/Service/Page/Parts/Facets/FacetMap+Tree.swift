import Answers
import Literature

extension FacetMap {
  /// The rows in the order of the filters: narrower codes below the broader one that includes them.
  ///
  /// - Returns: for each row of the page, its place in ``rows`` and the number of broader codes
  ///   above it.
  package var rowTree: [(place: Int, depth: Int)] {
    guard let facet = FacetName(rawValue: rowFacet), facet.definition.kind == .codes else {
      return rows.indices.map { ($0, 0) }
    }
    let places = Dictionary(zip(rows, rows.indices), uniquingKeysWith: { first, _ in first })
    let counts = zip(rows, rowTotals).map { FacetCount($0, $1) }
    return FacetTree(counts, of: facet).rows.compactMap { row in
      places[row.code].map { ($0, row.depth) }
    }
  }
}
