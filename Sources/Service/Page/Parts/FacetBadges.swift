import Analysis
import Answers
import Literature
import Retrieval

/// The facets of a document as badges; a click on one shows the sentence that it rests on.
struct FacetBadges {
  /// The facets as hits tell them.
  let summary: HitDocument
  /// The whole document; without it badges show no evidence.
  let document: Document?
  /// A name for the group, of which one badge is open at a time.
  let group: String
  private let analyzer: Analyzer?
  private let text: ArraySlice<Unicode.Scalar>

  /// How many pieces of evidence a badge shows.
  private static let shown = 3

  /// Takes what badges are made of.
  ///
  /// - Parameter analyzer: finds the sentences of evidence.
  init(summary: HitDocument, document: Document?, group: String, analyzer: Analyzer?) {
    self.summary = summary
    self.document = document
    self.group = group
    self.analyzer = analyzer
    text = Array((document?.text ?? "").unicodeScalars)[...]
  }

  var html: HTML {
    let badges =
      coded(.method, summary.method) { $0.method } + coded(.setting, summary.setting) { $0.setting }
      + coded(.condition, summary.condition) { $0.condition } + sampleSize
    return badges.isEmpty ? .empty : "<div class=\"badges\">\(badges)</div>"
  }

  private func coded(
    _ facet: FacetName, _ codes: [String], _ values: (Facets) -> [FacetValue<String>]
  ) -> [HTML] {
    let known = document.map { Facets.attested(values($0.facets)) } ?? []
    return codes.map { code in
      badge(
        facet, FacetLabels.label(code, of: facet), known.first { $0.value == code },
        meaning: FacetLabels.meaning(code, of: facet))
    }
  }

  private var sampleSize: [HTML] {
    guard let size = summary.sampleSize else { return [] }
    let known = document.flatMap { Facets.attested($0.facets.sampleSize).first }
    return [badge(.sampleSize, "n = \(Figures.whole(size))", known, meaning: nil)]
  }

  private func badge<Value>(
    _ facet: FacetName, _ label: String, _ value: FacetValue<Value>?, meaning: String?
  ) -> HTML {
    let name: HTML = "<span class=\"unseen\">\(FacetLabels.name(facet)): </span>\(label)"
    guard let value, let document, let analyzer else {
      return "<span class=\"badge \(facet.rawValue)\">\(name)</span>"
    }
    let quotes: [HTML] = value.evidence.prefix(Self.shown).map { evidence in
      let sentence = EvidenceSentence(
        evidence, title: document.title, text: text, analyzer: analyzer)
      let place = EvidencePlace(evidence, in: summary.id)
      return "<blockquote>\(sentence.html)\(place.link)</blockquote>"
    }
    return """
      <details class="badge \(facet.rawValue)" name="\(group)">
      <summary>\(name)</summary>
      <div class="evidence-box"><p class="what">\(FacetLabels.name(facet)): \(label)\
      \(meaning.map { " — \($0)" } ?? "")</p>\
      \(quotes)<p class="origin">\(FacetLabels.origin(value.origin))</p></div>
      </details>
      """
  }
}

/// Where the words of evidence stand.
struct EvidencePlace {
  private let evidence: Evidence
  private let document: String

  /// Names the place of evidence in a document.
  init(_ evidence: Evidence, in document: String) {
    self.evidence = evidence
    self.document = document
  }

  /// A link to the words in the text, or what else they come from.
  var link: HTML {
    switch evidence.field {
    case .text:
      let address = PageAddress.passage(
        document, evidence.start..<max(evidence.start, evidence.end))
      return " <a href=\"\(address.href)\">In its place</a>"
    case .title: return " <span class=\"origin\">In the title.</span>"
    case .record: return " <span class=\"origin\">Field “\(evidence.rule)”.</span>"
    }
  }
}
