import Answers
import Literature
import Query
import Retrieval

/// The content of the results page.
package struct SearchView {
  /// The address of the page.
  package var address: PageAddress
  /// The response of the index.
  package var response: SearchResponse
  /// Facet counts; those of a facet ignore the filters on the same facet, except what is excluded.
  package var counts: FacetCounts
  /// The documents of the hits, by id.
  package var documents: [String: Document] = [:]
  /// Number of hits on a page.
  package var limit: Int
  /// Number of hits skipped.
  package var offset = 0
  /// Whether the files of documents can be opened.
  package var offersFile = false
  /// Whether hits are documents.
  package var isByDocument = false
  /// The lines of the strategy, if the query is one.
  package var strategy: StrategyReport?
  /// The number of the line of the strategy that was run; `nil` for the last.
  package var line: Int?
  /// The address as requested, if ``address`` is it without its mistakes.
  var asked: PageAddress?
  /// The mistakes in the requested address.
  var mistakes: [AddressCheck.Mistake] = []

  /// Shows a response.
  package init(
    address: PageAddress, response: SearchResponse, counts: FacetCounts,
    limit: Int = SearchRequest("").limit
  ) {
    self.address = address
    self.response = response
    self.counts = counts
    self.limit = limit
  }

  /// Runs the search that an address describes.
  ///
  /// - Throws: ``ServiceError`` for invalid parameters, and what the index throws.
  package init(_ address: PageAddress, from index: Index) throws {
    let values = try ParameterReader(Self.parameters).read(address.pairs)
    var request = try SearchRequest(values)
    request.facets = true
    request.reading = try QueryParser().read(request)
    try self.init(request, at: address, from: index)
    // If the filter on a facet applied to its own counts, every other value would seem empty. What
    // is excluded stays excluded, whatever other value is chosen.
    for facet in FacetDefinition.filters.map(\.name) {
      let filters = Parameter.filters(of: facet)
      let free = address.withoutWanted(filters)
      guard free != address.without([.offset]) else { continue }
      let others = try ParameterReader(Self.parameters).read(free.pairs)
      let name = facet.rawValue
      var other = try SearchRequest(others)
      other.reading = request.reading
      counts[name] = try index.facets(other).facets[name]
    }
  }

  /// Runs a search that an address need not describe.
  init(_ request: SearchRequest, at address: PageAddress, from index: Index) throws {
    var request = request
    // A long strategy takes long to read: once for its hits and its table.
    request.reading = try QueryParser().read(request)
    let response = try index.search(request)
    self.init(
      address: address, response: response, counts: response.facets, limit: request.limit)
    if request.strategy != nil { show(try Self.report(request, index), request) }
    offset = request.offset
    isByDocument = request.unit == .document
    let shown = try index.select(
      ids: (response.hits + response.related).map { $0.document.id })
    for document in try index.documents(shown, 0..<shown.count) {
      documents[document.id] = document
    }
  }

  /// The lines of a strategy; `nil` if shards are missing, so they can't be counted.
  private static func report(_ request: SearchRequest, _ index: Index) throws -> StrategyReport? {
    do {
      return try index.strategy(request)
    } catch IndexError.shardsMissing {
      return nil
    }
  }

  /// Shows the lines of a strategy, whose table has the notes on them.
  private mutating func show(_ report: StrategyReport?, _ request: SearchRequest) {
    guard let report else { return }
    strategy = report
    line = request.line
    let listed = report.notes.map { SearchNote.sentence($0) } + report.lines.flatMap(\.notes)
    // The first note says how the line runs. The note on forms of words is that of all lines.
    response.query.notes = response.query.notes.dropFirst().filter { note in
      guard case .sentence(let text) = note else { return true }
      return !listed.contains(note) && !text.hasPrefix(SearchNote.wordForms)
    }
  }

  /// The search whose words are highlighted in documents: that of the page, or, if its query is too
  /// long to repeat for each hit, the line of the strategy as run.
  var highlighted: PageAddress {
    guard address.value(.query) == nil || PageLinks.areButtons(address) else { return address }
    let search = PageAddress(PageAddress.home)
    guard let run = strategy?.lines.first(where: { $0.line == line }) ?? strategy?.lines.last,
      !run.query.isEmpty
    else { return search }
    // A strategy is run without expansions other than its own.
    let same = search.setting(.query, run.query).setting(.syntax, QuerySyntax.peerlit.rawValue)
      .setting(.exact, "true")
    return PageLinks.areButtons(same) ? search : same
  }

  /// The parameters of the page: those of a search except the ones for programs.
  static let parameters: [Parameter] = Parameter.selection + [.limit, .offset, .unit, .sort]
}

extension PageAddress {
  /// The parameters as ``ParameterReader`` reads them.
  var pairs: [(name: String, value: String)] { parameters.map { ($0.name, $0.value) } }
}
