import Literature

extension HitDocument {
  /// Describes a document by its record.
  package init(_ document: Document) {
    self.init(id: document.id, title: document.title)
    authors = document.authors
    year = document.year
    venue = document.venue
    doi = document.doi
    url = document.url
    take(document.facets)
  }

  /// Takes over the effective values of facets.
  package mutating func take(_ facets: Facets) {
    method = Facets.effective(facets.method).map { $0.value }
    setting = Facets.effective(facets.setting).map { $0.value }
    condition = Facets.effective(facets.condition).map { $0.value }
    sampleSize = Facets.effective(facets.sampleSize).first?.value
  }
}
