import ArgumentParser
import Literature

/// A facet for the rows or columns of a map: one with codes.
package struct MapFacet: Sendable, ExpressibleByArgument {
  /// The facet.
  let name: FacetName

  /// Parses the name of a facet with codes.
  package init?(argument: String) {
    guard let name = FacetName(rawValue: argument), name.definition.kind == .codes else {
      return nil
    }
    self.name = name
  }

  /// The names of the facets, for help.
  package static var allValueStrings: [String] { FacetDefinition.codes.map(\.name.rawValue) }

  /// The names of the facets, for completion.
  package static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  /// The name as typed.
  package var defaultValueDescription: String { name.rawValue }
}
