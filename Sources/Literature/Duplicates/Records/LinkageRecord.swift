import Analysis

/// The parts of a record that are compared to decide whether two records are the same work.
///
///     LinkageRecord(left, analyzer).match(LinkageRecord(right, analyzer))  // .same(.title)
///
/// Titles are compared by their terms, joined without spaces, so that case, accents, punctuation,
/// hyphens and word endings make no difference.
public struct LinkageRecord: Sendable, Hashable {
  /// DOIs, PMIDs, PMCIDs and numbers of registries.
  let identifiers: Set<Identifier>
  /// Accession numbers, which only serve to find the record.
  let accessions: Set<Identifier>
  /// The terms of the title, joined; without notes that databases add in brackets.
  let title: String
  /// The words of the title.
  let words: [TitleWord]
  /// Numbers, Roman numerals and single letters in the title: "part 2" is not "part 3".
  let numbers: [String]
  /// Year of publication.
  let year: Int?
  /// The last word of the first author's surname, folded; empty without an author.
  let surname: String
  /// The last words of all surnames.
  let surnames: Set<String>
  /// The words of the first author's surname; of the whole name if no comma marks the surname.
  let names: Set<String>
  /// The words of the journal, folded.
  let journal: [String]
  /// The first number of the volume.
  let volume: String?
  /// The digits of the first page or of the article number.
  let page: String?
  /// Whether the title is cut off, as in search results: "Peer support in hepatitis …".
  let isCutOff: Bool
  /// Whether the record states a title, instead of having none or the name of its file.
  let statesTitle: Bool
  /// The years in the name of a file that is one document.
  let fileYears: Set<Substring>
  /// Whether the record is from a file of records, not a file that is one document, whose title may
  /// be that of a whole web site.
  let isReference: Bool
  /// Whether the record has no text beside its title.
  let isBare: Bool
  /// Whether the record is about another work of nearly the same title: an erratum, a retraction, a
  /// reply.
  let isNotice: Bool
  /// Whether the record is marked as a conference abstract.
  let isConferenceAbstract: Bool
  /// The kind of the work; `nil` if unknown.
  let kind: WorkKind?
  /// The number of the edition of a book: 2 for "2nd ed.".
  let edition: Int?
  /// The text, if the document is a whole file.
  let text: TextIdentity?
  /// The hash of the whole record, by which decisions recognise it; empty if unknown.
  var content: [UInt8] = []

  /// Extracts the parts to compare from a record.
  ///
  /// - Parameter content: the stored fingerprint of the record, if known; it replaces the text, if
  ///   the document comes without its text.
  public init(_ document: Document, _ analyzer: Analyzer, content: [UInt8] = []) {
    let fingerprint = RecordFingerprint(bytes: content)
    self.content = fingerprint.hash
    text = TextIdentity(document) ?? fingerprint.text
    identifiers = Self.identifiers(of: document)
    accessions = Self.accessions(of: document)
    let name = HTMLEntities.decode(document.title).trimmed
    isCutOff = name.hasSuffix("…") || name.hasSuffix("...")
    isReference = document.source.key != nil
    isBare = document.sections.isEmpty
    isNotice = ErratumNotice.matches(document)
    let tokens = analyzer.words(in: Self.withoutNotes(name))
    words = Self.counted(tokens).map { TitleWord(folded: $0.folded, term: $0.term) }
    title = Self.title(tokens)
    let stem: Substring? = text == nil ? nil : Self.stem(document.source)
    statesTitle = !title.isEmpty && title != stem.map { Self.fileTitle($0, analyzer) }
    fileYears = Set((stem ?? "").split { !$0.isASCIIDigit }.filter(Self.isYear))
    numbers = tokens.map(\.folded).filter(Self.isNumber)
    year = document.year
    let last = document.authors.map { Self.surname($0, analyzer) }
    surname = last.first ?? ""
    surnames = Set(last.filter { !$0.isEmpty })
    let first = document.authors.first ?? ""
    names = Set(
      analyzer.words(in: first.contains(",") ? AuthorName(first).surname : first)
        .map(\.folded).filter { $0.count > 2 })
    journal = Self.journal(document, analyzer)
    volume = document.imprint.volume.flatMap(Self.volume)
    page = document.imprint.pages.flatMap(Self.page)
    kind = WorkKind(document)
    edition = document.imprint.edition.flatMap { text in
      Int(text.drop { !$0.isASCIIDigit }.prefix(while: \.isASCIIDigit))
    }
    let type = (document.type ?? "").lowercased()
    isConferenceAbstract =
      type.holds("conference abstract") || type.holds("meeting abstract")
      || type.holds("congress abstract") || type == "abstract"
      || (document.title.holds(0x5B) && document.title.lowercased().holds("[abstract]"))
  }

