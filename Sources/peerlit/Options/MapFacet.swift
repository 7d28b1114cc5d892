import ArgumentParser
import Literature

/// A facet for the rows or columns of a map.
package struct MapFacet: Sendable, ExpressibleByArgument {
  /// The facet.
  let name: FacetName

  /// Parses the name of such a facet.
  package init?(argument: String) {
    guard let axis = FacetDefinition.axes.first(where: { $0.name.rawValue == argument }) else {
      return nil
    }
    name = axis.name
  }

  /// The names of the facets, for help.
  package static var allValueStrings: [String] { FacetDefinition.axes.map(\.name.rawValue) }

  /// The names of the facets, for completion.
  package static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  /// The name as typed.
  package var defaultValueDescription: String { name.rawValue }
}
