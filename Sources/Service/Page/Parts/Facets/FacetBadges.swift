import Answers
import Literature
import Retrieval

/// The facets of a document as badges; clicking one shows the sentence that supports it.
struct FacetBadges {
  /// The facets, as in a hit.
  let summary: HitDocument
  /// The document; without it, badges show no evidence.
  let document: Document?
  /// The name of the group; only one badge of a group is open at a time.
  let group: String
  private let text: ArraySlice<Unicode.Scalar>

  /// Number of sentences that a badge shows.
  private static let shown = 3

  /// Creates the badges of a document.
  init(summary: HitDocument, document: Document?, group: String) {
    self.summary = summary
    self.document = document
    self.group = group
    text = Array((document?.text ?? "").unicodeScalars)[...]
  }

  var html: HTML {
    let badges: [HTML] = FacetDefinition.inHits.flatMap { facet in
      facet.kind == .codes ? coded(facet.name) : count(facet)
    }
    return badges.isEmpty ? .empty : "<div class=\"badges\">\(badges)</div>"
  }

  private func coded(_ facet: FacetName) -> [HTML] {
    let known = document.map { Facets.attested(codes: $0.facets[codes: facet], of: facet) } ?? []
    return summary.facets[codes: facet].map { code in
      badge(
        facet, FacetLabels.label(code, of: facet), known.first { $0.value == code },
        meaning: FacetLabels.meaning(code, of: facet))
    }
  }

  private func count(_ facet: FacetDefinition) -> [HTML] {
    guard let count = summary.facets[count: facet.name] else { return [] }
    let known = document.flatMap { Facets.attested($0.facets[counts: facet.name]).first }
    return [badge(facet.name, facet.statement(of: count), known, meaning: nil)]
  }

  private func badge<Value>(
    _ facet: FacetName, _ label: String, _ value: FacetValue<Value>?, meaning: String?
  ) -> HTML {
    let name: HTML = "<span class=\"unseen\">\(FacetLabels.name(facet)): </span>\(label)"
    guard let value, let document else {
      return "<span class=\"\(FacetLabels.badge(facet))\">\(name)</span>"
    }
    let evidence = value.evidence.quotations
    let sentences = EvidenceQuotes(evidence, title: document.title, text: text).quotes
    let quotes: [HTML] = sentences.prefix(Self.shown).map { quote in
      let first = evidence[quote.places[0]]
      let link = EvidenceLink(
        evidence: first, href: PageAddress.passage(summary.id, first.range).href)
      return "<blockquote>\(quote.html)\(link.html)</blockquote>"
    }
    return """
      <details class="\(FacetLabels.badge(facet))" name="\(group)">
      <summary>\(name)</summary>
      <div class="evidence-box"><p class="what">\(FacetLabels.name(facet)): \(label)\
      \(meaning.map { " — \($0)" } ?? "")</p>\
      \(quotes)<p class="origin">\(FacetLabels.origin(of: value))</p></div>
      </details>
      """
  }
}
