import Literature

/// Finds a mark of another platform in a query that may also be plain text.
///
/// ``SyntaxRecognition`` recognises only unmistakable syntax. The syntax that this type finds is
/// searched as words, with a note.
enum SyntaxHint {
  /// The notes on a query or a strategy, one sentence each.
  static func notes(_ text: String) -> [String] {
    [note(text), noteOnNext(text)].compactMap(\.self)
  }

  /// The note on a mark of another platform; `nil` for other text.
  private static func note(_ text: String) -> String? {
    if text.utf8.count > longest { return nil }
    if text.holds("[") || text.holds("("), let (typed, tag) = PubMedTags.slip(in: text) {
      return "“\(typed)” is searched as words. If it is a tag of PubMed, write [\(tag)]."
    }
    guard let (syntax, mark) = mark(in: text) else { return nil }
    // A parenthesis may come before a field of Ovid; the name of a row is in parentheses.
    let typed = mark.hasSuffix(")") ? mark[...] : mark.trimmed.trimmingPrefix("(")
    return "“\(typed)” is searched as words. If the query is for \(syntax.label), set the "
      + "syntax to \(syntax.rawValue)."
  }

  /// The note on “next” in lower case beside a phrase, a group or a word with a wildcard, where it is
  /// probably the operator of the Cochrane Library; `nil` for other text.
  private static func noteOnNext(_ text: String) -> String? {
    guard text.holds("ext "), String(scalars: StrategyText.scalars(text)).contains(next) else {
      return nil
    }
    return
      "“next” is searched as a word. If it is the operator of the Cochrane Library, write PRE/0."
  }

  /// Longer queries are rarely typed as plain text.
  private static let longest = 2000

  private static func mark(in text: String) -> (QuerySyntax, String)? {
    // Nearly all queries have none of these, and patterns are slow.
    if text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }) {
      for match in text.matches(of: field)
      where StrategyFields.meaning(of: String(match.output.1), in: .ovid) != nil {
        return (.ovid, String(match.output.0))
      }
      if let match = text.firstMatch(of: capitalField) {
        return (.ovid, String(match.output))
      }
      for match in text.matches(of: heading)
      where !isPlain(match.output.1, subheading: match.output.2) {
        return (.ovid, String(match.output.0))
      }
      for match in text.matches(of: lowerHeading)
      where !isPlain(match.output.1, subheading: nil) {
        return (.ovid, String(match.output.1) + "/")
      }
    }
    if text.holds("imit "), let match = text.prefixMatch(of: limit) {
      return (.ovid, String(match.output.1))
    }
    if let code = fieldOfEBSCO(in: text) { return (.ebsco, code) }
    if text.utf8.contains(UInt8(ascii: "(")), let match = text.firstMatch(of: row) {
      return (.wos, String(match.output.1))
    }
    return nil
  }

  /// The beginning of a command of Ovid, which is only recognised in a numbered line.
  private static let limit = SharedRegex(#/\s*((?i:limit)\s\d{1,4}\sto)\s+\S/#)

  private static let next =
    SharedRegex(#/[*")] {1,3}[Nn]ext {1,3}[\w"(]|[\w*")] {1,3}[Nn]ext {1,3}(?:["(]|[\w-]{1,40}\*)/#)

  /// A field of Web of Science after a row.
  private static let row =
    SharedRegex(
      #/[\w"*$?)\]] +(\((?:Abstract|Author|Title)\))(?=\s*(?:$|[\n\r])|\s+(?i:and|or|not)\b)/#)

  /// A field of Ovid.
  private static let field = SharedRegex(#/(?:^|[\s(])[\w*$?)"-]+\.([a-z]{2})\.(?=[\s)]|$)/#)

  /// A usual field of Ovid in capitals, without the point after it: `peer.TI`.
  private static let capitalField =
    SharedRegex(#/(?:^|[\s(])[a-z*$?)"-]{3,}\.(?:TI|AB|TW|MP|KF|KW)(?=[\s)]|$)/#)

  /// A subject heading of Ovid: `Peer Group/`, `exp "HIV Infections"/dt`.
  private static let heading =
    SharedRegex(
      #/(?:exp\s+)?\*?("[^"\/]+"|\b[A-Z][a-z]+(?:[ ,-]+[A-Za-z]+){0,6})\/(?:([a-z]{2})(?=[\s),]|$)|(?=[\s)]|$))/#
    )

  /// A subject heading of Ovid in lower case, before an operator or at the end.
  private static let lowerHeading =
    SharedRegex(
      #/(?:^|[\s(])((?:exp\s+)?\*?[a-z]+(?:[ ,-]+[a-z]+){0,6})\/(?=\s+(?:and|or|not|AND|OR|NOT)\b|\s*(?:$|[\n\r)]))/#
    )

  /// Whether a heading is plain text with a slash between two words: “And/or”, “peers and/ or
  /// carers”.
  private static func isPlain(_ heading: Substring, subheading: Substring?) -> Bool {
    if let subheading { return words.contains(subheading.lowercased()) }
    let last = heading.split { $0 == " " || $0 == "-" || $0 == "," }.last ?? ""
    return ["and", "or"].contains(last.lowercased())
  }

  /// Words of two letters that are not subheadings.
  private static let words: Set<String> = [
    "am", "as", "at", "be", "by", "do", "go", "he", "if", "it", "my", "no", "of", "ok", "on", "or",
    "so", "up", "we",
  ]
}
