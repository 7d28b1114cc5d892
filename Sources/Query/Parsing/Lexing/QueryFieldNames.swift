import Analysis
import Literature

/// The names that can precede a colon in a query: of fields and of filters.
enum QueryFieldNames {
  /// All names.
  static let all: [String] =
    QueryField.allCases.map(\.rawValue) + IdentifierField.allCases.map(\.rawValue)
    + FacetDefinition.filters.compactMap(\.field)

  /// Length of the longest name, in characters.
  static let longest = all.map(\.count).max() ?? 0

  /// Advice on what to write instead of an unknown name.
  static func advice(for name: String) -> String {
    // A name of the options or of JSON: sample_size.
    if let facet = FacetDefinition.filters.first(where: { $0.name.rawValue == name.lowercased() }),
      let field = facet.field
    {
      return "Did you mean “\(field):”?"
    }
    let typed = Array(name.lowercased().unicodeScalars.prefix(32))
    let near = all.map { ($0, EditDistance.between(typed, Array($0.unicodeScalars))) }
      .filter { $0.1 <= 2 && $0.1 * 2 < min($0.0.count, typed.count) }
    if let best = near.min(by: { $0.1 < $1.1 }) { return "Did you mean “\(best.0):”?" }
    return "The fields are \(all.joined(separator: ", ")). To search for the words, put them in "
      + "quotation marks."
  }
}
