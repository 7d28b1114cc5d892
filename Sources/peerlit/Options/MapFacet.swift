import ArgumentParser
import Literature

/// A facet for the rows or columns of a map: one with codes.
package enum MapFacet: String, CaseIterable, Sendable, ExpressibleByArgument {
  case method, setting, condition

  /// The facet.
  var name: FacetName {
    switch self {
    case .method: .method
    case .setting: .setting
    case .condition: .condition
    }
  }
}
