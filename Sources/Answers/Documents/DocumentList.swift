import Query

/// The result of `list`: the documents of an index in a given order.
///
/// The schema is `docs/schema/list.json`.
public struct DocumentList: Codable, Sendable, Equatable {
  /// The order of a list.
  public enum Order: String, Sendable, CaseIterable, Codable {
    /// In the order of indexing.
    case added
    /// By title, ignoring leading articles.
    case title
    /// By the first author; documents without one last.
    case author
    /// Newest first, documents without a year last.
    case year
    /// Largest first, documents without a sample size last.
    case sampleSize = "sample-size"
    /// By id.
    case id
  }

  /// Version of the JSON format.
  public var formatVersion = 1
  /// The filters that selected the documents.
  public var filters: FilterJSON
  /// Notes, such as how many documents a range left out.
  public var notes: [SearchNote]
  /// Number of documents that pass the filters.
  public var total: Int
  /// The documents that are listed, in the requested order.
  public var documents: [HitDocument]

  /// Creates a list.
  public init(
    filters: Filter, notes: [SearchNote] = [], total: Int, documents: [HitDocument]
  ) {
    self.filters = FilterJSON(filters)
    self.notes = notes
    self.total = total
    self.documents = documents
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case filters, notes, total, documents
  }
}
