import Literature

/// One condition of a filter, from a query or an option.
public enum FilterValue: Sendable, Equatable {
  /// Alternative codes of a facet; `none` means documents without a code.
  case codes(FacetName, [String])
  /// A range of numbers.
  case range(FacetName, NumberRange)
  /// Documents that do not state the number.
  case unstated(FacetName)

  /// The facet.
  var facet: FacetName {
    switch self {
    case .codes(let facet, _), .range(let facet, _), .unstated(let facet): facet
    }
  }
}
