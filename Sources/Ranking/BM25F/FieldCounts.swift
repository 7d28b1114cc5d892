/// A number for each ranked field: counts of a term, lengths, or weights.
public struct FieldCounts: Sendable, Equatable {
  /// The text of a passage or document.
  public var body: Float = 0
  /// Its title.
  public var title: Float = 0
  /// The headings above it.
  public var heading: Float = 0
  /// Its authors.
  public var authors: Float = 0
  /// Its keywords and subject headings.
  public var keywords: Float = 0
  /// Its journal, book or conference.
  public var journal: Float = 0
  /// Its publisher.
  public var publisher: Float = 0
  /// Its year of publication.
  public var year: Float = 0
  /// Its back matter: references, funding, disclosures.
  public var backMatter: Float = 0

  /// Creates a value from one number per field.
  @inlinable
  public init(
    body: Float = 0, title: Float = 0, heading: Float = 0, authors: Float = 0, keywords: Float = 0,
    journal: Float = 0, publisher: Float = 0, year: Float = 0, backMatter: Float = 0
  ) {
    self.body = body
    self.title = title
    self.heading = heading
    self.authors = authors
    self.keywords = keywords
    self.journal = journal
    self.publisher = publisher
    self.year = year
    self.backMatter = backMatter
  }
}
