/// A work: an article, a review, a report, a web page, a registry record.
///
/// The stored text is `text`; `sections` divide it, and every offset of a passage, a highlight or
/// a piece of evidence is into it.
public struct Document: Sendable, Equatable, Codable {
  /// The public ID, unique in an index.
  public var id: String
  /// Its source.
  public var source: Source
  /// The sources of other records of the same work, which supplied what this one lacks.
  public var otherSources: [Source] = []
  /// The title, empty when none was found.
  public var title: String = ""
  /// Authors in order, each as the source writes it; the editors, if it names only these.
  public var authors: [String] = []
  /// Year of publication.
  public var year: Int?
  /// Journal, conference or publisher.
  public var venue: String?
  /// Type of publication as the source names it ("Journal Article", "Conference Abstract").
  public var type: String?
  /// Language of the text: an ISO 639 code if the source gives one.
  public var language: String?
  /// Web address of the work.
  public var url: String?
  /// Volume, issue, pages and publisher.
  public var imprint = Imprint()
  /// DOI, PMID and other identifiers.
  public var identifiers: [Identifier] = []
  /// Author keywords and subject headings, each as the source writes it.
  public var keywords: [String] = []
  /// The whole text as stored and shown, without the title.
  public var text: String = ""
  /// The sections of `text`, in order and without overlap; text outside them is not indexed.
  public var sections: [Section] = []
  /// Facets that a catalogue or the source record states; extracted ones are added by appraisal.
  public var facets = Facets()
  /// The origin of each metadata value, for the fields that have one.
  public var origins: [MetadataField: Origin] = [:]

  /// Creates an empty document with an ID.
  public init(id: String, source: Source) {
    self.id = id
    self.source = source
  }

  /// The digital object identifier, without `https://doi.org/`.
  public var doi: String? { identifier(.doi) }

  /// The first identifier of a scheme.
  package func identifier(_ scheme: Identifier.Scheme) -> String? {
    identifiers.first { $0.scheme == scheme }?.value
  }
}

/// Publication details that a reference needs in addition to authors, year, title and venue.
///
/// Kept as the source writes it and exported again; never searched.
public struct Imprint: Sendable, Equatable, Hashable {
  /// The journal's name as bibliographies abbreviate it: "J Clin Oncol".
  public var abbreviation: String?
  /// Volume of the journal.
  public var volume: String?
  /// Issue within the volume.
  public var issue: String?
  /// Pages or article number: "1116-1122", "e0815".
  public var pages: String?
  /// Publisher; the university of a thesis, the institution of a report.
  public var publisher: String?
  /// ISSN of the journal.
  public var issn: String?
  /// Month of publication, 1 to 12.
  public var month: Int?
  /// Day of the month, 1 to 31; only with a month.
  public var day: Int?
  /// Editors of the book or the proceedings, in order, each as the source writes it.
  public var editors: [String] = []
  /// Place of publication.
  public var place: String?
  /// The edition of a book, as "2nd ed.".
  public var edition: String?
  /// The series of the book or the proceedings that contain the work; a book's own series is its
  /// venue.
  public var series: String?
  /// Editors of the series.
  public var seriesEditors: [String] = []
  /// Notes of the people and databases that the record comes from.
  public var notes: [String] = []

  /// Creates an empty imprint.
  public init() {}
}

extension Imprint: Codable {
  /// Reads an imprint; missing members are empty, because older files lack some.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    abbreviation = try values.decodeIfPresent(String.self, forKey: .abbreviation)
    volume = try values.decodeIfPresent(String.self, forKey: .volume)
    issue = try values.decodeIfPresent(String.self, forKey: .issue)
    pages = try values.decodeIfPresent(String.self, forKey: .pages)
    publisher = try values.decodeIfPresent(String.self, forKey: .publisher)
    issn = try values.decodeIfPresent(String.self, forKey: .issn)
    month = try values.decodeIfPresent(Int.self, forKey: .month)
    day = try values.decodeIfPresent(Int.self, forKey: .day)
    editors = try values.decodeIfPresent([String].self, forKey: .editors) ?? []
    place = try values.decodeIfPresent(String.self, forKey: .place)
    edition = try values.decodeIfPresent(String.self, forKey: .edition)
    series = try values.decodeIfPresent(String.self, forKey: .series)
    seriesEditors = try values.decodeIfPresent([String].self, forKey: .seriesEditors) ?? []
    notes = try values.decodeIfPresent([String].self, forKey: .notes) ?? []
  }
}

