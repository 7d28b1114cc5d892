import Answers
import Literature
import Retrieval

/// The page of one document: its record, its facets with their evidence, its text.
package struct DocumentPage {
  private let view: DocumentView
  private let body: DocumentBlocks
  /// The matches that are marked, in the order of the text: those in paragraphs.
  private let matches: [Range<Int>]

  /// Creates the page of a document.
  package init(_ view: DocumentView) {
    self.view = view
    body = DocumentBlocks(view.document)
    let paragraphs = body.blocks.compactMap { block -> Range<Int>? in
      if case .paragraph(let range) = block { range } else { nil }
    }
    var rest = paragraphs[...]
    matches = view.matches.sorted { $0.lowerBound < $1.lowerBound }.filter { match in
      while let first = rest.first, first.upperBound <= match.lowerBound { rest.removeFirst() }
      return rest.first?.contains(match.lowerBound) ?? false
    }
  }

  private var document: Document { view.document }

  /// The whole page.
  var frame: PageFrame {
    let title = document.titleOrID
    let evidence = DocumentEvidence(view)
    return PageFrame(
      title: "\(title) – peerlit", address: view.address, kind: "reading",
      content: """
        <article class="document">
        <header>
        <h1>\(title)</h1>
        \(DocumentByline(HitDocument(document), named: .max).html)
        \(badges)
        <div class="actions">\(CitePanel(document: document).html)\
        \(WorkLinks(document: document, offersFile: view.offersFile).html)\
        \("<a href=\"#similar\">Similar documents</a>", if: !view.similar.isEmpty)\
        <a href="/documents/\(QueryString.encoded(document.id))">JSON</a></div>
        </header>
        <div class="columns">
        <div class="body">
        \(contents)
        \(found)
        <section class="text" aria-label="Text">\(text(evidence.marks))</section>
        \(similar)
        </div>
        <aside aria-label="About this document">
        \(evidence.html)
        \(DocumentFacts(document: document, offersFile: view.offersFile).html)
        </aside>
        </div>
        </article>
        """
    )
  }

  private var badges: HTML {
    FacetBadges(summary: HitDocument(document), document: document, group: "badges").html
  }

  // MARK: Text

  private var headings: [(block: Int, text: String)] {
    body.blocks.enumerated().compactMap { index, block in
      if case .heading(let text, _) = block { (index, text) } else { nil }
    }
  }

  private var contents: HTML {
    guard headings.count > 2 else { return .empty }
    let items: [HTML] = headings.map { "<li><a href=\"#section-\($0.block)\">\($0.text)</a></li>" }
    return """
      <details class="contents" id="contents"><summary>\(headings.count) sections</summary>\
      <nav aria-label="Sections"><ol>\(items)</ol></nav></details>
      """
  }

  /// The query, with links to the passage and to the page without highlights.
  private var found: HTML {
    let text = view.address.value(.query) ?? ""
    let count = matches.count
    let number = count == 0 ? "No matches" : NumberText.counted(count, "match", "matches")
    let passage: HTML =
      view.passage == nil ? "" : " <a href=\"#passage\">Go to the passage</a>"
    if text.isEmpty { return passage == "" ? .empty : "<p class=\"found-here\">\(passage)</p>" }
    let plain = view.address.without([.query])
    return """
      <p class="found-here" id="\(PageAddress.matches)">\(number) for “\(text)” in the text.\
      \(passage)\(steps) <a href="\(plain.href)">Clear highlights</a></p>
      """
  }

  /// Links to the matches before and after the passage; with JavaScript, they go on from there.
  private var steps: HTML {
    guard !matches.isEmpty else { return .empty }
    let passage = view.passage ?? 0..<0
    let next = matches.firstIndex { $0.lowerBound >= passage.upperBound } ?? 0
    let previous =
      matches.lastIndex { $0.upperBound <= passage.lowerBound } ?? matches.count - 1
    return """
       <a href="#\(Self.match(previous))" data-step="-1">Previous match</a> \
      <a href="#\(Self.match(next))" data-step="1">Next match</a>
      """
  }

  /// The id of a match.
  private static func match(_ place: Int) -> String { "match-\(place + 1)" }

  private func text(_ evidence: [MarkedText.Mark]) -> HTML {
    var marks: [MarkedText.Mark] = []
    if let passage = view.passage {
      marks.append(.init(kind: .passage, range: passage, id: "passage"))
    }
    marks += evidence
    marks += matches.enumerated().map { place, range in
      .init(kind: .match, range: range, id: Self.match(place))
    }
    // Each paragraph gets only the marks that overlap it; a book has thousands of both.
    marks.sort { $0.range.lowerBound < $1.range.lowerBound }
    let pieces: [HTML] = body.blocks.enumerated().map { index, block in
      switch block {
      case .heading(let heading, let page):
        return """
          <h2 id="section-\(index)">\(heading)\
          \(page.map { " <span class=\"page\">page \($0)</span>" })</h2>
          """
      case .paragraph(let range):
        let touching = marks.filter { $0.range.overlaps(range) }
          .sorted { $0.kind.depth < $1.kind.depth }
        return "<p>\(MarkedText(body.scalars[range], marks: touching).html)</p>"
      }
    }
    return pieces.isEmpty
      ? "<p class=\"nothing\">This record has no text.</p>" : pieces.joined(by: "\n")
  }

  private var similar: HTML {
    guard !view.similar.isEmpty else { return .empty }
    let items: [HTML] = view.similar.map { hit in
      """
      <li><a href="\(PageAddress.document(hit.document.id).href)">\(hit.document.titleOrID)</a>\
      \(DocumentByline(hit.document).html)</li>
      """
    }
    return """
      <section id="similar" aria-labelledby="similar-title">\
      <h2 id="similar-title">Similar documents</h2><ul>\(items)</ul></section>
      """
  }
}

extension MarkedText.Mark.Kind {
  /// The nesting level of a mark: the passage contains evidence, which contains matches.
  fileprivate var depth: Int {
    switch self {
    case .passage: 0
    case .evidence: 1
    case .match, .bold: 2
    }
  }
}
