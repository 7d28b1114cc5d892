import Literature

/// The name of a facet, or of a member beside facets, as a key of a JSON object.
package struct FacetKey: CodingKey {
  /// The name.
  package var stringValue: String

  /// Names a facet.
  package init(_ facet: FacetName) { stringValue = facet.rawValue }

  /// Accepts any key.
  package init(stringValue: String) { self.stringValue = stringValue }

  /// Always `nil`: facets have names, not numbers.
  package var intValue: Int? { nil }

  /// Always `nil`: facets have names, not numbers.
  package init?(intValue: Int) { nil }
}
