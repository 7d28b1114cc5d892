import Answers
import Appraisal
import Literature

/// The facets of a document with their evidence, each with a link to its place in the text.
struct DocumentEvidence {
  private struct Piece {
    var facet: FacetName
    var label: String
    /// Where the value comes from, as a sentence.
    var origin: String
    var evidence: [(name: String, evidence: Evidence)] = []
    /// How to correct it.
    var correction: HTML
  }

  private let view: DocumentView
  private let forms: CorrectionForms
  private let pieces: [Piece]

  /// Collects the facets of a document.
  init(_ view: DocumentView) {
    self.view = view
    let forms = CorrectionForms(document: view.document, isAccepted: view.acceptsCorrections)
    let facets = view.document.facets
    var pieces: [Piece] = []
    func add<Value>(
      _ facet: FacetName, _ values: [FacetValue<Value>], label: (Value) -> String,
      correction: (Value) -> HTML
    ) {
      for value in values {
        let evidence = value.evidence.quotations.enumerated().map { place, evidence in
          (name: "evidence-\(pieces.count + 1)-\(place + 1)", evidence: evidence)
        }
        pieces.append(
          Piece(
            facet: facet, label: label(value.value) + (value.isPossible ? " (possible)" : ""),
            origin: FacetLabels.origin(of: value), evidence: evidence,
            correction: correction(value.value)))
      }
    }
    // Values that a person removed, or said are not stated, are shown, so that nobody adds them
    // again.
    func addCorrections(_ facet: FacetName) {
      for value in facets[overruledCodes: facet]
      where value.evidence.contains(where: { $0.rule == Correction.removal }) {
        let people = value.evidence.people(Correction.removal)
        pieces.append(
          Piece(
            facet: facet, label: FacetLabels.label(value.value, of: facet) + " (removed)",
            origin: "Removed by a person\(people).", correction: forms.undo(facet)))
      }
      guard facets.statedNone.contains(facet), facets.isEmpty(facet) else { return }
      let people = [Evidence].people([facets.reasonsForNone?[facet]].compactMap(\.self))
      pieces.append(
        Piece(
          facet: facet, label: "None stated", origin: "Entered by a person\(people).",
          correction: forms.undo(facet)))
    }
    for facet in FacetDefinition.codes.map(\.name) {
      let values = facets[codes: facet]
      add(facet, Facets.attested(codes: values, of: facet) + Facets.possible(values)) {
        FacetLabels.label($0, of: facet)
      } correction: {
        forms.code($0, of: facet)
      }
      addCorrections(facet)
    }
    for facet in FacetDefinition.counts.map(\.name) {
      let values = facets[counts: facet]
      add(facet, Facets.attested(values) + Facets.possible(values)) {
        NumberText.whole($0)
      } correction: {
        forms.count($0, of: facet)
      }
      addCorrections(facet)
    }
    self.forms = forms
    self.pieces = pieces
  }

  /// The evidence that occurs in the text.
  var marks: [MarkedText.Mark] {
    pieces.flatMap(\.evidence).filter { $0.evidence.field == .text }.map { name, evidence in
      .init(kind: .evidence, range: evidence.range, id: name)
    }
  }

  var html: HTML {
    guard !pieces.isEmpty || view.acceptsCorrections else { return .empty }
    let text = Array(view.document.text.unicodeScalars)[...]
    let items: [HTML] = pieces.map { piece in
      let quotes = quotes(piece.evidence, in: text)
      return """
        <div><dt>\(FacetLabels.name(piece.facet))</dt>\
        <dd><span class="\(FacetLabels.badge(piece.facet))">\(piece.label)</span>\
        \(quotes)<p class="origin">\(piece.origin)</p>\(piece.correction)</dd></div>
        """
    }
    return """
      <section class="appraisal" aria-labelledby="\(PageAddress.characteristics)">\
      <h2 id="\(PageAddress.characteristics)">Study characteristics</h2><dl>\(items)</dl>\
      \(forms.missing)</section>
      """
  }

  /// The sentences of evidence, each with a link to its first words in the text.
  private func quotes(
    _ evidence: [(name: String, evidence: Evidence)], in text: ArraySlice<Unicode.Scalar>
  ) -> [HTML] {
    EvidenceQuotes(evidence.map(\.evidence), title: view.document.title, text: text).quotes
      .map { quote in
        let first = evidence[quote.places[0]]
        let link = EvidenceLink(evidence: first.evidence, href: "#\(first.name)").html
        return "<blockquote>\(quote.html)\(link)</blockquote>"
      }
  }
}
