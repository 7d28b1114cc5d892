import Answers
import Literature

/// Counts of facet values as tab-separated values with a header line.
package struct FacetTable {
  /// Creates a printer.
  package init() {}

  /// The text, without a final line feed.
  package func text(_ facets: FacetCounts) -> String {
    let lines = FacetDefinition.filters.map(\.name.rawValue).flatMap { name in
      (facets[name] ?? []).map { "\(name)\t\($0.value)\t\($0.documents)" }
    }
    return (["facet\tvalue\tdocuments"] + lines).joined(separator: "\n")
  }
}
