import Literature

/// A key of a JSON object: the name of a facet, or of another member of the same object.
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
