import GRDB
import Literature

/// A facet value as a row for SQL.
struct FacetRow {
  /// Whether a value counts; the numbers are those in `facet_values`.
  enum Status: Int, CaseIterable {
    case counted, possible, overruled

    /// The name in `work_facets_all`.
    var name: String { "\(self)" }
  }

  let facet: FacetName
  /// A code of the vocabulary, or a whole number.
  let code: any CustomStringConvertible & DatabaseValueConvertible
  let status: Status
  let origin: Origin
  let confidence: Double?
  /// The best piece of evidence, verbatim.
  let evidence: String?

  /// The rows of a document's facets, in the order of stored facets.
  static func rows(_ facets: Facets) -> [FacetRow] {
    Facets.Standing.allCases.flatMap { standing in
      FacetDefinition.codes.flatMap { facet in
        let values = facets[codes: facet.name, standing]
        let counted =
          standing == .listed ? Facets.effective(codes: values, of: facet.name) : []
        return values.map { FacetRow(facet.name, $0, counts: counted.contains($0)) }
      }
        + FacetDefinition.counts.flatMap { facet in
          // A document has at most one count, though sources may state several.
          let values = facets[counts: facet.name, standing]
          let counted = standing == .listed ? Facets.effective(values).first : nil
          let index = values.firstIndex { $0 == counted }
          return values.indices.map { FacetRow(facet.name, values[$0], counts: $0 == index) }
        }
    }
  }

  private init<Value: CustomStringConvertible & DatabaseValueConvertible>(
    _ facet: FacetName, _ value: FacetValue<Value>, counts: Bool
  ) {
    self.facet = facet
    code = value.value
    status = counts ? .counted : value.isPossible ? .possible : .overruled
    origin = value.origin
    confidence = value.confidence
    evidence = value.evidence.first?.text
  }
}
