import Literature
import Query

/// The JSON form of a filter: only the conditions that are set, with values as in a query.
///
///     {"method":["qualitative"],"sample_size":["20..50"],"not":{"condition":["hiv"]}}
public struct FilterJSON: Codable, Sendable, Equatable {
  /// Wanted values by facet.
  public var wanted: [String: [String]] = [:]
  /// Excluded codes by facet.
  public var excluded: [String: [String]] = [:]
  /// Whether documents without the number pass a range.
  public var includeUnknown = false
  /// Filters that documents must pass as well.
  public var further: [FilterJSON] = []
  /// Whether values that are only possible count as values.
  public var includePossible = false

  /// Creates the JSON form of a filter.
  public init(_ filter: Filter) {
    for facet in FacetDefinition.filters {
      let name = facet.name.rawValue
      let codes = filter[codes: facet.name]
      let numbers = filter[range: facet.name]
      let values =
        codes.wanted.sorted() + numbers.ranges.map(\.description)
        + (numbers.none ? [CodeFilter.none] : [])
      wanted[name] = values.isEmpty ? nil : values
      excluded[name] = codes.excluded.isEmpty ? nil : codes.excluded.sorted()
    }
    includeUnknown = filter.includeUnknown
    further = filter.further.map { FilterJSON($0) }
    includePossible = filter.includePossible
  }

  /// Whether the filter is empty.
  public var isEmpty: Bool {
    wanted.isEmpty && excluded.isEmpty && !includeUnknown && !includePossible && further.isEmpty
  }

  /// Decodes the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: FacetKey.self)
    for key in container.allKeys {
      switch key.stringValue {
      case FacetKey.not.stringValue:
        excluded = try container.decode([String: [String]].self, forKey: key)
      case FacetKey.and.stringValue:
        further = try container.decode([FilterJSON].self, forKey: key)
      case FacetKey.includeUnknown.stringValue:
        includeUnknown = try container.decode(Bool.self, forKey: key)
      case FacetKey.possible.stringValue:
        includePossible = try container.decode(Bool.self, forKey: key)
      default: wanted[key.stringValue] = try container.decode([String].self, forKey: key)
      }
    }
  }

  /// Encodes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FacetKey.self)
    for (name, values) in wanted {
      try container.encode(values, forKey: FacetKey(stringValue: name))
    }
    if !excluded.isEmpty { try container.encode(excluded, forKey: .not) }
    if !further.isEmpty { try container.encode(further, forKey: .and) }
    if includeUnknown { try container.encode(true, forKey: .includeUnknown) }
    if includePossible { try container.encode(true, forKey: .possible) }
  }
}

extension FacetKey {
  // The members of a filter that are not facets.
  fileprivate static let not = FacetKey(stringValue: "not")
  fileprivate static let and = FacetKey(stringValue: "and")
  fileprivate static let includeUnknown = FacetKey(stringValue: "include_unknown")
  fileprivate static let possible = FacetKey(stringValue: "possible")
}
