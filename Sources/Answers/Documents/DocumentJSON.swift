import JSON
import Literature

/// A whole document as JSON: its record, its facets with their evidence, its text.
///
/// Offsets are half-open ranges of Unicode scalars. The schema is `docs/schema/document.json`.
public struct DocumentJSON: Encodable, Sendable {
  /// Where it was read from.
  public struct Place: Encodable, Sendable, Equatable {
    /// The file.
    public var path: String
    /// The record's key in the file.
    @ExplicitNull public var key: String?
    /// The line on which it begins, from 1.
    @ExplicitNull public var line: Int?
  }

  /// A name in a public register.
  public struct Name: Encodable, Sendable, Equatable {
    /// The register.
    public var scheme: String
    /// The name in it.
    public var value: String
  }

  /// A part of the text.
  public struct Part: Encodable, Sendable, Equatable {
    /// Its heading.
    public var heading: String
    /// What it is.
    public var kind: String
    /// First Unicode scalar in the text.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// Page on which it begins.
    @ExplicitNull public var page: Int?
  }

  /// Version of the JSON form.
  public var formatVersion = 1
  /// What hits tell of it, the effective facets among them.
  public var summary: HitDocument
  /// Type of publication.
  @ExplicitNull public var type: String?
  /// Language of the text.
  @ExplicitNull public var language: String?
  /// Names in public registers.
  public var identifiers: [Name]
  /// Keywords and subject headings.
  public var keywords: [String]
  /// Number of studies that a review includes.
  @ExplicitNull public var includedStudies: Int?
  /// Where it was read from.
  public var source: Place
  /// Where other records of the same work were read.
  public var otherSources: [Place]
  /// Origin of each metadata field that has one.
  public var origins: [String: String]
  /// Every facet value, the most trusted first.
  public var facets: FacetEvidence
  /// Parts of the text.
  public var sections: [Part]
  /// The text.
  public var text: String

  /// Describes a document.
  public init(_ document: Document) {
    summary = HitDocument(document)
    type = document.type
    language = document.language
    identifiers = document.identifiers.map { Name(scheme: $0.scheme.rawValue, value: $0.value) }
    keywords = document.keywords
    includedStudies = Facets.effective(document.facets.includedStudies).first?.value
    source = Place(document.source)
    otherSources = document.otherSources.map(Place.init)
    origins = Dictionary(
      uniqueKeysWithValues: document.origins.map { ($0.key.rawValue, $0.value.rawValue) })
    facets = FacetEvidence(document.facets)
    sections = Self.parts(document)
    text = document.text
  }

  /// The sections, their bytes turned into Unicode scalars in one pass.
  private static func parts(_ document: Document) -> [Part] {
    var scalars = 0
    var byte = 0
    var rest = Array(document.text.utf8)[...]
    func scalar(at target: Int) -> Int {
      while byte < target, let next = rest.popFirst() {
        byte += 1
        // Bytes that continue a scalar begin with the bits 10.
        if next & 0xC0 != 0x80 { scalars += 1 }
      }
      return scalars
    }
    return document.sections.map { section in
      Part(
        heading: section.heading, kind: section.kind.rawValue,
        start: scalar(at: section.bytes.lowerBound), end: scalar(at: section.bytes.upperBound),
        page: section.page)
    }
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case type, language, identifiers, keywords
    case includedStudies = "included_studies"
    case source
    case otherSources = "other_sources"
    case origins, facets, sections, text
  }

  /// Writes the JSON form: the summary's members beside the others.
  public func encode(to encoder: any Encoder) throws {
    try summary.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(formatVersion, forKey: .formatVersion)
    try container.encode(type, forKey: .type)
    try container.encode(language, forKey: .language)
    try container.encode(identifiers, forKey: .identifiers)
    try container.encode(keywords, forKey: .keywords)
    try container.encode(includedStudies, forKey: .includedStudies)
    try container.encode(source, forKey: .source)
    try container.encode(otherSources, forKey: .otherSources)
    try container.encode(origins, forKey: .origins)
    try container.encode(facets, forKey: .facets)
    try container.encode(sections, forKey: .sections)
    try container.encode(text, forKey: .text)
  }
}

extension DocumentJSON.Place {
  init(_ source: Source) {
    self.init(path: source.path, key: source.key, line: source.line)
  }
}
