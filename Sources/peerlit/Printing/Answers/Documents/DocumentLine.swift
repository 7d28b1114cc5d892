import Answers
import Literature

/// A document in one line.
enum DocumentLine {
  /// The title, if there is one, and the id: `Role clarity [lee2020]`.
  static func name(_ title: String, _ id: String) -> String {
    title.isEmpty ? "[\(id)]" : "\(title) [\(id)]"
  }

  /// Authors, year and venue, as far as known.
  static func source(_ document: HitDocument) -> String {
    source(authors: document.authors, year: document.year, venue: document.venue)
  }

  /// Authors, year and venue, as far as known.
  static func source(authors: [String], year: Int?, venue: String?) -> String {
    [Self.authors(authors, most: 3), year.map(String.init) ?? "", venue ?? ""]
      .joinedNonEmpty(separator: " · ")
  }

  /// The first authors, and the number of others.
  static func authors(_ authors: [String], most: Int) -> String {
    let names = authors.prefix(most).joined(separator: ", ")
    let others = authors.count - most
    return others > 0 ? "\(names) and \(NumberText.counted(others, "other"))" : names
  }

  /// Facet codes and counts (`n = 20`), as far as known.
  static func facets(_ document: HitDocument) -> String {
    FacetDefinition.inHits.compactMap { facet -> String? in
      switch facet.kind {
      case .codes: document.facets[codes: facet.name].joined(separator: ", ")
      case .count:
        document.facets[count: facet.name].map { facet.statement(of: $0) }
      case .year: nil
      }
    }
    .joinedNonEmpty(separator: " · ")
  }
}
