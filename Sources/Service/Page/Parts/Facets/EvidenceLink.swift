import Literature

/// The location of evidence: a link to the text, or the name of its source.
struct EvidenceLink {
  private let evidence: Evidence
  private let document: String

  /// The location of evidence in a document.
  init(_ evidence: Evidence, in document: String) {
    self.evidence = evidence
    self.document = document
  }

  /// A link to the words in the text, or the name of their source.
  var html: HTML {
    switch evidence.field {
    case .text:
      let address = PageAddress.passage(
        document, evidence.start..<max(evidence.start, evidence.end))
      return " <a href=\"\(address.href)\">Show in text</a>"
    case .title: return " <span class=\"origin\">In the title.</span>"
    case .record: return " <span class=\"origin\">Field “\(evidence.rule)”.</span>"
    }
  }
}
