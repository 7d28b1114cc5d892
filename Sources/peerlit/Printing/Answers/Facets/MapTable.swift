import Answers

/// An evidence map as a table with a header line; totals are in a row and a column named `all`.
package struct MapTable {
  /// Creates a printer.
  package init() {}

  /// The text, without a final line feed.
  package func text(_ map: FacetMap, as form: TableForm = .tsv) -> String {
    let head = ["\(map.rowFacet)/\(map.columnFacet)"] + map.columns + ["all"]
    let rows = map.rows.indices.map { row in
      [map.rows[row]] + (map.counts[row] + [map.rowTotals[row]]).map(String.init)
    }
    let foot = ["all"] + (map.columnTotals + [map.documents]).map(String.init)
    return form.text([head] + rows + [foot])
  }
}
