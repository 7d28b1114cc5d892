import Literature

/// The properties of a hit's document.
public struct HitDocument: Sendable, Equatable {
  /// The public id.
  public var id: String
  /// The title; empty if there is none.
  public var title: String
  /// Authors as the source writes them.
  public var authors: [String] = []
  /// Year of publication.
  public var year: Int?
  /// Journal, conference or publisher.
  public var venue: String?
  /// Digital object identifier.
  public var doi: String?
  /// Web address.
  public var url: String?
  /// The values of facets that hits show (``FacetDefinition/inHits``).
  public var facets = FacetSummary()

  /// Describes a document.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }

  /// Describes a document by its record.
  package init(_ document: Document) {
    self.init(id: document.id, title: document.title)
    authors = document.authors
    year = document.year
    venue = document.venue
    doi = document.doi
    url = document.url
    take(document.facets)
  }

  /// The title, or the id if there is none.
  package var titleOrID: String { title.isEmpty ? id : title }

  /// The title as lists print it.
  package var listedTitle: String { title.isEmpty ? Document.noTitle : title }

  /// Sets the effective values of facets.
  package mutating func take(_ facets: Facets) {
    self.facets = FacetSummary(facets, of: FacetDefinition.inHits)
  }
}

extension HitDocument: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, title, authors, year, venue, doi, url
  }

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    title = try container.decode(String.self, forKey: .title)
    authors = try container.decode([String].self, forKey: .authors)
    year = try container.decode(Int?.self, forKey: .year)
    venue = try container.decode(String?.self, forKey: .venue)
    doi = try container.decode(String?.self, forKey: .doi)
    url = try container.decode(String?.self, forKey: .url)
    facets = try FacetSummary(of: FacetDefinition.inHits, from: decoder)
  }

  /// Writes the JSON form: unknown values are `null`, and facets are members like the others.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(authors, forKey: .authors)
    try container.encode(year, forKey: .year)
    try container.encode(venue, forKey: .venue)
    try container.encode(doi, forKey: .doi)
    try container.encode(url, forKey: .url)
    try facets.encode(FacetDefinition.inHits, to: encoder)
  }
}

/// Accessors for single facets.
extension HitDocument {
  /// Codes of the study design.
  public var method: [String] {
    get { facets[codes: .method] }
    set { facets[codes: .method] = newValue }
  }

  /// Codes of the setting.
  public var setting: [String] {
    get { facets[codes: .setting] }
    set { facets[codes: .setting] = newValue }
  }

  /// Codes of the condition.
  public var condition: [String] {
    get { facets[codes: .condition] }
    set { facets[codes: .condition] = newValue }
  }

  /// Number of participants.
  public var sampleSize: Int? {
    get { facets[count: .sampleSize] }
    set { facets[count: .sampleSize] = newValue }
  }
}
