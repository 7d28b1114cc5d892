/// Recognises records about another work of nearly the same title: errata, retractions, comments and
/// replies.
enum Notice {
  /// Whether a record is one, by its title or by its type.
  static func matches(_ record: Document) -> Bool {
    matches(type: record.type) || matches(title: HTMLEntities.decode(record.title).trimmed)
  }

  /// Whether a record has the type of an erratum or a retraction.
  private static func matches(type: String?) -> Bool {
    PublicationType.keys(in: type).contains(where: types.contains)
  }

  /// Whether a title begins like that of an erratum, a retraction, a comment or a reply.
  private static func matches(title: String) -> Bool {
    // Nearly all titles begin with another word, and patterns are slow.
    let first = title.drop { !$0.isLetter }.prefix(while: \.isLetter)
    guard first.utf8.count < 12, words.contains(first.lowercased()) else { return false }
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
}
