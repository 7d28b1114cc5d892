/// How the mentions of a code name it.
struct CodeNaming {
  /// Whether a phrase is the name of the code or its place, not only a word near it.
  private(set) var isNamed = false
  /// Whether the document says so of itself: "this study", "we will", "a trial".
  private(set) var isOwn = false
  /// Whether the title, the objective or the methods name it.
  private(set) var isInMethods = false

  private static let own: WordClasses = [.this, .first, .future]
  /// A word of `own` is at most this many words before the mention.
  private static let ownReach = 12
  /// The article of a mention is at most this many words before it.
  private static let articleReach = 3

  /// Adds a mention in a zone.
  mutating func add(_ mention: Mention, _ zone: Zone, in document: ScannedDocument) {
    switch document.tables.traits[mention.phrase].tag {
    case .name, .place: break
    case .act, .kind, .who, .near: return
    }
    isNamed = true
    switch zone {
    case .title, .objective, .methods, .participants, .setting, .design: isInMethods = true
    case .background, .results, .conclusion, .registration, .references, .summary, .text, .outside:
      break
    }
    guard !isOwn, !mention.inTitle else { return }
    let sentence = document.sentence(of: mention)
    let first = mention.words.lowerBound
    isOwn =
      !document.classes(
        before: first, count: Self.ownReach, in: document.text, sentence: sentence
      ).isDisjoint(with: Self.own)
      || document.classes(
        before: first, count: Self.articleReach, in: document.text, sentence: sentence
      ).contains(.article)
  }
}