/// The source of a record.
public struct Source: Sendable, Equatable, Hashable, Codable {
  /// Absolute path of the file as given by the user.
  public var path: String
  /// The record's own key in that file; `nil` if the file is one document.
  public var key: String?
  /// Line of the file on which the record begins, from 1; `nil` if the format has no lines or
  /// records share one.
  public var line: Int?
  /// Number of the record in the file, from 1, if records share a line.
  public var number: Int?

  /// The location of the record: "line 12", or "record 3 (10899500)", its number and its key, if
  /// records share a line.
  public var location: String? {
    if let line { return "line \(line)" }
    guard let number else { return key.map { "record \($0)" } }
    return "record \(number)" + (key.map { " (\($0))" } ?? "")
  }

  /// The source without the place in the file, which changes when other records do.
  public var withoutPlace: Source { Source(path: path, key: key) }

  /// Creates the source of a record.
  public init(path: String, key: String? = nil, line: Int? = nil, number: Int? = nil) {
    self.path = path
    self.key = key
    self.line = line
    self.number = number
  }
}

/// A part of a document's text under one heading.
public struct Section: Sendable, Equatable, Codable {
  /// Separates the headings above a section, if those above it have no text of their own:
  /// "Results › Pay".
  package static let pathSeparator = " › "

  /// The kind of a section, if the source or its heading states it.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case abstract, background, methods, results, discussion, body, references
  }

  /// The heading as written; empty if the section has none.
  public var heading: String
  /// The kind of the section.
  public var kind: Kind
  /// Its range in the document's text: half-open, in UTF-8 bytes, without the heading.
  public var bytes: Range<Int>
  /// Number of the page on which it begins, from 1, for paged sources.
  public var page: Int?
  /// Whether the source marks it as a part of the abstract, whatever its kind.
  public var isInAbstract = false

  /// Creates a section.
  public init(
    heading: String = "", kind: Kind = .body, bytes: Range<Int>, page: Int? = nil,
    isInAbstract: Bool = false
  ) {
    self.heading = heading
    self.kind = kind
    self.bytes = bytes
    self.page = page
    self.isInAbstract = isInAbstract
  }
}

extension Section {
  /// Reads a section; older records do not say whether it is in the abstract.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      heading: try values.decode(String.self, forKey: .heading),
      kind: try values.decode(Kind.self, forKey: .kind),
      bytes: try values.decode(Range<Int>.self, forKey: .bytes),
      page: try values.decodeIfPresent(Int.self, forKey: .page),
      isInAbstract: try values.decodeIfPresent(Bool.self, forKey: .isInAbstract) ?? false)
  }
}

/// An identifier of the work in a public register.
public struct Identifier: Sendable, Equatable, Hashable, Codable {
  /// The registers that peerlit knows.
  public enum Scheme: String, Sendable, CaseIterable, Codable {
    case doi, pmid, pmcid, registry, isbn, key
  }

  /// The register.
  public var scheme: Scheme
  /// The identifier itself, normalised: DOIs in lower case without a resolver.
  public var value: String

  /// Creates an identifier.
  public init(_ scheme: Scheme, _ value: String) {
    self.scheme = scheme
    self.value = value
  }
}

/// The metadata fields whose origin is kept and shown.
public enum MetadataField: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
  case title, authors, year, venue, type, language, url, identifiers, keywords
}
