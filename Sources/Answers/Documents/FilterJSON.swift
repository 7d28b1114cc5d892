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

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    static let not = Key(stringValue: "not")
    static let and = Key(stringValue: "and")
    static let includeUnknown = Key(stringValue: "include_unknown")
    static let possible = Key(stringValue: "possible")
  }

  /// Decodes the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys {
      switch key.stringValue {
      case Key.not.stringValue:
        excluded = try container.decode([String: [String]].self, forKey: key)
      case Key.and.stringValue:
        further = try container.decode([FilterJSON].self, forKey: key)
      case Key.includeUnknown.stringValue:
        includeUnknown = try container.decode(Bool.self, forKey: key)
      case Key.possible.stringValue:
        includePossible = try container.decode(Bool.self, forKey: key)
      default: wanted[key.stringValue] = try container.decode([String].self, forKey: key)
      }
    }
  }

  /// Encodes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (name, values) in wanted {
      try container.encode(values, forKey: Key(stringValue: name))
    }
    if !excluded.isEmpty { try container.encode(excluded, forKey: .not) }
    if !further.isEmpty { try container.encode(further, forKey: .and) }
    if includeUnknown { try container.encode(true, forKey: .includeUnknown) }
    if includePossible { try container.encode(true, forKey: .possible) }
  }
}
