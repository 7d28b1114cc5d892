import Answers
import Literature
import Retrieval

/// The page of results.
package struct SearchPage {
  private let view: SearchView
  private let links: PageLinks

  /// Creates the page of a search.
  package init(_ view: SearchView) {
    self.view = view
    links = PageLinks(view.address)
  }

  private var address: PageAddress { view.address }
  private var asked: PageAddress { view.asked ?? address }

  /// Whether there is nothing to sort, filter or show in another way.
  ///
  /// If there is a strategy, its other lines may find something.
  private var foundNothing: Bool {
    view.response.total.documents == 0 && view.strategy == nil
  }

  /// Whether the filters are shown beside the results.
  ///
  /// Filters that are set are always shown, so that they can be changed.
  private var hasPanel: Bool { !foundNothing || asked.withoutFilters != asked.without([.offset]) }

  /// The whole page as HTML.
  package var html: HTML { frame.html }

  /// The whole page.
  var frame: PageFrame {
    PageFrame(
      title: "\(title) – peerlit", address: address, query: view.asked?.value(.query),
      hasPanel: hasPanel, kind: "results",
      content: """
        <h1 class="unseen">Results\(subject.map { " for \($0)" } ?? "")</h1>
        \(links.html)
        <div class="columns">
        \(FilterPanel(address: address, counts: view.counts, typed: asked).html, if: hasPanel)
        <section class="found" aria-label="Results">
        \(MistakeList(mistakes: view.mistakes, links: links).html)
        \(FilterChips(address: address).html)
        \(strategy)
        \(toolbar)
        \(SearchNotes(query: view.response.query, address: address).html)
        \(SelectionBar().html, if: !view.response.hits.isEmpty)
        \(view.response.hits.isEmpty ? nothing : HitList(view: view).html)
        \(pages)
        \(related)
        </section>
        </div>
        """
    )
  }

  private var title: String {
    subject.map { view.strategy == nil ? $0 : "Line" + $0.dropFirst("line".count) } ?? "Results"
  }

  /// The query in the heading; `nil` if there are only filters.
  private var subject: String? {
    if let last = view.strategy?.lines.last {
      return "line \(view.line ?? last.line) of a strategy"
    }
    return address.value(.query)
  }

  // MARK: Above the hits

  private static let orders = [
    (value: "relevance", label: "Best match"), (value: "year", label: "Newest"),
    (value: "sample-size", label: "Most participants"),
  ]

  private var strategy: HTML {
    guard let report = view.strategy, let last = report.lines.last else { return .empty }
    return StrategyTable(report: report, address: address, shown: view.line ?? last.line).html
  }

  private var toolbar: HTML {
    let tools: HTML = """
      \(choice("Sort by", .sort, Self.orders))
      \(choice("Show", .unit, [("document", "Documents"), ("passage", "Passages")]))
      \(links.link(to: address.keeping(Parameter.selection).at(PageAddress.map), "Map", swap: .none))
      \(ExportLinks(address: address).html, if: !view.response.hits.isEmpty)
      """
    return """
      <div class="toolbar">
      <p id="total">\(TotalText(view).html)</p>
      \(tools, if: !foundNothing)
      </div>
      """
  }

  /// Links, one of which is selected.
  private func choice(
    _ name: String, _ parameter: Parameter, _ choices: [(value: String, label: String)]
  ) -> HTML {
    let chosen = address.value(parameter) ?? parameter.standard
    let items: [HTML] = choices.map { value, label in
      links.link(
        to: address.setting(parameter, value == parameter.standard ? nil : value), "\(label)",
        attributes: value == chosen ? " aria-current=\"true\"" : .empty)
    }
    return "<nav class=\"choice\" aria-label=\"\(name)\">\(items)</nav>"
  }

  // MARK: Hits

  private var related: HTML {
    guard !view.response.related.isEmpty else { return .empty }
    return """
      <section class="related" aria-labelledby="related">
      <h2 id="related">Related documents that do not contain your words</h2>
      <ol class="hits">\(HitList(view: view).items(view.response.related, group: "related"))</ol>
      </section>
      """
  }

  private var nothing: HTML {
    if view.response.total.documents > 0 {
      return """
        <p class="nothing">There are no results on this page. \
        \(links.link(to: address.setting(.offset, nil), "Back to the first page"))</p>
        """
    }
    let suggestions: [HTML] = [
      FilterChips(address: address).count > 0
        ? """
        <li>\(links.link(to: address.withoutFilters, "Search without filters"))</li>
        """ : "",
      address.value(.exact) == "true"
        ? "<li>\(links.link(to: address.setting(.exact, nil), "Include related words"))</li>" : "",
      "<li>Use fewer words, or more general ones</li>",
      "<li>End a word with * to find every word that begins like it, such as counsel*</li>",
    ]
    return "<div class=\"nothing\"><p>You can:</p><ul>\(suggestions)</ul></div>"
  }

  // MARK: Below the hits

  private var pages: HTML {
    let offset = view.offset
    let total = view.response.total
    let count = view.isByDocument ? total.documents : total.passages
    let hasMore = !total.exact || offset + view.response.hits.count < count
    let before = offset - view.limit
    let previous = before > 0 ? address.at(offset: before) : address.setting(.offset, nil)
    let next = address.at(offset: offset + view.limit)
    let showsNext = hasMore && !view.response.hits.isEmpty
    guard offset > 0 || showsNext else { return .empty }
    let back = links.link(to: previous, "← Previous", swap: .top, relation: "prev")
    let on = links.link(to: next, "Next →", swap: .top, relation: "next")
    return """
      <nav class="pages" aria-label="Pages of results">\(back, if: offset > 0)\
      \(on, if: showsNext)</nav>
      """
  }
}

extension PageAddress {
  /// The address of the hits from an offset.
  fileprivate func at(offset: Int) -> PageAddress {
    var changed = without([.offset])
    changed.parameters.append(Pair(Parameter.offset.name, String(offset)))
    return changed
  }
}
