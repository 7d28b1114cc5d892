import Answers
import Literature
import Retrieval

/// A hit: its document, the badges of its facets, the sentences around the best matches.
struct HitCard {
  let hit: Hit
  /// The document of the hit.
  let document: Document?
  /// The address of the search whose words are highlighted in the document.
  let search: PageAddress
  /// Whether the file of the document can be opened.
  var offersFile: Bool
  /// Whether it says how many more passages of the document match; in a list of passages, each
  /// would say the same.
  var countsMore: Bool
  /// The prefix of the ids of its elements.
  var group: String

  /// The longest snippet, in Unicode scalars.
  private static let snippet = 320

  var html: HTML {
    let summary = hit.document
    let passage = PageAddress.passage(summary.id, hit.passage.range, search: search)
    let title: HTML =
      summary.title.isEmpty
      ? HTML.text(summary.id)
      : MarkedText(summary.title, matches: hit.passage.highlights(in: .title)).html
    let name = "\(group)-\(hit.rank)"
    return """
      <article class="hit" aria-labelledby="\(name)">
      \(tick(name))
      <h2 id="\(name)"><a href="\(passage.href)">\(title)</a></h2>
      \(DocumentByline(summary).html)
      \(badges(name))
      \(fields)
      \(section)
      \(text)
      <div class="actions">\(more(passage))\(work)\(similar)\(cite)\
      <a class="permalink" href="\(passage.href)" data-copy-link>Link to this passage</a></div>
      </article>
      """
  }

  /// The box that selects the document for export.
  private func tick(_ name: String) -> HTML {
    let id = hit.document.id
    return """
      <label class="tick"><input type="checkbox" form="\(SelectionBar.form)" \
      id="tick-\(name)" name="\(Parameter.id.name)" value="\(id)">\
      <span class="unseen">Select \(hit.document.titleOrID)</span></label>
      """
  }

  /// The fields that matched, if nothing matched in the title and the passage.
  private var fields: HTML {
    let lines: [HTML] = (hit.matchedFields ?? []).map { match in
      "<p class=\"section\">\(match.field.label): \(match.text)</p>"
    }
    return lines.joined(by: "\n")
  }

  /// The sentences around the best matches; the whole passage if the reader opens it.
  private var text: HTML {
    let whole = MarkedText(hit.passage.text, matches: hit.passage.highlights(in: .text)).html
    let snippet = Snippet(hit.passage, limit: Self.snippet)
    if snippet.isWhole { return "<p class=\"passage-text\">\(whole)</p>" }
    return """
      <p class="passage-text snippet">\(MarkedText(snippet.text, matches: snippet.matches).html)</p>
      <details class="whole"><summary>Show whole passage</summary>\
      <p class="passage-text">\(whole)</p></details>
      """
  }

  private func badges(_ name: String) -> HTML {
    FacetBadges(summary: hit.document, document: document, group: "badges-\(name)").html
  }

  private var section: HTML {
    let page = hit.passage.page.map { "page \($0)" } ?? ""
    let heading = MarkedText(hit.passage.section, matches: hit.passage.highlights(in: .section))
      .html
    switch (hit.passage.section.isEmpty, page.isEmpty) {
    case (true, true): return .empty
    case (true, false):
      return "<p class=\"section\">\(page.capitalizedFirst)</p>"
    case (false, true): return "<p class=\"section\">\(heading)</p>"
    case (false, false):
      return "<p class=\"section\">\(heading) <span class=\"page\">\(page)</span></p>"
    }
  }

  private func more(_ passage: PageAddress) -> HTML {
    guard countsMore, hit.moreInDocument > 0 else { return .empty }
    var matches = passage
    matches.fragment = PageAddress.matches
    return """
      <a href="\(matches.href)">\(NumberText.counted(hit.moreInDocument, "more passage")) in this \
      document</a>
      """
  }

  private var work: HTML {
    document.map { WorkLinks(document: $0, offersFile: offersFile).html } ?? .empty
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
