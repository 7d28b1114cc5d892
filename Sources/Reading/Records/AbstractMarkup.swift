import Literature

/// Tags of HTML and JATS in abstracts: "<jats:title>Methods</jats:title><jats:p>We asked.</jats:p>".
///
/// Crossref, The Lens and others leave them in. Headings become labels, and other tags of
/// ``TitleMarkup`` are removed; anything else in angle brackets is text: "p <.05".
enum AbstractMarkup {
  private static let heading = SharedRegex(
    #/<(?:jats:)?(?:title|h[1-6])(?:\s[^<>]*)?>([^<>]*)<\/(?:jats:)?(?:title|h[1-6])>/#)

  private static let block = SharedRegex(
    #/<\/?(?:jats:)?(?:p|sec|div|br|list|list-item|li|ul|ol)(?:\s[^<>]*)?\/?>/#)

  /// An abstract without tags; unchanged if it has none.
  static func removed(from abstract: String) -> String {
    guard abstract.holds("</") || abstract.holds("/>") else { return abstract }
    let labelled = abstract.replacing(heading) { match -> String in
      let name = match.output.1.trimmed
      if name.isEmpty || name.lowercased() == "abstract" { return " " }
      return name.hasSuffix(":") ? " \(name) " : " \(name): "
    }
    let plain = TitleMarkup.pairsRemoved(from: labelled.replacing(block, with: " "))
    return plain == abstract ? abstract : plain.oneLine
  }
}
