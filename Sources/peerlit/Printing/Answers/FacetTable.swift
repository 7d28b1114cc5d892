import Answers
import Retrieval

/// Counts of facet values as tab-separated values with a line of names.
package struct FacetTable {
  /// Makes a printer.
  package init() {}

  /// The text, without a line's end after it.
  package func text(_ facets: FacetCounts) -> String {
    let lines = FacetText.order.flatMap { name in
      (facets[name] ?? []).map { "\(name)\t\($0.value)\t\($0.documents)" }
    }
    return (["facet\tvalue\tdocuments"] + lines).joined(separator: "\n")
  }
}
