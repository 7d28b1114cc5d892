import Answers
import Query
import Retrieval

/// The results of a strategy that is too long for an address: the table of its lines, and the hits
/// of one of them.
///
/// Buttons take the place of links, and send the strategy again.
struct StrategyResults {
  private let view: SearchView
  /// The fields that a button sends in addition to its own.
  private let fields: [PageAddress.Pair]

  /// Runs a strategy.
  ///
  /// - Parameter offersFile: whether the files of documents can be opened.
  init(_ request: SearchRequest, from index: Index, offersFile: Bool) throws {
    var view = try SearchView(request, at: PageAddress(PageAddress.strategy), from: index)
    view.offersFile = offersFile
    self.view = view
    let values: [(Parameter, String?)] = [
      (.strategy, request.text), (.syntax, request.syntax?.rawValue),
      (.line, request.line.map { String($0) }),
    ]
    fields = values.compactMap { parameter, value in
      value.map { PageAddress.Pair(parameter.name, $0) }
    }
  }

  var html: HTML {
    """
    <section class="found" aria-label="Results">
    <p class="why">This search is too long for an address, so you can’t link to its results or \
    filter them here. To filter them, use <code>peerlit search --strategy FILE --record \
    RESULTS</code> with filters. To export results, select them.</p>
    \(table)
    <p id="total">\(TotalText(view).html)\(" in line \(line ?? 0)", if: line != nil)</p>
    \(SearchNotes(query: view.response.query, address: nil).html)
    \(SelectionBar().html, if: !view.response.hits.isEmpty)
    \(HitList(view: view).html)
    \(nothing, if: isPastTheEnd)
    \(pages)
    </section>
    """
  }

  /// The number of the line whose hits are shown; `nil` for a single search.
  private var line: Int? { view.line ?? view.strategy?.lines.last?.line }

  private var table: HTML {
    guard let report = view.strategy, let line else { return .empty }
    return StrategyTable(report: report, address: nil, shown: line).html
  }

  /// Whether the page begins after the last hit.
  private var isPastTheEnd: Bool {
    view.offset > 0 && view.response.hits.isEmpty && view.response.total.documents > 0
  }

  private var nothing: HTML { "<p class=\"nothing\">There are no results on this page.</p>" }

  private var pages: HTML {
    let next = view.offset + view.limit
    let hasMore = next < view.response.total.documents || !view.response.total.exact
    guard view.offset > 0 || hasMore else { return .empty }
    let hidden = fields.map(\.hiddenField)
    let previous =
      isPastTheEnd
      ? button(0, "Back to the first page")
      : button(max(0, view.offset - view.limit), "← Previous")
    return """
      <form class="pages" action="\(PageAddress.strategy)" method="post" \
      aria-label="Pages of results">\(hidden)\(previous, if: view.offset > 0)\
      \(button(next, "Next →"), if: hasMore && !view.response.hits.isEmpty)</form>
      """
  }

  private func button(_ offset: Int, _ label: String) -> HTML {
    """
    <button type="submit" name="\(Parameter.offset.name)" value="\(offset)">\(label)</button>
    """
  }
}
