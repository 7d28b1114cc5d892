import Analysis

/// The parts of a record that are compared to decide whether two records are the same work.
///
///     LinkageRecord(left, analyzer).match(LinkageRecord(right, analyzer))  // .same(.title)
///
/// Titles are compared by their terms, joined without spaces, so that case, accents, punctuation,
/// hyphens and word endings make no difference.
public struct LinkageRecord: Sendable, Hashable {
  /// The parts that also make the keys of the record.
  private let parts: WorkKeyParts
  /// The words of the title.
  let words: [TitleWord]
  /// The words of the title as written, folded and joined: a typing error or a cut may change the
  /// whole end of a stem.
  let letters: String
  /// Numbers, Roman numerals and single letters in the title: "part 2" is not "part 3".
  let numbers: [String]
  /// The last words of all surnames.
  let surnames: Set<String>
  /// The words of the first author's surname; of the whole name if no comma marks the surname.
  let names: Set<String>
  /// The words of the journal, folded.
  let journal: [String]
  /// The first number of the issue; `nil` for a supplement or a part, because databases write
  /// "3 Suppl 1", "Suppl 1" or "3" for the same one.
  let issue: String?
  /// ISBNs, as the digits that those of ten and of thirteen digits have in common.
  let isbns: Set<String>
  /// Whether the title is cut off, as in search results: "Peer support in hepatitis …".
  let isCutOff: Bool
  /// Whether the record states a title, instead of having none or the name of its file.
  let statesTitle: Bool
  /// The years in the name of a file that is one document.
  let fileYears: Set<Substring>
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
  /// The hash of the whole record, by which decisions recognise it; empty if unknown.
  var content: [UInt8] = []

  /// Extracts the parts to compare from a record.
  ///
  /// - Parameter content: the stored fingerprint of the record, if known; it replaces the text, if
  ///   the document comes without its text.
  public init(_ document: Document, _ analyzer: Analyzer, content: [UInt8] = []) {
    let fingerprint = RecordFingerprint(bytes: content)
    self.content = fingerprint.hash
    let text = TextIdentity(document) ?? fingerprint.text
    let title = ComparedTitle(of: document, analyzer)
    parts = WorkKeyParts(document, title: title.terms, text: text, analyzer)
    words = title.words
    letters = words.map(\.folded).joined()
    numbers = title.numbers
    isCutOff = title.isCutOff
    isBare = document.sections.isEmpty
    isNotice = ErratumNotice.matches(document)
    let stem: Substring? = text == nil ? nil : Self.stem(document.source)
    let fileTitle = stem.map { ComparedTitle(FileTitle.of(String($0)), analyzer).terms }
    statesTitle = !title.terms.isEmpty && title.terms != fileTitle
    fileYears = Set((stem ?? "").split { !$0.isASCIIDigit }.filter(Self.isYear))
    let last = document.authors.map { WorkKeyParts.surname($0, analyzer) }
    surnames = Set(last.filter { !$0.isEmpty })
    let first = document.authors.first ?? ""
    names = Set(
      analyzer.words(in: first.contains(",") ? AuthorName(first).surname : first)
        .map(\.folded).filter { $0.count > 2 })
    journal = Self.journal(document, analyzer)
    issue = document.imprint.issue.flatMap(Self.issue)
    isbns = Set(document.identifiers.compactMap(\.isbnDigits))
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
  public var keys: [WorkKey] { parts.keys(journal: journal) }

  /// The keys of a document, without the parts of it that are only compared: most records share
  /// their keys with no other record.
  static func keys(of document: Document, _ analyzer: Analyzer) -> [WorkKey] {
    let title = ComparedTitle(of: document, analyzer).terms
    return WorkKeyParts(document, title: title, text: TextIdentity(document), analyzer)
      .keys(journal: journal(document, analyzer))
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
      .filter { !JournalNames.smallWords.contains($0) }
  }

  private static func issue(_ text: String) -> String? {
    let isPart = text.lowercased().split { !$0.isLetter }.contains { word in
      // "s", "suppl", "special issue"
      word.hasPrefix("s") || ["pt", "part"].contains(word)
    }
    return isPart || !text.contains(where: \.isASCIIDigit) ? nil : WorkKeyParts.volume(text)
  }

  /// The name of a file without its extension.
  private static func stem(_ source: Source) -> Substring {
    let name = (source.key ?? source.path).split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[..<$0] } ?? name
  }

  private static func isYear(_ digits: Substring) -> Bool {
    digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
  }
}

/// The parts that also make the keys; ``WorkKeyParts`` describes them.
extension LinkageRecord {
  var identifiers: Set<Identifier> { parts.identifiers }
  var title: String { parts.title }
  var year: Int? { parts.year }
  var surname: String { parts.surname }
  var volume: String? { parts.volume }
  var page: String? { parts.page }
  var isReference: Bool { parts.isReference }
  var text: TextIdentity? { parts.text }
}
