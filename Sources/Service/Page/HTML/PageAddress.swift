/// An address within the service: a path with the parameters that say everything a page shows.
///
/// Every state of the page has one, so that it can be kept, sent and gone back to.
package struct PageAddress: Sendable, Equatable {
  /// A parameter with its value.
  package struct Pair: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The path, percent-encoded.
  package var path: String
  /// The parameters in order; one that takes several values stands once for each.
  package var parameters: [Pair]
  /// Which element of the page is shown first.
  package var fragment: String?

  /// Makes an address.
  package init(_ path: String, _ parameters: [Pair] = [], fragment: String? = nil) {
    self.path = path
    self.parameters = parameters
    self.fragment = fragment
  }

  /// The value of a parameter, `nil` where it is missing.
  package func value(_ parameter: Parameter) -> String? {
    parameters.first { $0.name == parameter.name }?.value
  }

  /// All values of a parameter.
  package func values(_ parameter: Parameter) -> [String] {
    parameters.filter { $0.name == parameter.name }.map(\.value)
  }

  /// The address with a value added; the first hits are shown again.
  package func adding(_ parameter: Parameter, _ value: String) -> PageAddress {
    var changed = without([.offset])
    if !changed.values(parameter).contains(value) {
      changed.parameters.append(Pair(parameter.name, value))
    }
    return changed
  }

  /// The address without a value of a parameter; the first hits are shown again.
  package func removing(_ parameter: Parameter, _ value: String) -> PageAddress {
    var changed = without([.offset])
    changed.parameters.removeAll { $0 == Pair(parameter.name, value) }
    return changed
  }

  /// The address with one value of a parameter, or with none; the first hits are shown again.
  package func setting(_ parameter: Parameter, _ value: String?) -> PageAddress {
    var changed = without([.offset, parameter])
    if let value { changed.parameters.append(Pair(parameter.name, value)) }
    return changed
  }

  /// The address with other parameters than these.
  func without(_ unwanted: [Parameter]) -> PageAddress {
    var changed = self
    changed.parameters.removeAll { pair in unwanted.contains { $0.name == pair.name } }
    return changed
  }

  /// The address with no other parameters than these.
  func keeping(_ wanted: [Parameter]) -> PageAddress {
    var changed = self
    changed.parameters.removeAll { pair in !wanted.contains { $0.name == pair.name } }
    return changed
  }

  /// The same parameters at another path.
  func at(_ path: String) -> PageAddress {
    PageAddress(path, parameters)
  }

  /// The address as a link holds it.
  package var href: String {
    let query = parameters.map {
      "\(QueryString.encoded($0.name))="
        + QueryString.encoded($0.value).replacing("%20", with: "+")
    }
    return path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
      + (fragment.map { "#" + $0 } ?? "")
  }
}

/// Parameters that the page alone knows.
extension Parameter {
  /// The first year of a range, as a field of a form gives it.
  static let yearFrom = Parameter("year_from", .years, "The first year of a range.")
  /// The last year of a range, as a field of a form gives it.
  static let yearTo = Parameter("year_to", .years, "The last year of a range.")
  /// Where the passage that is shown in a document begins.
  static let start = Parameter(
    "start", .integer(0...999_999_999), "First Unicode scalar of the passage to show.")
  /// Where the passage that is shown in a document ends.
  static let end = Parameter(
    "end", .integer(0...999_999_999), "One past the last Unicode scalar of the passage to show.")
}

extension PageAddress {
  /// Where people search.
  package static let home = "/"
  /// Where the map is.
  package static let map = "/evidence-map"
  /// What the addresses of documents begin with.
  static let document = "/document/"

  /// The page of a document.
  package static func document(_ id: String) -> PageAddress {
    PageAddress(document + QueryString.encoded(id))
  }

  /// A passage of a document in its place, with the words of a query marked.
  package static func passage(_ id: String, _ range: Range<Int>, query: String = "") -> PageAddress
  {
    var address = document(id)
    if !query.isEmpty { address = address.adding(.query, query) }
    address = address.adding(.start, String(range.lowerBound))
      .adding(.end, String(range.upperBound))
    address.fragment = "passage"
    return address
  }

  /// What a form gave, as a link of the page would have said it: without empty fields, the two
  /// ends of the years in one; equal to itself when there is nothing to change.
  package var canonical: PageAddress {
    var changed = self
    changed.parameters.removeAll { $0.value.allSatisfy(\.isWhitespace) }
    let (from, to) = (changed.value(.yearFrom), changed.value(.yearTo))
    guard from != nil || to != nil else { return changed }
    let years = from == to ? from ?? "" : "\(from ?? "")..\(to ?? "")"
    return changed.without([.yearFrom, .yearTo]).setting(.year, years)
  }
}
