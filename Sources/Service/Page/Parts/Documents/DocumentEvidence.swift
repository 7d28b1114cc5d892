import Answers
import Literature

/// The facets of a document with their evidence, each with a link to its place in the text.
struct DocumentEvidence {
  private struct Piece {
    var facet: FacetName
    var label: String
    var origin: Origin
    var confidence: Double?
    var isPossible: Bool
    /// The change that removes or adds the value.
    var correction: String
    var evidence: [(name: String, evidence: Evidence)]
  }

  private let view: DocumentView
  private let pieces: [Piece]

  /// Collects the facets of a document.
  init(_ view: DocumentView) {
    self.view = view
    let facets = view.document.facets
    var pieces: [Piece] = []
    func add<Value>(
      _ facet: FacetName, _ values: [FacetValue<Value>], label: (Value) -> String,
      correction: (Value) -> String
    ) {
      for value in values {
        let evidence = value.evidence.enumerated().map { place, evidence in
          (name: "evidence-\(pieces.count + 1)-\(place + 1)", evidence: evidence)
        }
        pieces.append(
          Piece(
            facet: facet, label: label(value.value), origin: value.origin,
            confidence: value.confidence, isPossible: value.isPossible,
            correction: "\(facet.rawValue)=\(correction(value.value))", evidence: evidence))
      }
    }
    for facet in FacetDefinition.codes.map(\.name) {
      let values = facets[codes: facet]
      add(facet, Facets.attested(codes: values, of: facet) + Facets.possible(values)) {
        FacetLabels.label($0, of: facet)
      } correction: {
        "-\($0)"
      }
    }
    for facet in FacetDefinition.counts.map(\.name) {
      let values = facets[counts: facet]
      add(facet, Facets.attested(values) + Facets.possible(values)) {
        NumberText.whole($0)
      } correction: { _ in
        "NUMBER"
      }
    }
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
      let quotes: [HTML] = piece.evidence.map { quote($0.evidence, $0.name, in: text) }
      return """
        <div><dt>\(FacetLabels.name(piece.facet))</dt>\
        <dd><span class="\(FacetLabels.badge(piece.facet))">\(piece.isPossible ? "possibly " : "")\
        \(piece.label)</span>\
        \(quotes)<p class="origin">\
        \(FacetLabels.origin(piece.origin, confidence: piece.confidence))</p>\
        \(correction(of: piece))</dd></div>
        """
    }
    return """
      <section class="appraisal" aria-labelledby="appraisal-title">\
      <h2 id="appraisal-title">Study characteristics</h2><dl>\(items)</dl>\(missing)</section>
      """
  }

  /// How to correct a value.
  private func correction(of piece: Piece) -> HTML {
    let command = "peerlit correct \(view.document.id) \(piece.correction)"
    return """
      <details class="wrong"><summary>Wrong?</summary>\(form(piece.correction))\
      <p class="origin command">Run <code>\(command)</code></p></details>
      """
  }

  /// How to add a value that was not found.
  private var missing: HTML {
    guard view.acceptsCorrections else { return .empty }
    return """
      <details class="wrong"><summary>Is something missing?</summary>\(form("method=+"))\
      <p class="origin command">Run <code>peerlit correct \(view.document.id) FACET=+VALUE</code>\
      </p></details>
      """
  }

  /// The form for a correction, which needs the page's script; empty if the server accepts none.
  ///
  /// - Parameter change: the change that the form proposes.
  private func form(_ change: String) -> HTML {
    guard view.acceptsCorrections else { return .empty }
    let address = "/documents/\(QueryString.encoded(view.document.id))/corrections"
    return """
      <form class="correction" action="\(address)">\
      <label>Change <input name="change" value="\(change)" required spellcheck="false" \
      autocomplete="off"></label>\
      <label>Your name <input name="by" autocomplete="name"></label>\
      <label>Reason <input name="note" autocomplete="off"></label>\
      <button>Correct</button> <span class="origin" role="status"></span></form>
      """
  }

  private func quote(
    _ evidence: Evidence, _ name: String, in text: ArraySlice<Unicode.Scalar>
  ) -> HTML {
    let sentence = EvidenceSentence(evidence, title: view.document.title, text: text).html
    let link = EvidenceLink(evidence: evidence, href: "#\(name)").html
    return "<blockquote>\(sentence)\(link)</blockquote>"
  }
}
