import Answers

/// An evidence map as tab-separated values with a header line.
package struct MapTable {
  /// Creates a printer.
  package init() {}

  /// The text, without a final line feed.
  package func text(_ map: FacetMap) -> String {
    let head = (["\(map.rowFacet)/\(map.columnFacet)"] + map.columns).joined(separator: "\t")
    let lines = zip(map.rows, map.counts).map { name, counts in
      ([name] + counts.map(String.init)).joined(separator: "\t")
    }
    return ([head] + lines).joined(separator: "\n")
  }
}
