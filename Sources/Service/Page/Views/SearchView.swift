import Analysis
import Answers
import Literature
import Query
import Retrieval

/// All that the page of results shows.
package struct SearchView {
  /// Where the page stands.
  package var address: PageAddress
  /// The answer.
  package var response: SearchResponse
  /// Counts of facet values, those of a facet without regard to the limits on itself.
  package var counts: FacetCounts
  /// The documents of the hits by their ids, whole.
  package var documents: [String: Document] = [:]
  /// Finds the sentences of evidence.
  package var analyzer: Analyzer?
  /// How many hits a page has.
  package var limit: Int
  /// How many hits were passed over.
  package var offset = 0
  /// Whether hits are documents.
  package var isByDocument = false

  /// Takes an answer to show.
  package init(
    address: PageAddress, response: SearchResponse, counts: FacetCounts,
    limit: Int = SearchRequest("").limit
  ) {
    self.address = address
    self.response = response
    self.counts = counts
    self.limit = limit
  }

  /// Asks an index for what an address says.
  ///
  /// - Throws: ``ServiceError`` for parameters that can't be meant, and what the index throws.
  package init(_ address: PageAddress, from index: Index) throws {
    let values = try ParameterReader(Self.parameters).read(address.pairs)
    var request = try SearchRequest(values)
    request.facets = true
    let response = try index.search(request)
    self.init(
      address: address, response: response, counts: response.facets, limit: request.limit)
    offset = request.offset
    isByDocument = request.unit == .document
    analyzer = try Analyzer()
    let shown = try index.select(ids: response.hits.map { $0.document.id })
    for document in try index.documents(shown, 0..<shown.count) {
      documents[document.id] = document
    }
    // Values that are left out by a limit on their own facet would seem to have no documents.
    for (name, limits) in Self.ownLimits where limits.contains(where: { values.has($0) }) {
      let others = try ParameterReader(Self.parameters).read(address.without(limits).pairs)
      counts[name] = try index.facets(try SearchRequest(others)).facets[name]
    }
  }

  /// What the page of results takes: what a search does, but for what only programs see.
  static let parameters: [Parameter] = Parameter.selection + [.limit, .offset, .unit, .sort]

  /// The parameters that limit each counted facet.
  private static let ownLimits: [(facet: String, limits: [Parameter])] = [
    (FacetName.condition.rawValue, [.condition]), (FacetName.method.rawValue, [.method]),
    (FacetName.setting.rawValue, [.setting]),
    (FacetName.sampleSize.rawValue, [.minSample, .maxSample]), ("year", [.year]),
  ]
}

extension PageAddress {
  /// The parameters as readers take them.
  var pairs: [(name: String, value: String)] { parameters.map { ($0.name, $0.value) } }
}
