import Literature

/// Recognises a platform by the labels that it writes after a search, such as its limits.
///
/// A search without fields has no other mark: `(peer OR lay) AND hiv Filters: Review`.
extension SyntaxRecognition {
  /// The platform of the labels in the text; `nil` if there are none.
  var platformOfSettings: QuerySyntax? {
    if has("Filters") || has("Sort by:"), normal.contains(Self.pubmedSettings) { return .pubmed }
    if has("Limiters") || has("Expanders") || has("Search modes"),
      normal.contains(Self.ebscoSettings)
    {
      return .ebsco
    }
    return has("Timespan") && normal.contains(Self.wosTimespan) ? .wos : nil
  }

  // MARK: Patterns

  /// After a word, “Filters:” may be part of a title.
  private static let pubmedSettings =
    SharedRegex(
      #/\bFilters applied:\s{1,3}\S|[)"*]\s{1,3}Filters:\s{1,3}\S|\bSort by: (?:Best Match|Most Recent)\b/#
    )
  private static let ebscoSettings =
    SharedRegex(#/\b(?:Limiters|Expanders|Search modes) - [A-Z]/#)
  private static let wosTimespan = SharedRegex(#/\bTimespan\s?[:=]\s?(?:\d{4}|All years)/#)
}
