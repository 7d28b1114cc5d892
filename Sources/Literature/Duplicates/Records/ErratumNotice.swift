/// Recognises records about another work of nearly the same title: errata, retractions, comments
/// and replies.
enum ErratumNotice {
  /// Whether a record is one, by its title or by its type.
  static func matches(_ record: Document) -> Bool {
    matches(type: record.type) || matches(title: HTMLEntities.decode(record.title).trimmed)
  }

  /// Whether a record has the type of an erratum or a retraction.
  private static func matches(type: String?) -> Bool {
    PublicationType.keys(in: type).contains(where: types.contains)
  }

  /// The title of a correction in one form, because databases word it differently: "Erratum: T",
  /// "Correction to: T", "T – CORRIGENDUM" and Web of Science's "T (vol 33, pg 29, 2011)"; other
  /// titles unchanged.
  ///
  ///     ErratumNotice.uniform("Corrigendum to “Peer support in rural prisons”")
  ///     // "Erratum: “Peer support in rural prisons”"
  static func uniform(_ title: String) -> String {
    var rest = title
    if let place = articlePlace(in: title) { rest = title[..<place].trimmed }
    if let label = NoticeLabel(endOf: rest), label.isCorrection {
      rest = rest[..<label.start].trimmed
    }
    let isMarked = rest.utf8.count < title.utf8.count
    if NoticeLabel.corrections.contains(firstWord(of: rest).lowercased()),
      let label = rest.prefixMatch(of: correctionLabel)
    {
      rest = rest[label.range.upperBound...].trimmed
    } else if !isMarked {
      return title
    }
    return rest.utf8.count < shortestRest ? title : "Erratum: \(rest)"
  }

  /// Where the place of the corrected article begins at the end of a title:
  /// "(vol 33, pg 29, 2011)".
  private static func articlePlace(in title: String) -> String.Index? {
    guard title.last == ")", let start = title.lastIndex(of: "("),
      title[start...].wholeMatch(of: place) != nil
    else { return nil }
    return start
  }

  private static func firstWord(of title: String) -> Substring {
    title.drop { !$0.isLetter }.prefix(while: \.isLetter)
  }

  /// Minimum length, in bytes, of the text after a label for it to be a title.
  private static let shortestRest = 20

  private static let correctionLabel = SharedRegex(
    #/\W*\w+(?: (?:notice|note))?(?:(?: (?:to|for|on))?:| (?:to|for|on)\b)/#.ignoresCase())

  private static let place = SharedRegex(#/\(vol [^()]{1,60}, (?:19|20)\d\d\)/#.ignoresCase())

  /// Whether a title begins or ends like that of an erratum, a retraction, a comment or a reply.
  private static func matches(title: String) -> Bool {
    if articlePlace(in: title) != nil || NoticeLabel(endOf: title) != nil { return true }
    // Nearly all titles begin with another word, and patterns are slow.
    let first = firstWord(of: title)
    guard first.utf8.count <= longestWord, words.contains(first.lowercased()) else { return false }
    let pattern =
      /\W*(?:(?:publisher|author)s?(?:['’]s?)? )?\w+(?: of concern)?(?:[^:]{0,16}:| (?:to|for|on)\b)/
    return title.lowercased().prefixMatch(of: pattern) != nil
  }

  /// The keys of types; a “Retracted Publication” is the article itself.
  private static let types: Set<String> = [
    "erratum", "published erratum", "corrigendum", "correction", "retraction",
    "retraction of publication", "retraction notice", "expression of concern",
  ]

  /// The first words of titles.
  private static let words: Set<String> = [
    "erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections", "retraction",
    "reply", "response", "comment", "comments", "commentary", "expression", "publisher",
    "publishers", "author", "authors",
  ]

  /// The length, in bytes, of the longest of them.
  private static let longestWord = words.map(\.utf8.count).max() ?? 0
}
