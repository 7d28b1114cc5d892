/// A work: an article, a review, a report, a web page, a registry record.
///
/// The stored text is `text`; `sections` divide it, and every offset of a passage, a highlight or
/// a piece of evidence is into it.
public struct Document: Sendable, Equatable, Codable {
  /// The public id, unique in an index.
  public var id: String
  /// The file that its record was read from, with the position in the file.
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

  /// Creates an empty document with an id.
  public init(id: String, source: Source) {
    self.id = id
    self.source = source
  }

  /// The digital object identifier, without `https://doi.org/`.
  public var doi: String? { identifier(.doi) }

  /// The title, or the id if there is none.
  package var titleOrID: String { title.isEmpty ? id : title }

  /// The text that lists and citations print if the title is missing.
  package static let noTitle = "[No title]"

  /// The numbers of its records in databases: see ``AccessionNumber``.
  package var accessions: [String] {
    identifiers.filter { $0.scheme == .accession }.map(\.value)
  }

  /// The first identifier of a scheme.
  package func identifier(_ scheme: Identifier.Scheme) -> String? {
    identifiers.first { $0.scheme == scheme }?.value
  }
}
