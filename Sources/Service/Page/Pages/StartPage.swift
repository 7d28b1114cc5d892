import Answers
import Literature
import Query
import Retrieval

/// The start page: the search box, examples and the facets to browse.
package struct StartPage {
  private let report: FacetReport

  /// Number of values listed for a facet.
  private static let shown = 8
  private static let examples = [
    "role clarity HCV", "\"lived experience\" AND supervision", "peer mentor* diabetes",
    "loneliness older adults befriending",
  ]

  /// Creates the page from the facet counts of all documents.
  package init(_ report: FacetReport) {
    self.report = report
  }

  /// The whole page.
  var frame: PageFrame {
    report.documents == 0 ? empty : full
  }

  /// The page of an index without documents.
  private var empty: PageFrame {
    PageFrame(
      title: "peerlit: the literature on peer support", address: PageAddress(PageAddress.home),
      kind: "start",
      content: """
        <section class="welcome">
        <h1>What is known about peer support?</h1>
        \(EmptyLibrary().html)
        </section>
        """
    )
  }

  private var full: PageFrame {
    let examples: [HTML] = Self.examples.map { example in
      let address = PageAddress(PageAddress.home).setting(.query, example)
      return "<li><a href=\"\(address.href)\">\(example)</a></li>"
    }
    return PageFrame(
      title: "peerlit: the literature on peer support", address: PageAddress(PageAddress.home),
      focusesSearch: true, kind: "start",
      content: """
        <section class="welcome">
        <h1>What is known about peer support?</h1>
        <p class="lead">Search \(NumberText.counted(report.documents, "document")) and read the passages \
        that match. For each document, you see its \(FacetDefinition.inHits.inWords).</p>
        <p class="unseen" id="examples">Examples</p>
        <ul class="examples" aria-labelledby="examples">\(examples)</ul>
        <p><a href="\(PageAddress.strategy)">Paste a multi-line search strategy</a></p>
        </section>
        <section class="past" id="past" aria-labelledby="past-title" hidden>
        <h2 id="past-title">Your past searches</h2>
        <ol id="past-searches"></ol>
        <p>Kept only in this browser. <button type="button" class="plain" id="forget">Delete them</button></p>
        </section>
        <section class="browse" aria-label="Browse">
        \(FacetLabels.coded.map(facet))
        <div class="browse-map"><h2>Evidence map</h2>
        <p>Compare study designs, settings, conditions and years in a table, to see where there are \
        studies and where there are gaps.</p>
        <p><a class="button" href="\(PageAddress.map)">Open the map</a></p></div>
        </section>
        """
    )
  }

  private func facet(_ facet: FacetName) -> HTML {
    guard let parameter = FacetLabels.parameter(facet) else { return .empty }
    let tree = FacetTree(report.facets[facet.rawValue] ?? [], of: facet)
    let (first, rest) = tree.divided(Self.shown)
    guard !first.isEmpty else { return .empty }
    let more: HTML = """
      <details class="more"><summary>\(NumberText.whole(rest.count)) more</summary>\
      <ul class="links">\(items(rest, facet, parameter))</ul></details>
      """
    return """
      <div><h2>\(FacetLabels.name(facet))</h2>\
      <ul class="links">\(items(first, facet, parameter))</ul>\(more, if: !rest.isEmpty)</div>
      """
  }

  /// Links to the documents with each code.
  private func items(
    _ rows: [FacetTree.Row], _ facet: FacetName, _ parameter: Parameter
  ) -> [HTML] {
    rows.map { row in
      let address = PageAddress(PageAddress.home).setting(parameter, row.code)
      return """
        <li><a href="\(address.href)">\
        <span class="label">\(FacetLabels.label(row.code, of: facet))</span>\
        \(DocumentCountLabel(row.documents).html)</a></li>
        """
    }
  }
}
