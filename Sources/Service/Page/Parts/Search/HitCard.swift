import Answers
import Literature
import Retrieval

/// A hit: its document, the badges of its facets, its passage with the matches highlighted.
struct HitCard {
  let hit: Hit
  /// The document of the hit.
  let document: Document?
  /// The query, to highlight its words in the document as well.
  let query: String

  var html: HTML {
    let summary = hit.document
    let passage = PageAddress.passage(
      summary.id, hit.passage.start..<max(hit.passage.start, hit.passage.end), query: query)
    let title: HTML =
      summary.title.isEmpty
      ? HTML.text(summary.id) : MarkedText(summary.title, matches: matches(.title)).html
    let name = "hit-\(hit.rank)"
    return """
      <article class="hit" aria-labelledby="\(name)">
      <h2 id="\(name)"><a href="\(passage.href)">\(title)</a></h2>
      \(DocumentByline(summary).html)
      \(badges(name))
      \(section)
      <p class="passage-text">\(MarkedText(hit.passage.text, matches: matches(.text)).html)</p>
      <div class="actions">\(more(passage))\(similar)\(cite)\
      <a class="permalink" href="\(passage.href)" data-copy-link>Link to this passage</a></div>
      </article>
      """
  }

  private func matches(_ field: Highlight.Field) -> [Range<Int>] {
    hit.passage.highlights.filter { $0.field == field }.map { $0.start..<max($0.start, $0.end) }
  }

  private func badges(_ name: String) -> HTML {
    FacetBadges(summary: hit.document, document: document, group: "badges-\(name)").html
  }

  private var section: HTML {
    let page = hit.passage.page.map { "page \($0)" } ?? ""
    let heading = MarkedText(hit.passage.section, matches: matches(.section)).html
    switch (hit.passage.section.isEmpty, page.isEmpty) {
    case (true, true): return .empty
    case (true, false):
      return "<p class=\"section\">\(page.prefix(1).uppercased() + page.dropFirst())</p>"
    case (false, true): return "<p class=\"section\">\(heading)</p>"
    case (false, false):
      return "<p class=\"section\">\(heading) <span class=\"page\">\(page)</span></p>"
    }
  }

  private func more(_ passage: PageAddress) -> HTML {
    guard hit.moreInDocument > 0 else { return .empty }
    return """
      <a href="\(passage.href)">\(NumberText.counted(hit.moreInDocument, "more passage")) here</a>
      """
  }

  private var similar: HTML {
    var address = PageAddress.document(hit.document.id)
    address.fragment = "similar"
    return "<a href=\"\(address.href)\">Similar documents</a>"
  }

  private var cite: HTML {
    document.map { CitePanel(document: $0).html } ?? .empty
  }
}
