import Literature

/// What the reader asked for that cannot be meant otherwise.
///
/// Text that is not well-formed is never an error (see ``QueryParser``); these are.
public enum QueryError: Error, Sendable, Equatable {
  /// A known facet with a code that its vocabulary does not have.
  ///
  /// `position` is the first Unicode scalar of the code in the query's text, `nil` when it was
  /// given as an option; `nearest` holds known codes that may be meant, the likeliest first.
  case unknownCode(facet: FacetName, code: String, nearest: [String], position: Int?)
  /// A number or range of an option that cannot be read.
  case badRange(FilterField, String)
}

extension QueryError: CustomStringConvertible {
  /// What happened, where, and what to do.
  public var description: String {
    switch self {
    case .unknownCode(let facet, let code, let nearest, let position):
      "“\(code)” is not a known \(facet.rawValue)"
        + (position.map { " (character \($0 + 1) of the query)" } ?? "")
        + (nearest.isEmpty
          ? ". Known are the codes that “peerlit facets --codes” lists, and none."
          : ". Did you mean \(nearest.joined(separator: ", "))?")
    case .badRange(let field, let text):
      "“\(text)” is not a \(field == .year ? "year" : "number") or a range of them. Write for"
        + (field == .year
          ? " example 2018, 2015..2024, 2015.. or none." : " example 25, 20..50, >=20 or none.")
    }
  }
}
