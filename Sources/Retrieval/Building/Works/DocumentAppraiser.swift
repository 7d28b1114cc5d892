import Appraisal
import Literature

/// Finds the facets of documents: one value per preparing thread.
enum DocumentAppraiser {
  static func make() -> (Document) -> Facets {
    let appraiser = Appraiser()
    return { appraiser.appraise($0) }
  }
}
