import Appraisal
import Literature

/// Finds the facets of documents and applies corrections.
enum DocumentAppraiser {
  static func make(_ corrections: Corrections) -> (Document) -> Facets {
    let appraiser = Appraiser()
    return { document in
      var facets = appraiser.appraise(document)
      corrections.apply(to: &facets, of: document)
      return facets
    }
  }
}
