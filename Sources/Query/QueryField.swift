import Literature

/// A part of a document that a query can search on its own: `title:"peer work"`.
///
/// ``FilterField`` lists the other names that can precede a colon.
public enum QueryField: String, Sendable, CaseIterable, Codable {
  case title, author

  /// What the field searches; used in help and documentation.
  public var summary: String {
    switch self {
    case .title: "title"
    case .author: "author names"
    }
  }
}

/// A filter that can be written in a query: `n:>=20`.
public enum FilterField: String, Sendable, CaseIterable, Codable {
  case method, setting, condition, n, year

  /// The facet whose codes are the values; `nil` for numbers.
  public var facet: FacetName? {
    switch self {
    case .method: .method
    case .setting: .setting
    case .condition: .condition
    case .n, .year: nil
    }
  }

  /// What the field filters by; used in help and documentation.
  public var summary: String {
    switch self {
    case .method: "study design"
    case .setting: "setting of the study"
    case .condition: "health condition"
    case .n: "number of participants"
    case .year: "year of publication"
    }
  }
}
