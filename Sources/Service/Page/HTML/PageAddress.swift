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

/// Parameters that only pages have.
extension Parameter {
  /// The first year of a range, as sent by a form.
  static let yearFrom = Parameter("year_from", .years, "The first year of a range.")
  /// The last year of a range, as sent by a form.
  static let yearTo = Parameter("year_to", .years, "The last year of a range.")
  /// The other parameters of an address, as a button sends them (``PageLinks``).
  static let with = Parameter(
    "with", .text(limit: 16_384), "The parameters besides the query, as in an address.")
  /// The start of the passage to highlight.
  static let start = Parameter(
    "start", .integer(0...greatestNumber), "First Unicode scalar of the passage to highlight.")
  /// The end of the passage to highlight.
  static let end = Parameter(
    "end", .integer(0...greatestNumber), "The Unicode scalar after the passage to highlight.")
}

extension PageAddress {
  /// The address of the start page and the results.
  package static let home = "/"
  /// The address of the evidence map.
  package static let map = "/evidence-map"
  /// The address of the records of documents.
  static let export = "/export"
  /// The address of the login page.
  package static let login = "/login"
  /// The address that logs a browser out.
  static let logout = "/logout"
  /// The address of the page on how to search.
  package static let help = "/help"
  /// The address of the page for pasting a strategy.
  package static let strategy = "/search-strategy"
  /// The address of the page on the collection.
  package static let about = "/about"
  /// The folder of the addresses of documents.
  static let document = "/document/"

  /// The page of a document.
  package static func document(_ id: String) -> PageAddress {
    PageAddress(document + QueryString.encoded(id))
  }

  /// The address to which the forms of a document's page send corrections.
  static func corrections(_ id: String) -> String { document(id).path + "/corrections" }

  /// The id of the section with the facets of a document.
  static let characteristics = "appraisal-title"

  /// The id of the line that counts the matches in a document.
  static let matches = "matches"

  /// The file that a document was read from.
  static func file(_ id: String) -> String { document(id).path + "/file" }

  /// The page of a document at a passage, with the words of a search highlighted.
  package static func passage(
    _ id: String, _ range: Range<Int>, search: PageAddress? = nil
  ) -> PageAddress {
    var address = document(id)
    address.parameters = search?.keeping([.query, .exact, .syntax, .line]).parameters ?? []
    address = address.adding(.start, String(range.lowerBound))
      .adding(.end, String(range.upperBound))
    address.fragment = "passage"
    return address
  }

  /// The address with separate parameters in place of those that a button sends as one.
  private var expanded: PageAddress {
    var changed = self
    changed.parameters = parameters.flatMap { pair -> [Pair] in
      guard pair.name == Parameter.with.name, let pairs = try? QueryString.pairs(pair.value) else {
        return [pair]
      }
      return pairs.map { Pair($0.name, $0.value) }.filter { $0.name != pair.name }
    }
    return changed
  }

  /// The address as used in links: without empty fields, and with the range of years in one
  /// parameter, for which forms send two.
  package var canonical: PageAddress {
    var changed = expanded
    for index in changed.parameters.indices
    where changed.parameters[index].name == Parameter.query.alias {
      changed.parameters[index].name = Parameter.query.name
    }
    // Forms send line breaks as CR and LF, and a text area may end with one.
    for index in changed.parameters.indices
    where changed.parameters[index].name == Parameter.query.name {
      var lines = changed.parameters[index].value
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
      guard lines.count > 1 else { continue }
      while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
      while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
      changed.parameters[index].value = lines.joined(separator: "\n")
    }
    changed.parameters.removeAll { $0.value.allSatisfy(\.isWhitespace) }
    // Another query has no line of the strategy before it.
    if changed.value(.query)?.contains("\n") != true { changed = changed.without([.line]) }
    let (from, to) = (changed.value(.yearFrom), changed.value(.yearTo))
    guard from != nil || to != nil, let year = Parameter.filters(of: .year).first else {
      return changed
    }
    let years = from == to ? from ?? "" : "\(from ?? "")..\(to ?? "")"
    return changed.without([.yearFrom, .yearTo]).setting(year, years)
  }
}
