import Literature
import Query
import Retrieval

/// Finds the mistakes in the parameters of a page, and the address without them.
///
/// The page shows what the rest of the address finds, with links that correct the mistakes. So
/// nothing is ignored silently, and nothing that is right is lost.
struct AddressCheck {
  /// A mistake, and links that correct it.
  struct Mistake {
    /// The problem.
    var error: ServiceError
    /// Suggested corrections, with the addresses that contain them.
    var corrections: [(label: String, address: PageAddress)]
  }

  /// Maximum number of mistakes that are listed, because an address can have thousands.
  private static let mostListed = 10

  private let asked: PageAddress
  private let parameters: [Parameter]
  private let reader: ParameterReader
  /// The values read so far.
  private var values = ParameterValues()
  /// Number of mistakes that are not listed.
  private var unlisted = 0
  /// The address without its mistakes.
  private(set) var address: PageAddress
  /// The mistakes, in order; if there are many, the last only says how many more there are.
  private(set) var mistakes: [Mistake] = []
  /// Whether the query itself was refused, so the rest is another search.
  private(set) var lacksQuery = false

  /// Checks an address.
  ///
  /// - Parameter parameters: those of the page.
  init(_ asked: PageAddress, _ parameters: [Parameter]) {
    self.asked = asked
    self.parameters = parameters
    reader = ParameterReader(parameters)
    address = PageAddress(asked.path)
    for place in asked.parameters.indices { keep(at: place) }
    keepOrderedRanges()
    keepValidFilters()
    keepLine()
    if unlisted > 0 {
      let more = unlisted == 1 ? "1 more mistake is" : "\(unlisted) more mistakes are"
      mistakes.append(
        Mistake(error: ServiceError(.badValue, "\(more) not listed."), corrections: []))
    }
  }

  /// The request of the address without its mistakes.
  var request: SearchRequest {
    get throws(ServiceError) {
      try SearchRequest(try reader.read(address.pairs))
    }
  }

  private mutating func note(
    _ error: ServiceError, _ corrections: [(label: String, address: PageAddress)] = []
  ) {
    if hasRoom {
      mistakes.append(Mistake(error: error, corrections: corrections))
    } else {
      unlisted += 1
    }
  }

  /// Whether another mistake is listed; links that correct it are as long as the address.
  private var hasRoom: Bool { mistakes.count < Self.mostListed }

  // MARK: Parameters

  /// Adds a parameter to the address, unless its name or value is invalid.
  private mutating func keep(at place: Int) {
    let pair = asked.parameters[place]
    do throws(ServiceError) {
      try reader.read(pair.name, pair.value, into: &values)
      address.parameters.append(PageAddress.Pair(pair.name, codes(of: pair)))
    } catch {
      lacksQuery = lacksQuery || pair.name == Parameter.query.name
      var (kept, correct): ([String], [(String, String)]) = ([], [])
      if case .codes(let facet)? = parameters.first(where: { $0.name == pair.name })?.kind {
        kept = FilterValueParser().valid(pair.value, of: facet).parts
        correct = error.unknown.nearest.map { code in
          let parts = pair.value.split(separator: ",").map { part in
            if part == error.unknown.code { return code }
            let isExcluded = FilterValueParser.excluded(part).map { $0 == error.unknown.code }
            return isExcluded == true ? CodeFilter.exclusion + code : String(part)
          }
          return (code, parts.joined(separator: ","))
        }
      } else if let ordered = QueryError.ordered(pair.value) {
        correct = [(ordered, ordered)]
      }
      if !kept.isEmpty {
        let codes = kept.joined(separator: ",")
        address.parameters.append(PageAddress.Pair(pair.name, codes))
        try? reader.read(pair.name, codes, into: &values)
      }
      note(
        error, hasRoom ? correct.map { ($0.0, asked.replacing(at: place, with: $0.1)) } : [])
    }
  }

  /// The value of a parameter, with codes in place of their other names.
  ///
  /// The filters beside the results are ticked by codes.
  private func codes(of pair: PageAddress.Pair) -> String {
    guard
      case .codes(let facet)? = parameters.first(where: { $0.name == pair.name })?.kind,
      let codes = try? FilterValueParser().codes(of: facet, pair.value)
    else { return pair.value }
    let excluded = codes.excluded.map { CodeFilter.exclusion + $0 }
    return (codes.wanted + excluded).joined(separator: ",")
  }

  /// Removes a minimum that is larger than its maximum, with the maximum.
  private mutating func keepOrderedRanges() {
    for facet in FacetDefinition.counts.map(\.name) {
      let bounds = Parameter.bounds(of: facet)
      guard let least = bounds.first, let most = bounds.last,
        let low = address.value(least).flatMap({ Int($0) }),
        let high = address.value(most).flatMap({ Int($0) }), low > high
      else { continue }
      do throws(ServiceError) {
        _ = try SearchRequest(
          try reader.read(address.keeping([least, most]).pairs))
      } catch {
        let swapped = asked.setting(least, String(high)).setting(most, String(low))
        note(error, [("\(high) to \(low)", swapped)])
      }
      address = address.without([least, most])
    }
  }

  // MARK: The query

  /// Removes filters with unknown codes and invalid numbers from the query.
  private mutating func keepValidFilters() {
    guard let request = try? self.request,
      let place = address.parameters.firstIndex(where: { $0.name == Parameter.query.name }),
      let (valid, invalid) = QueryParser().withoutInvalidFilters(request)
    else { return }
    let typed = address.parameters[place].value
    address.parameters[place].value = valid.text
    if valid.text.isEmpty { address.parameters.remove(at: place) }
    for filter in invalid {
      let error = ServiceError(filter.error)
      var values = error.unknown.nearest
      if let ordered = QueryError.ordered(filter.value) { values = [ordered] }
      note(
        error,
        !hasRoom
          ? []
          : values.compactMap { value in
            filter.corrected(typed, value).map { (value, asked.setting(.query, $0)) }
          })
    }
  }

  /// Removes the number of a line that the strategy does not have.
  private mutating func keepLine() {
    guard let request = try? self.request, request.line != nil else { return }
    do throws(QueryError) {
      _ = try QueryParser().parse(request)
    } catch {
      guard case .noSuchLine = error else { return }
      address = address.without([.line])
      note(ServiceError(error))
    }
  }
}

extension PageAddress {
  /// The address with another value of a parameter, back at the first hits.
  fileprivate func replacing(at place: Int, with value: String) -> PageAddress {
    var changed = self
    changed.parameters[place].value = value
    return changed.without([.offset])
  }
}

extension InvalidFilter {
  /// A query with another value in place of the invalid one; `nil` if it is not found as typed.
  fileprivate func corrected(_ query: String, _ other: String) -> String? {
    let scalars = Array(query.unicodeScalars)
    guard position < scalars.count,
      let range = scalars[position...].firstRange(of: Array(value.unicodeScalars))
    else { return nil }
    return String(scalars: scalars[..<range.lowerBound]) + other
      + String(scalars: scalars[range.upperBound...])
  }
}
