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

/// The facets of a title and a text.
func appraise(_ text: String, title: String = "") -> Facets {
  Appraiser().appraise(sample(text, title: title))
}

/// The codes among some values, in alphabetical order.
func codes(_ values: [FacetValue<String>]) -> [String] {
  values.map(\.value).sorted()
}
