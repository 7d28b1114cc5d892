import Literature

/// Recognises Scopus by its fields, its operators and its conditions on years.
extension SyntaxRecognition {
  var isScopus: Bool {
    if has("-ABS") || has("-abs") || has("AUTHKEY") || has("INDEXTERMS") || has("SRCTITLE"),
      normal.contains(Self.scopusField)
    {
      return true
    }
    if has("TITLE(") || has("ABS(") || has("KEY(") || has("AUTH(") || has("SUBJAREA")
      || has("DOCTYPE") || has("LIMIT-TO") || has("AFFIL"),
      normal.contains(Self.scopusGroup)
    {
      return true
    }
    if has("ALL("), normal.contains(Self.scopusAll) { return true }
    if has("TITLE (") || has("ABS (") || has("KEY (") || has("AUTH ("),
      normal.contains(Self.scopusSpacedGroup)
    {
      return true
    }
    if has("PUBYEAR"), normal.contains(Self.scopusYear) { return true }
    return has(" W/") && normal.contains(Self.scopusProximity)
  }

  // MARK: Patterns

  private static let scopusField =
    SharedRegex(#/(?i)\b(TITLE-ABS(-KEY(-AUTH)?)?|AUTHKEY|INDEXTERMS|SRCTITLE)\s*\(/#)
  private static let scopusGroup =
    SharedRegex(
      #/\b(TITLE|ABS|KEY|AUTH|AUTHLASTNAME|SUBJAREA|DOCTYPE|LIMIT-TO|AFFIL|AFFILCOUNTRY|AFFILORG)\s?\(/#
    )
  /// A field before an operand as Scopus exports it: `TITLE ( peer )`.
  private static let scopusSpacedGroup =
    SharedRegex(
      #/(?:^|[\n\r(|]|\b(?:AND|OR|NOT)\s|\d[.):|]?\s)[ \t]{0,9}(?:TITLE|ABS|KEY|AUTH)\s\(\s\S/#)
  /// Before a word, “ALL(” may be plain text.
  private static let scopusAll = SharedRegex(#/\bALL\(\s*["({]/#)
  private static let scopusYear = SharedRegex(#/\bPUBYEAR\s*(>|<|=|AFT|BEF|IS)\s*\d/#)
  private static let scopusProximity = SharedRegex(#/[^\s(]\s+W\/\d+\s/#)
}
