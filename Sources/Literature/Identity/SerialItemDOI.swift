/// DOIs made from a serial item identifier (SICI, ANSI/NISO Z39.56), which some databases write
/// with blanks: "10.1659/0276-4741(2002)022 [ 0328:HDOCIT]2.0.CO;2".
///
/// The brackets contain the page and a code of the title, so all articles of an issue have the same
/// text before them.
enum SerialItemDOI {
  /// The part in brackets and what follows it, with blanks.
  private static let item = SharedRegex(
    #/\s*(?:\[|<|&lt;)\s*\w{0,16}\s*:\s*[\w:\-]{1,40}\s*(?:\]|>|&gt;)\s*\d\.\d\.[a-z]{2};\s*\w/#
      .ignoresCase())

  /// A DOI that ends before the brackets: an ISSN, a date, a volume and perhaps an issue.
  private static let start = SharedRegex(
    #/10\.[\d.]+\/(?:\((?:asce|sici)\))?\d{4}-\d{3}[\dx]\((?:19|20)\d{2,6}\)\d+(?::\d+)?/#
      .ignoresCase())

  /// A text without the blanks in and before the part in brackets.
  static func withoutBlanks(_ text: String) -> String {
    guard text.holds(0x3B), text.contains(where: \.isWhitespace),
      let match = text.firstMatch(of: item)
    else { return text }
    let joined = String(match.output.filter { !$0.isWhitespace })
    return "\(text[..<match.range.lowerBound])\(joined)\(text[match.range.upperBound...])"
  }

  /// Whether a DOI lacks the part in brackets, so that it could be that of any article of an issue.
  static func isCutOff(_ doi: String) -> Bool {
    doi.last?.isNumber == true && doi.wholeMatch(of: start) != nil
  }
}
