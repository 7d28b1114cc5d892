import Literature

/// A part of the text that a query can be limited to: `title:"peer work"`.
///
/// With ``FilterField`` this is the one table of what may stand before a colon.
public enum QueryField: String, Sendable, CaseIterable, Codable {
  case title, author

  /// What the field searches, for help and documentation.
  public var summary: String {
    switch self {
    case .title: "words of the title"
    case .author: "names of the authors"
    }
  }
}

/// A structured limit that can be written into a query: `n:>=20`.
public enum FilterField: String, Sendable, CaseIterable, Codable {
  case method, setting, condition, n, year

  /// The facet whose codes are the field's values; `nil` for numbers.
  public var facet: FacetName? {
    switch self {
    case .method: .method
    case .setting: .setting
    case .condition: .condition
    case .n, .year: nil
    }
  }

  /// What the field limits, for help and documentation.
  public var summary: String {
    switch self {
    case .method: "study design"
    case .setting: "where it takes place"
    case .condition: "what it is about"
    case .n: "number of participants"
    case .year: "year of publication"
    }
  }
}
