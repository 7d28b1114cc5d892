import Analysis

/// A title as it is compared, without markup, labels of journals and notes of databases.
struct ComparedTitle {
  /// The title as written, without HTML entities.
  private let name: String
  /// The words that count: "&" is not a word, so "and" does not count either.
  private let tokens: [Token]

  /// The title of a document.
  init(of document: Document, _ analyzer: Analyzer) {
    self.init(HTMLEntities.decode(document.title).trimmed, analyzer)
  }

  init(_ name: String, _ analyzer: Analyzer) {
    self.name = name
    tokens = analyzer.words(in: Self.withoutNotes(name)).filter { $0.folded != "and" }
  }

  /// The terms, joined.
  var terms: String { tokens.map { Acronyms.stem(of: $0.term) }.joined() }

  /// The words.
  var words: [TitleWord] {
    tokens.map { TitleWord(folded: $0.folded, term: Acronyms.stem(of: $0.term)) }
  }

  /// Numbers, Roman numerals and single letters.
  var numbers: [String] { tokens.indices.filter(isNumber(at:)).map { tokens[$0].folded } }

  /// Whether a word is a number or a letter; "a" is one in "hepatitis A", but not in "a trial".
  private func isNumber(at place: Int) -> Bool {
    let word = tokens[place].folded
    guard word == "a" else { return Self.isNumber(word) }
    return place == tokens.count - 1
      || (place > 0 && Self.lettered.contains(tokens[place - 1].folded))
  }

  /// Words before a letter that distinguishes kinds or parts.
  private static let lettered: Set<String> = [
    "hepatitis", "influenza", "vitamin", "type", "group", "part", "class", "grade", "stage",
    "haemophilia", "hemophilia", "phase", "panel", "series", "level", "toxin", "serotype",
    "immunoglobulin", "virus",
  ]

  /// Whether it is cut off, as in search results: "Peer support in hepatitis …".
  var isCutOff: Bool { name.hasSuffix("…") || name.hasSuffix("...") }

  /// A title without markup, with the usual label of a correction, and without the notes that
  /// databases add at its end: "[Review] [29 refs]", "[see comment]", "(English)".
  private static func withoutNotes(_ title: String) -> String {
    var rest = ErratumNotice.uniform(TitleMarkup.allRemoved(from: title).trimmed)
    if let colon = rest.firstIndex(of: ":"), labels.contains(rest[..<colon].lowercased()) {
      rest = rest[rest.index(after: colon)...].trimmed
    }
    while true {
      let end = rest.hasSuffix(".") ? String(rest.dropLast()) : rest
      guard let last = end.last, last == "]" || last == ")",
        let start = end.lastIndex(of: last == "]" ? "[" : "("), start > end.startIndex
      else { return rest }
      // Text in parentheses is mostly part of the title.
      let note = end[end.index(after: start)...].dropLast().lowercased()
      guard last == "]" || notes.contains(note) else { return rest }
      let before = end[..<start].trimmed
      guard before.utf8.count >= shortestRest else { return rest }
      rest = before
    }
  }

  /// Minimum length, in bytes, of the text before a note for it to be a title.
  private static let shortestRest = 20

  /// Notes that databases add in parentheses: languages and types of records.
  private static let notes: Set<String> = [
    "english", "french", "german", "spanish", "portuguese", "italian", "dutch", "chinese",
    "japanese", "korean", "russian", "polish", "turkish", "persian", "arabic", "danish", "swedish",
    "norwegian", "review", "with discussion", "letter", "editorial", "article",
    "original article", "review article",
  ]

  /// Types of articles that journals write before the title.
  private static let labels: Set<String> = [
    "original article", "original research", "original paper", "original contribution",
    "research article", "research paper", "review article",
  ]

  private static func isNumber(_ word: String) -> Bool {
    if word.utf8.count == 1 { return true }
    // Nearly all words are ASCII, which needs no table lookup.
    let hasNumber =
      word.withBytes(\.isASCII)
      ? word.utf8.contains(where: \.isDigit) : word.count == 1 || word.contains(where: \.isNumber)
    return hasNumber || RomanNumerals.values[word] != nil
  }
}
