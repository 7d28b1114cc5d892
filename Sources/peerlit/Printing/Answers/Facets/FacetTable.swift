import Answers
import Literature

/// Counts of facet values as a table with a header line.
package struct FacetTable {
  /// Creates a printer.
  package init() {}

  /// The text, without a final line feed.
  package func text(_ facets: FacetCounts, as form: TableForm = .tsv) -> String {
    let rows = FacetDefinition.filters.map(\.name.rawValue).flatMap { name in
      (facets[name] ?? []).map { [name, $0.value, String($0.documents)] }
    }
    return form.text([["facet", "value", "documents"]] + rows)
  }
}