  /// The keys for finding records to compare with.
  public var keys: [WorkKey] {
    let parts = WorkKeyParts(
      identifiers: identifiers.union(accessions), text: text, title: title, surname: surname,
      volume: volume, page: page, isReference: isReference, year: year)
    return parts.keys(journal: journal)
  }

  /// The keys of a document, without the parts of it that are only compared: most records share
  /// their keys with no other record.
  static func keys(of document: Document, _ analyzer: Analyzer) -> [WorkKey] {
    let name = HTMLEntities.decode(document.title).trimmed
    let parts = WorkKeyParts(
      identifiers: Self.identifiers(of: document).union(Self.accessions(of: document)),
      text: TextIdentity(document),
      title: Self.title(analyzer.words(in: Self.withoutNotes(name))),
      surname: document.authors.first.map { Self.surname($0, analyzer) } ?? "",
      volume: document.imprint.volume.flatMap(Self.volume),
      page: document.imprint.pages.flatMap(Self.page),
      isReference: document.source.key != nil, year: document.year)
    return parts.keys(journal: Self.journal(document, analyzer))
  }

  /// The minimum length, in letters, of a title that practically never belongs to two works, even
  /// without year and author.
  static let longTitle = 24
  /// The minimum length, in letters, of a title that identifies a work even if a record has little
  /// else.
  static let veryLongTitle = 50
  /// The length, in letters, below which a title ("Editorial") does not identify a work.
  static let shortestTitle = 10

  /// The words of the journal, folded.
  private static func journal(_ document: Document, _ analyzer: Analyzer) -> [String] {
    analyzer.words(in: document.venue ?? "").map(\.folded)
      .filter { !["the", "of", "and", "for", "in", "on", "de", "la"].contains($0) }
  }

  /// The identifiers in public registers.
  private static func identifiers(of document: Document) -> Set<Identifier> {
    let registers: Set<Identifier.Scheme> = [.doi, .pmid, .pmcid, .registry]
    return Set(document.identifiers.filter { registers.contains($0.scheme) })
  }

  /// The accession numbers without the names of the databases.
  private static func accessions(of document: Document) -> Set<Identifier> {
    Set(document.identifiers.compactMap(\.accessionKey))
  }

  /// The terms of the words of a title, joined.
  private static func title(_ words: [Token]) -> String {
    counted(words).map(\.term).joined()
  }

  /// The name of a file without its extension.
  private static func stem(_ source: Source) -> Substring {
    let name = (source.key ?? source.path).split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[..<$0] } ?? name
  }

  /// The title that a file without one gets from its name.
  private static func fileTitle(_ stem: Substring, _ analyzer: Analyzer) -> String {
    title(analyzer.words(in: withoutNotes(FileTitle.of(String(stem)))))
  }

  private static func isYear(_ digits: Substring) -> Bool {
    digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
  }

  /// The words that count: "&" is not a word, so "and" does not count either.
  private static func counted(_ words: [Token]) -> [Token] { words.filter { $0.folded != "and" } }

  /// The last word of an author's surname, folded.
  private static func surname(_ name: String, _ analyzer: Analyzer) -> String {
    analyzer.words(in: AuthorName(name).surname).last?.folded ?? ""
  }

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
      guard before.utf8.count >= 20 else { return rest }
      rest = before
    }
  }

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

  /// "12 Suppl 1" and "12(3)" are 12; a volume without a number is left unchanged.
  private static func volume(_ text: String) -> String? {
    let digits = text.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
    let value = digits.isEmpty ? text.lowercased().trimmed : String(digits.drop { $0 == "0" })
    return value.isEmpty ? nil : value
  }

  /// The number of the first page: 12 for "0012-19", "S12", "12s" and "p12-19", because sources
  /// write the letters differently.
  private static func page(_ text: String) -> String? {
    let parts = text.lowercased().split { "-‐‑‒–—, ;".contains($0) }
    let first = parts.first { $0.contains(where: \.isASCIIDigit) } ?? ""
    let value = first.filter(\.isASCIIDigit).drop { $0 == "0" }
    return value.isEmpty ? nil : String(value)
  }
}
