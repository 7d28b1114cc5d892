import Literature

/// An address within the service: a path, and parameters that determine everything a page shows.
///
/// Every state of the page has one, so it can be bookmarked, shared and returned to.
package struct PageAddress: Sendable, Equatable {
  /// A parameter and its value.
  package struct Pair: Sendable, Equatable {
    /// The name.
    package var name: String
    /// The value.
    package var value: String

    /// Creates a parameter.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The path, percent-encoded.
  package var path: String
  /// The parameters in order; one with several values occurs once for each.
  package var parameters: [Pair]
  /// The id of the element that the page opens at.
  package var fragment: String?

  /// Creates an address.
  package init(_ path: String, _ parameters: [Pair] = [], fragment: String? = nil) {
    self.path = path
    self.parameters = parameters
    self.fragment = fragment
  }

  /// The value of a parameter; `nil` if it is missing.
  package func value(_ parameter: Parameter) -> String? {
    parameters.first { $0.name == parameter.name }?.value
  }

  /// All values of a parameter.
  package func values(_ parameter: Parameter) -> [String] {
    parameters.filter { $0.name == parameter.name }.map(\.value)
  }

  /// All values of the filters by a facet.
  func values(of facet: FacetName) -> [String] {
    Parameter.filters(of: facet).flatMap { values($0) }
  }

  /// The address with a value added, back at the first hits.
  package func adding(_ parameter: Parameter, _ value: String) -> PageAddress {
    var changed = without([.offset])
    if !changed.values(parameter).contains(value) {
      changed.parameters.append(Pair(parameter.name, value))
    }
    return changed
  }

  /// The address without a value of a parameter, back at the first hits.
  package func removing(_ parameter: Parameter, _ value: String) -> PageAddress {
    var changed = without([.offset])
    changed.parameters.removeAll { $0 == Pair(parameter.name, value) }
    return changed
  }

  /// The address with one value of a parameter, or with none, back at the first hits.
  package func setting(_ parameter: Parameter, _ value: String?) -> PageAddress {
    var changed = without([.offset, parameter])
    if let value { changed.parameters.append(Pair(parameter.name, value)) }
    return changed
  }

  /// The address without some parameters.
  func without(_ unwanted: [Parameter]) -> PageAddress {
    var changed = self
    changed.parameters.removeAll { pair in unwanted.contains { $0.name == pair.name } }
    return changed
  }

  /// The address without filters, back at the first hits.
  var withoutFilters: PageAddress { without(Parameter.allFilters + [.offset]) }

  /// The address with only some parameters.
  func keeping(_ wanted: [Parameter]) -> PageAddress {
    var changed = self
    changed.parameters.removeAll { pair in !wanted.contains { $0.name == pair.name } }
    return changed
  }

  /// Whether a query is too long for an address, and so for `GET`.
  static func isTooLong(query: String) -> Bool {
    guard case .text(let most) = Parameter.query.kind else { return false }
    return query.unicodeScalars.count > most
  }

  /// Whether the address is short enough for a link to which filters can still be added.
  var isLinkable: Bool {
    let query = value(.query) ?? ""
    // A form sends a line break as CR and LF: three characters more than a link.
    let breaks = query.utf8.lazy.filter { $0 == UInt8(ascii: "\n") }.count
    return !Self.isTooLong(query: query) && href.utf8.count + 3 * breaks <= Self.mostLinkable
  }

  /// The limit of a server without 2 KB for filters.
  package static let mostLinkable = ServiceLimits().target - 2 << 10

  /// These parameters at another path.
  func at(_ path: String) -> PageAddress {
    PageAddress(path, parameters)
  }

  /// The parameters as in a link: `q=peer&method=review`.
  var queryString: String {
    parameters.map {
      "\(QueryString.encoded($0.name))=\(QueryString.encoded($0.value, isForm: true))"
    }.joined(separator: "&")
  }

  /// The address as in a link.
  package var href: String {
    path + (parameters.isEmpty ? "" : "?" + queryString) + (fragment.map { "#" + $0 } ?? "")
  }
}
