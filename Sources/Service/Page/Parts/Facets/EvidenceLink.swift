import Literature

/// The location of evidence: a link to the text, or the name of its source.
struct EvidenceLink {
  let evidence: Evidence
  /// The address of the words, if they are in the text.
  let href: String

  /// A link to the words in the text, or the name of their source.
  var html: HTML {
    switch evidence.field {
    case .text: " <a href=\"\(href)\">Show in text</a>"
    case .title: " <span class=\"origin\">In the title.</span>"
    case .record: " <span class=\"origin\">Field “\(evidence.rule)”.</span>"
    }
  }
}
