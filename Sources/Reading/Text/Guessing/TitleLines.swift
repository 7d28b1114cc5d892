import Literature

/// Decides whether a title has two lines.
enum TitleLines {
  /// Words in titles of reports, whose first line may be the name of the organisation.
  private static let kinds: Set<Substring> = [
    "report", "review", "evaluation", "strategy", "plan", "newsletter", "minutes", "policy",
    "guide", "guidance", "handbook", "survey", "proposal", "summary", "accounts", "agenda",
    "briefing", "bulletin", "audit", "toolkit", "manual", "framework", "specification",
  ]

  /// The most words in each of the lines.
  private static let mostWords = 12

  /// Whether the second line belongs to a title whose first line is in capitals, as in “KESTREL
  /// PEER NETWORK” above “Annual report 2020–21”.
  ///
  /// If there is an empty line between them, the second line must name a kind of document or a
  /// year, because the heading of the first section looks the same.
  static func belong(_ first: TextLine, _ second: TextLine) -> Bool {
    guard Headings.isAllCapitals(first.text), !Headings.isAllCapitals(second.text),
      (2...mostWords).contains(first.words.count), (2...mostWords).contains(second.words.count),
      second.precedesBlank, second.text.first?.isUppercase == true, !second.isTableRow,
      let last = second.text.last, !".,;:".contains(last), !second.text.contains(": "),
      SectionLabels.kind(of: first.text) == nil, SectionLabels.kind(of: second.text) == nil,
      PageLabel(second.text) == nil,
      AuthorLine.names(second.text) == nil, !PublicationDate.isDate(second.text)
    else { return false }
    let words = second.text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let opening = words.first, !labels.contains(opening) else { return false }
    return !second.followsBlank || words.contains { kinds.contains($0) }
      || StatedYear.year(inTitle: String(second.text)) != nil
  }

  /// Whether a line above the title only names the kind of page.
  static func isNoVenue(_ line: Substring) -> Bool {
    ["title page", "cover page", "front page", "cover"].contains(line.lowercased())
  }

  /// Words that begin a line about the document.
  private static let labels: Set<Substring> = [
    "version", "approved", "updated", "revised", "reviewed", "draft", "by", "prepared", "written",
    "present", "apologies", "date", "published",
  ]
}
