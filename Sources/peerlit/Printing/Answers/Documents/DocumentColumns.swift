import Answers
import Literature

/// The columns that tables of documents and of hits share.
enum DocumentColumns {
  /// The name of a column, and the text of a document in it.
  typealias Column = (name: String, value: @Sendable (HitDocument) -> String)

  /// The columns after that of the id, in order; lists are joined by `;`.
  static let all: [Column] = record + facets

  private static let record: [Column] = [
    ("title", { $0.title }),
    ("authors", { $0.authors.joined(separator: ";") }),
    ("year", { $0.year.map(String.init) ?? "" }),
    ("venue", { $0.venue ?? "" }),
    ("doi", { $0.doi ?? "" }),
    ("url", { $0.url ?? "" }),
  ]

  private static let facets: [Column] = FacetDefinition.inHits.map { facet -> Column in
    (
      name: facet.name.rawValue,
      value: { $0.facets.texts(of: facet).joined(separator: ";") }
    )
  }
}
