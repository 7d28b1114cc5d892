/// The words at the end of a title that mark it as that of an erratum, a retraction or a reply.
///
/// Examples are ": erratum", " – CORRIGENDUM", " [Retraction]" and ". Authors' reply".
struct NoticeLabel {
  /// Where the label begins, with the punctuation before it.
  let start: String.Index
  /// Whether it is that of a correction.
  let isCorrection: Bool

  /// Finds the label; `nil` if the title ends otherwise.
  init?(endOf title: String) {
    guard let end = title.lastIndex(where: \.isLetter) else { return nil }
    let before = title[..<end].lastIndex { !$0.isLetter }
    let word = title[(before.map { title.index(after: $0) } ?? title.startIndex)...end]
    // Nearly all titles end with another word, and patterns are slow.
    guard word.utf8.count < 12, Self.lastWords.contains(word.lowercased()),
      let label = title.firstMatch(of: Self.pattern)
    else { return nil }
    start = label.range.lowerBound
    isCorrection = Self.corrections.contains(word.lowercased())
  }

  /// The words for corrections.
  static let corrections: Set<String> = [
    "erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections",
  ]

  private static let lastWords = corrections.union([
    "retraction", "notice", "note", "concern", "reply", "replies", "response", "respond",
    "rebuttal", "letter", "letters", "comment", "comments", "commentary", "editor", "editors",
    "author", "authors",
  ])

  private static let pattern = SharedRegex(
    #/
      (?: \s*[;:?!]\s* | \.\s+ | \s+[\-–—]+\s* | \s*[\[(]\s* )
      (?:
        (?: (?:publisher|author)s?['’]?s?\s )? (?: errat(?:um|a) | corrigend(?:um|a) | corrections? )
        | (?:notice\sof\s)? retraction (?:\s(?:notice|note))?
        | expression\sof\sconcern
        | (?:(?:the|in)\s)? (?:authors?['’]?s?\s)?
          (?: repl(?:y|ies) | response | respond | rebuttal )
          (?: \sto\s(?:the\s)? (?:letters?|comments?|commentary|editors?|authors?)
            (?:\sto\sthe\seditors?)? )?
        | letters?\sto\sthe\seditors?
      )
      [\])]? \W* $
    /#
    .ignoresCase())
}
