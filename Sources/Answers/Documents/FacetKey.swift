import Literature

/// The name of a facet as a key of a JSON object.
package struct FacetKey: CodingKey {
  /// The name.
  package var stringValue: String

  /// Names a facet.
  package init(_ facet: FacetName) { stringValue = facet.rawValue }

  /// Takes any key.
  package init(stringValue: String) { self.stringValue = stringValue }

  /// Nothing: facets have no numbers.
  package var intValue: Int? { nil }

  /// Nothing: facets have no numbers.
  package init?(intValue: Int) { nil }
}
