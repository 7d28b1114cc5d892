import Answers
import Retrieval

/// One facet against another as tab-separated values: values of the columns in the first line.
package struct MapTable {
  /// Makes a printer.
  package init() {}

  /// The text, without a line's end after it.
  package func text(_ map: FacetMap) -> String {
    let head = (["\(map.rowFacet)/\(map.columnFacet)"] + map.columns).joined(separator: "\t")
    let lines = zip(map.rows, map.counts).map { name, counts in
      ([name] + counts.map(String.init)).joined(separator: "\t")
    }
    return ([head] + lines).joined(separator: "\n")
  }
}
