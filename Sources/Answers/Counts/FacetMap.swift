/// The result of `map`: one facet against another.
public struct FacetMap: Codable, Sendable, Equatable {
  /// Version of the JSON format.
  public var formatVersion = 1
  /// The query; its text is empty when all documents were counted.
  public var query: InterpretedQuery
  /// Number of documents counted.
  public var documents: Int
  /// Name of the facet in the rows.
  public var rowFacet: String
  /// Name of the facet in the columns.
  public var columnFacet: String
  /// Values of the rows, `none` last: all that occur in the index, the most frequent among the
  /// documents counted first; years in their order.
  public var rows: [String]
  /// Values of the columns, in the same order.
  public var columns: [String]
  /// Number of documents with both values: one list per row, one number per column.
  public var counts: [[Int]]
  /// Number of documents with the value of each row; a document can count in several cells of it.
  public var rowTotals: [Int]
  /// Number of documents with the value of each column.
  public var columnTotals: [Int]
  /// True if some shards of a cluster did not answer, so matches are missing; otherwise `nil`.
  public var partial: Bool?
  /// The servers of the shards that did not answer; `nil` if all did.
  public var missingShards: [String]?

  /// Creates a map.
  public init(
    query: InterpretedQuery, documents: Int, rowFacet: String, columnFacet: String,
    rows: [String], columns: [String], counts: [[Int]], rowTotals: [Int], columnTotals: [Int]
  ) {
    self.query = query
    self.documents = documents
    self.rowFacet = rowFacet
    self.columnFacet = columnFacet
    self.rows = rows
    self.columns = columns
    self.counts = counts
    self.rowTotals = rowTotals
    self.columnTotals = columnTotals
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case query, documents
    case rowFacet = "row_facet"
    case columnFacet = "column_facet"
    case rows, columns, counts
    case rowTotals = "row_totals"
    case columnTotals = "column_totals"
    case partial
    case missingShards = "missing_shards"
  }
}
