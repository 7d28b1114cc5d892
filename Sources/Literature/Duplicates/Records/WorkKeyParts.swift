import Analysis

/// The parts of a record that make its work keys; ``LinkageRecord`` also compares them.
struct WorkKeyParts: Sendable, Hashable {
  /// DOIs, PMIDs, PMCIDs and numbers of registries.
  let identifiers: Set<Identifier>
  /// Accession numbers, which only serve to find the record.
  let accessions: Set<Identifier>
  /// The text, if the document is a whole file.
  let text: TextIdentity?
  /// The terms of the title, joined; without notes that databases add in brackets.
  let title: String
  /// The last word of the first author's surname, folded; empty without an author.
  let surname: String
  /// The first number of the volume.
  let volume: String?
  /// The digits of the first page or of the article number.
  let page: String?
  /// Whether the record is from a file of records, not a file that is one document, whose title may
  /// be that of a whole web site.
  let isReference: Bool
  /// Year of publication.
  let year: Int?

  /// The parts of a document.
  ///
  /// - Parameters:
  ///   - title: the terms of its title, joined.
  ///   - text: its text, if it is a whole file.
  init(_ document: Document, title: String, text: TextIdentity?, _ analyzer: Analyzer) {
    identifiers = Self.identifiers(of: document)
    accessions = Self.accessions(of: document)
    self.text = text
    self.title = title
    surname = document.authors.first.map { Self.surname($0, analyzer) } ?? ""
    volume = document.imprint.volume.flatMap(Self.volume)
    page = document.imprint.pages.flatMap(Self.page)
    isReference = document.source.key != nil
    year = document.year
  }

  /// The work keys of the record.
  ///
  /// - Parameter journal: the words of the journal, which few records need.
  func keys(journal: @autoclosure () -> [String]) -> [WorkKey] {
    var keys = identifiers.union(accessions).sorted().map { WorkKey.identifier($0) }
    if let text { keys.append(.text(text.hash)) }
    if title.count >= LinkageRecord.longTitle {
      keys.append(.title(title))
    } else if title.count >= LinkageRecord.shortestTitle, !surname.isEmpty {
      keys.append(.shortTitle(title, author: surname))
    } else if isReference, !title.isEmpty {
      let place = [volume ?? "", page ?? ""] + journal()
      keys.append(.copy(title: title, author: surname, year: year, place: place))
    }
    guard !surname.isEmpty else { return keys }
    if title.count >= Self.start {
      keys.append(.titleStart(String(title.prefix(Self.start)), author: surname))
    }
    // A typing error at the beginning does not affect the end.
    if title.count >= LinkageRecord.longTitle {
      keys.append(.titleEnd(String(title.suffix(Self.end)), author: surname))
    } else if title.count >= LinkageRecord.shortestTitle {
      let half = LinkageRecord.shortestTitle / 2
      keys.append(.titleStart(String(title.prefix(half)), author: surname))
      keys.append(.titleEnd(String(title.suffix(half)), author: surname))
    }
    if let volume, let page {
      keys.append(.place(volume: volume, page: page, author: surname))
    }
    return keys
  }

  /// The length, in letters, of the beginning of a title that serves as a key.
  private static let start = 20
  /// The length, in letters, of the end of a title that serves as a key.
  private static let end = 12

  /// The identifiers in public registers.
  private static func identifiers(of document: Document) -> Set<Identifier> {
    let registers: Set<Identifier.Scheme> = [.doi, .pmid, .pmcid, .registry]
    return Set(document.identifiers.filter { registers.contains($0.scheme) })
  }

  /// The accession numbers without the names of the databases.
  private static func accessions(of document: Document) -> Set<Identifier> {
    Set(document.identifiers.compactMap(\.accessionKey))
  }

  /// The last word of an author's surname, folded.
  static func surname(_ name: String, _ analyzer: Analyzer) -> String {
    analyzer.words(in: AuthorName(name).surname).last?.folded ?? ""
  }

  /// "12 Suppl 1" and "12(3)" are 12; a volume without a number is left unchanged.
  static func volume(_ text: String) -> String? {
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
