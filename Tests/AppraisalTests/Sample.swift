import Appraisal
import Literature

/// A document with a title and a text, for tests.
func sample(_ text: String, title: String = "", sections: [Section] = []) -> Document {
  var document = Document(id: "sample", source: Source(path: "/sample"))
  document.title = title
  document.text = text
  document.sections = sections
  return document
}

/// The facets of a title and a text, without possible values.
func appraise(_ text: String, title: String = "") -> Facets {
  appraise(sample(text, title: title))
}

/// The facets of a document, without possible values.
func appraise(_ document: Document) -> Facets {
  var facets = Appraiser().appraise(document)
  for facet in FacetDefinition.codes.map(\.name) {
    facets[codes: facet].removeAll(where: \.isPossible)
  }
  for facet in FacetDefinition.counts.map(\.name) {
    facets[counts: facet].removeAll(where: \.isPossible)
  }
  return facets
}

/// The codes among some values, in alphabetical order.
func codes(_ values: [FacetValue<String>]) -> [String] {
  values.map(\.value).sorted()
}

extension Facets {
  /// The evidence of every value.
  var evidence: [[Evidence]] {
    FacetDefinition.codes.flatMap { self[codes: $0.name].map(\.evidence) }
      + FacetDefinition.counts.flatMap { self[counts: $0.name].map(\.evidence) }
  }
}
