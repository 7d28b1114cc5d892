import Literature

/// Recognises Web of Science by its fields, and by the rows and limits of its histories.
extension SyntaxRecognition {
  var isWOS: Bool { has("=") && normal.contains(Self.wosField) || isWOSHistory }

  /// Whether the text has rows, labels or limits as Web of Science shows them in histories.
  private var isWOSHistory: Bool {
    if has("(Topic)") || has("(Document Types)") || has("(Author Keywords)") || has("(Title)")
      || has("(All Fields)") || has("(Abstract)") || has("(Author)") || has("(Publication")
      || has("(Web of Science") || has("(Research Areas)")
      || has("(Year Published)") || has("(Exclude ")
    {
      let text = normal
      // “(Abstract)” can also follow a title.
      if text.contains(Self.wosRow) || text.matches(of: Self.wosDoubtfulRow).count > 1 {
        return true
      }
    }
    if has(": (") || has("TOPIC:"), normal.contains(Self.wosLabel) { return true }
    return has("Indexes") && normal.contains(Self.wosIndexes)
      || has("Refined by:") && normal.contains(Self.wosRefinement)
  }

  // MARK: Patterns

  /// Between words, “ALL = …” explains an abbreviation.
  private static let wosField =
    SharedRegex(
      #/\b(?:TS|TI|AB|AK|KP|AU|PMID|PY|DT|WC|UT)\s*=\s*[("A-Za-z0-9]|\b(?:SO|ALL|DO)(?:=\s*[("A-Za-z0-9]|\s+=\s*[("])/#
    )
  /// A field of the query language has no space after its colon, but may be in capitals.
  private static let wosLabel =
    SharedRegex(
      #/\bTOPIC:\s*\(|\b(?:TITLE|AUTHOR|GROUP AUTHOR|PUBLICATION NAME|YEAR PUBLISHED):\s+\(/#
    )
  /// The name of a field after a row; “(Topic)” inside a sentence is not one.
  private static let wosRow =
    SharedRegex(
      #/[\w"*$?)\]][ \t]+\((?:Topic|Author Keywords|Publication Years|Document Types|Title|All Fields|Publication Titles|Publication\/Source Titles|Web of Science Categories|Research Areas|Year Published|Exclude - [A-Z][^()]*)\)(?=\s*(?:$|[\n\r)\d|\[]|[.;]\s*(?:$|[\n\r])|[=-]\s*\d|(?i:and|or|not|near|timespan|indexes|refined)\b))/#
    )
  private static let wosDoubtfulRow =
    SharedRegex(
      #/[\w"*$?)\]] +\((?:Abstract|Author)\)(?=\s*(?:$|[\n\r)\d]|(?i:and|or|not)\b))/#)
  private static let wosIndexes =
    SharedRegex(#/\bIndexes\s*[=:]\s*(?:SCI-EXPANDED|SSCI|A&HCI|CPCI|BKCI|ESCI|CCR|IC)\b/#)
  private static let wosRefinement = SharedRegex(#/\bRefined by:\s*(?:\[excluding\]\s*)?[A-Z]{4}/#)
}
