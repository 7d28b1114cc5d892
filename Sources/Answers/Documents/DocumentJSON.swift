import JSON
import Literature

/// A document as JSON: its record, its facets with their evidence, and its text.
///
/// Offsets are half-open ranges in Unicode scalars. The schema is `docs/schema/document.json`.
public struct DocumentJSON: Encodable, Sendable {
  /// The source of the record.
  public struct SourceJSON: Encodable, Sendable, Equatable {
    /// The file.
    public var path: String
    /// The record's key in the file.
    @ExplicitNull public var key: String?
    /// The line on which it starts, from 1.
    @ExplicitNull public var line: Int?
  }

  /// An identifier such as a DOI.
  public struct Name: Encodable, Sendable, Equatable {
    /// The register.
    public var scheme: String
    /// The identifier.
    public var value: String
  }

  /// A part of the text.
  public struct Part: Encodable, Sendable, Equatable {
    /// Its heading; empty if there is none.
    public var heading: String
    /// The kind of section.
    public var kind: String
    /// Start in the text, in Unicode scalars.
    public var start: Int
    /// End, exclusive.
    public var end: Int
    /// Page on which it starts.
    @ExplicitNull public var page: Int?
  }

  /// Version of the JSON format.
  public var formatVersion = 1
  /// The properties that hits have too, including the effective facets.
  public var summary: HitDocument
  /// Type of publication.
  @ExplicitNull public var type: String?
  /// Language of the text.
  @ExplicitNull public var language: String?
  /// Identifiers such as the DOI.
  public var identifiers: [Name]
  /// Keywords and subject headings.
  public var keywords: [String]
  /// The values of facets that hits do not show.
  public var details: FacetSummary
  /// The source of the record.
  public var source: SourceJSON
  /// The sources of other records of the work.
  public var otherSources: [SourceJSON]
  /// Origin of each metadata field that has one.
  public var origins: [String: String]
  /// Every facet value, the most trusted first.
  public var facets: FacetEvidence
  /// The citation in each style, by the name of the style.
  public var citations: [String: String]
  /// The sections of the text.
  public var sections: [Part]
  /// The stored text, to which all offsets refer.
  public var text: String

  /// Creates the JSON form of a document.
  public init(_ document: Document) {
    summary = HitDocument(document)
    type = document.type
    language = document.language
    identifiers = document.identifiers.map { Name(scheme: $0.scheme.rawValue, value: $0.value) }
    keywords = document.keywords
    details = FacetSummary(document.facets, of: Self.details)
    source = SourceJSON(document.source)
    otherSources = document.otherSources.map(SourceJSON.init)
    origins = Dictionary(
      uniqueKeysWithValues: document.origins.map { ($0.key.rawValue, $0.value.rawValue) })
    facets = FacetEvidence(document.facets)
    citations = Dictionary(
      uniqueKeysWithValues: CitationStyle.allCases.map {
        ($0.rawValue, Citation(document, style: $0).text)
      })
    sections = Self.parts(document)
    text = document.text
  }

  private static let details = FacetDefinition.all.filter { !$0.isInHits }

  /// The sections, with byte offsets converted to Unicode scalars.
  private static func parts(_ document: Document) -> [Part] {
    var text = document.text
    return text.withUTF8 { bytes in
      var counter = ScalarCounter(bytes)
      return document.sections.map { section in
        let range = counter.scalars(section.bytes)
        return Part(
          heading: section.heading, kind: section.kind.rawValue, start: range.lowerBound,
          end: range.upperBound, page: section.page)
      }
    }
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case type, language, identifiers, keywords
    case source
    case otherSources = "other_sources"
    case origins, facets, citations, sections, text
  }

  /// Encodes the document, with the properties of hits at the top level.
  public func encode(to encoder: any Encoder) throws {
    try summary.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(formatVersion, forKey: .formatVersion)
    try container.encode(type, forKey: .type)
    try container.encode(language, forKey: .language)
    try container.encode(identifiers, forKey: .identifiers)
    try container.encode(keywords, forKey: .keywords)
    try details.encode(Self.details, to: encoder)
    try container.encode(source, forKey: .source)
    try container.encode(otherSources, forKey: .otherSources)
    try container.encode(origins, forKey: .origins)
    try container.encode(facets, forKey: .facets)
    try container.encode(citations, forKey: .citations)
    try container.encode(sections, forKey: .sections)
    try container.encode(text, forKey: .text)
  }
}

extension DocumentJSON.SourceJSON {
  init(_ source: Source) {
    self.init(path: source.path, key: source.key, line: source.line)
  }
}
